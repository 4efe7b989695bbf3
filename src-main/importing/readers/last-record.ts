/** What becomes of a text that ends inside of a quoted cell: it was cut there, or a quote stands in the wrong place. Between csv-records and its readers. */

import { csvRecords, type QuoteOpen } from './csv-records.ts';
import { maxColumns } from './limits.ts';
import type { RawRow } from './reader.ts';

/** Do whole records stand in the cell, beneath its first line? They have more than half as many cells as the header. */
function holdsRecords(open: string, delimiter: string, width: number): boolean {
  const first = /\r\n?|\n/.exec(open);
  if (first === null) return false;
  let most = 0;
  const reader = csvRecords(delimiter, maxColumns, (_, cells) => {
    most = Math.max(most, cells.length);
  });
  const fault = reader.write(open.slice(first.index + first[0].length)) ?? reader.end();
  if (fault?.kind === 'quote-open') most = Math.max(most, fault.cells.length);
  return most > width / 2 || fault?.kind === 'too-many-columns';
}

/**
 * The last record of a file that was cut, as far as it goes; its number is that of the fault. null: a quote that never closes has
 * swallowed the records beneath it, and the file cannot be read. `width`: cells of the header.
 */
export function lastRecord(fault: QuoteOpen, delimiter: string, width: number): RawRow | null {
  const { record, cells, open } = fault;
  if (holdsRecords(open, delimiter, width)) return null;
  return { row: record, cells: [...cells, open.replaceAll('""', '"')], endsIn: cells.length };
}
