/** Who is in a cell of the grid, and who changes tier when a rule is tried: out of the score arrays, a window at a time, those who spent most first. */

import type { RfmPeopleQuestion, Score } from '../../src-shared/contract/metrics.ts';
import { type Day, daysBetween } from '../../src-shared/day.ts';
import { noTier, type Tier, tiers } from '../../src-shared/rfm.ts';
import { placeOf } from '../ledger/customers-scores.ts';
import type { Reading } from '../ledger/transaction.ts';
import type { RfmQuestion, RfmScores, RfmScoresOf } from './rfm.ts';
import { scoreReader } from './rfm-summary.ts';

/** The tier of a customer by another rule; null: in none. */
function tierBy(scores: RfmScores, other: RfmScores, at: number): Tier | null {
  const customer = scores.customer[at] ?? 0;
  const place = other.customer[at] === customer ? at : placeOf(other, customer);
  return tiers[other.tier[place] ?? noTier] ?? null;
}

/** How many go from which tier to which; the largest move first. */
export function rfmMoves(
  reading: Reading,
  { before, after }: { readonly before: RfmQuestion; readonly after: RfmQuestion },
  scoresOf: RfmScoresOf,
): { from: Tier; to: Tier; customers: number }[] {
  const now = scoresOf(reading, before);
  const tried = scoresOf(reading, after);
  const moves = new Map<string, { from: Tier; to: Tier; customers: number }>();
  tried.tier.forEach((tier, at) => {
    const [from, to] = [tierBy(tried, now, at), tiers[tier]];
    if (from === null || to === undefined || from === to) return;
    const move = moves.get(`${from}>${to}`) ?? { from, to, customers: 0 };
    move.customers += 1;
    moves.set(`${from}>${to}`, move);
  });
  return [...moves.values()].toSorted((a, b) => b.customers - a.customers);
}

function passes(reading: Reading, scores: RfmScores, question: RfmPeopleQuestion, scoresOf: RfmScoresOf) {
  const today = daysBetween('1970-01-01' as Day, scores.on);
  const { cell, move } = question;
  const now = move === undefined ? null : scoresOf(reading, move.before);
  return (at: number): boolean => {
    const tier = tiers[scores.tier[at] ?? noTier];
    if (tier === undefined) return false;
    if (move !== undefined && now !== null && (tier !== move.to || tierBy(scores, now, at) !== move.from)) return false;
    if (cell === undefined) return true;
    const days = today - (scores.lastDay[at] ?? 0);
    const orders = scores.frequency[at] ?? 0;
    const within = (value: number, from: number, to: number | null): boolean =>
      value >= from && (to === null || value <= to);
    return within(days, cell.recencyFrom, cell.recencyTo) && within(orders, cell.ordersFrom, cell.ordersTo);
  };
}

/** The places of the last question of each kind of scores: its next window need not look through everybody again. */
const lists = new WeakMap<RfmScores, { readonly key: string; readonly places: Int32Array }>();

function placesOf(reading: Reading, scores: RfmScores, question: RfmPeopleQuestion, scoresOf: RfmScoresOf): Int32Array {
  const { cell, move } = question;
  const key = JSON.stringify([cell, move]);
  const known = lists.get(scores);
  if (known?.key === key) return known.places;
  const isOne = passes(reading, scores, question, scoresOf);
  const found = Int32Array.from(scores.customer.keys()).filter(isOne);
  // Equal money by customer: a list never jumps.
  const places = found.sort((a, b) => (scores.netMinor[b] ?? 0) - (scores.netMinor[a] ?? 0) || a - b);
  lists.set(scores, { key, places });
  return places;
}

export function rfmPeople(
  reading: Reading,
  question: RfmPeopleQuestion,
  scoresOf: RfmScoresOf,
): { total: number; currency: string; scores: Score[] } {
  const scores = scoresOf(reading, question.basis);
  const places = placesOf(reading, scores, question, scoresOf);
  const { from, count } = question.window;
  const read = scoreReader(reading, scores);
  return {
    total: places.length,
    currency: scores.currency,
    scores: Array.from(places.subarray(from, from + count), read),
  };
}

/** One stream of customers between two days; null: in no tier, because they had not bought yet (or are no longer scored). */
export interface TierStream {
  readonly from: Tier | null;
  readonly to: Tier | null;
  readonly customers: number;
  /** What they came to by the later day. */
  readonly netMinor: number;
}

/**
 * Where everybody went between two days: also those who stayed, and those who are new. Summed by `from` it is the tiers of the earlier
 * day, by `to` those of the later.
 */
export function tierMovement(
  reading: Reading,
  { before, after }: { readonly before: RfmQuestion; readonly after: RfmQuestion },
  scoresOf: RfmScoresOf,
): TierStream[] {
  const [then, now] = [scoresOf(reading, before), scoresOf(reading, after)];
  const streams = new Map<string, TierStream>();
  const add = (from: Tier | null, to: Tier | null, netMinor: number): void => {
    if (from === null && to === null) return;
    const known = streams.get(`${from}>${to}`);
    const customers = (known?.customers ?? 0) + 1;
    streams.set(`${from}>${to}`, { from, to, customers, netMinor: (known?.netMinor ?? 0) + netMinor });
  };
  now.tier.forEach((tier, at) => {
    add(tierBy(now, then, at), tiers[tier] ?? null, now.netMinor[at] ?? 0);
  });
  then.tier.forEach((tier, at) => {
    // Orders stay on their day, so nobody leaves the scored ones but where the two questions differ in more than the day.
    if (placeOf(now, then.customer[at] ?? 0) < 0) add(tiers[tier] ?? null, null, 0);
  });
  const order = (tier: Tier | null): number => (tier === null ? tiers.length : tiers.indexOf(tier));
  return [...streams.values()].toSorted((a, b) => order(a.from) - order(b.from) || order(a.to) - order(b.to));
}
