/** Reading and writing files: bytes to rows, workbooks in and out. */

import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Excel from 'exceljs';
import { openTable } from '../../src-main/importing/readers/open-table.ts';
import type { CustomerList, ListCell } from '../../src-main/output/customer-list.ts';
import { writeXlsx } from '../../src-main/output/write-xlsx.ts';
import type { Encoding } from '../../src-shared/contract/imports.ts';
import { zeroMinor } from '../../src-shared/money.ts';
import { listPath, type Measured, measured, type Place, workbookPath, workbookRows } from './measured.ts';
import { papaRows } from './naive.ts';
import { orderOf, worldOf } from './world.ts';

const MOST_FIELDS = 512;

/** Where every field of every record begins and ends, byte by byte: what no reader can do without. Answers how many fields there are. */
async function scan(path: string): Promise<number> {
  const [starts, ends] = [new Int32Array(MOST_FIELDS), new Int32Array(MOST_FIELDS)];
  let [fields, field, passed, quoted] = [0, 0, 0, false];
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const bytes = chunk as Buffer;
    for (let at = 0; at < bytes.length; at += 1) {
      const byte = bytes[at];
      if (byte === 34) quoted = !quoted;
      else if (!quoted && (byte === 44 || byte === 10)) {
        ends[field] = passed + at;
        field = byte === 10 ? 0 : field + 1;
        starts[field] = passed + at + 1;
        fields += 1;
      }
    }
    passed += bytes.length;
  }
  return fields;
}

/** Cells in the rows of a table, header left out; and the sum of their lengths. `encoding`: told, where the others are told it too. */
async function countCells(path: string, encoding?: Encoding): Promise<string> {
  const table = await openTable(path, path, encoding === undefined ? {} : { encoding });
  let [rows, length] = [0, 0];
  for await (const batch of table.rows()) {
    for (const { cells } of batch) {
      rows += 1;
      for (const cell of cells) length += cell.length;
    }
  }
  return `${rows}/${length}`;
}

async function countPapa(path: string): Promise<string> {
  let [rows, length] = [-1, 0];
  for await (const row of papaRows(path)) {
    if (row.length < 2) continue;
    rows += 1;
    if (rows > 0) for (const cell of row) length += cell.length;
  }
  return `${rows}/${length}`;
}

/** The columns of the workbook without Chinese letters: numbers, accounts, amounts, moments. */
const asciiColumns: ReadonlySet<number> = new Set([0, 2, 3, 4, 5, 6, 11, 12, 13, 18, 19]);

/** Rows, filled cells, and letters of some columns. Not of all: exceljs breaks a Chinese letter that lies across two pieces of the file. */
async function countFilled(path: string): Promise<string> {
  const table = await openTable(path, path);
  let [rows, filled, letters] = [0, 0, 0];
  for await (const batch of table.rows()) {
    for (const { cells } of batch) {
      rows += 1;
      for (const cell of cells) if (cell !== '') filled += 1;
      for (const column of asciiColumns) letters += cells[column]?.length ?? 0;
    }
  }
  return `${rows}/${filled}/${letters}`;
}

async function countExceljs(path: string): Promise<string> {
  const options = { worksheets: 'emit', sharedStrings: 'cache', styles: 'cache' } as const;
  let [rows, filled, letters] = [-1, 0, 0];
  for await (const sheet of new Excel.stream.xlsx.WorkbookReader(path, options)) {
    for await (const row of sheet) {
      rows += 1;
      if (rows === 0) continue;
      row.eachCell((cell, column) => {
        const { text } = cell;
        if (text !== '') filled += 1;
        if (asciiColumns.has(column - 1)) letters += text.length;
      });
    }
  }
  return `${rows}/${filled}/${letters}`;
}

const WIDTH = 20;

/** In one piece, as SQLite gives its texts: strings joined of others cost both writers more. */
const flat = (text: string): string => Buffer.from(text).toString();

function* listRows(rows: number): Generator<readonly ListCell[]> {
  const world = worldOf(rows, 7);
  for (let rank = 0; rank < rows; rank += 1) {
    const { buyer, number, paid, quantity } = orderOf(world, rank, 7);
    const texts = [buyer.name, buyer.nick, buyer.phone, buyer.address, number].map(flat);
    const cells: ListCell[] = Array.from({ length: WIDTH - 3 }, (_, at) => ({
      kind: 'text',
      text: texts[at % texts.length] ?? '',
    }));
    // A generator's amounts are whole.
    cells.push(
      { kind: 'count', count: quantity },
      { kind: 'money', minor: paid as typeof zeroMinor },
      { kind: 'empty' },
    );
    yield cells;
  }
}

function listOf(rows: number): CustomerList {
  const kinds: ListCell['kind'][] = Array.from({ length: WIDTH }, () => 'text');
  kinds.splice(WIDTH - 3, 3, 'count', 'money', 'text');
  const made = [...listRows(rows)];
  return {
    columns: kinds.map(() => 'note' as const),
    heads: kinds.map((_, at) => `列${at}`),
    kinds,
    total: rows,
    sumMinor: zeroMinor,
    currency: 'CNY',
    left: { count: 0, netMinor: 0 },
    rows: () => made,
  };
}

/** What somebody would write with the library alone. */
async function writePlainly(path: string, list: CustomerList): Promise<void> {
  const book = new Excel.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: false });
  const sheet = book.addWorksheet('list');
  sheet.addRow([...list.heads]).commit();
  const plainValue = (cell: ListCell): string | number | null =>
    cell.kind === 'text'
      ? cell.text
      : cell.kind === 'count'
        ? cell.count
        : cell.kind === 'money'
          ? cell.minor / 100
          : null;
  let done = 0;
  for (const row of list.rows()) {
    sheet.addRow(row.map(plainValue)).commit();
    done += 1;
    if (done % 1000 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  sheet.commit();
  await book.commit();
}

async function writing(place: Place, write: (path: string, list: CustomerList) => Promise<unknown>): Promise<Measured> {
  const folder = mkdtempSync(join(place.scratch, 'write-'));
  const path = join(folder, 'list.xlsx');
  const list = listOf(workbookRows(place.size));
  const ran = await measured(() => write(path, list));
  // The money of a list is a number with two decimals in both.
  const content = await countCells(path);
  const detail = { megabytes: Math.round(statSync(path).size / 1e5) / 10 };
  rmSync(folder, { recursive: true });
  return { ...ran, content, detail };
}

const counted = (content: string): Pick<Measured, 'content'> => ({ content });

export const fileCases: Readonly<Record<string, (place: Place) => Promise<Measured>>> = {
  'csv: byte scan': (place) =>
    measured(
      () => scan(listPath(place, place.size)),
      (fields) => ({ detail: { fields } }),
    ),
  'csv: read': (place) => measured(() => countCells(listPath(place, place.size), 'gb18030'), counted),
  'csv: papaparse': (place) => measured(() => countPapa(listPath(place, place.size)), counted),
  'xlsx: read': (place) => measured(() => countFilled(workbookPath(place, workbookRows(place.size))), counted),
  'xlsx: exceljs': (place) => measured(() => countExceljs(workbookPath(place, workbookRows(place.size))), counted),
  'xlsx: write': (place) => writing(place, (path, list) => writeXlsx(path, list, 'list', () => undefined)),
  'xlsx: write, exceljs': (place) => writing(place, writePlainly),
};
