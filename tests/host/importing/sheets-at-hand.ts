/** Samples taken apart into rows of text, and written again: for tests that change files. */

import { join } from 'node:path';
import { openTable } from '../../../src-main/importing/readers/open-table.ts';
import { samples } from './files-at-hand.ts';

/** The header and the rows of all its sheets. */
export interface Sheet {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export async function takenApart(name: string): Promise<Sheet> {
  const path = join(samples, name);
  const first = await openTable(path, name);
  const rows: (readonly string[])[] = [];
  const tables = [first];
  for (const sheet of first.otherSheets) tables.push(await openTable(path, name, { sheet }));
  for (const table of tables) for await (const batch of table.rows()) rows.push(...batch.map(({ cells }) => cells));
  return { header: first.header, rows };
}

/** A long number that ends in zeros is marked as text, as those who write such files do: bare, it would be taken for a rounded one. */
const marked = (cell: string): string => (/^\d{15}\d*0{2}$/.test(cell) ? `\t${cell}` : cell);
const quoted = (cell: string): string => (/[",;|\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export function textOf(lines: readonly (readonly string[])[], delimiter = ',', newline = '\r\n'): string {
  return lines.map((cells) => cells.map((cell) => quoted(marked(cell))).join(delimiter) + newline).join('');
}

export function csvOf({ header, rows }: Sheet, delimiter = ','): string {
  return textOf([header, ...rows], delimiter);
}
