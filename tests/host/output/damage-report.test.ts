/** The report about damaged files as a workbook: by kind, place by place, and the rows left out as their file has them. */

import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withDamage } from '../../../src-main/importing/damage/report-source.ts';
import { writeDamageReport } from '../../../src-main/output/damage-report.ts';
import type { Language } from '../../../src-shared/problem-texts.ts';
import { csvOf, head, soundRows, withCells } from '../importing/damaged-shop.ts';
import { type Book, newBook } from '../importing/imports-at-hand.ts';

let book: Book;

beforeEach(() => {
  book = newBook();
});
afterEach(() => book.close());

const total = head.map((name) => (name === '订单编号' ? '合计' : name === '买家实际支付金额' ? '500.00' : ''));
const rows = withCells(withCells(soundRows(4), 1, { 订单编号: '3.94822E+18', 收货人姓名: '=1+1' }), 2, {
  收货人姓名: '沈锟斤拷',
});

async function report(of: Parameters<typeof withDamage>[2], language: Language): Promise<ExcelJS.Workbook> {
  const path = join(book.folder, 'report.xlsx');
  await withDamage(book.ledger, book.stage, of, (damage) => writeDamageReport(damage, language, path));
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  return workbook;
}

function textsOf(workbook: ExcelJS.Workbook, name: string): string[][] {
  const found: string[][] = [];
  workbook.getWorksheet(name)?.eachRow((row) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell) => cells.push(cell.text));
    found.push(cells);
  });
  return found;
}

test('a check: sums that do not add up, every problem by line and column, rejected rows with long numbers as text', async () => {
  const { check } = await book.check([book.file('订单.csv', csvOf([...rows, total]))]);
  const workbook = await report({ check }, 'zh-CN');
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(['一览', '问题', '拦下的行']);
  const summary = textsOf(workbook, '一览');
  expect(summary).toContainEqual(['文件 订单.csv', '5', '山岚茶铺']);
  expect(summary).toContainEqual(['第 6 行写的合计：买家实际支付金额', '', '写 500.00，实际 408.00']);
  expect(summary.map(([what, count]) => `${what} ${count}`)).toEqual(
    expect.arrayContaining(['拦下 1', '留意 1', '知悉 1', '拦下的单 1']),
  );
  const problems = textsOf(workbook, '问题').map((cells) => cells.slice(0, 5).join(' '));
  expect(problems).toContain('拦下 订单.csv 3 订单编号 3.94822E+18');
  expect(problems).toContain('留意 订单.csv 4 收货人姓名 沈锟斤拷');
  expect(problems).toContain('留意 订单.csv 6 买家实际支付金额 500.00');
  const [heads, ...rejected] = textsOf(workbook, '拦下的行');
  expect(heads).toEqual(['文件', '行', '为什么', ...head]);
  expect(rejected).toHaveLength(1);
  expect(rejected[0]?.[3]).toBe('3.94822E+18');
  // What looks like a formula stays a text.
  const cell = workbook.getWorksheet('拦下的行')?.getCell('J2');
  expect(cell?.type).toBe(ExcelJS.ValueType.String);
  expect(cell?.text).toBe('=1+1');
});

test('an import, in English, says the same later', async () => {
  await book.import([book.file('订单.csv', csvOf([...rows, total]))]);
  const workbook = await report({ batch: 1 }, 'en');
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Summary', 'Problems', 'Rows left out']);
  expect(textsOf(workbook, 'Rows left out')[1]?.slice(0, 2)).toEqual(['订单.csv', '3']);
  expect(textsOf(workbook, 'Problems')).toHaveLength(5);
  await expect(report({ batch: 9 }, 'en')).rejects.toMatchObject({ code: 'batch-unknown' });
  await expect(report({ check: 'ffffffffffffffffffffffff' }, 'en')).rejects.toMatchObject({ code: 'check-unknown' });
});
