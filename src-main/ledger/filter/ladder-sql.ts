/** On which step of the ladder somebody stands, as SQL over `bought` and `customer` of `filtered-customers.sql`. */

import type { LadderLines } from '../../../src-shared/ladder.ts';
import type { NamedValues } from './named-values.ts';

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
