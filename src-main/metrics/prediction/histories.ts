/** What the models know of customers: how often they came again, when last, how long they have been known. Equal ones count once. */

export interface History {
  /** Purchase days after the first one. */
  readonly repeats: number;
  /** Weeks from the first purchase day to the last: 0 without repeats. */
  readonly lastWeeks: number;
  /** Weeks from the first purchase day to the day of the question. */
  readonly knownWeeks: number;
}

/** Histories, each once, with how many customers share it. Times are told by their place in `weeks`. */
export interface Histories {
  readonly customers: number;
  readonly repeats: Int32Array;
  readonly last: Int32Array;
  readonly known: Int32Array;
  readonly count: Float64Array;
  readonly weeks: Float64Array;
  readonly mostRepeats: number;
}

/** `step`: times are rounded to so many weeks; 0 leaves them as they are. */
export function groupHistories(all: Iterable<History>, step = 0): Histories {
  const places = new Map<number, number>();
  const placeOf = (weeks: number): number => {
    const rounded = step === 0 ? weeks : Math.round(weeks / step) * step;
    const place = places.get(rounded) ?? places.size;
    if (place === places.size) places.set(rounded, place);
    return place;
  };
  const counts = new Map<string, number>();
  const groups: { repeats: number; last: number; known: number; count: number }[] = [];
  let customers = 0;
  for (const { repeats, lastWeeks, knownWeeks } of all) {
    customers += 1;
    const [last, known] = [placeOf(lastWeeks), placeOf(knownWeeks)];
    const key = `${repeats} ${last} ${known}`;
    const group = groups[counts.get(key) ?? -1];
    if (group === undefined) {
      counts.set(key, groups.length);
      groups.push({ repeats, last, known, count: 1 });
    } else group.count += 1;
  }
  return {
    customers,
    repeats: Int32Array.from(groups, (group) => group.repeats),
    last: Int32Array.from(groups, (group) => group.last),
    known: Int32Array.from(groups, (group) => group.known),
    count: Float64Array.from(groups, (group) => group.count),
    weeks: Float64Array.from(places.keys()),
    mostRepeats: groups.reduce((most, group) => Math.max(most, group.repeats), 0),
  };
}
