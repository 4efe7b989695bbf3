/**
 * Which customers of all, and in which order: one pass over the score arrays, then a sorted vector of places. The vector is kept,
 * so that any window of a list costs only its rows.
 */

import type { CustomerFilter, CustomerSort as SortColumn } from '../../src-shared/contract/customers.ts';
import { fieldOfColumn, isFieldColumn } from '../../src-shared/custom-field.ts';
import { dayOf, daysBetween } from '../../src-shared/day.ts';
import { type Minor, minorOf } from '../../src-shared/money.ts';
import { noDay, noTier, type Tier, tiers } from '../../src-shared/rfm.ts';
import { namedPlaces } from './customer-narrowing.ts';
import { type CustomerScores, placesById } from './customers-scores.ts';
import { fieldKeys } from './fields/field-keys.ts';
import { customersByName } from './name-order.ts';
import { orderOf } from './radix-order.ts';
import { namesVersion } from './search/indexing.ts';
import { type Reading, stampOf } from './transaction.ts';

export interface CustomerSort {
  readonly by: SortColumn;
  readonly descending: boolean;
}

/** Of counted orders. */
export interface ListSums {
  readonly orders: number;
  readonly netMinor: Minor;
  readonly paidMinor: Minor;
  readonly refundMinor: Minor;
}

/** The customers of a filter, sorted: places in the score arrays, and what they come to. */
export interface CustomerView {
  readonly places: Int32Array;
  readonly certain: number;
  readonly likely: number;
  readonly sums: ListSums;
  /** Of them, those with a counted order. */
  readonly buyers: number;
  /** Of the filter without its own tiers. */
  readonly tierCounts: Partial<Record<Tier, number>>;
  readonly noTierCount: number;
}

const epoch = dayOf('1970-01-01');

/** Days since 1970-01-01. */
function dayNumber(text: string): number {
  const day = dayOf(text);
  if (epoch === null || day === null) throw new RangeError(`not a day: ${text}`);
  return daysBetween(epoch, day);
}

/** Does a number lie within bounds of which either may be missing? */
function within(value: number, from: number | undefined, to: number | undefined): boolean {
  return (from === undefined || value >= from) && (to === undefined || value <= to);
}

/** A test for one place: everything of the filter but tiers and what names customers one by one. */
function testFor(scores: CustomerScores, filter: CustomerFilter): (at: number) => boolean {
  const today = dayNumber(scores.on);
  const dayFrom = filter.lastDayFrom === undefined ? undefined : dayNumber(filter.lastDayFrom);
  const dayTo = filter.lastDayTo === undefined ? undefined : dayNumber(filter.lastDayTo);
  const asksDay = [dayFrom, dayTo, filter.recencyFrom, filter.recencyTo].some((bound) => bound !== undefined);
  const likely = filter.certainty === undefined ? undefined : Number(filter.certainty === 'likely');
  const except = new Set(filter.exceptIds);
  return (at) => {
    if (except.size > 0 && except.has(scores.customer[at] ?? 0)) return false;
    const frequency = scores.frequency[at] ?? 0;
    if (likely !== undefined && scores.likely[at] !== likely) return false;
    if (filter.withoutCounted === false && frequency === 0) return false;
    if (!within(frequency, filter.ordersFrom, filter.ordersTo)) return false;
    if (!within(scores.netMinor[at] ?? 0, filter.netFrom, filter.netTo)) return false;
    if (!asksDay) return true;
    const last = scores.lastDay[at] ?? noDay;
    if (last === noDay) return false;
    return within(last, dayFrom, dayTo) && within(today - last, filter.recencyFrom, filter.recencyTo);
  };
}

/** The filter's own tiers, `noTier` among them; null when all are wanted. */
function wantedTiers(filter: CustomerFilter): ReadonlySet<number> | null {
  if (filter.tiers === undefined && filter.noTier === undefined) return null;
  const wanted = (filter.tiers ?? []).map((tier) => tiers.indexOf(tier));
  return new Set(filter.noTier === undefined ? wanted : [...wanted, noTier]);
}

