/** A workbook we write: what stands in it, and that nothing in it comes alive. Read back by exceljs and by our own reader. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Excel from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sheetRows } from '../../../src-main/importing/readers/sheet-rows.ts';
import { readWorkbook } from '../../../src-main/importing/readers/workbook-parts.ts';
import { openZip } from '../../../src-main/importing/readers/zip-parts.ts';
import type { CustomerList, ListCell } from '../../../src-main/output/customer-list.ts';
import { columnName } from '../../../src-main/output/workbook-xml.ts';
import { type SheetLimits, writeBook, writeXlsx } from '../../../src-main/output/write-xlsx.ts';
import { minorOf, zeroMinor } from '../../../src-shared/money.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const text = (given: string): ListCell => (given === '' ? { kind: 'empty' } : { kind: 'text', text: given });
const count = (given: number): ListCell => ({ kind: 'count', count: given });
const money = (given: number): ListCell => ({ kind: 'money', minor: minorOf(given) });

function listOf(rows: readonly (readonly ListCell[])[], currency = 'CNY'): CustomerList {
  const kinds = (rows[0] ?? []).map(({ kind }) => kind);
  return {
    columns: kinds.map(() => 'note'),
    heads: kinds.map((_, at) => `列${at + 1}`),
    kinds,
    total: rows.length,
    sumMinor: zeroMinor,
    currency,
    left: { count: 0, netMinor: 0 },
    rows: () => rows,
  };
}

async function written(list: CustomerList, limits?: SheetLimits): Promise<string> {
  const path = join(temporaryFolder(), 'list.xlsx');
  expect(await writeXlsx(path, list, '客户', () => undefined, limits)).toBe(list.total);
  return path;
}

async function sheetsByExceljs(path: string): Promise<readonly Excel.Worksheet[]> {
  const book = new Excel.Workbook();
  await book.xlsx.readFile(path);
  return book.worksheets;
}

/** exceljs leaves escapes in such texts as they are written. */
function undone(value: Excel.CellValue | undefined): Excel.CellValue | undefined {
  if (typeof value !== 'string') return value;
  return value.replaceAll(/_x([0-9A-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Rows of every sheet, cut behind the last filled cell. */
async function sheetsByUs(path: string): Promise<readonly (readonly (readonly string[])[])[]> {
  const zip = await openZip(path, 'list.xlsx');
  try {
    const workbook = await readWorkbook(zip, 'list.xlsx');
    const sheets: (readonly string[])[][] = [];
    for (const sheet of workbook.sheets) {
      const rows: (readonly string[])[] = [];
      for await (const batch of sheetRows(zip, sheet.part, workbook, 'list.xlsx'))
        rows.push(...batch.map(({ cells }) => cells));
      sheets.push(rows);
    }
    return sheets;
  } finally {
    zip.close();
  }
}

const alive = [
  '=1+1',
  "=cmd|'/c calc'!A1",
  '+8613800138001',
  '-5',
  '@SUM(1)',
  '1793153131473293579',
  '007',
  '1E5',
  '2025-01-01',
  'TRUE',
  '#REF!',
  '<f>1+1</f>',
  ']]>',
  '</t></is></c><c><f>1+1</f></c>',
  '_x003D_1+1',
];

describe('a workbook holds texts', () => {
  test('that stay texts whatever they look like', async () => {
    const path = await written(listOf(alive.map((given) => [text(given)])));
    const [sheet] = await sheetsByExceljs(path);
    alive.forEach((given, at) => {
      const cell = sheet?.getCell(at + 2, 1);
      expect([undone(cell?.value), cell?.type, cell?.numFmt]).toEqual([given, Excel.ValueType.String, '@']);
    });
    expect(await sheetsByUs(path)).toEqual([[['列1'], ...alive.map((given) => [given])]]);
    const zip = await openZip(path, 'list.xlsx');
    let xml = '';
    for await (const piece of zip.pieces('xl/worksheets/sheet1.xml')) xml += piece.toString('latin1');
    zip.close();
    expect(xml).not.toMatch(/<f[ >/]/);
  });

  test('of any letters, white space and control characters among them', async () => {
    const letters = fc.string({
      unit: fc.oneof(
        fc.constantFrom('a', ' ', '\n', '\r', '\t', '&', '<', '>', '"', "'", '_', '_x0041_', '_x', 'é', '茶', '😀'),
        fc.constantFrom('\u0000', '\u0008', '\u001f', '\u007f', '\u0085', '\u2028', '\ufeff', '\ufffe', '\uffff'),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      ),
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(letters, letters), { minLength: 1, maxLength: 10 }), async (pairs) => {
        const path = await written(listOf(pairs.map((pair) => pair.map(text))));
        const rows = pairs.map(([first, second]) => (second === '' ? (first === '' ? [] : [first]) : [first, second]));
        // The first row tells how many columns there are, filled or not.
        expect((await sheetsByUs(path))[0]?.slice(1)).toEqual(rows);
        const [sheet] = await sheetsByExceljs(path);
        const seen = pairs.map((_, at) => [1, 2].map((column) => undone(sheet?.getCell(at + 2, column).value) ?? ''));
        expect(seen).toEqual(pairs);
      }),
      { numRuns: 60 },
    );
  }, 30_000);

  test('no longer than Excel takes, and no character cut in half', async () => {
    const long = `${'茶'.repeat(32_765)}😀 and more`;
    const fitting = '😀'.repeat(16_383);
    const rows = await sheetsByUs(await written(listOf([[text(long)], [text(fitting)]])));
    expect(rows[0]?.[1]?.[0]).toBe(`${'茶'.repeat(32_765)}…`);
    expect(rows[0]?.[2]?.[0]).toBe(fitting);
  });

  test('half a character is shown as one that could not be read', async () => {
    const [sheet] = await sheetsByUs(await written(listOf([[text('茶\ud83d!')]])));
    expect(sheet?.[1]).toEqual(['茶\ufffd!']);
  });
});

describe('a workbook holds numbers', () => {
  test('that can be added up, money with the decimals of its currency', async () => {
    const cases = [
      { currency: 'CNY', minor: 123_456, value: 1234.56, format: '#,##0.00' },
      { currency: 'CNY', minor: -5, value: -0.05, format: '#,##0.00' },
      { currency: 'JPY', minor: 1234, value: 1234, format: '#,##0' },
      { currency: 'KWD', minor: 1_234_567, value: 1234.567, format: '#,##0.000' },
    ];
    for (const { currency, minor, value, format } of cases) {
      const [sheet] = await sheetsByExceljs(await written(listOf([[money(minor), count(42)]], currency)));
      expect([sheet?.getCell('A2').value, sheet?.getCell('A2').numFmt]).toEqual([value, format]);
      expect([sheet?.getCell('B2').value, sheet?.getCell('B2').numFmt]).toEqual([42, '0']);
    }
  });
});

describe('a sheet', () => {
  test('has a bold header that stays in sight and is printed on every page, and columns as wide as they need', async () => {
    const [sheet] = await sheetsByExceljs(await written(listOf([[text('云南小粒咖啡豆五百克'), count(1)]])));
    expect(sheet?.name).toBe('客户');
    expect(sheet?.getCell('A1').font).toMatchObject({ bold: true });
    expect(sheet?.getCell('A2').font).not.toMatchObject({ bold: true });
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet?.pageSetup).toMatchObject({ paperSize: 9, fitToPage: true, fitToHeight: 0, printTitlesRow: '1:1' });
    expect(sheet?.columns.map(({ width }) => width)).toEqual([22, 10]);
  });

  test('that is full is followed by another one', async () => {
    const rows = Array.from({ length: 7 }, (_, at) => [text(`客户${at}`)]);
    const expected = [
      ['列1', '客户0', '客户1', '客户2'],
      ['列1', '客户3', '客户4', '客户5'],
      ['列1', '客户6'],
    ];
    const path = await written(listOf(rows), { rows: 4, bytes: 1e9 });
    expect(await sheetsByUs(path)).toEqual(expected.map((sheet) => sheet.map((cell) => [cell])));
    expect((await sheetsByExceljs(path)).map(({ name }) => name)).toEqual(['客户', '客户 2', '客户 3']);
    const small = await sheetsByUs(await written(listOf(rows), { rows: 1000, bytes: 150 }));
    expect(small.length).toBeGreaterThan(1);
    expect(small.flatMap((sheet) => sheet.slice(1))).toEqual(rows.map((_, at) => [`客户${at}`]));
    // Exactly full, and one more than full.
    for (const fill of [3, 4]) {
      const sheets = await sheetsByUs(await written(listOf(rows.slice(0, fill)), { rows: 4, bytes: 1e9 }));
      expect(sheets.map((sheet) => sheet.length)).toEqual(fill === 3 ? [4] : [4, 2]);
    }
  });

  test('may be as long as it likes, and a list without rows is a header', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => [text(`客户 ${at} 号`), count(at), money(at * 7)]);
    const [sheet] = await sheetsByUs(await written(listOf(rows)));
    const shown = (minor: number): string => String(minor / 100);
    expect(sheet?.slice(1)).toEqual(rows.map((_, at) => [`客户 ${at} 号`, `${at}`, shown(at * 7)]));
    expect(await sheetsByUs(await written({ ...listOf([]), heads: ['列1'], kinds: ['text'] }))).toEqual([[['列1']]]);
  });

  test.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [702, 'ZZ'],
    [703, 'AAA'],
    [16_384, 'XFD'],
  ])('calls its column %d %s', (column, name) => {
    expect(columnName(column)).toBe(name);
  });
});

