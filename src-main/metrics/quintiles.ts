/** Scores 1 … 5 from values, three ways. Pure; works on whole numbers only, so that no cut point is a matter of rounding. */

/** How many of the ascending `sorted` are below `value`. */
function countBelow(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The four type-7 quantile cut points (20, 40, 60, 80 %), each times five to stay whole. */
export function cutPointsTimesFive(values: Float64Array): readonly number[] {
  if (values.length === 0) return [];
  const sorted = Float64Array.from(values).sort();
  const cuts: number[] = [];
  for (let k = 1; k <= 4; k += 1) {
    const reach = (sorted.length - 1) * k;
    const low = sorted[Math.floor(reach / 5)] ?? 0;
    const high = sorted[Math.floor(reach / 5) + 1] ?? low;
    cuts.push(5 * low + (high - low) * (reach % 5));
  }
  return cuts;
}

/** `quantile`: 1 + the number of cut points strictly below the value. Equal values always score alike. */
export function quantileScores(values: Float64Array): Uint8Array {
  const cuts = cutPointsTimesFive(values);
  const scores = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i += 1) {
    const scaled = 5 * (values[i] ?? 0);
    let score = 1;
    for (const cut of cuts) if (cut < scaled) score += 1;
    scores[i] = score;
  }
  return scores;
}

/** Which of five groups a 0-based place among `count` falls into; the first (count mod 5) groups are one larger. */
function tileOf(place: number, count: number): number {
  const size = Math.floor(count / 5);
  const larger = count % 5;
  const inLarger = larger * (size + 1);
  if (place < inLarger) return 1 + Math.floor(place / (size + 1));
  return 1 + larger + Math.floor((place - inLarger) / size);
}

/** `ntile`: five groups of equal size by value; ties in the order of `tieOrder`, the places of `values` sorted by business id. */
export function ntileScores(values: Float64Array, tieOrder: Int32Array): Uint8Array {
  const sorted = Float64Array.from(values).sort();
  const taken = new Int32Array(values.length);
  const scores = new Uint8Array(values.length);
  for (const i of tieOrder) {
    const first = countBelow(sorted, values[i] ?? 0);
    const place = first + (taken[first] ?? 0);
    taken[first] = (taken[first] ?? 0) + 1;
    scores[i] = tileOf(place, values.length);
  }
  return scores;
}

/** `typed`: 5 at or beyond the owner's line, else 1. */
export function typedScores(values: Float64Array, line: number): Uint8Array {
  return Uint8Array.from(values, (value) => (value >= line ? 5 : 1));
}

/** The lowest value that scores high; null when none does. */
export function highFrom(values: Float64Array, scores: Uint8Array, high: number): number | null {
  let least: number | null = null;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? 0;
    if ((scores[i] ?? 0) >= high && (least === null || value < least)) least = value;
  }
  return least;
}
