/** Fills cells down that stand once for several rows (merged in the sheet, or left out beneath): the columns that are asked for, no others. */

import type { RawRow, RepeatDown, Table } from './reader.ts';

const isFilled = (row: RawRow, column: number): boolean => (row.cells[column] ?? '').trim() !== '';

/** The row with what stands above where its own cell is empty. */
function filledFrom(row: RawRow, above: Map<number, string>, where: readonly number[]): RawRow {
  let cells: string[] | null = null;
  const repeats = where.some((column) => isFilled(row, column));
  for (const [column, text] of above) {
    if (isFilled(row, column)) above.set(column, row.cells[column] ?? '');
    else if (repeats && text !== '') {
      cells ??= [...row.cells];
      while (cells.length < column) cells.push('');
      cells[column] = text;
    }
  }
  return cells === null ? row : { ...row, cells };
}

async function* filledRows(table: Table, { columns, where }: RepeatDown): AsyncGenerator<readonly RawRow[]> {
  const above = new Map(columns.map((column) => [column, '']));
  for await (const batch of table.rows()) yield batch.map((row) => filledFrom(row, above, where));
}

export function repeatedDown(table: Table, repeat: RepeatDown): Table {
  return { ...table, rows: () => filledRows(table, repeat) };
}
