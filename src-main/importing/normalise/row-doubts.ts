/** What is doubtful about a row though it can be read: cells that moved, numbers cut short, refunds nobody counted. */

import type { Mapping } from '../../../src-shared/contract/mappings.ts';
import { readPhone } from '../../../src-shared/phone.ts';
import type { RowProblemCode } from '../../../src-shared/row-problem.ts';
import type { RawRow } from '../readers/reader.ts';
import { lostAreaZero, lostPostcodeZero } from './cell-damage.ts';
import { cleanCell } from './clean-cell.ts';
import { mentionsRefund, type StatusReader } from './read-status.ts';
import type { RowCells } from './row-cells.ts';

/** Most are: nothing to say. */
const MOBILE = /^1[3-9]\d{9}$/;

/** A virtual number is said so; a landline or a postcode that lost its zero is named. Numbers stay as they stand. */
export function noteNumbers(cells: RowCells, phone: string | null, currency: string): void {
  if (phone !== null && !MOBILE.test(phone)) {
    const cell = cells.cell('receiverPhone');
    const shown = cell.text === '' ? cells.cell('address') : cell;
    if (readPhone(phone).kind === 'virtual') cells.note('phone-virtual', shown);
    else if (currency === 'CNY' && lostAreaZero(phone)) cells.note('leading-zero-lost', shown);
  }
  if (!cells.has('postcode')) return;
  const postcode = cells.cell('postcode');
  const country = cells.has('country') ? cells.cell('country').text : null;
  if (lostPostcodeZero(postcode.text, country, currency)) cells.note('leading-zero-lost', postcode);
}

/** 2025-03-01 10:00:00, 128.50: no marketplace's word for where an order stands, but what its neighbours hold. */
const NEIGHBOURS = /^[¥￥$]?\d+\.\d{2}$|^\d{4}[-/]\d{1,2}[-/]\d{1,2}(?:\s|$)|^\d{2}\/\d{2}\/\d{4}(?:\s|$)/;

export function unknownStatus(word: string): RowProblemCode {
  return NEIGHBOURS.test(word) ? 'columns-shifted' : 'status-unknown';
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
  if (isTimeless || (next !== '' && stageOf(next) !== null)) cells.note('columns-shifted', { text, column });
}

/** That money went back can be seen, but not how much: said, whether all of it is taken to have gone or nothing. */
export function noteRefund(cells: RowCells, isPaidBack: boolean, isPrinted: boolean): void {
  const word = cells.cell('afterSaleStatus');
  if (isPaidBack) cells.note('refund-inferred', word.text === '' ? cells.cell('status') : word);
  else if (!isPrinted && mentionsRefund(word.text)) cells.note('refund-unknown', word);
}
