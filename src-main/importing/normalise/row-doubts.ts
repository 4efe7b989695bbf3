/** What is doubtful about a row though it can be read: cells that moved, times that cannot be, phones cut short, refunds nobody counted. */

import type { Mapping } from '../../../src-shared/contract/mappings.ts';
import { readPhone } from '../../../src-shared/phone.ts';
import type { RowProblemCode } from '../../../src-shared/row-problem.ts';
import type { WallTime } from '../../../src-shared/wall-time.ts';
import type { RawRow } from '../readers/reader.ts';
import { cleanCell } from './clean-cell.ts';
import type { Moments } from './order-money.ts';
import { mentionsRefund, type StatusReader } from './read-status.ts';
import type { RowCells } from './row-cells.ts';

/** Area code and number, without the zero an area code begins with. Not the numbers of 400 and 800, Hong Kong, Macau and Taiwan. */
const LANDLINE_CUT = /^(?!400|800|85[23]|886)(?:10\d{8}|2\d{9}|[3-9]\d{9,10})$/;

export function notePhone(cells: RowCells, phone: string | null, currency: string): void {
  // Most are mobile numbers: nothing to say.
  if (phone === null || /^1[3-9]\d{9}$/.test(phone)) return;
  const { kind, value } = readPhone(phone);
  const isCut = kind === 'whole' && currency === 'CNY' && LANDLINE_CUT.test(value) && LANDLINE_CUT.test(phone);
  if (kind !== 'virtual' && !isCut) return;
  const cell = cells.cell('receiverPhone');
  cells.note(isCut ? 'phone-zero-lost' : 'phone-virtual', cell.text === '' ? cells.cell('address') : cell);
}

/** 2025-03-01 10:00:00, 128.50: no marketplace's word for where an order stands, but what its neighbours hold. */
const NEIGHBOURS = /^[¥￥$]?\d+\.\d{2}$|^\d{4}[-/]\d{1,2}[-/]\d{1,2}(?:\s|$)|^\d{2}\/\d{2}\/\d{4}(?:\s|$)/;

export function unknownStatus(word: string): RowProblemCode {
  return NEIGHBOURS.test(word) ? 'row-shifted' : 'status-unknown';
}

/** What happened to an order happened after it was made: a day before it, and day and month were swapped somewhere. */
export function noteOrderOfTimes(
  cells: RowCells,
  { orderedAt, paidAt, completedAt }: Moments,
  shippedAt: WallTime | null,
): void {
  if (orderedAt === null || !cells.has('orderedAt')) return;
  const day = orderedAt.slice(0, 10);
  const isBefore = (time: WallTime | null): boolean => time !== null && time < day;
  if (isBefore(paidAt) || isBefore(shippedAt) || isBefore(completedAt)) {
    cells.note('times-out-of-order', cells.cell('orderedAt'));
  }
}

/**
 * A cell too many, and no status where it belongs: something put an empty cell in between, if the time of the order is missing as well or
 * the status stands one cell further on.
 */
export function noteShift(cells: RowCells, row: RawRow, columns: Mapping['columns'], stageOf: StatusReader): void {
  const [place] = columns.status ?? [];
  if (place === undefined) return;
  const { text, column } = cells.cell('status');
  if (text !== '' && stageOf(text) !== null) return;
  const next = cleanCell(row.cells[place + 1] ?? '');
  const isTimeless = cells.has('orderedAt') && cells.cell('orderedAt').text === '';
  if (isTimeless || (next !== '' && stageOf(next) !== null)) cells.note('row-shifted', { text, column });
}

/** That money went back can be seen, but not how much: said, whether all of it is taken to have gone or nothing. */
export function noteRefund(cells: RowCells, isPaidBack: boolean, isPrinted: boolean): void {
  const word = cells.cell('afterSaleStatus');
  if (isPaidBack) cells.note('refund-inferred', word.text === '' ? cells.cell('status') : word);
  else if (!isPrinted && mentionsRefund(word.text)) cells.note('refund-unknown', word);
}
