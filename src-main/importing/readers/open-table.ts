/** The one door to files: bytes in, a table of text out. What the file is, its bytes say. */

import { Problem } from '../../../src-shared/problem.ts';
import { openCsv } from './csv-reader.ts';
import { detectFormat, type FileFormat } from './detect-format.ts';
import { openHtml, openXls, openXmlBook } from './old-book.ts';
import type { ReadOptions, Table } from './reader.ts';
import { repeatedDown } from './repeat-down.ts';
import { openXlsx } from './xlsx-reader.ts';

type Open = (path: string, name: string, options: ReadOptions) => Promise<Table>;

const readers: Readonly<Record<Exclude<FileFormat, 'zip' | 'gzip'>, Open>> = {
  csv: openCsv,
  xlsx: openXlsx,
  xls: openXls,
  xml: openXmlBook,
  html: openHtml,
};

/** Reads as far as the header. Throws a Problem (`file-…`) that names the file when it is no table. */
export async function openTable(path: string, name: string, options: ReadOptions = {}): Promise<Table> {
  const format = await detectFormat(path, name);
  // What is packed in them is unpacked before, see `archive`; one packed in another is not.
  if (format === 'zip' || format === 'gzip') throw new Problem('file-is-packed-twice', { name });
  const table = await readers[format](path, name, options);
  return options.repeatDown === undefined ? table : repeatedDown(table, options.repeatDown);
}
