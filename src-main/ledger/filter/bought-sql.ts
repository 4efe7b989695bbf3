/** Conditions about buying: who ordered what, when, where, how often and for how much, as SQL over `shop_order`. Pure. */

import type { Bought, Range, Wording } from '../../../src-shared/contract/filters.ts';
import type { Day } from '../../../src-shared/day.ts';
import { textSql } from '../text-sql.ts';
import { spanOf } from './days-of.ts';
import type { NamedValues } from './named-values.ts';

/** Orders of the shops a list is about. */
export const inScope =
  'shop_id in (select shop_id from shop where currency = :currency and (:shop is null or shop_id = :shop))';

/** An order of which no file says a day belongs to every day. */
export const upToDay = '(ordered_on is null or ordered_on <= :on)';

/** `value` within both ends; 'true' without any. */
export function rangeSql(value: string, { from, to }: Range, values: NamedValues, name?: string): string {
  const of = (end: string): string => (name === undefined ? end : `${name}_${end}`);
  const ends = [
    ...(from === undefined ? [] : [`${value} >= ${values.bind(from, of('from'))}`]),
    ...(to === undefined ? [] : [`${value} <= ${values.bind(to, of('to'))}`]),
  ];
  return ends.length === 0 ? 'true' : ends.join(' and ');
}

/** One of the texts fits the column. */
export function wordingSql(
  column: string,
  { test, texts }: Wording,
  values: NamedValues,
  options: { readonly isPhone?: boolean } = {},
): string {
  const each = texts.map((text) => textSql(column, test, values.bind(text, 'text').slice(1), options));
  return each.length === 1 ? (each[0] ?? '') : `(${each.join(' or ')})`;
}

function productSql(product: Wording, values: NamedValues, isNarrow: boolean): string {
  // The same texts are looked for in several columns: they are bound once.
  const names = product.texts.map((text) => values.bind(text, 'product').slice(1));
  const fits = (column: string): string => names.map((name) => textSql(column, product.test, name)).join(' or ');
  const line = `${fits('title')} or ${fits('spec')} or ${fits('sku')}`;
  const lines = isNarrow
    ? `exists (select 1 from order_line where order_line.order_id = shop_order.order_id and (${line}))`
    : `order_id in (select order_id from order_line where ${line})`;
  return `(${lines} or (not exists (select 1 from order_line where order_line.order_id = shop_order.order_id) and (${fits('items_text')})))`;
}

const kinds = {
  counted: 'counts = 1',
  all: null,
  refunded: "(status in ('refunded', 'partiallyRefunded') or refund_minor > 0)",
} as const;

function within(value: number, { from, to }: Range): boolean {
  return (from === undefined || value >= from) && (to === undefined || value <= to);
}

/** How often and for how much; nothing where being found says it: at least once. */
function heldSql({ times, spent }: { times: Range; spent: Range | undefined }, values: NamedValues, isTurned: boolean) {
  if (!isTurned && times.from === 1 && times.to === undefined && spent === undefined) return '';
  const sum = 'coalesce(sum(net_minor) filter (where counts = 1), 0)';
  const held = [
    rangeSql('count(*)', times, values, 'times'),
    ...(spent === undefined ? [] : [rangeSql(sum, spent, values, 'spent')]),
  ].join(' and ');
  return `\n    group by customer_id\n    having ${isTurned ? `not (${held})` : held}`;
}

/** Which orders a condition speaks of. */
export function boughtWhere(
  { orders = 'counted', product, days, shops }: Bought,
  on: Day,
  values: NamedValues,
): string[] {
  const span = days === undefined ? null : spanOf(days, on);
  const kind = kinds[orders];
  return [
    'customer_id is not null',
    inScope,
    upToDay,
    ...(kind === null ? [] : [kind]),
    ...(span === null || span.from === null ? [] : [`ordered_on >= ${values.bind(span.from, 'first')}`]),
    ...(span === null || span.to === null ? [] : [`ordered_on <= ${values.bind(span.to, 'last')}`]),
    ...(shops === undefined ? [] : [`shop_id in (select value from json_each(${values.bindList(shops, 'shops')}))`]),
    ...(product === undefined ? [] : [productSql(product, values, span !== null && span.from !== null)]),
  ];
}

/** Somebody who ordered nothing of the kind is looked for too: then the others are left out instead. */
export function boughtSql(condition: Bought, on: Day, values: NamedValues): string {
  const { times = { from: 1 }, spent } = condition;
  const wanted = boughtWhere(condition, on, values);
  const alsoNobody = within(0, times) && within(0, spent ?? {});
  return `customer.customer_id ${alsoNobody ? 'not in' : 'in'} (
    select customer_id
    from shop_order
    where ${wanted.join('\n      and ')}${heldSql({ times, spent }, values, alsoNobody)}
  )`;
}
