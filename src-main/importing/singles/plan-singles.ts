/**
 * Plans the orders that the ledger has never seen and that one row alone speaks of, together with the customers of all orders of the
 * check. Says the same as `plan-orders` and `plan-customers`, which plan everything else. Part of `plan-stage`.
 */

import type { Database } from 'better-sqlite3';
import { type Minor, minorOf } from '../../../src-shared/money.ts';
import { orderStatuses } from '../../../src-shared/order.ts';
import { readDecisions } from '../../ledger/identity-decisions.ts';
import { affectedOrders } from '../affected-orders.ts';
import type { Tallies } from '../batch-tally.ts';
import { kindOfRank } from '../key-ranks.ts';
import { type CustomerPlan, nextCustomer, planMatching, planSums } from '../plan-customers.ts';
import type { Desk, OrderPlan } from '../plan-orders.ts';
import { eachSingle } from './each-single.ts';
import { COUNTS } from './fold-book.ts';
import { type FreshPeople, writeFreshPeople } from './fresh-people.ts';
import { groupSingles, keysOfGroups, mixedMatching } from './group-singles.ts';
import { keysToFollow, knownPeople } from './known-people.ts';
import { type NumberedSingles, numberSingles, textOfIdentity } from './numbered-singles.ts';
import type { Singles } from './singles.ts';

const MONEYS = 3;

interface SegmentPlace {
  readonly batch: number;
  readonly shop: number;
}

function segmentsOf(stage: Database): (segment: number) => SegmentPlace {
  const places = new Map(
    stage
      .prepare<[], SegmentPlace & { segment: number }>(
        'select segment_no as segment, batch_no as batch, shop_id as shop from staged_segment',
      )
      .all()
      .map(({ segment, ...place }) => [segment, place]),
  );
  const nowhere: SegmentPlace = { batch: 0, shop: 0 };
  return (segment) => places.get(segment) ?? nowhere;
}

/** Counts the single orders of each batch. */
export function tallySingles(stage: Database, singles: Singles, tallies: Tallies): void {
  const placeOf = segmentsOf(stage);
  const sums = new Map<number, Float64Array>();
  // Of each batch and status: orders, orders without money, then sum and count of each money.
  const width = 2 + 2 * MONEYS;
  eachSingle(singles, (piece, at) => {
    const { batch } = placeOf(piece.segments[at] ?? 0);
    let sum = sums.get(batch);
    if (sum === undefined) {
      sum = new Float64Array(width * orderStatuses.length);
      sums.set(batch, sum);
    }
    const from = ((piece.states[at] ?? 0) % COUNTS) * width;
    sum[from] = (sum[from] ?? 0) + 1;
    if (Number.isNaN(piece.money[MONEYS * at] ?? 0)) sum[from + 1] = (sum[from + 1] ?? 0) + 1;
    for (let money = 0; money < MONEYS; money += 1) {
      const amount = piece.money[MONEYS * at + money] ?? Number.NaN;
      if (Number.isNaN(amount)) continue;
      sum[from + 2 + 2 * money] = (sum[from + 2 + 2 * money] ?? 0) + amount;
      sum[from + 3 + 2 * money] = (sum[from + 3 + 2 * money] ?? 0) + 1;
    }
  });
  for (const [batch, sum] of sums) {
    orderStatuses.forEach((status, place) => {
      const value = (offset: number): number => sum[place * width + offset] ?? 0;
      const orders = value(0);
      if (orders === 0) return;
      const money = (which: number): Minor | null =>
        value(3 + 2 * which) === 0 ? null : minorOf(value(2 + 2 * which));
      const [paidMinor, refundMinor, netMinor] = [money(0), money(1), money(2)];
      tallies.addMany(batch, 'new', status, {
        orders,
        lines: orders,
        unknownMoney: value(1),
        paidMinor,
        refundMinor,
        netMinor,
      });
    });
  }
}

