/** Each kind of damage is named by line and column, and nothing is silently repaired. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { checkFiles } from '../../../src-main/importing/check.ts';
import { noProgress } from '../../../src-main/importing/progress.ts';
import { recognise } from '../../../src-main/importing/recognise.ts';
import type { BatchReport } from '../../../src-shared/contract/imports.ts';
import { at, csvOf, type Head, head, soundRow, soundRows, withCells } from './damaged-shop.ts';
import { readFileWhole, samples } from './files-at-hand.ts';
import { type Book, newBook } from './imports-at-hand.ts';

let book: Book | null = null;

afterEach(() => book?.close());

async function check(text: string): Promise<BatchReport> {
  book = newBook();
  const { batches } = await book.check([book.file('订单.csv', `\ufeff${text}`)]);
  const [batch] = batches;
  if (batch === undefined) throw new Error('no batch');
  return batch;
}

/** 'code line column found' of all that was found. */
function said({ problems }: BatchReport): string[] {
  return problems.map(({ code, line, column, found }) => `${code} ${line} ${column} ${found}`);
}

async function damaged(cells: Partial<Record<Head, string>>, rows = 8, row = 3): Promise<BatchReport> {
  return check(csvOf(withCells(soundRows(rows), row, cells)));
}

test('a sound file has nothing to say', async () => {
  const report = await check(csvOf(soundRows(60)));
  expect(said(report)).toEqual([]);
  expect(report.orders.new).toBe(60);
  expect(report.claims).toBeUndefined();
});

test('numbers that a spreadsheet rounded are listed by row, and are no key', async () => {
  const rows = withCells(withCells(soundRows(8), 2, { 订单编号: '3.94822E+18' }), 5, {
    订单编号: '3948217560183350000',
  });
  const report = await check(csvOf(rows));
  expect(said(report)).toEqual([
    'order-number-scientific 4 订单编号 3.94822E+18',
    'order-number-zeroed-tail 7 订单编号 3948217560183350000',
  ]);
  expect(report.orders).toEqual({ new: 6, changed: 0, same: 0, skipped: 2 });
});

test('a buyer whose number lost its digits is nobody: two of them are not one person', async () => {
  const rows = [0, 1].map((row) =>
    soundRow(row).with(at('买家会员名'), '2.20812E+12').with(at('联系手机'), '1.38E+10'),
  );
  const report = await check(csvOf(rows));
  expect(report.problemCounts).toEqual({ 'number-scientific': 4 });
  expect(report.orders.new).toBe(2);
  expect(report.ordersWithoutBuyer).toBe(2);
});

test('order numbers that lost their zeros are left out', async () => {
  const rows = soundRows(8).map((cells, row) => cells.with(0, `00${4_520_110 + row}`));
  const report = await check(csvOf(rows.with(4, soundRow(4).with(0, '4520114'))));
  expect(said(report)).toEqual(['order-number-zero-lost 6 订单编号 4520114']);
  expect(report.orders).toEqual({ new: 7, changed: 0, same: 0, skipped: 1 });
});

test('a landline without its zero, and a postcode cut to five digits', async () => {
  expect(said(await damaged({ 联系手机: '57188886666' }))).toEqual(['leading-zero-lost 5 联系手机 57188886666']);
  book?.close();
  const rows = soundRows(4).map((cells, row) => [...cells, row === 2 ? '10000' : '310000']);
  book = newBook();
  const path = book.file('b.csv', csvOf(rows, [...head, '邮编']));
  const found = await recognise(null, { ticket: 't', path, name: 'b.csv', bytes: 1 }, {});
  const mapping = { ...found.guess, columns: { ...found.guess.columns, postcode: [head.length] } };
  const file = { ticket: 't', path, name: 'b.csv', bytes: 1, mapping };
  const { batches } = await checkFiles(book.ledger, book.stage, [file], { today: '2026-01-02' }, noProgress);
  expect(batches.flatMap(said)).toEqual(['leading-zero-lost 4 邮编 10000']);
});

