/** Where in their life as a customer somebody stands, as SQL over `bought` and `rhythm` of `filtered-customers.sql`. Pure. */

import { type LifeLines, ownTimes } from '../../../src-shared/lifecycle.ts';
import type { NamedValues } from './named-values.ts';

/** `since`: days since the last purchase, as SQL. A line that is null is never passed. */
export function lifecycleSql(since: string, lines: LifeLines | null, values: NamedValues): string {
  const within = (line: keyof LifeLines): string => {
    const own = `${ownTimes[line]} * rhythm.days`;
    return lines === null
      ? `coalesce(${since} <= ${own}, true)`
      : `${since} <= coalesce(${own}, ${values.bind(lines[line], line)})`;
  };
  return `case
    when bought.frequency = 0 then 'none'
    when ${within('due')} then iif(bought.first_day = bought.last_day, 'new', 'active')
    when ${within('sleeping')} then 'due'
    when ${within('lost')} then 'sleeping'
    else 'lost'
  end`;
}
