/** How far two groups are apart, with an interval that holds the truth in 95 of 100 cases where the groups are large enough. */

import { normalQuantile, tQuantile } from './distributions.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** What is known of a group's values: how many, their sum, the sum of their squares about the mean. */
export interface Spread {
  readonly count: number;
  readonly mean: number;
  /** With n − 1; 0 for fewer than two. */
  readonly variance: number;
}

/** In two passes, so that large values far from 0 lose no digits. */
export function spreadOf(values: Iterable<number>): Spread {
  const all = [...values];
  const mean = all.reduce((sum, value) => sum + value, 0) / Math.max(1, all.length);
  const squares = all.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { count: all.length, mean, variance: all.length < 2 ? 0 : squares / (all.length - 1) };
}

export interface MeanDifference {
  readonly difference: number;
  readonly error: number;
  readonly freedom: number;
  readonly interval: Interval;
}

/** Groups that were drawn with one share each: `weight` says how much a difference within one counts. */
export interface Block {
  readonly weight: number;
  readonly contacted: Spread;
  readonly held: Spread;
}

/**
 * The weighted sum of differences of means, with Welch's interval: B. L. Welch, Biometrika 34 (1947); the degrees of freedom by F. E. Satterthwaite,
 * Biometrics Bulletin 2 (1946). null where a group has fewer than two, or nothing varies.
 */
export function meanDifference(blocks: readonly Block[]): MeanDifference | null {
  let [difference, variance, share] = [0, 0, 0];
  for (const { weight, contacted, held } of blocks) {
    if (contacted.count < 2 || held.count < 2) return null;
    difference += weight * (contacted.mean - held.mean);
    for (const { count, variance: own } of [contacted, held]) {
      const part = (weight ** 2 * own) / count;
      variance += part;
      share += part ** 2 / (count - 1);
    }
  }
  if (variance <= 0) return null;
  const [error, freedom] = [Math.sqrt(variance), variance ** 2 / share];
  const half = tQuantile(0.975, freedom) * error;
  return { difference, error, freedom, interval: { low: difference - half, high: difference + half } };
}

export interface Share {
  readonly buyers: number;
  readonly people: number;
}

/** E. B. Wilson, J. of the American Statistical Association 22 (1927). `people` need not be whole. */
export function shareInterval({ buyers, people }: Share): Interval {
  const z = normalQuantile(0.975);
  const share = buyers / people;
  const [middle, whole] = [share + z ** 2 / (2 * people), 1 + z ** 2 / people];
  const half = z * Math.sqrt((share * (1 - share)) / people + z ** 2 / (4 * people ** 2));
  return { low: Math.max(0, (middle - half) / whole), high: Math.min(1, (middle + half) / whole) };
}

/**
 * The interval of a difference of shares: R. G. Newcombe, Statistics in Medicine 17 (1998), method 10. `gain`: people were drawn tier by tier, which
 * is worth that many times as many people drawn at will (L. Kish, Survey Sampling, 1965: the inverse of the design effect); 1: it is not counted.
 */
export function shareDifference(contacted: Share, held: Share, gain = 1): Interval {
  const worth = ({ buyers, people }: Share): Share => ({ buyers: buyers * gain, people: people * gain });
  const [first, second] = [shareInterval(worth(contacted)), shareInterval(worth(held))];
  const [p, q] = [contacted.buyers / contacted.people, held.buyers / held.people];
  return {
    low: p - q - Math.hypot(p - first.low, second.high - q),
    high: p - q + Math.hypot(first.high - p, q - second.low),
  };
}
