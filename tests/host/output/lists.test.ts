/** Lists for paper and files: what is seen is what is written, and nothing in it comes alive in a spreadsheet. */

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Excel from 'exceljs';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scoreSource } from '../../../src-main/metrics/rfm.ts';
import { composeList } from '../../../src-main/output/customer-list.ts';
import { exportList } from '../../../src-main/output/export-list.ts';
import { listWords } from '../../../src-main/output/list-heads.ts';
import { defused } from '../../../src-main/output/write-csv.ts';
import { displayWidth } from '../../../src-main/output/write-xlsx.ts';
import { type ListRequest, listColumns } from '../../../src-shared/contract/lists.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { day } from '../metrics/random-ledger.ts';
import { type SmallLedger, smallLedger } from '../metrics/small-ledger.ts';

let ledger: SmallLedger;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'regulars-lists-'));
  ledger = smallLedger({
    customers: [
      {
        id: 1,
        name: '王予安',
        nick: '100000000000000012',
        phone: '13800138001',
        note: '=HYPERLINK("http://x","点我")',
      },
      { id: 2, name: '+张三', nick: '@zhang', phone: '057188889999', note: '两行\n"备注", 有逗号' },
      { id: 3, name: '李*', likely: true, phone: '138****2222' },
      { id: 4, name: '𠮷田', nick: '-1' },
    ],
    orders: [
      {
        customer: 1,
        day: '2025-03-01',
        paidMinor: 123_456,
        titles: ['青花杯'],
        receiver: ['王', '13800138001', '杭州市某路 1 号'],
      },
      {
        customer: 2,
        day: '2025-02-01',
        paidMinor: 500,
        refundMinor: 700,
        status: 'partiallyRefunded',
        titles: ['=1+1'],
      },
      { customer: 3, day: '2025-01-01', paidMinor: 100 },
      { customer: 4, day: '2025-01-05', status: 'unpaid' },
    ],
  });
});
afterAll(() => {
  ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

const request: ListRequest = {
  filter: {},
  basis: { on: day('2025-04-01'), definition: 'quantile' },
  sort: { by: 'netMinor', descending: true },
  columns: ['name', 'buyerId', 'phone', 'orders', 'netMinor', 'lastItem', 'note', 'tick'],
  wholePhones: false,
  purpose: 'contact',
  language: 'zh-CN',
};
const scoresOf = scoreSource((reading) => ledger.lines(reading));

const compose = (more: Partial<ListRequest>, limit = 100) =>
  composeList(ledger.reading, { ...request, ...more, limit }, scoresOf);

describe('a composed list', () => {
  test('has the columns asked for, in their order, with masked phones; likely persons are marked and have none', () => {
    expect(compose({})).toEqual({
      total: 4,
      sumMinor: 123_356,
      held: 0,
      currency: 'CNY',
      columns: ['name', 'certainty', 'buyerId', 'phone', 'orders', 'netMinor', 'lastItem', 'note', 'tick'],
      heads: ['客户', '把握', '买家号', '电话', '次数', '净额', '上次买的', '备注', '联系了'],
      rows: [
        [
          '王予安',
          '确定',
          '100000000000000012',
          '138****8001',
          '1',
          '1,234.56',
          '青花杯',
          '=HYPERLINK("http://x","点我")',
          '',
        ],
        ['李*', '推测', '', '', '1', '1.00', '一件东西', '', ''],
        ['𠮷田', '确定', '-1', '', '0', '0.00', '', '', ''],
        ['+张三', '确定', '@zhang', '057****9999', '1', '\u22122.00', '=1+1', '两行\n"备注", 有逗号', ''],
      ],
    });
  });

  test('gives whole phones when asked, but never of likely persons', () => {
    const { rows } = compose({ columns: ['phone'], wholePhones: true });
    expect(rows).toEqual([
      ['确定', '13800138001'],
      ['推测', ''],
      ['确定', ''],
      ['确定', '057188889999'],
    ]);
  });

  test('of certain customers only has no column for certainty, unless it is asked for', () => {
    expect(compose({ filter: { certainty: 'certain' } }).columns).toEqual(request.columns);
    const asked = compose({ filter: { certainty: 'certain' }, columns: ['certainty'] });
    expect(asked.rows).toEqual([['确定'], ['确定'], ['确定']]);
  });

  test('can hold just the customers picked, in the order of the list', () => {
    const { rows, total, sumMinor } = compose({ filter: { ids: [4, 2, 99] }, columns: ['name'] });
    expect([rows, total, sumMinor]).toEqual([[['𠮷田'], ['+张三']], 2, -200]);
  });

  test('can hold every column, in English too, and stops at its limit', () => {
    const { heads, rows, total } = compose({ columns: [...listColumns], language: 'en' }, 2);
    expect(heads).toEqual(listColumns.map((column) => listWords.en.heads[column]));
    expect([rows.length, total]).toEqual([2, 4]);
    expect(rows[0]?.[listColumns.indexOf('address')]).toBe('杭州市某路 1 号');
    expect(rows[0]?.[listColumns.indexOf('tier')]).toMatch(/^[A-Z][a-z ,]+$/);
    expect(rows[1]?.slice(0, 2)).toEqual(['李*', 'likely']);
  });
});

describe('a CSV file', () => {
  test('holds exactly what was seen, with formulas and long numbers defused', async () => {
    const path = join(folder, 'list.csv');
    expect(await exportList(ledger.reading, { ...request, format: 'csv' }, path, scoresOf)).toEqual({
      rows: 4,
      held: 0,
    });
    const bytes = readFileSync(path);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder('utf-8').decode(bytes);
    expect(text).toContain('\r\n');
    const { data, errors } = Papa.parse<string[]>(text.trim(), { header: false });
    expect(errors).toEqual([]);
    const seen = compose({});
    const plain = (cell: string, column: number): string => {
      if (column === 5) return cell.replaceAll(',', '').replace('\u2212', '-');
      return column === 4 ? cell : defused(cell);
    };
    expect(data).toEqual([seen.heads, ...seen.rows.map((row) => row.map(plain))]);
    for (const cell of data.flat()) expect(cell).not.toMatch(/^[=+@\t\r]|^-(?!\d)/);
  });

  test.each(['=1', '+1', '-1', '@a', '\t1', '\r1', '0571', '123456789012'])('never begins a text with %j', (text) => {
    expect(defused(text)).toBe(`'${text}`);
  });

  test.each(['王', '13800138001', 'a=b', '2025-01-01', ''])('leaves %j alone', (text) => {
    expect(defused(text)).toBe(text);
  });
});

describe('an XLSX file', () => {
  test('holds exactly what was seen: texts as texts, money as numbers, the header frozen', async () => {
    const path = join(folder, 'list.xlsx');
    expect(await exportList(ledger.reading, { ...request, format: 'xlsx' }, path, scoresOf)).toEqual({
      rows: 4,
      held: 0,
    });
    const book = new Excel.Workbook();
    await book.xlsx.readFile(path);
    const sheet = book.getWorksheet('客户');
    if (sheet === undefined) throw new Error('no sheet');
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    const cell = (row: number, column: number): unknown => sheet.getRow(row).getCell(column).value;
    const seen = compose({});
    expect(seen.heads.map((_, index) => cell(1, index + 1))).toEqual(seen.heads);
    seen.rows.forEach((row, at) => {
      row.forEach((text, index) => {
        const number = Number(text.replaceAll(',', '').replace('\u2212', '-'));
        const expected = index === 4 || index === 5 ? number : text === '' ? null : text;
        expect(cell(at + 2, index + 1)).toBe(expected);
      });
    });
    // A text that looks like a number or a formula is still a text.
    expect(sheet.getRow(2).getCell(3).type).toBe(Excel.ValueType.String);
    expect(sheet.getRow(2).getCell(3).numFmt).toBe('@');
    expect(sheet.getColumn(7).width ?? 0).toBeGreaterThanOrEqual(displayWidth('青花杯') + 2);
  });

  test('can be empty', async () => {
    const path = join(folder, 'empty.xlsx');
    const nobody = { ...request, filter: { search: '没有这个人' }, format: 'xlsx' as const };
    expect(await exportList(ledger.reading, nobody, path, scoresOf)).toEqual({ rows: 0, held: 0 });
    const book = new Excel.Workbook();
    await book.xlsx.readFile(path);
    expect(book.worksheets[0]?.rowCount).toBe(1);
  });
});

test('a file that cannot be written is a Problem, and an export given up leaves nothing behind', async () => {
  for (const format of ['csv', 'xlsx'] as const) {
    const wrong = join(folder, 'no-such-folder', `list.${format}`);
    await expect(exportList(ledger.reading, { ...request, format }, wrong, scoresOf)).rejects.toBeInstanceOf(Problem);
  }
  const before = readdirSync(folder);
  expect(before.filter((name) => name.endsWith('.part'))).toEqual([]);
  expect(existsSync(join(folder, 'no-such-folder'))).toBe(false);
});