function selectPlaces(reading: Reading, scores: CustomerScores, filter: CustomerFilter): CustomerView {
  const passes = testFor(scores, filter);
  const wanted = wantedTiers(filter);
  const among = namedPlaces(reading, scores, filter);
  const count = among?.length ?? scores.customer.length;
  const chosen = new Int32Array(count);
  const perTier = new Int32Array(noTier + 1);
  let [total, likely, orders, net, paid, refund, buyers] = [0, 0, 0, 0, 0, 0, 0];
  for (let step = 0; step < count; step += 1) {
    const at = among === null ? step : (among[step] ?? 0);
    if (!passes(at)) continue;
    const tier = scores.tier[at] ?? noTier;
    perTier[tier] = (perTier[tier] ?? 0) + 1;
    if (wanted !== null && !wanted.has(tier)) continue;
    const frequency = scores.frequency[at] ?? 0;
    chosen[total] = at;
    total += 1;
    likely += scores.likely[at] ?? 0;
    orders += frequency;
    buyers += Number(frequency > 0);
    net += scores.netMinor[at] ?? 0;
    paid += scores.paidMinor[at] ?? 0;
    refund += scores.refundMinor[at] ?? 0;
  }
  return {
    places: chosen.slice(0, total),
    certain: total - likely,
    likely,
    sums: { orders, netMinor: minorOf(net), paidMinor: minorOf(paid), refundMinor: minorOf(refund) },
    buyers,
    tierCounts: Object.fromEntries(tiers.map((tier, index) => [tier, perTier[index] ?? 0])),
    noTierCount: perTier[noTier] ?? 0,
  };
}

/** Keys of customers at their places in the score arrays; NaN where none is named. */
function keysByPlace(scores: CustomerScores, keys: Iterable<readonly [customer: number, key: number]>): Float64Array {
  const ranks = new Float64Array(scores.customer.length).fill(Number.NaN);
  const placeOfId = placesById(scores);
  for (const [id, key] of keys) {
    const at = placeOfId[id] ?? -1;
    if (at >= 0) ranks[at] = key;
  }
  return ranks;
}

/** The place of each customer in the order of names. */
function* nameRanks(reading: Reading): Generator<readonly [number, number]> {
  for (const [rank, id] of customersByName(reading).entries()) yield [id, rank];
}

/** Moves with anything that is written where a list is sorted by what the owner wrote. */
function sortVersion(reading: Reading, by: CustomerSort['by']): string {
  if (by === 'name') return String(namesVersion(reading));
  return fieldOfColumn(by) === null ? '' : (stampOf(reading.connection) ?? '');
}

/** The value each place is sorted by; NaN stands last whichever way the list runs. */
function keysFor(reading: Reading, scores: CustomerScores, by: CustomerSort['by']): ArrayLike<number> {
  const days = (values: Int32Array, sign: 1 | -1): Float64Array => {
    const found = new Float64Array(values.length).fill(Number.NaN);
    for (let at = 0; at < found.length; at += 1) {
      const day = values[at] ?? noDay;
      if (day !== noDay) found[at] = sign * day;
    }
    return found;
  };
  if (isFieldColumn(by)) {
    const keys = () => keysByPlace(scores, fieldKeys(reading, fieldOfColumn(by) ?? 0));
    return cached(scores, `${by} ${sortVersion(reading, by)}`, keys);
  }
  switch (by) {
    case 'name':
      return cached(scores, `names ${sortVersion(reading, by)}`, () => keysByPlace(scores, nameRanks(reading)));
    case 'lastDay':
      return days(scores.lastDay, 1);
    case 'firstDay':
      return days(scores.firstDay, 1);
    case 'recencyDays':
      return days(scores.lastDay, -1);
    case 'orders':
      return scores.frequency;
    case 'netMinor':
    case 'paidMinor':
    case 'refundMinor':
      return scores[by];
    case 'averageMinor':
      return scores.netMinor.map((net, at) =>
        (scores.frequency[at] ?? 0) === 0 ? Number.NaN : net / (scores.frequency[at] ?? 1),
      );
  }
}

