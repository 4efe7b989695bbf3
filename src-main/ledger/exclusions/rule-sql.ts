/** What a rule means, as a condition on `shop_order` with its named values. Pure. */

import type { ExclusionCondition, ExclusionContent } from '../../../src-shared/contract/exclusions.ts';
import { textSql, withoutMarks } from '../text-sql.ts';

export interface RuleSql {
  readonly sql: string;
  readonly params: Readonly<Record<string, string | number>>;
}

type TextField = Exclude<ExclusionCondition['field'], 'amount'>;

const columns: Readonly<Record<TextField, string>> = {
  sellerNote: 'seller_note',
  buyerNote: 'buyer_note',
  nick: 'buyer_id',
  receiver: 'receiver_name',
  phone: withoutMarks('receiver_phone'),
  address: "coalesce(province, '') || coalesce(city, '') || coalesce(district, '') || coalesce(address, '')",
};

function conditionSql(condition: ExclusionCondition, name: string): RuleSql {
  if (condition.field === 'amount') {
    const { from, to } = condition;
    const bounds = [
      ...(from === null ? [] : [`paid_minor >= :${name}_from`]),
      ...(to === null ? [] : [`paid_minor <= :${name}_to`]),
    ];
    return {
      sql: bounds.join(' and '),
      params: {
        ...(from === null ? {} : { [`${name}_from`]: from }),
        ...(to === null ? {} : { [`${name}_to`]: to }),
      },
    };
  }
  const { field, test, text } = condition;
  return { sql: textSql(columns[field], test, name, { isPhone: field === 'phone' }), params: { [name]: text } };
}

/** A condition that is true of the orders the rule means, and of no others. */
export function ruleSql({ shop, match, conditions }: ExclusionContent): RuleSql {
  const parts = conditions.map((condition, index) => conditionSql(condition, `c${index}`));
  const joined = parts.map(({ sql }) => `(${sql})`).join(match === 'all' ? ' and ' : ' or ');
  return {
    sql: shop === null ? `(${joined})` : `shop_id = :shop and (${joined})`,
    params: Object.assign(shop === null ? {} : { shop }, ...parts.map(({ params }) => params)) as RuleSql['params'],
  };
}
