/** The normal distribution and Student's t: what an interval and a power calculation go by. */

import { logGamma } from '../prediction/log-gamma.ts';

/** Enough halvings for every bit of a double. */
const HALVINGS = 200;

/** The continued fraction of the incomplete beta function, by Lentz's way. W. Press et al., Numerical Recipes (2007), 6.4. */
function betaFraction(a: number, b: number, x: number): number {
  const tiny = 1e-300;
  const kept = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / kept(1 - ((a + b) * x) / (a + 1));
  let whole = d;
  for (let m = 1; m <= 10_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / kept(1 + even * d);
    c = kept(1 + even / c);
    whole *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / kept(1 + odd * d);
    c = kept(1 + odd / c);
    whole *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return whole;
}

/** I(x; a, b), 0 ≤ x ≤ 1, the regularised incomplete beta function. */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  // The fraction is quick on one side of the mean only.
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(a, b, x)) / a : 1 - (front * betaFraction(b, a, 1 - x)) / b;
}

/** P(T ≤ t) with so many degrees of freedom, > 0, not only whole ones. */
export function tBelow(t: number, df: number): number {
  const tail = incompleteBeta(df / (df + t * t), df / 2, 0.5) / 2;
  return t > 0 ? 1 - tail : tail;
}

/** The t that a share of 0 < p < 1 lies below. */
export function tQuantile(p: number, df: number): number {
  if (p < 0.5) return -tQuantile(1 - p, df);
  let high = 1;
  while (tBelow(high, df) < p) high *= 2;
  let low = 0;
  for (let step = 0; step < HALVINGS && high - low > 1e-15 * high; step += 1) {
    const middle = (low + high) / 2;
    if (tBelow(middle, df) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** P(Z ≤ z). By its series near the middle, by a continued fraction far out. Abramowitz & Stegun, 26.2.11 and 26.2.14. */
export function normalBelow(z: number): number {
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (Math.abs(z) < 3) {
    let term = z;
    let sum = z;
    for (let n = 1; Math.abs(term) > 1e-18 && n < 200; n += 1) {
      term *= (z * z) / (2 * n + 1);
      sum += term;
    }
    return 0.5 + density * sum;
  }
  const far = Math.abs(z);
  let fraction = far;
  for (let n = 120; n >= 1; n -= 1) fraction = far + n / fraction;
  const tail = density / fraction;
  return z > 0 ? 1 - tail : tail;
}

/** The z that a share of 0 < p < 1 lies below. */
export function normalQuantile(p: number): number {
  if (p > 0.5) return -normalQuantile(1 - p);
  let [low, high] = [-40, 0];
  for (let step = 0; step < HALVINGS && high - low > 1e-15; step += 1) {
    const middle = (low + high) / 2;
    if (normalBelow(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