/** Sorts places by key; equal keys by customer, so that a list never jumps. Keys that are none stand last, whichever way the list runs. */
function sortPlaces(places: Int32Array, keys: ArrayLike<number>, descending: boolean): Int32Array {
  const known = new Int32Array(places.length);
  const sorted = new Int32Array(places.length);
  const ofKnown = new Float64Array(places.length);
  let [some, none] = [0, 0];
  for (const at of places) {
    const key = keys[at] ?? Number.NaN;
    if (Number.isNaN(key)) {
      none += 1;
      sorted[places.length - none] = at;
      continue;
    }
    known[some] = at;
    // Without the zero below zero, which is no other.
    ofKnown[some] = key + 0;
    some += 1;
  }
  sorted.subarray(some).reverse();
  orderOf(ofKnown.subarray(0, some), descending).forEach((at, place) => {
    sorted[place] = known[at] ?? 0;
  });
  return sorted;
}

const keptAnswers = 24;
/** Hangs on the scores: when an import makes new ones, the old lists go with the old scores. */
const answers = new WeakMap<CustomerScores, Map<string, unknown>>();

/** `key` must name the kind of the value: two kinds never share one. */
function cached<Value>(scores: CustomerScores, key: string, make: () => Value): Value {
  const known = answers.get(scores) ?? new Map<string, unknown>();
  answers.set(scores, known);
  // The key says which kind of value stands under it. What is asked for again goes last.
  const made = known.has(key) ? (known.get(key) as Value) : make();
  known.delete(key);
  known.set(key, made);
  for (const oldest of known.keys()) {
    if (known.size <= keptAnswers) break;
    known.delete(oldest);
  }
  return made;
}

/** The orders in which everybody was looked through last; small searches in between do not push them out. */
const keptOrders = 4;
const orders = new WeakMap<CustomerScores, Map<string, Int32Array>>();

function keepOrder(scores: CustomerScores, key: string, order: Int32Array): Int32Array {
  const known = orders.get(scores) ?? new Map<string, Int32Array>();
  orders.set(scores, known);
  known.delete(key);
  known.set(key, order);
  for (const oldest of [...known.keys()].slice(0, -keptOrders)) known.delete(oldest);
  return order;
}

/** More places than this are picked out of the order of everybody, where that is known; fewer are sorted by themselves. */
const MANY = 4000;

/** Some places in the order in which all stand. */
function pickedFrom(order: Int32Array, places: Int32Array): Int32Array {
  const isMeant = new Uint8Array(order.length);
  for (let step = 0; step < places.length; step += 1) isMeant[places[step] ?? 0] = 1;
  const picked = new Int32Array(places.length);
  for (let step = 0, count = 0; count < picked.length; step += 1) {
    const at = order[step] ?? 0;
    if (isMeant[at] !== 1) continue;
    picked[count] = at;
    count += 1;
  }
  return picked;
}

/** Whoever looks through a list has mostly seen all of it in this order before. */
function inOrder(reading: Reading, scores: CustomerScores, places: Int32Array, sort: CustomerSort): Int32Array {
  const key = `${sortVersion(reading, sort.by)} ${JSON.stringify(sort)}`;
  const order = places.length > MANY ? orders.get(scores)?.get(key) : undefined;
  if (order !== undefined) return pickedFrom(order, places);
  const sorted = sortPlaces(places, keysFor(reading, scores, sort.by), sort.descending);
  return places.length === scores.customer.length ? keepOrder(scores, key, sorted) : sorted;
}

/** The customers of a filter in order. Cheap when the same was asked before and the ledger did not move. */
export function customerView(
  reading: Reading,
  scores: CustomerScores,
  filter: CustomerFilter,
  sort: CustomerSort,
): CustomerView {
  const movesWithEdits = (filter.search ?? '') !== '' || (filter.region ?? '') !== '' || filter.reach !== undefined;
  // Nested conditions may ask for anything: any write makes their answer old.
  const stamp = filter.where === undefined ? '' : stampOf(reading.connection);
  const version = `${movesWithEdits ? namesVersion(reading) : ''} ${stamp}`;
  const order = sortVersion(reading, sort.by);
  const chosen = cached(scores, `chosen ${version} ${JSON.stringify(filter)}`, () =>
    selectPlaces(reading, scores, filter),
  );
  return cached(scores, `sorted ${version} ${order} ${JSON.stringify([filter, sort])}`, () => ({
    ...chosen,
    places: inOrder(reading, scores, chosen.places, sort),
  }));
}