test.each([
  ['United States', '2134', true],
  ['US', '02134', false],
  ['DK', '8000', false],
  ['DE', '1067', true],
  ['Japan', '530-0001', false],
  ['Japan', '60-0001', true],
  ['', '8000', false],
])('a postcode of %s, %s: has it lost a zero? %s', async (country, postcode, isCut) => {
  const woo =
    'Order Number,Order Status,Order Date,First Name (Billing),Email (Billing),Payment Method Title,Order Refund Amount,Order Total Amount';
  const places = 'Postcode (Shipping),Country Code (Shipping)';
  book = newBook();
  const row = `7001,completed,2024-06-01 09:00,Mia,mia@example.org,Card,0.00,14.00,${postcode},${country}`;
  const { problems } = await readFileWhole(book.file('woo.csv', `${woo},${places}\n${row}\n`));
  expect(problems.map(({ code, column }) => `${code} ${column}`)).toEqual(
    isCut ? ['leading-zero-lost Postcode (Shipping)'] : [],
  );
});

test('the samples, which nothing happened to, have lost none', async () => {
  for (const name of readdirSync(samples).filter((file) => !file.endsWith('.json'))) {
    const { problems } = await readFileWhole(join(samples, name));
    expect([name, problems.filter(({ code }) => code === 'leading-zero-lost')]).toEqual([name, []]);
  }
});

test('a date column written the other way round is reported, each cell of it', async () => {
  const column = at('订单付款时间');
  const rows = soundRows(30).map((cells) => {
    const [year, month, rest] = (cells[column] ?? '').split('-');
    return cells.with(column, `${rest?.slice(0, 2)}/${month}/${year}${rest?.slice(2)}`);
  });
  const report = await check(csvOf(rows));
  expect(report.problemCounts).toEqual({ 'date-written-otherwise': 30 });
  expect(said(report)[0]).toBe('date-written-otherwise 2 订单付款时间 03/03/2025 12:00:30');
  // Read as day/month: the cells with a day above 12 tell.
  expect(report.orders.new).toBe(30);
});

test('dates that a spreadsheet took for another country’s: those it could turn are swapped, the others as they were', async () => {
  const rows = soundRows(40).map((cells) =>
    (['订单创建时间', '订单付款时间'] as const).reduce((row, name) => {
      const [year = '', month = '', rest = ''] = (row[at(name)] ?? '').split('-');
      const [day = '', clock = ''] = rest.split(' ');
      const spoilt = Number(day) > 12 ? `${day}/${month}/${year} ${clock}` : `${year}-${day}-${month} ${clock}`;
      return row.with(at(name), spoilt);
    }, cells),
  );
  const report = await check(csvOf(rows));
  // 3 March is 3 March either way, as is 4 April; 5 to 12 March and 1 to 11 April but the 4th are not.
  expect(report.problemCounts).toEqual({ 'date-swapped': 2 * (9 + 10) });
  expect(said(report)[0]).toBe('date-swapped 3 订单创建时间 2025-04-03 12:01:00');
});

test('a day and a month that were swapped show against the other time of the order', async () => {
  const report = await damaged({ 订单付款时间: '2025-06-03 12:03:30' });
  // Either of the two may be the swapped one.
  expect(said(report)).toEqual([
    'date-swapped 5 订单付款时间 2025-06-03 12:03:30',
    'date-swapped 5 订单创建时间 2025-03-06 12:03:00',
  ]);
  book?.close();
  const early = await damaged({ 订单付款时间: '2025-02-20 12:03:30' });
  expect(said(early)).toEqual(['paid-before-ordered 5 订单付款时间 2025-02-20 12:03:30']);
});

test('dates that do not fit between the rows around them', async () => {
  const swapped = withCells(soundRows(60), 5, {
    订单创建时间: '2025-08-03 12:05:00',
    订单付款时间: '2025-08-03 12:05:30',
  });
  const odd = withCells(swapped, 40, { 订单创建时间: '2024-09-30 12:00:00', 订单付款时间: '2024-09-30 12:00:00' });
  expect(said(await check(csvOf(odd)))).toEqual([
    'date-swapped 7 订单创建时间 2025-08-03 12:05:00',
    'date-out-of-order 42 订单创建时间 2024-09-30 12:00:00',
  ]);
});

test('a date that has not come yet', async () => {
  const report = await damaged({ 订单创建时间: '2027-03-06 12:03:00', 订单付款时间: '2027-03-06 12:03:30' });
  expect(said(report)).toEqual([
    'date-in-future 5 订单创建时间 2027-03-06 12:03:00',
    'date-in-future 5 订单付款时间 2027-03-06 12:03:30',
  ]);
});

