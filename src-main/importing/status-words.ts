/**
 * Status words that nobody has told us about, in a file where only the status says whether an order was paid: what they mean is asked, not
 * assumed. Part of `recognise`.
 */

import type { Question } from '../../src-shared/contract/imports.ts';
import type { Mapping } from '../../src-shared/contract/mappings.ts';
import type { RowProblem } from '../../src-shared/row-problem.ts';
import { rowProblemLevels } from '../../src-shared/row-problem.ts';
import { isGarbled } from './normalise/cell-damage.ts';
import { normaliserFor } from './normalise/normalise-row.ts';
import { statusReader } from './normalise/read-status.ts';
import type { RawRow } from './readers/reader.ts';

/** More distinct words than these are no states of orders. */
const MOST_WORDS = 30;

/** A row that is damaged elsewhere may have another column's cell here. */
function isSound(problems: readonly RowProblem[]): boolean {
  return problems.every(({ code }) => rowProblemLevels[code] !== 'stopped');
}

/** `rows`: the first ones of the file. Empty where a time of payment says it, or where every word is known. */
export function statusQuestions(
  header: readonly string[],
  rows: readonly RawRow[],
  mapping: Mapping,
): readonly Question[] {
  const { columns, statuses, granularity } = mapping;
  const [column] = columns.status ?? [];
  if (column === undefined || columns.paidAt !== undefined || granularity === 'afterSale') return [];
  const normalise = normaliserFor(header, mapping);
  const stageOf = statusReader(statuses);
  const head = header[column]?.trim();
  const unknown = new Set<string>();
  for (const row of rows) {
    const { problems } = normalise(row);
    const found = problems.find((problem) => problem.code === 'status-unknown' && problem.column === head)?.found;
    if (found === undefined || isGarbled(found) || !isSound(problems)) continue;
    for (const word of found.split(/[;；]/).map((part) => part.trim()))
      if (word !== '' && stageOf(word) === null) unknown.add(word);
  }
  if (unknown.size === 0 || unknown.size > MOST_WORDS) return [];
  return [{ about: 'status', column, fields: ['status'], words: [...unknown] }];
}
