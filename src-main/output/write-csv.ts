/** A list as CSV: UTF-8 with a byte order mark (Excel asks for it), CRLF, formulas defused. The door of papaparse for writing. */

import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import Papa from 'papaparse';
import { type Currency, plainMinor } from '../../src-shared/money.ts';
import type { ListCell } from './customer-list.ts';
import type { SheetList } from './write-xlsx.ts';

const rowsPerWrite = 1000;
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;
// A spreadsheet would drop the zero of 0571… and write 1.2E+15 for long numbers.
const numberLike = /^(?:0\d+|\d{12,})$/;

/** A text a spreadsheet can neither run nor turn into a number: it gets an apostrophe in front. */
export function defused(text: string): string {
  return formulaStart.test(text) || numberLike.test(text) ? `'${text}` : text;
}

/** Numbers are ours and need no defusing: −5 stays a number. */
function csvText(cell: ListCell, currency: Currency): string {
  switch (cell.kind) {
    case 'text':
      return defused(cell.text);
    case 'number':
      return cell.text;
    case 'count':
      return String(cell.count);
    case 'money':
      return plainMinor(cell.minor, currency);
    case 'empty':
      return '';
  }
}

/** Writes the file anew; `onRows` is told how many rows stand and may throw to give up. */
export function writeCsv(path: string, list: SheetList, onRows: (done: number) => void): number {
  const file = openSync(path, 'w');
  let done = 0;
  try {
    const write = (rows: readonly (readonly string[])[]): void => {
      writeSync(
        file,
        `${Papa.unparse(
          rows.map((row) => [...row]),
          { newline: '\r\n', header: false },
        )}\r\n`,
      );
    };
    writeSync(file, '\ufeff');
    let waiting: (readonly string[])[] = list.headless === true ? [] : [list.heads.map(defused)];
    for (const row of list.rows()) {
      waiting.push(row.map((cell) => csvText(cell, list.currency)));
      done += 1;
      if (waiting.length < rowsPerWrite) continue;
      write(waiting);
      waiting = [];
      onRows(done);
    }
    if (waiting.length > 0) write(waiting);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return done;
}