export interface SinglesPlan {
  /** Of everybody the ledger knows, and of orders in several rows. */
  readonly customers: CustomerPlan;
  readonly people: FreshPeople;
  /** Goes through the single orders: batch, and customer or 0. */
  eachOwner(visit: (batch: number, customer: number) => void): void;
}

/** A shared phone or e-mail of a single order that belongs to somebody else, or nobody. */
function linkStrays(
  stage: Database,
  all: NumberedSingles,
  grouped: ReturnType<typeof groupSingles>,
  keys: ReturnType<typeof keysOfGroups>,
  orderBase: number,
): void {
  const { shared } = grouped.grouping;
  if (shared.size === 0) return;
  const link = stage.prepare('insert or ignore into plan_link (order_id, kind, value) values (?, ?, ?)');
  for (let order = 0; order < all.folds.length; order += 1) {
    for (let at = all.starts[order] ?? 0; at < (all.starts[order + 1] ?? 0); at += 1) {
      const key = all.numbers[at] ?? 0;
      if (!shared.has(key) || keys.owner[key] === grouped.groupOf[order]) continue;
      link.run(orderBase + (all.folds[order] ?? 0), kindOfRank(all.ranks[key] ?? 0), all.textOf(key));
    }
  }
}

/** Yields how many keys were followed. `orderBase`: a single order's number is its fold's and this. */
export function* planSingles(
  desk: Desk,
  changed: OrderPlan,
  singles: Singles,
  orderBase: number,
  peoplePath: string,
): Generator<number, SinglesPlan> {
  const { ledger, planning } = desk;
  const placeOf = segmentsOf(planning);
  const decisions = readDecisions(ledger);
  const known = knownPeople(ledger, singles, decisions);
  const { joins } = known;
  const affected = yield* affectedOrders(ledger, changed.keys, decisions, keysToFollow(singles, known));
  // Who is matched again is so with all orders.
  for (let fold = 0; fold < joins.length; fold += 1) if (affected.customers.has(joins[fold] ?? 0)) joins[fold] = 0;
  const all = numberSingles(singles, joins, affected.orders);
  yield singles.texts.count();
  const grouped = groupSingles(all, singles, decisions, known, (segment) => placeOf(segment).shop);
  yield singles.texts.count();
  const keys = keysOfGroups(all, grouped);
  const next = nextCustomer(ledger);
  const people = writeFreshPeople(peoplePath, all, grouped, keys, singles.texts, next);
  yield singles.texts.count();
  linkStrays(planning, all, grouped, keys, orderBase);
  const matching = mixedMatching(all, grouped, keys, singles.texts, orderBase);
  const ofMatching = [...matching.groups.flatMap((group) => group.keys), ...matching.sharedKeys];
  const texts = new Map([...affected.keys, ...ofMatching].map((key) => [textOfIdentity(key), key]));
  const matched = {
    orders: affected.orders,
    keys: [...texts.values()],
    matching,
    decisions,
    next: next + people.count,
  };
  const customers = yield* planMatching(desk, changed, matched);
  const owners = joins.slice();
  for (let order = 0; order < all.folds.length; order += 1) {
    const fold = all.folds[order] ?? 0;
    const group = grouped.groupOf[order] ?? -1;
    const fresh = group < 0 ? 0 : (people.numbers[group] ?? 0);
    owners[fold] = fresh > 0 ? fresh : (customers.owners.get(orderBase + fold) ?? 0);
  }
  const joined = joins.filter((customer) => customer > 0);
  planSums(planning, 'added', new Set(joined));
  planning
    .prepare('insert into staged_singles (order_base, orders, owners) values (?, ?, ?)')
    .run(orderBase, all.folds.length + joined.length, Buffer.from(owners.buffer));
  return {
    customers,
    people,
    eachOwner: (visit) =>
      eachSingle(singles, (piece, at) =>
        visit(placeOf(piece.segments[at] ?? 0).batch, owners[piece.numbers[at] ?? 0] ?? 0),
      ),
  };
}
