/** The money of a file that has no column for it: as its headings or the amounts themselves say. Part of `recognise`. */

import type { MappableField, Mapping } from '../../src-shared/contract/mappings.ts';
import { cellsOf } from './column-looks.ts';
import { currencyInText, currencyOfMark } from './normalise/money-marks.ts';
import type { RawRow } from './readers/reader.ts';

const amounts = ['total', 'paid', 'lineAmount', 'goodsTotal', 'unitPrice', 'refund'] as const satisfies MappableField[];

/** null: nothing says, or several things say differently. */
export function currencyOfFile(header: readonly string[], rows: readonly RawRow[], mapping: Mapping): string | null {
  const inHeadings = header.flatMap((head) => currencyInText(head) ?? []);
  const columns = amounts.flatMap((field) => mapping.columns[field] ?? []);
  const inCells = columns.flatMap((column) => cellsOf(rows, column).flatMap((cell) => currencyOfMark(cell) ?? []));
  const found = new Set(inCells.length > 0 ? inCells : inHeadings);
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}