test('no name of a sheet is longer than Excel takes, cut in half, or there twice', async () => {
  const path = join(temporaryFolder(), 'book.xlsx');
  const list = listOf([[count(1)]]);
  const long = 'Before, Share of net by share of customers';
  const rare = `${'山'.repeat(30)}𬭎`;
  await writeBook(
    path,
    [long, `${long}, by orders`, rare, '客户', '客户'].map((name) => ({ name, list })),
    () => undefined,
  );
  const names = (await sheetsByExceljs(path)).map(({ name }) => name);
  expect(names).toEqual([
    'Before, Share of net by share o',
    'Before, Share of net by share 2',
    '山'.repeat(30),
    '客户',
    '客户 2',
  ]);
});

test('the same list is the same file, byte for byte', async () => {
  const list = listOf([[text('豆豆'), count(3), money(1250)]]);
  expect(readFileSync(await written(list))).toEqual(readFileSync(await written(list)));
});

test('a list given up half way throws what it was given up with, and the rows are let go', async () => {
  let closed = false;
  const rows = function* (): Generator<readonly ListCell[]> {
    try {
      for (let at = 0; at < 100_000; at++) yield [text(`客户${at}`), text('很长的备注'.repeat(20))];
    } finally {
      closed = true;
    }
  };
  const list = { ...listOf([[text('a'), text('b')]]), total: 100_000, rows };
  const giveUp = (done: number): void => {
    if (done >= 20_000) throw new RangeError('given up');
  };
  const path = join(temporaryFolder(), 'list.xlsx');
  await expect(writeXlsx(path, list, '客户', giveUp)).rejects.toThrow('given up');
  expect(closed).toBe(true);
});

test.skipIf(process.platform !== 'linux')('a full disk is told as what it is', async () => {
  for (const rows of [1, 50_000]) {
    const list = listOf(Array.from({ length: rows }, (_, at) => [text(`客户${Math.sin(at)}`)]));
    await expect(writeXlsx('/dev/full', list, '客户', () => undefined)).rejects.toMatchObject({
      code: 'ENOSPC',
      syscall: 'write',
    });
  }
});
