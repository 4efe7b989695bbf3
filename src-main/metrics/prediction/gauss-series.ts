/** Gauss's hypergeometric series. Abramowitz & Stegun, 15.1.1. */

const MOST_TERMS = 200_000;

/** ₂F₁(a, b; c; z) for 0 ≤ z < 1 and c > 0, to a double's last digits where the series comes to an end in time. */
export function gaussSeries(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 0; n < MOST_TERMS; n += 1) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    sum += term;
    // Terms may grow at first: from where they only fall, a small one ends it.
    if (Math.abs(term) <= 1e-17 * Math.abs(sum) && n + 1 > Math.abs(a)) break;
  }
  return sum;
}
