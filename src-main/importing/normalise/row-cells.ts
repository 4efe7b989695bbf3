/** A row's cells by field: cleaned, read, and every doubt written down with the column it stands in. */

import type { MappableField, Mapping } from '../../../src-shared/contract/imports.ts';
import { addMinor, type Currency, type Minor, subtractMinor, zeroMinor } from '../../../src-shared/money.ts';
import type { RowProblem, RowProblemCode } from '../../../src-shared/row-problem.ts';
import type { WallTime } from '../../../src-shared/wall-time.ts';
import type { RawRow } from '../readers/reader.ts';
import { isGarbled, numberDamage, numberFields } from './cell-damage.ts';
import { type Cell, cellWords, EMPTY } from './cell-words.ts';
import { isFormulaError } from './clean-cell.ts';
import { readMoney } from './read-money.ts';
import { readTime, type TimeRead } from './read-time.ts';
import { rowProblem } from './row-shape.ts';

/** `needed`: without it the order would be wrong, so an unreadable one stops the row. `extra`: left out and noted. */
export type Weight = 'needed' | 'extra';

export interface RowCells {
  /** Of the row that is read; a new array for each row. */
  readonly problems: () => RowProblem[];
  has(field: MappableField): boolean;
  /** The first filled cell of the field's columns, as words; '' when none. */
  cell(field: MappableField): Cell;
  /** Words of the field; null when it says nothing or shows a formula's error. Garbled letters are noted. */
  text(field: MappableField): string | null;
  /** The words of every filled column of the field. */
  texts(field: MappableField): readonly string[];
  money(field: MappableField, currency: Currency, weight: Weight): Minor | null;
  /** All columns of the field together; null when every one is empty. */
  sum(field: MappableField, currency: Currency, weight: Weight): Minor | null;
  time(field: MappableField, weight: Weight): WallTime | null;
  quantity(): number | null;
  note(code: RowProblemCode, cell: Pick<Cell, 'text' | 'column'>): void;
}

const refunds: ReadonlySet<MappableField> = new Set(['refund', 'orderRefund']);

/** Of a column of refunds a minus says once more that money went out. */
function unsigned(field: MappableField, amount: Minor, onMinus: () => void): Minor {
  if (amount >= 0 || !refunds.has(field)) return amount;
  onMinus();
  return subtractMinor(zeroMinor, amount);
}

type AmountIn = (
  field: MappableField,
  words: string,
  found: () => Cell,
  money: Currency,
  weight: Weight,
) => Minor | null;

/** Reads the rows of one file, one at a time: `begin` names the row that all else speaks of. */
export interface FileCells extends RowCells {
  /** `signs`: bits of its cells (`cell-signs`), where they are known; they are looked at until the next row begins. */
  begin(row: RawRow, signs: Uint8Array | null): void;
}

/** '2', '2 件', '1,000'; null: no count of pieces. */
function readCount(text: string): number | null {
  // One digit: most quantities.
  if (text.length === 1 && text >= '0' && text <= '9') return Number(text);
  const digits = /^(\d{1,9})(?:\.0+)?\s*[件个只套]?$/.exec(text.normalize('NFKC').replaceAll(',', ''))?.[1];
  return digits === undefined ? null : Number(digits);
}

const NO_DOUBTS: readonly RowProblemCode[] = [];
const SWAPPED: readonly RowProblemCode[] = ['date-swapped'];

/** What is odd about a moment that can be read. */
function timeDoubts(
  { time, ambiguous, yearLast }: Extract<TimeRead, { kind: 'time' }>,
  { yearFirst, halfSwapped }: Mapping,
  latest: string,
): readonly RowProblemCode[] {
  if (halfSwapped === true) return yearLast === true || time.slice(5, 7) === time.slice(8, 10) ? NO_DOUBTS : SWAPPED;
  if (!ambiguous && yearLast === undefined && time <= latest) return NO_DOUBTS;
  const written: readonly RowProblemCode[] = ambiguous
    ? ['time-ambiguous']
    : yearLast === true && yearFirst === true
      ? ['date-written-otherwise']
      : [];
  return time > latest ? [...written, 'date-in-future'] : written;
}

/** Later than any moment. */
export const NEVER_LATE = '9999';

/** `latest`: a later moment than this has not come yet, and is noted. */
export function fileCells(header: readonly string[], mapping: Mapping, latest: string = NEVER_LATE): FileCells {
  const words = cellWords(header, mapping);
  const { cell, cellAt, wordsOf } = words;
  let problems: RowProblem[] = [];
  const note = (code: RowProblemCode, { text, column }: Pick<Cell, 'text' | 'column'>): void => {
    problems.push(rowProblem(code, words.rowNumber(), column, text));
  };

  const text = (field: MappableField): string | null => {
    const found = wordsOf(field);
    if (found === '') return null;
    if (isFormulaError(found)) {
      note('formula-error', cell(field));
      return null;
    }
    if (words.mayBeGarbled() && isGarbled(found)) note('text-garbled', cell(field));
    if (!numberFields.has(field)) return found;
    const damage = numberDamage(found);
    if (damage !== null) note(damage, cell(field));
    return damage === null ? found : null;
  };

  const texts = (field: MappableField): readonly string[] =>
    (mapping.columns[field] ?? []).flatMap((column) => cellAt(column)?.text ?? []);

  const amountIn: AmountIn = (field, words, found, currency, weight) => {
    const read = readMoney(words, currency);
    if (read.kind === 'amount') return unsigned(field, read.minor, () => note('refund-negative', found()));
    if (read.kind === 'none') return null;
    if (weight === 'extra') note('amount-left-out', found());
    else note(read.kind === 'too-precise' ? 'amount-too-precise' : 'amount-unreadable', found());
    return null;
  };

  const money = (field: MappableField, currency: Currency, weight: Weight): Minor | null => {
    const found = wordsOf(field);
    return found === '' ? null : amountIn(field, found, () => cell(field), currency, weight);
  };

  const sum = (field: MappableField, currency: Currency, weight: Weight): Minor | null => {
    let all: Minor | null = null;
    for (const column of mapping.columns[field] ?? []) {
      const found = cellAt(column) ?? EMPTY;
      const amount = amountIn(field, found.text, () => found, currency, weight);
      if (amount !== null) all = addMinor(all ?? zeroMinor, amount);
    }
    return all;
  };

  const time = (field: MappableField, weight: Weight): WallTime | null => {
    const read = readTime(wordsOf(field), mapping.dateOrder);
    if (read.kind === 'time') {
      for (const code of timeDoubts(read, mapping, latest)) note(code, cell(field));
      return read.time;
    }
    if (read.kind === 'unreadable') note(weight === 'needed' ? 'time-unreadable' : 'time-left-out', cell(field));
    return null;
  };

  const quantity = (): number | null => {
    const found = cell('quantity');
    if (found.text === '') return null;
    const count = readCount(found.text);
    if (count === null) note('quantity-unreadable', found);
    return count;
  };

  const has = (field: MappableField): boolean => (mapping.columns[field]?.length ?? 0) > 0;
  const begin = (row: RawRow, known: Uint8Array | null): void => {
    words.begin(row, known);
    problems = [];
  };
  return { begin, problems: () => problems, has, cell, text, texts, money, sum, time, quantity, note };
}
