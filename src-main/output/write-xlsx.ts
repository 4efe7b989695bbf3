/** A list as XLSX, written row by row: texts stay texts, money and counts are numbers, the header stays in sight. A door of exceljs. */

import { decimalsOf, plainMinor } from '../../src-shared/money.ts';
import type { CustomerList, ListCell } from './customer-list.ts';

/** Excel refuses a longer cell. */
const longestCell = 32_767;
const sampledRows = 200;
const rowsPerTurn = 1000;

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** How many narrow characters a text is wide; a Chinese one is two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += wide.test(character) ? 2 : 1;
  return width;
}

function spreadsheetValue(cell: ListCell, currency: string): string | number | null {
  switch (cell.kind) {
    case 'text':
      return cell.text.length > longestCell ? `${cell.text.slice(0, longestCell - 1)}…` : cell.text;
    case 'count':
      return cell.count;
    case 'money':
      // Spreadsheets know money only as a float; two decimals of it are exact enough to show and add up.
      return Number(plainMinor(cell.minor, currency));
    case 'empty':
      return null;
  }
}

/** '@' is a text whatever it looks like. */
function formatOf(kind: ListCell['kind'], currency: string): string {
  if (kind === 'money') return decimalsOf(currency) === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimalsOf(currency))}`;
  return kind === 'count' ? '0' : '@';
}

function columnWidths(heads: readonly string[], sample: readonly (readonly ListCell[])[], currency: string): number[] {
  return heads.map((head, index) => {
    const widths = sample.map((row) =>
      displayWidth(String(spreadsheetValue(row[index] ?? { kind: 'empty' }, currency) ?? '')),
    );
    return Math.min(48, Math.max(8, displayWidth(head), ...widths) + 2);
  });
}

/** Writes the file anew; `onRows` is told how many rows stand and may throw to give up. */
export async function writeXlsx(
  path: string,
  list: CustomerList,
  sheetName: string,
  onRows: (done: number) => void,
): Promise<number> {
  // Loaded when a workbook is written: every worker would wait for it otherwise.
  const { default: Excel } = await import('exceljs');
  const book = new Excel.stream.xlsx.WorkbookWriter({ filename: path, useStyles: true, useSharedStrings: false });
  const sheet = book.addWorksheet(sheetName, {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:1' },
  });
  let done = 0;
  const add = (cells: readonly ListCell[]): void => {
    sheet.addRow(cells.map((cell) => spreadsheetValue(cell, list.currency))).commit();
    done += 1;
  };
  const begin = (sample: readonly (readonly ListCell[])[]): void => {
    sheet.columns = columnWidths(list.heads, sample, list.currency).map((width, index) => ({
      width,
      style: { numFmt: formatOf(list.kinds[index] ?? 'text', list.currency) },
    }));
    const head = sheet.addRow([...list.heads]);
    head.font = { bold: true };
    head.commit();
    for (const row of sample) add(row);
  };
  // The widths stand in front of the rows in the file: they are guessed from the first of them.
  let sample: (readonly ListCell[])[] | null = [];
  for (const row of list.rows()) {
    if (sample === null) add(row);
    else if (sample.push(row) === sampledRows) {
      begin(sample);
      sample = null;
    }
    if (done > 0 && done % rowsPerTurn === 0) {
      onRows(done);
      // Lets the stream write what is waiting.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  if (sample !== null) begin(sample);
  sheet.commit();
  await book.commit();
  return done;
}
