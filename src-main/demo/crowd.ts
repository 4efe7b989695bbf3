/**
 * The people of a made shop, known to us: one person buys under several names on several marketplaces, moves house, has a family that
 * shares a phone, sends presents. Each is made from the seed and a number alone, so that nobody has to be kept.
 */

import { addDays, type Day, daysBetween } from '../../src-shared/day.ts';
import type { Marketplace } from '../../src-shared/marketplace.ts';
import { freePhone, makeName, makeReceiver, type Openness, plainNick, type Receiver } from './people.ts';
import type { Span } from './purchases.ts';
import type { Random } from './random.ts';
import { randomOf } from './random-of.ts';

/** A name somebody has on a marketplace, and how much of its owner is printed there. */
export interface Account {
  /** Which of the shop's exports it appears in: its place in the list of markets. */
  readonly market: number;
  readonly marketplace: Marketplace;
  readonly nick: string;
  readonly userId: string;
  readonly email: string;
  readonly openness: Openness;
}

export interface Home {
  readonly from: Day;
  readonly receiver: Receiver;
}

export interface CrowdPerson {
  readonly id: number;
  /** People of one household live together; some share a phone. Null: lives alone. */
  readonly household: number | null;
  readonly sharesPhone: boolean;
  /** The first is used most. */
  readonly accounts: readonly [Account, ...Account[]];
  /** Oldest first: a second one is where they moved. */
  readonly homes: readonly [Home, ...Home[]];
  /** Who gets their presents; null: nobody. */
  readonly friend: Receiver | null;
}

/** Of each market: how often which part of a person is printed. */
export type OpennessWeights = readonly [readonly [Openness, number], ...(readonly [Openness, number])[]];

export interface CrowdOptions {
  readonly seed: number;
  readonly count: number;
  readonly span: Span;
  readonly markets: readonly { readonly marketplace: Marketplace; readonly openness: OpennessWeights }[];
}

const PHONES = 600_000_000;
/** Has no divisor in common with `PHONES`: every number is reached once. */
const STEP = 370_820_393;
/** Numbers kept for each person: their own, the one after a move, a friend's. */
const PHONES_EACH = 4;

/** The nth number nobody has: no two are the same. */
function phoneOf(seed: number, nth: number): string {
  const place = (nth * STEP + (seed % 1_000_003) * 97) % PHONES;
  return freePhone(Math.floor(place / 100_000_000), String(place % 100_000_000).padStart(8, '0'));
}

function homesOf({ seed, span }: CrowdOptions, id: number, random: Random): [Home, ...Home[]] {
  const first = makeReceiver(random, () => phoneOf(seed, id * PHONES_EACH));
  const home: Home = { from: span.first, receiver: first };
  if (!random.chance(0.1)) return [home];
  const days = daysBetween(span.first, span.last);
  const from = addDays(span.first, Math.round(days * (0.3 + 0.5 * random.next())));
  const phone = random.chance(0.2) ? phoneOf(seed, id * PHONES_EACH + 1) : first.phone;
  const moved = makeReceiver(random, () => phone);
  return [home, { from, receiver: { ...moved, name: first.name } }];
}

function accountsOf({ markets }: CrowdOptions, id: number, random: Random): [Account, ...Account[]] {
  let made = 0;
  const account = (market: number): Account => {
    const [{ marketplace, openness }] = [markets[market] ?? { marketplace: 'other', openness: [['open', 1]] as const }];
    const mark = id * 8 + made;
    made += 1;
    return {
      market,
      marketplace,
      nick: `${plainNick(random)}${mark}`,
      userId: `u${String(1_000_000 + mark * 7).padStart(9, '0')}`,
      email: `buyer${mark}@example.com`,
      openness: random.weighted(openness),
    };
  };
  const main = random.below(markets.length);
  const accounts: [Account, ...Account[]] = [account(main)];
  if (random.chance(0.06)) accounts.push(account(main));
  for (let market = 0; market < markets.length; market += 1) {
    if (market !== main && random.chance(0.3)) accounts.push(account(market));
  }
  return accounts;
}

interface House {
  readonly isShared: boolean;
  readonly sharesPhone: boolean;
}

function houseOf(seed: number, id: number): House {
  const random = randomOf(seed, 'house', id >> 1);
  return { isShared: random.chance(0.05), sharesPhone: random.chance(0.6) };
}

/** How the second of a household is reached at the first one's homes. */
function sharedHomes(options: CrowdOptions, id: number, own: Home, sharesPhone: boolean): [Home, ...Home[]] {
  const [first, ...later] = homesOf(options, id - 1, randomOf(options.seed, 'person', id - 1));
  const at = ({ from, receiver }: Home): Home => ({
    from,
    receiver: {
      ...receiver,
      name: own.receiver.name,
      phone: sharesPhone ? receiver.phone : own.receiver.phone,
    },
  });
  return [at(first), ...later.map(at)];
}

function friendOf(options: CrowdOptions, id: number, random: Random): Receiver | null {
  if (!random.chance(0.15)) return null;
  const { seed, count } = options;
  const other = random.below(count);
  // Half of them are customers themselves.
  if (other !== id && random.chance(0.5)) return homesOf(options, other, randomOf(seed, 'person', other))[0].receiver;
  const stranger = makeReceiver(random, () => phoneOf(seed, id * PHONES_EACH + 2));
  return { ...stranger, name: makeName(random) };
}

/** The person of this number, from 0 to below `count`. */
export function crowdPerson(options: CrowdOptions, id: number): CrowdPerson {
  const random = randomOf(options.seed, 'person', id);
  const own = homesOf(options, id, random);
  const { isShared, sharesPhone } = houseOf(options.seed, id);
  const isSecond = id % 2 === 1;
  const homes = isShared && isSecond ? sharedHomes(options, id, own[0], sharesPhone) : own;
  const hasCompany = isShared && (isSecond || id + 1 < options.count);
  return {
    id,
    household: hasCompany ? id >> 1 : null,
    sharesPhone: hasCompany && sharesPhone,
    accounts: accountsOf(options, id, random),
    homes,
    friend: friendOf(options, id, random),
  };
}

/** Where somebody lives on a day. */
export function homeOn({ homes }: CrowdPerson, day: Day): Receiver {
  return (homes.findLast(({ from }) => from <= day) ?? homes[0]).receiver;
}
