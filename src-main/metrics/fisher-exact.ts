/**
 * Fisher's exact test, one-sided: how often chance alone would put two things together at least as often as was seen. R. A. Fisher, Statistical
 * Methods for Research Workers (1934), § 21.02.
 */

/** Beyond this the terms of Stirling's series that are left out are below a double's last digit. */
const SERIES_FROM = 16;
const small: number[] = [0, 0];

/** Natural logarithm of n!, n a whole number from 0 on. Exact to the last digits of a double. */
export function logFactorial(n: number): number {
  if (n >= SERIES_FROM) {
    const square = n * n;
    const series = 1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * square)) / square) / square;
    return (n + 0.5) * Math.log(n) - n + Math.log(2 * Math.PI) / 2 + series / n;
  }
  for (let at = small.length; at <= n; at += 1) small.push((small[at - 1] ?? 0) + Math.log(at));
  return small[n] ?? 0;
}

export interface TwoByTwo {
  /** Cases with both, with the first, with the second, and all of them. */
  readonly both: number;
  readonly first: number;
  readonly second: number;
  readonly all: number;
}

/** 0 … 1: the chance of `both` or more, were the two independent and each as frequent as it is (the hypergeometric distribution's upper tail). */
export function fisherGreater({ both, first, second, all }: TwoByTwo): number {
  const most = Math.min(first, second);
  if (both > most) return 0;
  const least = Math.max(0, first + second - all);
  if (both <= least) return 1;
  const choose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k);
  let term = Math.exp(choose(first, both) + choose(all - first, second - both) - choose(all, second));
  let sum = term;
  for (let at = both; at < most && term > 0; at += 1) {
    // The next term of the distribution from the one before.
    term *= ((first - at) * (second - at)) / ((at + 1) * (all - first - second + at + 1));
    sum += term;
  }
  return Math.min(1, sum);
}
