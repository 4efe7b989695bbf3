/** Scores 1 … 5 from values, three ways. Pure; works on whole numbers only, so that no cut point is a matter of rounding. */

/** Values in ascending order, asked by place and by value. */
interface Ranking {
  /** The value at a 0-based place. */
  at(place: number): number;
  /** How many values are lower. */
  below(value: number): number;
}

/** The first place of an ascending list where `isPast` holds; its length when it holds nowhere. */
function firstPast(length: number, isPast: (place: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isPast(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

const BUCKETS = 65_536;

/**
 * Values are counted in buckets by their size; only a bucket that is asked about is put in order. Where values lie close together, as
 * days and numbers of orders do, each has a bucket of its own.
 */
function rankingOf(values: Float64Array): Ranking {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const width = Math.ceil((most - least + 1) / BUCKETS);
  const bucketOf = (value: number): number => Math.floor((value - least) / width);
  // Before each bucket so many values, and at last all.
  const before = new Int32Array(bucketOf(most) + 2);
  for (const value of values) before[bucketOf(value) + 1] = (before[bucketOf(value) + 1] ?? 0) + 1;
  for (let bucket = 1; bucket < before.length; bucket += 1)
    before[bucket] = (before[bucket] ?? 0) + (before[bucket - 1] ?? 0);
  const opened = new Map<number, Float64Array>();
  const open = (bucket: number): Float64Array => {
    const sorted = opened.get(bucket) ?? values.filter((value) => bucketOf(value) === bucket).sort();
    opened.set(bucket, sorted);
    return sorted;
  };
  return {
    at: (place) => {
      const bucket = firstPast(before.length, (step) => (before[step] ?? 0) > place) - 1;
      return width === 1 ? least + bucket : (open(bucket)[place - (before[bucket] ?? 0)] ?? 0);
    },
    below: (value) => {
      const bucket = bucketOf(value);
      if (width === 1) return before[bucket] ?? 0;
      const sorted = open(bucket);
      return (before[bucket] ?? 0) + firstPast(sorted.length, (place) => (sorted[place] ?? 0) >= value);
    },
  };
}

/** The four type-7 quantile cut points (20, 40, 60, 80 %), each times five to stay whole. */
export function cutPointsTimesFive(values: Float64Array): readonly number[] {
  if (values.length === 0) return [];
  const ranking = rankingOf(values);
  return [1, 2, 3, 4].map((k) => {
    const reach = (values.length - 1) * k;
    const place = Math.floor(reach / 5);
    const low = ranking.at(place);
    const high = place + 1 < values.length ? ranking.at(place + 1) : low;
    return 5 * low + (high - low) * (reach % 5);
  });
}

/** `quantile`: 1 + the number of cut points strictly below the value. Equal values always score alike. */
export function quantileScores(values: Float64Array): Uint8Array {
  const [first = 0, second = 0, third = 0, fourth = 0] = cutPointsTimesFive(values);
  const scores = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i += 1) {
    const scaled = 5 * (values[i] ?? 0);
    scores[i] = 1 + Number(first < scaled) + Number(second < scaled) + Number(third < scaled) + Number(fourth < scaled);
  }
  return scores;
}

/** The place where the second … fifth of five groups begins; the first (count mod 5) groups are one larger. */
function beginnings(count: number): readonly number[] {
  const [size, larger] = [Math.floor(count / 5), count % 5];
  return [1, 2, 3, 4].map((group) => group * size + Math.min(group, larger));
}

/**
 * `ntile`: five groups of equal size by value; ties in the order of `tieOrder`, the places of `values` sorted by business id. Only values
 * that stand on a border between groups have ties to be settled; all others are scored by comparing with the borders.
 */
export function ntileScores(values: Float64Array, tieOrder: Int32Array): Uint8Array {
  const scores = new Uint8Array(values.length);
  if (values.length === 0) return scores;
  const ranking = rankingOf(values);
  const places = beginnings(values.length);
  // No value lies beyond a border that is not there.
  const borders = places.map((place) => (place < values.length ? ranking.at(place) : Infinity));
  const [first = 0, second = 0, third = 0, fourth = 0] = borders;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? 0;
    if (value === first || value === second || value === third || value === fourth) continue;
    scores[i] = 1 + Number(first < value) + Number(second < value) + Number(third < value) + Number(fourth < value);
  }
  const [begin2 = 0, begin3 = 0, begin4 = 0, begin5 = 0] = places;
  const next = Int32Array.from(borders, (value) => (value === Infinity ? 0 : ranking.below(value)));
  for (const i of tieOrder) {
    if (scores[i] !== 0) continue;
    const value = values[i] ?? 0;
    // Two borders at one value share the first one's count.
    const border = value === first ? 0 : value === second ? 1 : value === third ? 2 : 3;
    const place = next[border] ?? 0;
    next[border] = place + 1;
    scores[i] =
      1 + Number(begin2 <= place) + Number(begin3 <= place) + Number(begin4 <= place) + Number(begin5 <= place);
  }
  return scores;
}

/** `typed`: 5 at or beyond the owner's line, else 1. */
export function typedScores(values: Float64Array, line: number): Uint8Array {
  const scores = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i += 1) scores[i] = (values[i] ?? 0) >= line ? 5 : 1;
  return scores;
}

/** The lowest value that scores high; null when none does. */
export function highFrom(values: Float64Array, scores: Uint8Array, high: number): number | null {
  let least = Infinity;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? 0;
    if ((scores[i] ?? 0) >= high && value < least) least = value;
  }
  return least === Infinity ? null : least;
}
