/** A condition about a field of the owner's, as SQL over `customer_mark`. Pure. */

import type { CustomCondition, Wording } from '../../../src-shared/contract/filters.ts';
import type { FieldKind } from '../../../src-shared/custom-field.ts';
import type { Day } from '../../../src-shared/day.ts';
import { rangeSql, wordingSql } from '../filter/bought-sql.ts';
import { spanOf } from '../filter/days-of.ts';
import type { NamedValues } from '../filter/named-values.ts';

/** A condition with what its field is. Fits: the kind of the condition is that of the field. */
export interface FieldCondition {
  readonly field: 'held';
  readonly mark: string;
  readonly kind: FieldKind;
  readonly condition: CustomCondition;
}

/** What is asked of a value that is there. */
function testSql(condition: CustomCondition, on: Day, values: NamedValues): string {
  if ('in' in condition)
    return `cast(content as integer) in (select value from json_each(${values.bindList(condition.in)}))`;
  if ('days' in condition) {
    const { from, to } = spanOf(condition.days, on);
    return [
      ...(from === null ? [] : [`content >= ${values.bind(from, 'from')}`]),
      ...(to === null ? [] : [`content <= ${values.bind(to, 'to')}`]),
    ].join(' and ');
  }
  if ('is' in condition) return `content = ${values.bind(condition.is ? 'yes' : 'no')}`;
  if (!('test' in condition)) return rangeSql('cast(content as real)', condition, values);
  return 'texts' in condition ? wordingSql('content', condition as Wording, values) : 'true';
}

/** The newest word of each person about the field; `field`: the name of the value with the mark. Empty: nothing. */
export function newestWordsSql(field: string): string {
  return `select identity.customer_id, content, max(edit_id)
      from customer_mark
      cross join identity on identity.kind = customer_mark.kind and identity.value = customer_mark.value
      where customer_mark.field = ${field} and identity.customer_id is not null
      group by identity.customer_id`;
}

export function fieldSql({ mark, kind, condition }: FieldCondition, on: Day, values: NamedValues): string {
  const isEmpty = 'test' in condition && condition.test === 'empty';
  // A choice that is gone is no value.
  const isThere =
    kind.type === 'choice'
      ? `cast(content as integer) in (select value from json_each(${values.bindList(
          kind.choices.map(({ choice }) => choice),
          'choices',
        )}))`
      : "content <> ''";
  return `customer.customer_id ${isEmpty ? 'not in' : 'in'} (
    select customer_id
    from (
      ${newestWordsSql(values.bind(mark, 'field'))}
    )
    where ${isThere} and ${testSql(condition, on, values)}
  )`;
}
