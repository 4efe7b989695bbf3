/** Of which contribution grade somebody is, as SQL over `customer` of `filtered-customers.sql`. Pure. */

import type { GradeChoice } from '../../../src-shared/grades.ts';
import type { GradeGround } from '../grades/grade-lines.ts';
import { inScope } from './bought-sql.ts';
import type { NamedValues } from './named-values.ts';

/** Those who bought nothing in the months are told by who did: then the others are named. */
export function gradeSql(wanted: readonly GradeChoice[], ground: GradeGround, values: NamedValues): string {
  const isNone = wanted.includes('none');
  const named = (['large', 'medium', 'small'] as const).filter((grade) => wanted.includes(grade) !== isNone);
  const large = values.bind(ground.large, 'large');
  const medium = values.bind(ground.medium, 'medium');
  // A line that is null is reached by nobody.
  return `customer.customer_id ${isNone ? 'not in' : 'in'} (
    select customer_id
    from shop_order
    where counts = 1
      and customer_id is not null
      and ${inScope}
      and ordered_on between ${values.bind(ground.from, 'first')} and :on
    group by customer_id
    having case
      when coalesce(sum(coalesce(net_minor, 0)) >= ${large}, false) then 'large'
      when coalesce(sum(coalesce(net_minor, 0)) >= ${medium}, false) then 'medium'
      else 'small'
    end in (select value from json_each(${values.bindList(named, 'grades')}))
  )`;
}
