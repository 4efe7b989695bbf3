/** Before anybody is contacted: the smallest effect that would be seen in four of five cases, at 5 % two-sided. */

import { normalBelow, normalQuantile } from './distributions.ts';

const ALPHA = 0.05;
const POWER = 0.8;

interface Sizes {
  readonly contacted: number;
  readonly held: number;
}

/**
 * So much larger a share of buyers, 0 … 1, above `base` among those held back. With the variance of each group by itself: J. L. Fleiss, B. Levin,
 * M. C. Paik, Statistical Methods for Rates and Proportions (2003), 4.2. null: not even everybody buying would be seen.
 */
export function detectableShare(base: number, { contacted, held }: Sizes, power = POWER): number | null {
  if (contacted < 1 || held < 1) return null;
  const z = normalQuantile(1 - ALPHA / 2) + normalQuantile(power);
  const needs = (more: number): number =>
    z * Math.sqrt((base * (1 - base)) / held + ((base + more) * (1 - base - more)) / contacted) - more;
  const most = 1 - base;
  if (needs(most) > 0) return null;
  let [low, high] = [0, most];
  for (let step = 0; step < 100; step += 1) {
    const middle = (low + high) / 2;
    if (needs(middle) > 0) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * So much more per person, in the unit of `deviation`, the spread of what a person brings. For a t test, by W. C. Guenther, The American Statistician 35
 * (1981): the sizes of the normal case and z²/4 more.
 */
export function detectableMean(deviation: number, { contacted, held }: Sizes, power = POWER): number | null {
  if (contacted < 2 || held < 2) return null;
  const z = normalQuantile(1 - ALPHA / 2);
  const each = 2 / (1 / contacted + 1 / held) - z ** 2 / 4;
  return each <= 0 ? null : (z + normalQuantile(power)) * deviation * Math.sqrt(2 / each);
}

/**
 * Are the groups as large as the draw meant them to be? The chance of a share at least as far off, by χ² with one degree of freedom; below 0.001 something
 * is wrong with how the groups came about. A. Fabijan et al., Diagnosing Sample Ratio Mismatch in Online Controlled Experiments, KDD 2019.
 */
export function sampleRatio({ contacted, held }: Sizes, share: number): number {
  const people = contacted + held;
  if (people === 0 || share <= 0 || share >= 1) return 1;
  const off = held - people * share;
  return 2 * normalBelow(-Math.abs(off) / Math.sqrt(people * share * (1 - share)));
}
