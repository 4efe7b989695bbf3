/** Conditions about what a customer is called and what their orders say, as SQL over `customer` and `shop_order`. Pure. */

import { type FilterCondition, type TextField, textFields } from '../../../src-shared/contract/filters.ts';
import { filledSql, withoutMarks } from '../text-sql.ts';
import { inScope, upToDay, wordingSql } from './bought-sql.ts';
import type { NamedValues } from './named-values.ts';

export type TextCondition = Extract<FilterCondition, { field: TextField }>;

export const isText = (condition: { readonly field: string }): condition is TextCondition =>
  textFields.some((field) => field === condition.field);

/** What any of a customer's orders may say. */
export const orderTexts = { address: 'address', buyerNote: 'buyer_note', sellerNote: 'seller_note' } as const;

export const columns: Readonly<Record<Exclude<TextField, 'email' | keyof typeof orderTexts>, string>> = {
  name: 'coalesce(customer.display_name, customer.name)',
  buyerId: 'customer.buyer_id',
  phone: withoutMarks('customer.phone'),
  note: 'customer.note',
  province: 'customer.province',
  city: 'customer.city',
  district: 'customer.district',
};

/** Never null: what nothing is said of meets no condition. */
export function textConditionSql(condition: TextCondition, values: NamedValues): string {
  const { field } = condition;
  const isEmpty = condition.test === 'empty';
  const fits = (column: string): string =>
    'texts' in condition ? wordingSql(column, condition, values, { isPhone: field === 'phone' }) : filledSql(column);
  switch (field) {
    case 'email':
      return `${isEmpty ? 'not ' : ''}exists (
    select 1 from identity where identity.customer_id = customer.customer_id and kind = 'email' and ${fits('value')}
  )`;
    case 'address':
    case 'buyerNote':
    case 'sellerNote':
      return `customer.customer_id ${isEmpty ? 'not in' : 'in'} (
    select customer_id
    from shop_order
    where customer_id is not null
      and ${inScope}
      and ${upToDay}
      and ${fits(orderTexts[field])}
  )`;
    case 'name':
    case 'buyerId':
    case 'phone':
    case 'note':
    case 'province':
    case 'city':
    case 'district':
      return isEmpty ? `not (${fits(columns[field])})` : `(${fits(columns[field])}) is true`;
  }
}
