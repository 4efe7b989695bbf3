/** A first guess for a file that no profile knows: columns by their words, the rest by looking at a few rows. For the mapping screen. */

import type { MappableField, Mapping } from '../../../src-shared/contract/mappings.ts';
import { fieldWords, headerKey } from '../../../src-shared/header-words.ts';
import { columnsFor } from './rank.ts';

/** Fields that share words give way in this order: an item's title before the whole order's text, and so on. */
const claimed: readonly MappableField[] = [
  'orderNumber',
  'lineNumber',
  'paidAt',
  'shippedAt',
  'completedAt',
  'cancelledAt',
  'orderedAt',
  'status',
  'fulfilment',
  'closeReason',
  'afterSaleNumber',
  'paid',
  'paidBesides',
  'payMethod',
  'orderRefund',
  'remaining',
  'refund',
  'outstanding',
  'goodsTotal',
  'shippingFee',
  'lineDiscount',
  'lineExtra',
  'lineAmount',
  'total',
  'currency',
  'buyerEmail',
  'buyerAlipay',
  'buyerId',
  'receiverName',
  'receiverLastName',
  'receiverPhone',
  'address',
  'province',
  'city',
  'district',
  'postcode',
  'itemTitle',
  'itemsText',
  'itemSpec',
  'itemSku',
  'unitPrice',
  'quantity',
  'lineStatus',
  'afterSaleStatus',
  'buyerNote',
  'sellerNote',
  'carrier',
  'trackingNumber',
  'shopName',
];

function withoutDoubles(columns: Mapping['columns']): Mapping['columns'] {
  const taken = new Set<number>();
  const own: Mapping['columns'] = {};
  for (const field of claimed) {
    const free = (columns[field] ?? []).filter((column) => !taken.has(column));
    if (free.length === 0) continue;
    own[field] = free;
    for (const column of free) taken.add(column);
  }
  return own;
}

/** 25/12/2025 can only be day first, 12/25/2025 only month first. */
function dateOrderOf(sample: readonly (readonly string[])[], columns: readonly number[]): Mapping['dateOrder'] {
  let order: Mapping['dateOrder'] = 'ymd';
  for (const row of sample) {
    for (const column of columns) {
      const match = /^\D{0,2}(\d{1,2})[-/.](\d{1,2})[-/.]\d{4}/.exec(row[column] ?? '');
      if (match === null) continue;
      if (Number(match[1]) > 12) return 'dmy';
      if (Number(match[2]) > 12) return 'mdy';
      order = 'dmy';
    }
  }
  return order;
}

function repeatsOrders(sample: readonly (readonly string[])[], column: number | undefined): boolean {
  if (column === undefined) return false;
  const numbers = sample.map((row) => (row[column] ?? '').trim()).filter((number) => number !== '');
  return new Set(numbers).size < numbers.length;
}

/** Which order a case of money going back belongs to, and nothing of what was bought for how much. */
function isAfterSale(columns: Mapping['columns']): boolean {
  const { afterSaleNumber, refund, total, paid, lineAmount, goodsTotal } = columns;
  return afterSaleNumber !== undefined && refund !== undefined && !(total ?? paid ?? lineAmount ?? goodsTotal);
}

export function guessMapping(header: readonly string[], sample: readonly (readonly string[])[]): Mapping {
  const columns = withoutDoubles(columnsFor(header, fieldWords));
  const isLine =
    columns.lineNumber !== undefined ||
    (columns.itemTitle !== undefined && repeatsOrders(sample, columns.orderNumber?.[0]));
  const times = [...(columns.orderedAt ?? []), ...(columns.paidAt ?? [])];
  const currency = /[([（]([A-Z]{3})[)\]）]/.exec(header.join(' ').toUpperCase().replaceAll('RMB', 'CNY'))?.[1];
  const known = new Set(['CNY', 'USD', 'EUR', 'GBP', 'HKD', 'JPY', 'TWD', 'SGD', 'AUD', 'CAD']);
  return {
    profile: 'own',
    granularity: isAfterSale(columns) ? 'afterSale' : isLine ? 'line' : 'order',
    columns,
    dateOrder: dateOrderOf(sample, times),
    assumePaid: columns.paidAt === undefined,
    currency: currency !== undefined && known.has(currency) ? currency : 'CNY',
  };
}

/** Words above columns that the mapping does not read: shown so that nothing vanishes unnoticed. */
export function unreadHeaders(header: readonly string[], mapping: Mapping): readonly string[] {
  const read = new Set(Object.values(mapping.columns).flat());
  return header.filter((cell, column) => headerKey(cell) !== '' && !read.has(column)).map((cell) => cell.trim());
}

/** Words that stand above several columns. */
export function repeatedHeaders(header: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  for (const cell of header) {
    const key = headerKey(cell);
    if (key !== '') seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  return [...seen].filter(([, times]) => times > 1).map(([key]) => key);
}
