/**
 * How often customers come, and whether they still do: purchases at a rate that differs from one to the next (gamma), and after a purchase a
 * chance to leave for good that differs as well (beta). Two models, told apart by when somebody may leave:
 *
 * - `bg`: only after a repeat purchase (BG/NBD). P. Fader, B. Hardie, K. L. Lee, “Counting your customers” the easy way, Marketing Science 24
 *   (2005). Who came once is active for ever.
 * - `mbg`: after the first purchase already (MBG/NBD). E. Batislam, M. Denizel, A. Filiztekin, Empirical validation and comparison of models for
 *   customer base analysis, Int. J. of Research in Marketing 24 (2007). Who came once fades away as well: the rule here.
 *
 * Times are in weeks. The likelihood is summed over customers, no constant dropped.
 */

import { gaussSeries } from './gauss-series.ts';
import type { Histories, History } from './histories.ts';
import { minimise, type Point } from './minimise.ts';

export type Leaving = 'bg' | 'mbg';

/** The rate ~ Gamma(r, rate alpha) a week; the chance to leave ~ Beta(a, b). All above 0. */
export interface Parameters {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/** Chances to leave taken before the question, beyond the repeats: MBG has one more. */
const shifts: Readonly<Record<Leaving, 0 | 1>> = { bg: 0, mbg: 1 };

/** Σ ln(from + i) and Σ 1/(from + i) over i < n, for n = 0 … most: differences of ln Γ and ψ without either. */
function sums(from: number, most: number): { readonly logs: Float64Array; readonly parts: Float64Array } {
  const logs = new Float64Array(most + 1);
  const parts = new Float64Array(most + 1);
  for (let at = 0; at < most; at += 1) {
    logs[at + 1] = (logs[at] ?? 0) + Math.log(from + at);
    parts[at + 1] = (parts[at] ?? 0) + 1 / (from + at);
  }
  return { logs, parts };
}

/** The logarithm of the likelihood, and its derivatives by r, alpha, a and b. */
export function logLikelihood(leaving: Leaving, { r, alpha, a, b }: Parameters, histories: Histories): Point {
  const { repeats, last, known, count, weeks, mostRepeats } = histories;
  const shift = shifts[leaving];
  const most = mostRepeats + shift;
  const [byR, byB, byBoth] = [sums(r, most), sums(b, most), sums(a + b, most)];
  const logs = weeks.map((time) => Math.log(alpha + time));
  const [logAlpha, logA] = [Math.log(alpha), Math.log(a)];
  let value = 0;
  const gradient = new Float64Array(4);
  const add = (at: number, by: number): void => {
    gradient[at] = (gradient[at] ?? 0) + by;
  };
  for (let at = 0; at < count.length; at += 1) {
    const x = repeats[at] ?? 0;
    const chances = x + shift;
    const [logLast, logKnown] = [logs[last[at] ?? 0] ?? 0, logs[known[at] ?? 0] ?? 0];
    const [timeLast, timeKnown] = [alpha + (weeks[last[at] ?? 0] ?? 0), alpha + (weeks[known[at] ?? 0] ?? 0)];
    // How likely they left after the last purchase, against that they stayed and have not come since.
    const odds =
      chances === 0 ? Number.NEGATIVE_INFINITY : logA - Math.log(b + chances - 1) + (r + x) * (logKnown - logLast);
    const left = 1 / (1 + Math.exp(-odds));
    const either = odds > 0 ? odds + Math.log1p(Math.exp(-odds)) : Math.log1p(Math.exp(odds));
    const times = count[at] ?? 0;
    value +=
      times *
      ((byR.logs[x] ?? 0) +
        r * logAlpha +
        (byB.logs[chances] ?? 0) -
        (byBoth.logs[chances] ?? 0) -
        (r + x) * logKnown +
        either);
    add(0, times * ((byR.parts[x] ?? 0) + logAlpha - logKnown + left * (logKnown - logLast)));
    add(1, times * (r / alpha - (r + x) / timeKnown + left * (r + x) * (1 / timeKnown - 1 / timeLast)));
    add(2, times * (-(byBoth.parts[chances] ?? 0) + left / a));
    const byLeaving = chances === 0 ? 0 : left / (b + chances - 1);
    add(3, times * ((byB.parts[chances] ?? 0) - (byBoth.parts[chances] ?? 0) - byLeaving));
  }
  return { value, gradient };
}

export interface Fit {
  readonly leaving: Leaving;
  readonly parameters: Parameters;
  readonly logLikelihood: number;
  /** How often a likelihood was worked out: this one's, and that of nobody leaving. */
  readonly evaluations: number;
  readonly converged: boolean;
  /**
   * The data do not tell when people leave: the likelihood runs to an edge, or is as good without anybody leaving. What is said about who still
   * comes then means little.
   */
  readonly degenerate: boolean;
}

/** Logarithms of parameters beyond this say that the likelihood has no top. */
const EDGE = 9;
/** Of fewer who came again nothing is learnt about leaving. */
const FEWEST_REPEATERS = 10;
/** So little better than a model in which nobody leaves, in units of the log-likelihood, is no better. */
const NO_BETTER = 2;

function named([r = 0, alpha = 0, a = 0, b = 0]: Float64Array): Parameters {
  return { r, alpha, a, b };
}

/** The likelihood of the same customers when nobody ever leaves, at its best: a gamma-Poisson alone. */
function withoutLeaving(
  histories: Histories,
  start: Float64Array,
  mostEvaluations: number,
): { readonly best: number; readonly evaluations: number } {
  const scale = 1 / histories.customers;
  const of = (at: Float64Array): Point => {
    const [r, alpha] = [Math.exp(at[0] ?? 0), Math.exp(at[1] ?? 0)];
    // With a chance of nearly nothing the beta part is 1 and the rest is what it is.
    const { value, gradient } = logLikelihood('bg', { r, alpha, a: 1e-9, b: 1e3 }, histories);
    return {
      value: -value * scale,
      gradient: Float64Array.of(-(gradient[0] ?? 0) * r * scale, -(gradient[1] ?? 0) * alpha * scale),
    };
  };
  const found = minimise(of, start, { mostEvaluations, gradientTolerance: 1e-5, gain: 1e-8, longestMove: 2 });
  return { best: -found.value / scale, evaluations: found.evaluations };
}

/** The parameters under which the histories are likeliest. Every logarithm is free, so that none leaves its range. */
export function fitBetaGeometric(leaving: Leaving, histories: Histories, mostEvaluations = 60): Fit {
  const scale = 1 / Math.max(1, histories.customers);
  const of = (at: Float64Array): Point => {
    if (at.some((value) => Math.abs(value) > 2 * EDGE))
      return { value: Number.POSITIVE_INFINITY, gradient: new Float64Array(4) };
    const parameters = named(at.map(Math.exp));
    const { value, gradient } = logLikelihood(leaving, parameters, histories);
    return { value: -value * scale, gradient: gradient.map((by, index) => -by * Math.exp(at[index] ?? 0) * scale) };
  };
  const found = minimise(of, startFor(histories), {
    mostEvaluations,
    gradientTolerance: 1e-6,
    gain: 1e-9,
    longestMove: 2,
  });
  const parameters = named(found.at.map(Math.exp));
  const best = -found.value / scale;
  const repeaters = histories.count.reduce(
    (sum, customers, at) => sum + ((histories.repeats[at] ?? 0) > 0 ? customers : 0),
    0,
  );
  const onEdge = found.at.some((value) => Math.abs(value) > EDGE);
  const without = withoutLeaving(histories, found.at.slice(0, 2), mostEvaluations);
  return {
    leaving,
    parameters,
    logLikelihood: best,
    evaluations: found.evaluations + without.evaluations,
    converged: found.converged,
    degenerate: repeaters < FEWEST_REPEATERS || onEdge || best - without.best < NO_BETTER,
  };
}

/** Purchases as frequent as they were on the whole, and one in three leaving. */
function startFor({ repeats, known, count, weeks, customers }: Histories): Float64Array {
  let came = 0;
  let time = 0;
  for (let at = 0; at < count.length; at += 1) {
    came += (count[at] ?? 0) * (repeats[at] ?? 0);
    time += (count[at] ?? 0) * (weeks[known[at] ?? 0] ?? 0);
  }
  const rate = (came + 1) / (time + customers + 1);
  return Float64Array.of(Math.log(0.5), Math.log(Math.min(500, Math.max(0.5, 0.5 / (2 * rate)))), 0, Math.log(2));
}

/** 0 … 1: that a customer still comes. 1 of who came once under `bg`. */
export function chanceActive(
  leaving: Leaving,
  { r, alpha, a, b }: Parameters,
  { repeats, lastWeeks, knownWeeks }: History,
): number {
  const chances = repeats + shifts[leaving];
  if (chances === 0) return 1;
  const silence = Math.log((alpha + knownWeeks) / (alpha + lastWeeks));
  return 1 / (1 + (a / (b + chances - 1)) * Math.exp((r + repeats) * silence));
}

/** Where (a − 1) is a divisor: so near to it the value on either side is taken instead. */
const NEAR_ONE = 1e-5;

function meanAround(of: (a: number) => number, a: number): number {
  return Math.abs(a - 1) < NEAR_ONE ? (of(1 - NEAR_ONE) + of(1 + NEAR_ONE)) / 2 : of(a);
}

/** Purchase days to be expected in the next `weeks` weeks. */
export function expectedPurchases(leaving: Leaving, parameters: Parameters, history: History, weeks: number): number {
  if (weeks <= 0) return 0;
  const { r, alpha, b } = parameters;
  const { repeats, knownWeeks } = history;
  const z = weeks / (alpha + knownWeeks + weeks);
  const chances = repeats + shifts[leaving];
  // Euler's transformation (Abramowitz & Stegun, 15.3.3) of the published form: the same value by smaller terms.
  const stays = (a: number): number => {
    const c = a + b + chances - 1;
    const series = gaussSeries(a + b + shifts[leaving] - 1 - r, a - 1, c, z);
    return (c / (a - 1)) * (1 - (1 - z) ** (a - 1) * series);
  };
  return meanAround(stays, parameters.a) * chanceActive(leaving, parameters, history);
}

/** Purchase days after the first to be expected of a customer who has just come for the first time. */
export function expectedOfNew(leaving: Leaving, parameters: Parameters, weeks: number): number {
  return expectedPurchases(leaving, parameters, { repeats: 0, lastWeeks: 0, knownWeeks: 0 }, weeks);
}

/**
 * 0 … 1: that at least one purchase comes within the weeks. Of somebody who is still there the time to the next one is Pareto, for the rate's
 * posterior is a gamma with shape r + x and rate α + T (Fader, Hardie & Lee 2005); who is not never comes.
 */
export function chanceOfPurchase(leaving: Leaving, parameters: Parameters, history: History, weeks: number): number {
  const { r, alpha } = parameters;
  const { repeats, knownWeeks } = history;
  const stays = ((alpha + knownWeeks) / (alpha + knownWeeks + weeks)) ** (r + repeats);
  return chanceActive(leaving, parameters, history) * (1 - stays);
}

/** Weeks from now until the next purchase of somebody who still comes, at a quantile of what may be (0 < share < 1). */
export function nextPurchaseWeeks({ r, alpha }: Parameters, { repeats, knownWeeks }: History, share: number): number {
  // The rate, seen what was seen, is Gamma(r + x, alpha + T): a wait is then Pareto of the second kind.
  return (alpha + knownWeeks) * ((1 - share) ** (-1 / (r + repeats)) - 1);
}
