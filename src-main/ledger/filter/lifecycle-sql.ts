/** Where in their life as a customer somebody stands, as SQL over the tables of `filtered-customers.sql`. Pure. */

import { type LifeChoice, type LifeLines, lifeChoices, ownTimes } from '../../../src-shared/lifecycle.ts';
import type { NamedValues } from './named-values.ts';

/**
 * As it is asked: whoever stands among those in the stages, who are worked out beside it, for putting everybody's gaps in order in SQL takes ten
 * times as long. `inStages`: their numbers. Without an order that counts are those who are in none of the others.
 */
export function heldStageSql(
  wanted: readonly LifeChoice[],
  inStages: (wanted: ReadonlySet<LifeChoice>) => readonly number[],
  values: NamedValues,
): string {
  const isNone = wanted.includes('none');
  const named = lifeChoices.filter((choice) => wanted.includes(choice) !== isNone);
  return `customer.customer_id ${isNone ? 'not in' : 'in'} (select value from json_each(${values.bindList(inStages(new Set(named)))}))`;
}

/** As it is shown, by `bought` and `rhythm`. `since`: days since the last purchase, as SQL. A line that is null is never passed. */
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
