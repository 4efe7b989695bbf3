/**
 * Levels (等级) a shop gives its customers by rules of its own. A pure function of what somebody bought up to a day:
 *
 * - A rule is met on a day when what was bought within the last so many months, that day included, comes to its line.
 * - Whoever meets the rule of a higher level on a day they bought is raised to it that day.
 * - A level holds so many months from the day it was reached; on the day after its last one every rule is asked again: the highest that is met
 *   decides, so the level is kept, lowered or gone, and what is kept or lowered holds from that day on.
 *
 * Who is given a level by hand has it from one day to another, whatever the rules say.
 */

import { addDays, addMonths, type Day, daysBetween } from './day.ts';
import { noDay } from './rfm.ts';

export const levelMeasures = ['spent', 'orders'] as const;
export type LevelMeasure = (typeof levelMeasures)[number];

export interface Level {
  /** Never given to another level again. */
  readonly id: number;
  readonly name: string;
  /** Net money of counted orders, or how many of them. */
  readonly measure: LevelMeasure;
  /** Minor units, or orders. */
  readonly atLeast: number;
  /** Bought within so many months; null: ever. */
  readonly months: number | null;
  /** How long it holds from the day it was reached; null: for good. */
  readonly validMonths: number | null;
}

export interface LevelRules {
  /** Until the owner has looked at them nobody has a level. */
  readonly on: boolean;
  /** The largest number that a level ever had. */
  readonly lastId: number;
  /** The lowest first. */
  readonly levels: readonly Level[];
}

export const mostLevels = 9;
/** Stands for no level, where a level is named by its number. */
export const noLevel = 0;

export const defaultLevels: LevelRules = {
  on: false,
  lastId: 3,
  levels: [
    { id: 1, name: 'V1', measure: 'orders', atLeast: 2, months: 12, validMonths: 12 },
    { id: 2, name: 'V2', measure: 'spent', atLeast: 50_000, months: 12, validMonths: 12 },
    { id: 3, name: 'V3', measure: 'spent', atLeast: 200_000, months: 12, validMonths: 12 },
  ],
};

/** The levels in force. */
export function levelsInForce({ on, levels }: LevelRules): readonly Level[] {
  return on ? levels : [];
}

/** Counted orders of one customer, by day: places `from` … `to − 1` of the arrays, which may hold those of others too. */
export interface OwnPurchases {
  /** Days since 1970-01-01, ascending. */
  readonly days: Int32Array;
  /** What all orders before a place come to, in minor units: one place more than there are orders. */
  readonly upTo: Float64Array;
  readonly from: number;
  readonly to: number;
}

export interface LevelStanding {
  /** 1 is the lowest level; 0: none. */
  readonly rank: number;
  /** Since when, in days since 1970-01-01; `noDay` where nothing ever was reached. */
  readonly since: number;
  /** On which day the rules are asked again; `noDay`: never. */
  readonly review: number;
}

export interface LevelStep {
  readonly day: number;
  readonly before: number;
  readonly after: number;
  /** The rules were asked again because the level had run out. */
  readonly isReview: boolean;
  /** The day the rules are asked next; `noDay`: never. */
  readonly review: number;
}

const epoch = '1970-01-01' as Day;
const kept = new Map<number, Map<number, number>>();

/** The same date so many months on, or back. */
export function monthsOn(day: number, months: number): number {
  let known = kept.get(months);
  if (known === undefined) {
    known = new Map();
    kept.set(months, known);
  }
  let found = known.get(day);
  if (found === undefined) {
    found = daysBetween(epoch, addMonths(addDays(epoch, day), months));
    known.set(day, found);
  }
  return found;
}

/** The first place of an order after the day. */
function firstAfter({ days, from }: OwnPurchases, end: number, day: number): number {
  let [low, high] = [from, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? 0) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first of the orders a rule looks at on a day; `end`: the place after the last of that day. */
export function windowStart(own: OwnPurchases, { months }: Level, day: number, end: number): number {
  return months === null ? own.from : firstAfter(own, end, monthsOn(day, -months));
}

/** What a rule looks at comes to, in its own measure. */
export function measured(own: OwnPurchases, level: Level, day: number, end: number): number {
  const start = windowStart(own, level, day, end);
  return level.measure === 'orders' ? end - start : (own.upTo[end] ?? 0) - (own.upTo[start] ?? 0);
}

/** The highest level above `floor` whose rule is met; else `floor`. */
function highestMet(own: OwnPurchases, levels: readonly Level[], day: number, end: number, floor: number): number {
  for (let rank = levels.length; rank > floor; rank -= 1) {
    const level = levels[rank - 1];
    if (level !== undefined && measured(own, level, day, end) >= level.atLeast) return rank;
  }
  return floor;
}

/** Where somebody stands at the end of a day by the rules. `told`: hears of every step on the way. */
export function walkLevels(
  own: OwnPurchases,
  levels: readonly Level[],
  on: number,
  told?: (step: LevelStep) => void,
): LevelStanding {
  const { days, to } = own;
  let [end, rank, since, review] = [own.from, 0, noDay, noDay];
  for (;;) {
    const bought = end < to ? (days[end] ?? 0) : Infinity;
    const day = review !== noDay && review < bought ? review : bought;
    if (day > on) return { rank, since, review };
    while (end < to && days[end] === day) end += 1;
    const isReview = day === review;
    const after = highestMet(own, levels, day, end, isReview ? 0 : rank);
    if (!isReview && after === rank) continue;
    const validMonths = levels[after - 1]?.validMonths ?? null;
    const before = rank;
    if (after !== before) since = day;
    rank = after;
    review = validMonths === null ? noDay : monthsOn(day, validMonths);
    told?.({ day, before, after, isReview, review });
  }
}
