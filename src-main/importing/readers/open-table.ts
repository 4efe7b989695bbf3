/** The one door to files: bytes in, a table of text out. What the file is, its bytes say. */

import { openCsv } from './csv-reader.ts';
import { detectFormat } from './detect-format.ts';
import type { ReadOptions, Table } from './reader.ts';
import { repeatedDown } from './repeat-down.ts';
import { openXlsx } from './xlsx-reader.ts';

/** Reads as far as the header. Throws a Problem (`file-…`) that names the file when it is no table. */
export async function openTable(path: string, name: string, options: ReadOptions = {}): Promise<Table> {
  const open = (await detectFormat(path, name)) === 'xlsx' ? openXlsx : openCsv;
  const table = await open(path, name, options);
  return options.repeatDown === undefined ? table : repeatedDown(table, options.repeatDown);
}
