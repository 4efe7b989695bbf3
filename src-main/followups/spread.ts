/** Which day each follow-up stands on: the best first, no more a day than the owner wants to do, nobody twice on one day. Pure. */

import { addDays, type Day } from '../../src-shared/day.ts';

export interface Waiting {
  readonly customer: number;
  /** Since when it is due. */
  readonly due: Day;
  /** Not after this day; null: it waits as long as it takes. */
  readonly until: Day | null;
  /** Somebody promised it for its day: it goes before suggestions. */
  readonly promised: boolean;
  /** What it may bring, in minor units; null: not known, and after those known. */
  readonly stakeMinor: number | null;
  /** It was measured that contacting brings nothing: it goes behind everything that was not. */
  readonly sinks: boolean;
  /** Breaks ties, so that the order never depends on where it came from. */
  readonly origin: string;
}

/** What is not known goes after everything that is: of those that sink too, however much less than nothing they bring. */
const unknown = -Number.MAX_VALUE;

/** Best first: by what it may bring, then the longest waiting; what brings nothing at the end. */
export function byStake(a: Waiting, b: Waiting): number {
  if (a.sinks !== b.sinks) return a.sinks ? 1 : -1;
  const stake = (b.stakeMinor ?? unknown) - (a.stakeMinor ?? unknown);
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
  /** Would stand on the first day, were they not held back. */
  readonly held: readonly Item[];
  /** Their time passed before a day had room for them. */
  readonly missed: readonly Item[];
}

export interface Room {
  readonly capacity: number;
  /** Nobody is contacted. */
  readonly rests: boolean;
}

/**
 * `roomOf`: how many people of a day may be contacted, less those who were. `freeOf`: from which day on nothing holds an item back, null: nobody knows
 * when; asked only of those who would stand on a day. What is promised stands on its day whatever the capacity, on a day of rest on the next.
 */
export function spread<Item extends Waiting>(
  items: readonly Item[],
  from: Day,
  dayCount: number,
  roomOf: (day: Day) => Room,
  freeOf: (item: Item) => Day | null = () => from,
): Spread<Item> {
  const days = new Map<Day, { first: Item; also: Item[] }[]>();
  const held: Item[] = [];
  const missed: Item[] = [];
  const waits = new Map<Item, Day>();
  let waiting = items.toSorted(byPlace);
  for (let at = 0; at < dayCount; at += 1) {
    const day = addDays(from, at);
    const { capacity, rests } = roomOf(day);
    const here = new Map<number, { first: Item; also: Item[] }>();
    /** They take no place, or found none, and wait on. */
    const stays = (item: Item): boolean => {
      if (item.due > day || (waits.get(item) ?? day) > day) return true;
      if (item.until !== null && item.until < day) {
        missed.push(item);
        return false;
      }
      const known = here.get(item.customer);
      if (known !== undefined) {
        known.also.push(item);
        return false;
      }
      if (rests || (here.size >= capacity && !item.promised)) return true;
      const free = freeOf(item);
      if (free !== null && free <= day) {
        here.set(item.customer, { first: item, also: [] });
        return false;
      }
      if (at === 0) held.push(item);
      if (free !== null) waits.set(item, free);
      return free !== null;
    };
    waiting = waiting.filter(stays);
    days.set(
      day,
      [...here.values()].sort((a, b) => byStake(a.first, b.first)),
    );
  }
  return { days, held, missed };
}
