/** What the cells of a column look like, whatever stands above them. Between the readers and `questions`. */

import type { MappableField } from '../../src-shared/contract/mappings.ts';
import { cleanCell } from './normalise/clean-cell.ts';
import { readMoney } from './normalise/read-money.ts';
import { readTime } from './normalise/read-time.ts';
import type { RawRow } from './readers/reader.ts';

/** `id`: long numbers or codes. `words`: texts without digits. `text`: any other text. */
export type Look = 'empty' | 'time' | 'money' | 'phone' | 'email' | 'id' | 'words' | 'text';

const MOST_CELLS = 500;
/** One cell in twenty may be of another kind: a note, a dash, damage. */
const MOST_STRANGERS = 0.05;

const PHONE = /^(?:\+?\d{1,3}[-\s]?)?(?:\(\+?\d{1,3}\))?[\d*＊][\d*＊\s()-]{5,18}$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const ID = /^(?=.*\d)[A-Za-z0-9#_/-]{6,40}$/;
const SHORT_ID = /^#?\d{1,12}$/;

function isTime(text: string): boolean {
  return /[-/.年]|\d{8}|\d\s+[a-z]{3}/i.test(text) && readTime(text, 'ymd').kind === 'time';
}

/** An amount, or the words that there is none. */
function isMoney(text: string): boolean {
  return text.length <= 24 && ['amount', 'none'].includes(readMoney(text, 'CNY').kind) && !/^\d{7,}$/.test(text);
}

/** A mobile number whole or masked, or one with the signs of a number that is dialled. */
function isPhone(text: string): boolean {
  if (!PHONE.test(text)) return false;
  const digits = text.replace(/[^\d*＊]/g, '');
  return digits.length >= 7 && digits.length <= 15 && (/[*＊+\s()-]/.test(text) || /^1\d{10}$/.test(digits));
}

const tests: readonly (readonly [Look, (text: string) => boolean])[] = [
  ['time', isTime],
  ['email', (text) => EMAIL.test(text)],
  ['phone', isPhone],
  ['money', isMoney],
  ['id', (text) => ID.test(text) || SHORT_ID.test(text)],
  ['words', (text) => !/\d/.test(text)],
];

/** The filled cells of a column, cleaned. */
export function cellsOf(rows: readonly RawRow[], column: number): readonly string[] {
  const cells: string[] = [];
  for (const row of rows) {
    const text = cleanCell(row.cells[column] ?? '');
    if (text !== '') cells.push(text);
    if (cells.length >= MOST_CELLS) break;
  }
  return cells;
}

export function lookOf(cells: readonly string[]): Look {
  if (cells.length === 0) return 'empty';
  for (const [look, isOne] of tests) {
    const strangers = cells.filter((text) => !isOne(text)).length;
    if (strangers <= cells.length * MOST_STRANGERS) return look;
  }
  return 'text';
}

/** Amounts among texts: a column of money that says in words where there is none. */
export function holdsAmounts(cells: readonly string[]): boolean {
  return cells.filter((text) => /\d[.,]\d{2}\D*$/.test(text) && isMoney(text)).length * 10 >= cells.length;
}

const looks: Readonly<Partial<Record<MappableField, readonly Look[]>>> = {
  orderNumber: ['id', 'text', 'money', 'phone'],
  lineNumber: ['id', 'text', 'money', 'phone'],
  afterSaleNumber: ['id', 'text', 'money', 'phone'],
  orderedAt: ['time'],
  paidAt: ['time'],
  shippedAt: ['time'],
  completedAt: ['time'],
  cancelledAt: ['time'],
  receiverPhone: ['phone', 'id'],
  buyerEmail: ['email'],
  buyerAlipay: ['email', 'phone', 'text'],
  buyerId: ['id', 'words', 'text', 'email', 'phone', 'money'],
  quantity: ['money', 'id'],
  postcode: ['id', 'money', 'text'],
  currency: ['words'],
};
export const amounts: ReadonlySet<MappableField> = new Set([
  'total',
  'goodsTotal',
  'shippingFee',
  'paid',
  'paidBesides',
  'refund',
  'orderRefund',
  'remaining',
  'outstanding',
  'unitPrice',
  'lineDiscount',
  'lineAmount',
  'lineExtra',
]);

/** Could a column that looks so be this field? An empty one could be anything. */
export function mayBe(field: MappableField, look: Look): boolean {
  if (look === 'empty') return true;
  if (amounts.has(field)) return look === 'money';
  const own = looks[field];
  return own === undefined ? look === 'words' || look === 'text' || look === 'id' : own.includes(look);
}
