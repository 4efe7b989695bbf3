/**
 * Status words that nobody has told us about, in a file where only the status says whether an order was paid: what they mean is asked, not
 * assumed. Part of `recognise`.
 */

import type { Question } from '../../src-shared/contract/imports.ts';
import type { Mapping } from '../../src-shared/contract/mappings.ts';
import { cleanCell } from './normalise/clean-cell.ts';
import { statusReader } from './normalise/read-status.ts';
import { unknownStatus } from './normalise/row-doubts.ts';
import { shapeOf, shapeProblem } from './normalise/row-shape.ts';
import type { RawRow } from './readers/reader.ts';

/** More distinct words than these are no states of orders. */
const MOST_WORDS = 30;

/** `rows`: the first ones of the file. Empty where a time of payment says it, or where every word is known. */
export function statusQuestions(
  header: readonly string[],
  rows: readonly RawRow[],
  mapping: Mapping,
): readonly Question[] {
  const { columns, statuses, granularity } = mapping;
  const [column] = columns.status ?? [];
  if (column === undefined || columns.paidAt !== undefined || granularity === 'afterSale') return [];
  const stageOf = statusReader(statuses);
  const shape = shapeOf(header, columns);
  const unknown = new Set<string>();
  for (const row of rows) {
    if (shapeProblem(row, shape) !== null) continue;
    const cell = cleanCell(row.cells[column] ?? '');
    if (stageOf(cell) !== null) continue;
    for (const word of cell.split(/[;；]/).map((part) => part.trim()))
      if (word !== '' && stageOf(word) === null && unknownStatus(word) === 'status-unknown') unknown.add(word);
  }
  if (unknown.size === 0 || unknown.size > MOST_WORDS) return [];
  return [{ about: 'status', column, fields: ['status'], words: [...unknown] }];
}
