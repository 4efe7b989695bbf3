/** Which day each follow-up stands on: the best first, no more a day than the owner wants to do, nobody twice on one day. Pure. */

import { addDays, type Day } from '../../src-shared/day.ts';

export interface Waiting {
  readonly customer: number;
  /** Since when it is due. */
  readonly due: Day;
  /** Not before this day. */
  readonly from: Day;
  /** Not after this day; null: it waits as long as it takes. */
  readonly until: Day | null;
  /** Somebody promised it for its day: it goes before suggestions. */
  readonly promised: boolean;
  /** What it may bring, in minor units; null: not known, and after those known. */
  readonly stakeMinor: number | null;
  /** Breaks ties, so that the order never depends on where it came from. */
  readonly origin: string;
}

/** Best first: by what it may bring, then the longest waiting. */
export function byStake(a: Waiting, b: Waiting): number {
  const stake = (b.stakeMinor ?? -1) - (a.stakeMinor ?? -1);
  if (stake !== 0) return stake;
  if (a.due !== b.due) return a.due < b.due ? -1 : 1;
  return a.origin < b.origin ? -1 : a.origin > b.origin ? 1 : 0;
}

function byPlace(a: Waiting, b: Waiting): number {
  return a.promised === b.promised ? byStake(a, b) : a.promised ? -1 : 1;
}

export interface Spread<Item> {
  /** Of each day, best first; the others of a person on that day stand with their first. */
  readonly days: ReadonlyMap<Day, readonly { readonly first: Item; readonly also: readonly Item[] }[]>;
  /** Their time passed before a day had room for them. */
  readonly missed: readonly Item[];
}

/**
 * `capacityOf`: how many people of a day may be contacted, less those who were. What is promised stands on its day whatever the capacity, on a
 * day without any on the next one that has some.
 */
export function spread<Item extends Waiting>(
  items: readonly Item[],
  from: Day,
  dayCount: number,
  capacityOf: (day: Day) => { readonly capacity: number; readonly rests: boolean },
): Spread<Item> {
  const days = new Map<Day, { first: Item; also: Item[] }[]>();
  const missed: Item[] = [];
  // By the day from which they may be done: each day takes up those that begin then.
  const sorted = [...items].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  let next = 0;
  let waiting: Item[] = [];
  for (let at = 0; at < dayCount; at += 1) {
    const day = addDays(from, at);
    for (; next < sorted.length && (sorted[next] as Item).from <= day; next += 1) waiting.push(sorted[next] as Item);
    const { capacity, rests } = capacityOf(day);
    const here = new Map<number, { first: Item; also: Item[] }>();
    const left: Item[] = [];
    for (const item of waiting.sort(byPlace)) {
      if (item.until !== null && item.until < day) {
        missed.push(item);
        continue;
      }
      const known = here.get(item.customer);
      const hasRoom = !rests && (here.size < capacity || item.promised);
      if (known !== undefined) known.also.push(item);
      else if (hasRoom) here.set(item.customer, { first: item, also: [] });
      else left.push(item);
    }
    waiting = left;
    days.set(
      day,
      [...here.values()].sort((a, b) => byStake(a.first, b.first)),
    );
  }
  return { days, missed };
}
