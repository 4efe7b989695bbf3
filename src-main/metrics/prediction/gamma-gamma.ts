/**
 * What a purchase of a customer comes to on the whole: single amounts vary around each one's own mean (gamma), and the means from one to the next
 * (gamma). P. Fader, B. Hardie, K. L. Lee, RFM and CLV: using iso-value curves, J. of Marketing Research 42 (2005); their note 025 (2013).
 *
 * It takes for granted that who comes more often does not spend more or less each time: `spendFollowsFrequency` says how far that is true.
 */

import { digamma, logGamma } from './log-gamma.ts';
import { minimise, type Point } from './minimise.ts';

export interface SpendParameters {
  readonly p: number;
  readonly q: number;
  readonly v: number;
}

export interface Spending {
  /** Purchase days after the first: > 0. */
  readonly repeats: number;
  /** Their mean, in whole units of money: > 0. */
  readonly mean: number;
}

export interface SpendFit {
  readonly parameters: SpendParameters;
  readonly logLikelihood: number;
  readonly customers: number;
  readonly evaluations: number;
  readonly converged: boolean;
  /** Without a mean over all customers (q ≤ 1), or on the edge of what can be told. */
  readonly degenerate: boolean;
}

/** The logarithm of the likelihood, and its derivatives by p, q and v. */
export function spendLogLikelihood({ p, q, v }: SpendParameters, all: readonly Spending[]): Point {
  let value = 0;
  const gradient = new Float64Array(3);
  const [logV, gammaQ, psiQ] = [Math.log(v), logGamma(q), digamma(q)];
  for (const { repeats: x, mean } of all) {
    const [logMean, logX, sum] = [Math.log(mean), Math.log(x), x * mean + v];
    const logSum = Math.log(sum);
    value +=
      logGamma(p * x + q) -
      logGamma(p * x) -
      gammaQ +
      q * logV +
      (p * x - 1) * logMean +
      p * x * logX -
      (p * x + q) * logSum;
    const psi = digamma(p * x + q);
    gradient[0] = (gradient[0] ?? 0) + x * (psi - digamma(p * x) + logMean + logX - logSum);
    gradient[1] = (gradient[1] ?? 0) + psi - psiQ + logV - logSum;
    gradient[2] = (gradient[2] ?? 0) + q / v - (p * x + q) / sum;
  }
  return { value, gradient };
}

const EDGE = 9;

export function fitSpending(all: readonly Spending[], mostEvaluations = 60): SpendFit {
  const scale = 1 / Math.max(1, all.length);
  const overall = all.reduce((sum, { mean }) => sum + mean, 0) * scale;
  const of = (at: Float64Array): Point => {
    if (at.some((value) => Math.abs(value) > 2 * EDGE))
      return { value: Number.POSITIVE_INFINITY, gradient: new Float64Array(3) };
    const [p = 0, q = 0, v = 0] = at.map(Math.exp);
    // Amounts in units of their mean: the same shop in yen or yuan takes the same way.
    const { value, gradient } = spendLogLikelihood({ p, q, v: v * overall }, all);
    const by = [p, q, v * overall];
    return { value: -value * scale, gradient: gradient.map((part, index) => -part * (by[index] ?? 0) * scale) };
  };
  const start = Float64Array.of(Math.log(3), Math.log(3), Math.log(0.7));
  const found = minimise(of, start, { mostEvaluations, gradientTolerance: 1e-6, gain: 1e-9, longestMove: 2 });
  const [p = 0, q = 0, v = 0] = found.at.map(Math.exp);
  return {
    parameters: { p, q, v: v * overall },
    logLikelihood: -found.value / scale,
    customers: all.length,
    evaluations: found.evaluations,
    converged: found.converged,
    degenerate: q <= 1 || found.at.some((value) => Math.abs(value) > EDGE),
  };
}

/** What a purchase of this customer comes to on the whole; of one without repeats the mean over all. In the unit of the means. */
export function expectedSpend({ p, q, v }: SpendParameters, { repeats, mean }: Spending): number {
  return (p * (v + repeats * mean)) / (p * repeats + q - 1);
}

/** Pearson's correlation of how often customers come again with what they spend each time. */
export function spendFollowsFrequency(all: readonly Spending[]): number {
  const n = all.length;
  const mean = (of: (one: Spending) => number): number => all.reduce((sum, one) => sum + of(one), 0) / n;
  const [x, z] = [mean((one) => one.repeats), mean((one) => one.mean)];
  const about = (of: (one: Spending) => number): number => all.reduce((sum, one) => sum + of(one), 0);
  const both = about((one) => (one.repeats - x) * (one.mean - z));
  return both / Math.sqrt(about((one) => (one.repeats - x) ** 2) * about((one) => (one.mean - z) ** 2));
}
