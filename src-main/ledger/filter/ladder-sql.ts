/** On which step of the ladder somebody stands, as SQL over `bought` and `customer` of `filtered-customers.sql`. */

import type { CustomerScores } from '../customers-scores.ts';
import type { NamedValues } from './named-values.ts';

export interface LadderLines {
  /** From how many counted orders on somebody comes often. */
  readonly oftenOrders: number;
  /** The mean of an order of the buyer in the middle, in minor units, not rounded; null: nobody has bought. */
  readonly averageMinor: number | null;
}

const known = new WeakMap<CustomerScores, LadderLines>();

/** The lines on the ground of the scores: the owner's own for how often, the median of all buyers for how much each time. */
export function ladderLines(scores: CustomerScores): LadderLines {
  const kept = known.get(scores);
  if (kept !== undefined) return kept;
  const { frequency, netMinor, likely, basis, typedLines } = scores;
  const averages: number[] = [];
  frequency.forEach((orders, at) => {
    if (orders === 0 || (basis.likely === false && likely[at] === 1)) return;
    averages.push((netMinor[at] ?? 0) / orders);
  });
  const sorted = Float64Array.from(averages).sort();
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  const averageMinor = low === undefined || high === undefined ? null : (low + high) / 2;
  const lines = { oftenOrders: typedLines.frequency, averageMinor };
  known.set(scores, lines);
  return lines;
}

/** 'A' … 'E'; null for who placed no order, or is not asked about. */
export function ladderSql({ oftenOrders, averageMinor }: LadderLines, values: NamedValues): string {
  const often = `bought.frequency >= ${values.bind(oftenOrders, 'often')}`;
  return `case
    when bought.all_orders = 0 or not (:likely or customer.certainty = 'certain') then null
    when bought.frequency = 0 then 'A'
    when 1.0 * bought.net_minor / bought.frequency < ${values.bind(averageMinor, 'line')} then iif(${often}, 'C', 'B')
    else iif(${often}, 'E', 'D')
  end`;
}
