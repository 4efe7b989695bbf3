/** Damage as it is met in real files, put into chosen rows of made ones. What was done is told cell by cell. */

import type { RowProblemCode } from '../../src-shared/row-problem.ts';
import type { Random } from './random.ts';
import type { Writer } from './writer.ts';

export const damageKinds = [
  'scientific',
  'zeroedTail',
  'cutZeros',
  'swappedDate',
  'brokenLetters',
  'shifted',
  'total',
  'truncated',
] as const;
export type DamageKind = (typeof damageKinds)[number];

/** What the program is to say of each. Of a shifted or cut row: the first thing it comes upon. */
export const damageCodes: Readonly<Record<DamageKind, readonly RowProblemCode[]>> = {
  scientific: ['order-number-scientific'],
  // A number in a workbook has lost its digits however it is shown.
  zeroedTail: ['order-number-zeroed-tail', 'order-number-scientific'],
  cutZeros: ['leading-zero-lost'],
  swappedDate: ['date-swapped', 'paid-before-ordered', 'date-out-of-order', 'date-in-future'],
  brokenLetters: ['text-garbled'],
  shifted: [
    'order-number-unreadable',
    'order-number-missing',
    'order-first-row-missing',
    'row-too-long',
    'columns-shifted',
    'amount-unreadable',
    'time-unreadable',
  ],
  total: ['total-row'],
  truncated: ['last-record-cut', 'row-too-short'],
};

export interface Damage {
  readonly file: string;
  /** 1-based number of the record, the header included. */
  readonly line: number;
  /** Null: the whole row. */
  readonly column: string | null;
  readonly kind: DamageKind;
  /** The order that stood there; null for rows that are no orders. */
  readonly order: string | null;
  readonly was: string;
  readonly now: string;
}

export interface Damaged {
  readonly cells: readonly string[];
  /** In a workbook, the column of a cell that has become a number; null: all are texts. */
  readonly numberAt: number | null;
  readonly column: string | null;
  readonly was: string;
  readonly now: string;
}

function placeOf(writer: Writer, words: readonly string[] | undefined): number {
  for (const word of words ?? []) {
    const at = writer.header.indexOf(word);
    if (at >= 0) return at;
  }
  return -1;
}

function put(writer: Writer, cells: readonly string[], at: number, now: string): Damaged {
  return { cells: cells.with(at, now), numberAt: null, column: writer.header[at] ?? null, was: cells[at] ?? '', now };
}

const LONG = /^[\t="]*(\d{16,19})[\t"]*$/;

/** As a spreadsheet ruins a number it takes for one: 2.51111E+18. */
function scientific(digits: string): string {
  return `${digits[0] ?? '1'}.${digits.slice(1, 6)}E+${digits.length - 1}`;
}

function ruinedNumber(writer: Writer, cells: readonly string[], ruin: (digits: string) => string): Damaged | null {
  const at = placeOf(writer, writer.profile.fields.orderNumber);
  const digits = LONG.exec(cells[at] ?? '')?.[1];
  if (digits === undefined) return null;
  const now = ruin(digits);
  // A workbook keeps as text what was text: its numbers lose their digits where the cell is a number.
  return { ...put(writer, cells, at, now), numberAt: /^\d+$/.test(now) ? at : null };
}

/** An area code that has lost its zero. */
function cutZeros(writer: Writer, cells: readonly string[], random: Random): Damaged | null {
  const at = placeOf(writer, writer.profile.fields.receiverPhone);
  const now = `571${88_000_000 + random.below(999_999)}`;
  if (writer.profile.currency !== 'CNY') return null;
  return at < 0 || (cells[at] ?? '') === '' ? null : put(writer, cells, at, now);
}

/** Day and month change places, so that the order seems to have been made after it was paid. */
function swappedDate(writer: Writer, cells: readonly string[]): Damaged | null {
  const [at, paidAt] = [
    placeOf(writer, writer.profile.fields.orderedAt),
    placeOf(writer, writer.profile.fields.paidAt),
  ];
  const [was, paid] = [cells[at] ?? '', cells[paidAt] ?? ''];
  const read = /^(\d{4})-(\d{2})-(\d{2})(.*)$/.exec(was);
  if (read === null || at === paidAt || paid === '') return null;
  const now = `${read[1]}-${read[3]}-${read[2]}${read[4]}`;
  return Number(read[3]) > 12 || now.slice(0, 10) <= paid.slice(0, 10) ? null : put(writer, cells, at, now);
}

function brokenLetters(writer: Writer, cells: readonly string[], random: Random): Damaged | null {
  const { receiverName, itemTitle, itemsText } = writer.profile.fields;
  const places = [receiverName, itemTitle, itemsText].map((words) => placeOf(writer, words));
  const at = places.find((place) => place >= 0 && (cells[place] ?? '') !== '');
  return at === undefined
    ? null
    : put(writer, cells, at, writer.container === 'gb18030' || random.chance(0.5) ? '锟斤拷锟斤拷' : '王\ufffd\ufffd');
}

/** A comma without quotes in the text before: all cells behind it stand one column further on. */
function shifted(writer: Writer, cells: readonly string[], random: Random): Damaged | null {
  if (writer.container === 'xlsx') return null;
  const number = placeOf(writer, writer.profile.fields.orderNumber);
  const at = number === 0 ? 1 : random.below(number + 1);
  return { cells: [...cells.slice(0, at), '', ...cells.slice(at)], numberAt: null, column: null, was: '', now: '' };
}

/** The row with the damage; null where this kind cannot befall it. */
export function damaged(kind: DamageKind, writer: Writer, cells: readonly string[], random: Random): Damaged | null {
  switch (kind) {
    case 'scientific':
      return ruinedNumber(writer, cells, scientific);
    case 'zeroedTail':
      return ruinedNumber(writer, cells, (digits) => digits.slice(0, 15).padEnd(digits.length, '0'));
    case 'cutZeros':
      return cutZeros(writer, cells, random);
    case 'swappedDate':
      return swappedDate(writer, cells);
    case 'brokenLetters':
      return brokenLetters(writer, cells, random);
    case 'shifted':
      return shifted(writer, cells, random);
    // Rows of their own, or the end of the file.
    case 'total':
    case 'truncated':
      return null;
  }
}

/** A row of sums, as people add at the end before they keep a file. */
export function totalCells(writer: Writer, totalMinorText: string): readonly string[] {
  const { orderNumber, total, paid, lineAmount } = writer.profile.fields;
  const [first, amount] = [placeOf(writer, orderNumber), placeOf(writer, total ?? paid ?? lineAmount)];
  return writer.header.map((_, at) => (at === first ? '合计' : at === amount ? totalMinorText : ''));
}
