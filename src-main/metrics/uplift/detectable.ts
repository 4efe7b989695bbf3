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
 * So many people it takes, both groups together, to see a share of buyers that is `more` above `base` in four of five cases, where `share` of them is held
 * back: `detectableShare` the other way round. null: nobody is held back, or more than everybody would have to buy.
 */
export function peopleNeeded(base: number, more: number, share: number, power = POWER): number | null {
  if (share <= 0 || share >= 1 || more <= 0 || base + more > 1) return null;
  const z = normalQuantile(1 - ALPHA / 2) + normalQuantile(power);
  const variance = (base * (1 - base)) / share + ((base + more) * (1 - base - more)) / (1 - share);
  return Math.ceil((z ** 2 * variance) / more ** 2);
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
 * Are the groups as large as the draws meant them to be? The chance of their being at least as far off; below 0.001 something is wrong with how they
 * came about. A. Fabijan et al., Diagnosing Sample Ratio Mismatch in Online Controlled Experiments, KDD 2019. null: nobody was to be held back.
 */
export function sampleRatio(draws: readonly (Sizes & { readonly share: number })[]): number | null {
  let [off, variance] = [0, 0];
  for (const { contacted, held, share } of draws) {
    off += held - (contacted + held) * share;
    variance += (contacted + held) * share * (1 - share);
  }
  return variance <= 0 ? null : 2 * normalBelow(-Math.abs(off) / Math.sqrt(variance));
}
