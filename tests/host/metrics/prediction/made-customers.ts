/** Customers of the model itself: rates and chances to leave drawn, and then what they do over two years and the half year after. */

import { seededRandom } from '../../../../src-main/demo/random.ts';
import type { Parameters } from '../../../../src-main/metrics/prediction/beta-geometric.ts';
import type { History } from '../../../../src-main/metrics/prediction/histories.ts';

export interface MadeCustomer {
  readonly history: History;
  /** Still comes at the end of what is known. */
  readonly stays: boolean;
  /** Purchases of the 26 weeks after that. */
  readonly later: number;
  /** Weeks from the first purchase to each: the first is 0. */
  readonly times: readonly number[];
}

const LATER_WEEKS = 26;

export function madeCustomers(truth: Parameters, customers: number, seed: number): MadeCustomer[] {
  const random = seededRandom(seed);
  // G. Marsaglia and W. W. Tsang, A simple method for generating gamma variables (2000).
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * random.next() ** (1 / shape);
    const d = shape - 1 / 3;
    for (;;) {
      const x = random.normal();
      const v = (1 + x / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log(1 - random.next()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  return Array.from({ length: customers }, () => {
    const rate = gamma(truth.r) / truth.alpha;
    const [g, h] = [gamma(truth.a), gamma(truth.b)];
    const leaves = g / (g + h);
    const known = 20 + Math.floor(random.next() * 84);
    const times = [0];
    let stays = !random.chance(leaves);
    let later = 0;
    for (let time = 0; stays || later > 0; ) {
      time += -Math.log(1 - random.next()) / rate;
      if (time > known + LATER_WEEKS) break;
      if (time <= known) times.push(time);
      else later += 1;
      if (!random.chance(leaves)) continue;
      if (time <= known) stays = false;
      break;
    }
    return {
      history: { repeats: times.length - 1, lastWeeks: times.at(-1) ?? 0, knownWeeks: known },
      stays,
      later,
      times,
    };
  });
}