test.each(['沈锟斤拷', '沈\ufffd', 'å¼ ä¸‰', 'JosÃ©', '??'])('letters that are none any more: %s', async (name) => {
  const report = await damaged({ 收货人姓名: name });
  expect(said(report)).toEqual([`text-garbled 5 收货人姓名 ${name}`]);
});

test.each(['José', 'Œuvre café——好', 'SÃO JOÃO', '?', '何？'])('and letters that are: %s', async (name) => {
  expect(said(await damaged({ 收货人姓名: name }))).toEqual([]);
});

test('from the row on where a cell was put in, every row is left out and named', async () => {
  const rows = soundRows(10).map((cells, row) =>
    row < 6 ? cells : [...cells.slice(0, 8), '多出来的', ...cells.slice(8, -1)],
  );
  const report = await check(csvOf(rows));
  expect(said(report)).toEqual([6, 7, 8, 9].map((row) => `columns-shifted ${row + 2} 联系手机 多出来的`));
  expect(report.orders).toEqual({ new: 6, changed: 0, same: 0, skipped: 4 });
});

test('and where a cell is missing', async () => {
  const rows = soundRows(6).map((cells, row) => (row === 2 ? [...cells.slice(0, 4), ...cells.slice(5), ''] : cells));
  const report = await check(csvOf(rows));
  expect(report.problemCounts['columns-shifted']).toBe(1);
  expect(report.problems[0]?.line).toBe(4);
});

test('a file that breaks off: its last row is left out, whatever its half cell looks like', async () => {
  const whole = csvOf(soundRows(12));
  const report = await check(whole.slice(0, whole.lastIndexOf('龙井') + 2));
  expect(report.problemCounts).toEqual({ 'last-record-cut': 1 });
  expect(report.problems[0]?.line).toBe(13);
  expect(report.orders).toEqual({ new: 11, changed: 0, same: 0, skipped: 1 });
});

test('an export that leaves empty cells off at the end of its rows does not break off', async () => {
  expect(said(await check(csvOf(soundRows(6), [...head, '运送方式'])))).toEqual([]);
});

const total = (paid: string): string[] =>
  head.map((name) => (name === '订单编号' ? '合计' : name === '买家实际支付金额' ? paid : ''));

test('a line of totals is not imported, and its difference to the sum is told', async () => {
  const exact = await check(csvOf([...soundRows(4), total('408.00')]));
  expect(said(exact)).toEqual(['total-row 6 null 合计']);
  expect(exact.paidMinor).toBe(40_800);
  const claim = { file: '订单.csv', line: 6, kind: 'sum', column: '买家实际支付金额' };
  expect(exact.claims).toEqual([{ ...claim, said: 40_800, found: 40_800 }]);
  book?.close();
  const differing = await check(csvOf([...soundRows(4), total('500.00')]));
  expect(said(differing)).toEqual(['total-row 6 null 合计', 'total-differs 6 买家实际支付金额 500.00']);
  expect(differing.claims).toEqual([{ ...claim, said: 50_000, found: 40_800 }]);
  expect(differing.orders.new).toBe(4);
});

test('totals of parts are those of the rows since the one before', async () => {
  const rows = [...soundRows(2), total('202.00'), ...[2, 3].map(soundRow), total('206.00')];
  const report = await check(csvOf(rows.map((cells) => (cells[0] === '合计' ? cells.with(0, '小计') : cells))));
  expect(report.claims?.map(({ said: stated, found }) => [stated, found])).toEqual([
    [20_200, 20_200],
    [20_600, 20_600],
  ]);
  expect(report.problemCounts['total-differs']).toBeUndefined();
});

test('fewer rows than the foot of the file says', async () => {
  const foot = (count: number): string[] => head.map((_, column) => (column === 0 ? `共 ${count} 条记录` : ''));
  expect((await check(csvOf([...soundRows(5), foot(5)]))).problemCounts).toEqual({ 'note-row': 1 });
  book?.close();
  const report = await check(csvOf([...soundRows(5), foot(9)]));
  expect(said(report)).toEqual(['note-row 7 null 共 5 条记录'.replace('5', '9'), 'count-differs 7 null 共 9 条记录']);
  expect(report.claims).toEqual([{ file: '订单.csv', line: 7, kind: 'count', column: null, said: 9, found: 5 }]);
});
