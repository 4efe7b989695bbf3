/**
 * A shop of any size whose truth is known: export files of any marketplace, with people under several names, masks, moves, shared phones,
 * presents, refunds, overlaps and damage, and beside them, as JSON, who everybody is and what every order came to. The same options make
 * the same bytes.
 */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, type Day } from '../../src-shared/day.ts';
import { type CrowdOptions, crowdPerson, homeOn } from './crowd.ts';
import { type Damage, type DamageKind, damageKinds } from './damage.ts';
import { type DamageQueue, damageQueue } from './damage-plan.ts';
import { openExport } from './export-files.ts';
import { type Good, goods, teas } from './goods.ts';
import { type MadeOrder, seenAt, toldBy } from './made-order.ts';
import type { Market } from './market.ts';
import { makeOrder } from './orders.ts';
import { randomOf } from './random-of.ts';
import { openTruth, type TrueFile, type Truth, trueOrder } from './truth.ts';
import { type Visit, visitsByMarket } from './visits.ts';
import { type ExportWindow, exportWindows, momentOf } from './windows.ts';

export interface MadeShopOptions {
  readonly seed: number;
  readonly buyers: number;
  /** Exactly so many orders are made; null: as many as the buyers come to. An export may leave out some it has no words for. */
  readonly orders: number | null;
  readonly markets: readonly [Market, ...Market[]];
  /** The last day of the shop's orders. */
  readonly today: Day;
  /** How far back they go. */
  readonly days: number;
  /** Months in each export. */
  readonly every: number;
  /** How many days each export reaches back into the one before. */
  readonly overlapDays: number;
  /** How many of each kind, over all files. */
  readonly damage: Readonly<Partial<Record<DamageKind, number>>>;
}

export interface MadeShop {
  readonly files: readonly TrueFile[];
  readonly damage: readonly Damage[];
  readonly orders: number;
  readonly persons: number;
}

const [anyTea = goods[0], ...otherTeas] = teas;

function favouriteOf(seed: number, person: number): Good {
  const random = randomOf(seed, 'fill', person + 1);
  return random.weighted([[anyTea, anyTea.weight], ...otherTeas.map((tea) => [tea, tea.weight] as const)]);
}

/** The last export an order stands in: its state there is the truth. */
function lastWindow(windows: readonly ExportWindow[], day: Day): ExportWindow | undefined {
  return windows.findLast(({ first, last }) => first <= day && day <= last);
}

interface Making {
  readonly options: MadeShopOptions;
  readonly crowd: CrowdOptions;
  readonly market: Market;
  readonly marketAt: number;
  readonly windows: readonly ExportWindow[];
}

/** The order as its last export tells it; null: this marketplace does not list such orders. */
function orderOf({ options, crowd, market, marketAt, windows }: Making, visit: Visit, at: number): MadeOrder | null {
  const person = crowdPerson(crowd, visit.person);
  const account = person.accounts[visit.account];
  const window = lastWindow(windows, visit.day);
  if (account === undefined || window === undefined) return null;
  const receiver = visit.isGift && person.friend !== null ? person.friend : homeOn(person, visit.day);
  const random = randomOf(options.seed + marketAt * 7919, 'order', at);
  const made = makeOrder(random, {
    person: { nick: account.nick, openness: account.openness, receivers: [receiver] },
    favourite: favouriteOf(options.seed, person.id),
    day: visit.day,
    today: window.madeOn,
    serial: at,
  });
  const number = market.numberOf({ orderedAt: made.orderedAt, serial: at + 1 });
  const ownPhone = homeOn(person, visit.day).phone;
  return toldBy(market.tells, { ...made, number, personId: person.id, account, isGift: visit.isGift, ownPhone });
}

function nameOf(market: Market, window: ExportWindow): string {
  return join(market.name, `${window.first}_${window.last}`);
}

interface Found {
  readonly files: TrueFile[];
  readonly damage: Damage[];
  /** Numbers of each person's orders, by market. */
  readonly numbers: Map<number, Record<string, string[]>>;
  /** Damage that is still to be done. */
  undone: DamageQueue | null;
  orders: number;
}

/** All exports of one market, oldest first. Each order is made anew for each export it stands in. */
async function writeMarket(
  making: Making,
  visits: readonly Visit[],
  folder: string,
  truth: Truth,
  found: Found,
): Promise<void> {
  const { market, windows, options, marketAt } = making;
  mkdirSync(join(folder, market.name), { recursive: true });
  const wish = { seed: options.seed, damage: options.damage, markets: options.markets.length };
  const queue = damageQueue(wish, marketAt, visits.length, found.undone);
  found.undone = queue;
  for (const [index, window] of windows.entries()) {
    const own = openExport(folder, nameOf(market, window), market, queue, windows.length - index);
    const isLastOf = (day: Day): boolean => lastWindow(windows, day) === window;
    for (const [at, visit] of visits.entries()) {
      if (visit.day > window.last) break;
      if (visit.day < window.first) continue;
      const order = orderOf(making, visit, at);
      if (order === null) continue;
      const isLast = isLastOf(visit.day);
      own.put(isLast ? order : seenAt(order, momentOf(window)), at);
      if (isLast) note(found, market, order, truth, windows);
    }
    const { files, damage } = await own.close(window);
    found.files.push(...files);
    found.damage.push(...damage);
  }
}

function note(found: Found, market: Market, order: MadeOrder, truth: Truth, windows: readonly ExportWindow[]): void {
  const inWindows = windows.filter(({ first, last }) => first <= order.day && order.day <= last);
  truth.orders.add(
    trueOrder(
      market.name,
      order,
      inWindows.map((window) => nameOf(market, window)),
    ),
  );
  const numbers = found.numbers.get(order.personId) ?? {};
  const own = numbers[market.name] ?? [];
  own.push(order.number);
  numbers[market.name] = own;
  found.numbers.set(order.personId, numbers);
  found.orders += 1;
}

function crowdOf({ seed, buyers, today, days, markets }: MadeShopOptions): CrowdOptions {
  return { seed, count: buyers, span: { first: addDays(today, -days), last: today }, markets };
}

/** Writes all files and, into `truth`, what is true of them. `folder` is made if it is not there. */
export async function makeShop(folder: string, options: MadeShopOptions): Promise<MadeShop> {
  const crowd = crowdOf(options);
  const windows = exportWindows(crowd.span, options.every, options.overlapDays);
  const truth = openTruth(join(folder, 'truth'));
  const found: Found = { files: [], damage: [], numbers: new Map(), undone: null, orders: 0 };
  const visits = visitsByMarket(crowd, options.orders);
  for (const [marketAt, market] of options.markets.entries()) {
    await writeMarket({ options, crowd, market, marketAt, windows }, visits[marketAt] ?? [], folder, truth, found);
  }
  for (const [id, orders] of found.numbers) truth.persons.add({ ...crowdPerson(crowd, id), orders });
  const { files, damage, orders } = found;
  truth.end(files, damage, {
    ...options,
    markets: options.markets.map(({ name }) => name),
    damage: Object.fromEntries(damageKinds.map((kind) => [kind, options.damage[kind] ?? 0])),
    made: { orders, persons: found.numbers.size, files: files.length, damage: damage.length },
  });
  return { files, damage, orders, persons: found.numbers.size };
}
