/** Where a column's name says nothing, its cells may: a first guess at the time and the money of an order, for the owner to agree with. */

import type { Finding, MappableField, Mapping } from '../../../src-shared/contract/imports.ts';
import { assignColumn, fieldOfColumn, missingFields } from './mapping-draft.ts';

export interface ValueGuess {
  readonly mapping: Mapping;
  /** The columns that were guessed from their cells. */
  readonly columns: readonly number[];
}

// With the signs for year, month, day and yuan.
const dateLike = /^\d{4}\s*[-/.\u5e74]\s*\d{1,2}\s*[-/.\u6708]\s*\d{1,2}\s*\u65e5?([ T]+\d{1,2}:\d{2}(:\d{2})?)?$/;
const moneyLike = /^[¥￥$]?\s*-?\d{1,3}(,\d{3})*(\.\d{1,2})?\s*\u5143?$|^[¥￥$]?\s*-?\d{1,7}(\.\d{1,2})?\s*\u5143?$/;
const looks: readonly { readonly field: MappableField; readonly like: RegExp; readonly mark: RegExp }[] = [
  { field: 'orderedAt', like: dateLike, mark: /./ },
  // Whole numbers alone may be anything: quantities, ages, numbers of rooms.
  { field: 'paid', like: moneyLike, mark: /[.¥￥$\u5143]/ },
];

function columnLike(finding: Finding, mapping: Mapping, like: RegExp, mark: RegExp): number {
  return finding.header.findIndex((_, column) => {
    if (fieldOfColumn(mapping, column) !== null) return false;
    const cells = finding.sample.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '');
    return cells.length > 0 && cells.every((cell) => like.test(cell)) && cells.some((cell) => mark.test(cell));
  });
}

/** Only what an order cannot do without and no name told. */
export function guessByValues(finding: Finding, start: Mapping): ValueGuess {
  const missing = missingFields(start).flat();
  let mapping = start;
  const columns: number[] = [];
  for (const { field, like, mark } of looks) {
    if (!missing.includes(field)) continue;
    const column = columnLike(finding, mapping, like, mark);
    if (column < 0) continue;
    mapping = assignColumn(mapping, column, field);
    columns.push(column);
  }
  return { mapping, columns };
}
