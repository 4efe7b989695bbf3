/** A text file that was cut while it was downloaded: what stands before holds, and where it breaks off is said; nothing is put right in silence. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { encodeGb18030 } from '../../../src-main/demo/gb18030.ts';
import { openTable } from '../../../src-main/importing/readers/open-table.ts';
import type { BatchReport } from '../../../src-shared/contract/imports.ts';
import { at, head, soundRow, soundRows } from './damaged-shop.ts';
import { type Book, newBook } from './imports-at-hand.ts';

let book: Book | null = null;

afterEach(() => book?.close());

const quoted = (cells: readonly string[]): string => `${cells.map((cell) => `"${cell}"`).join(',')}\r\n`;
const quotedFile = (rows: number): string => [head, ...soundRows(rows)].map(quoted).join('');

async function checkBytes(own: Book, bytes: Uint8Array, name = '订单.csv'): Promise<BatchReport> {
  const path = join(own.folder, name);
  writeFileSync(path, bytes);
  const [batch] = (await own.check([path])).batches;
  if (batch === undefined) throw new Error('no batch');
  return batch;
}

/** Each row of each file of an import is a source row, or named by a problem. */
function unaccounted(own: Book): unknown[] {
  return own.all(`
    select name, row_count, (
      select count(*) from (
        select row_no from source_row where source_row.file_id = import_file.file_id
        union select row_no from row_problem where row_problem.file_id = import_file.file_id
      )
    ) as found from import_file where row_count <> found`);
}

test('cut inside of a quoted cell: the rows before stand, the last one is named by line and column', async () => {
  book = newBook();
  const whole = quotedFile(12);
  const cut = whole.slice(0, whole.lastIndexOf('文三路') + 2);
  const [report] = await book.import([book.file('订单.csv', cut)]);
  expect(report?.orders).toEqual({ new: 11, changed: 0, same: 0, skipped: 1 });
  expect(report?.problems).toMatchObject([{ code: 'last-record-cut', line: 13, column: '收货地址', file: '订单.csv' }]);
  expect(report?.problems[0]?.found).toMatch(/^39482175601833\d+ \| 茶客4 \| .* \| 浙江省 杭州市 西湖区 文三$/);
  expect(unaccounted(book)).toEqual([]);
});

test('downloaded again, the whole file adds the orders that were missing and changes no other', async () => {
  book = newBook();
  const whole = quotedFile(12);
  await book.import([book.file('cut.csv', whole.slice(0, whole.lastIndexOf('文三路') + 2))]);
  const [report] = await book.import([book.file('订单.csv', whole)]);
  expect(report?.orders).toEqual({ new: 1, changed: 0, same: 11, skipped: 0 });
  const other = newBook();
  await other.import([other.file('订单.csv', whole)]);
  expect(book.one('select count(*) from shop_order')).toBe(other.one('select count(*) from shop_order'));
  other.close();
});

describe.each([
  ['utf-8', 4, (text: string): Buffer => Buffer.from(text)],
  ['gb18030', 3, (text: string): Buffer => Buffer.from(encodeGb18030(text))],
] as const)('cut anywhere, also inside of letters, in %s', (encoding, step, bytesOf) => {
  test('every record that is whole is an order, and the broken one is stopped', { timeout: 120_000 }, async () => {
    const own = newBook();
    const records = [head, ...soundRows(3)].map((cells) => bytesOf(quoted(cells)));
    const bytes = Buffer.concat(records);
    const ends = records.map((_, index) => Buffer.concat(records.slice(0, index + 1)).length);
    const [, , first = 0] = ends;
    const lastCell = bytesOf('"山岚茶铺"\r\n').length;
    const wrong: unknown[] = [];
    for (let cut = first; cut <= bytes.length; cut += step) {
      const report = await checkBytes(own, bytes.subarray(0, cut));
      // A record is whole with its last quote; cut before it, it is one whose last cell is empty: nothing tells the two apart.
      const whole = ends.filter((end) => end - 2 <= cut || end - lastCell === cut).length - 1;
      const isBroken = cut > (ends[whole] ?? 0);
      const wanted = isBroken ? { 'last-record-cut': 1 } : {};
      const found = [report.orders.new, report.files[0]?.encoding, JSON.stringify(report.problemCounts)];
      if (found.join() !== [whole, encoding, JSON.stringify(wanted)].join()) wrong.push([cut, ...found]);
    }
    own.close();
    expect(wrong).toEqual([]);
  });
});

test('cut in the middle of its first line, a cell of several lines is no record', async () => {
  book = newBook();
  const rows = [soundRow(0), soundRow(1).with(at('宝贝标题'), '茶\r\n礼盒，两罐\r\n一')];
  const cut = [head, ...rows]
    .map(quoted)
    .join('')
    .split('","1","山岚茶铺"\r\n')
    .slice(0, -1)
    .join('","1","山岚茶铺"\r\n');
  const report = await checkBytes(book, Buffer.from(cut));
  expect(report.orders).toEqual({ new: 1, changed: 0, same: 0, skipped: 1 });
  expect(report.problems).toMatchObject([{ code: 'last-record-cut', line: 3, column: '宝贝标题' }]);
});

test('a quote that swallows the rows beneath is no end: the file is refused, and says where', async () => {
  book = newBook();
  const plain = [head, ...soundRows(30)].map((cells) => `${cells.join(',')}\n`);
  const swallowed = plain.with(4, (plain[4] ?? '').replace('浙江省', '"浙江省')).join('');
  const refusal = expect(checkBytes(book, Buffer.from(swallowed))).rejects;
  await refusal.toMatchObject({ code: 'file-is-damaged', details: { name: '订单.csv', where: '第 5 行 (row 5)' } });
});

test('half an order number, half a shop and half a buyer are none', async () => {
  book = newBook();
  const whole = quotedFile(6);
  const last = whole.lastIndexOf('"394');
  const halfNumber = await checkBytes(book, Buffer.from(whole.slice(0, last + 12)));
  expect(halfNumber.problems).toMatchObject([{ code: 'last-record-cut', column: '订单编号', found: '39482175601' }]);
  const halfShop = await checkBytes(book, Buffer.from(whole.slice(0, -5)));
  expect(halfShop.files).toHaveLength(1);
  expect(halfShop.orders).toEqual({ new: 5, changed: 0, same: 0, skipped: 1 });
});

test('the sound lines of an order whose last line breaks off are left out with it', async () => {
  book = newBook();
  const text = [head, soundRow(0), soundRow(1), soundRow(1).with(at('宝贝标题'), '银针')].map(quoted).join('');
  const report = await checkBytes(book, Buffer.from(text.slice(0, text.lastIndexOf('银针') + 1)));
  expect(report.orders).toEqual({ new: 1, changed: 0, same: 0, skipped: 1 });
  expect(report.problemCounts).toEqual({ 'last-record-cut': 1, 'order-left-out': 1 });
});

test('the same without quotes, where the row that breaks off speaks of an order that stands alone', async () => {
  book = newBook();
  const rows = [soundRow(0), soundRow(1), soundRow(1)].map((cells) => cells.map((cell) => cell.replaceAll(',', '，')));
  const text = [head, ...rows].map((cells) => cells.join(',')).join('\n');
  const report = await checkBytes(book, Buffer.from(text.slice(0, text.lastIndexOf('龙井') + 1)));
  expect(report.orders).toEqual({ new: 1, changed: 0, same: 0, skipped: 1 });
  expect(report.problemCounts).toEqual({ 'last-record-cut': 1, 'order-left-out': 1 });
});

test('a row that breaks off behind all its known cells, so that it was folded already, is no order either', async () => {
  book = newBook();
  const rows = [[...head, '运送方式'], ...soundRows(30).map((cells) => [...cells, '快递'])];
  const text = rows.map((cells) => cells.map((cell) => cell.replaceAll(',', '，')).join(',')).join('\n');
  const [report] = await book.import([book.file('订单.csv', text.slice(0, text.lastIndexOf(',')))]);
  expect(report?.orders).toEqual({ new: 29, changed: 0, same: 0, skipped: 1 });
  expect(report?.problemCounts).toEqual({ 'last-record-cut': 1 });
  expect(book.one('select count(*) from shop_order')).toBe(29);
  expect(unaccounted(book)).toEqual([]);
});

test('the owner may write the cells that are missing', async () => {
  book = newBook();
  const whole = quotedFile(3);
  const path = book.file('cut.csv', whole.slice(0, whole.lastIndexOf('绿茶') + 1));
  const { checkFiles } = await import('../../../src-main/importing/check.ts');
  const { noProgress } = await import('../../../src-main/importing/progress.ts');
  const own = book;
  const check = async (fixes: { row: number; column: number; typed: string }[]): Promise<BatchReport | undefined> => {
    const file = { ticket: 't', path, name: 'cut.csv', bytes: 1, fixes };
    const checked = await checkFiles(own.ledger, own.stage, [file], { today: '2026-01-02' }, noProgress);
    return checked.batches[0];
  };
  const others = [
    { row: 4, column: at('宝贝总数量'), typed: '1' },
    { row: 4, column: at('店铺名称'), typed: '山岚茶铺' },
  ];
  // As long as the half cell stands, the row does not.
  expect((await check(others))?.problems).toMatchObject([{ code: 'last-record-cut', column: '宝贝标题' }]);
  const title = { row: 4, column: at('宝贝标题'), typed: '龙井绿茶，明前' };
  expect((await check([title]))?.problems).toMatchObject([{ code: 'last-record-cut', column: '宝贝标题' }]);
  expect(await check([title, ...others])).toMatchObject({ orders: { new: 3, skipped: 0 }, problems: [] });
});

test('the same of a text that is not cut at its bytes, and of one whose orders begin in their first row', async () => {
  book = newBook();
  const whole = quotedFile(5);
  const cut = whole.slice(0, whole.lastIndexOf('文三路') + 1);
  const wide = await checkBytes(book, Buffer.from(`\ufeff${cut}`, 'utf16le'));
  expect(wide.orders).toEqual({ new: 4, changed: 0, same: 0, skipped: 1 });
  expect(wide.problems).toMatchObject([{ code: 'last-record-cut', line: 6, column: '收货地址' }]);
  const shopify = [
    'Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Billing Name',
    '#1001,a@example.com,paid,2025-03-03 10:00:00 +0800,fulfilled,USD,20.00,0.00,0.00,20.00,2025-03-03 10:00:00 +0800,1,Tea,20.00,Ann',
    '#1002,b@example.com,paid,2025-03-04 10:00:00 +0800,fulfilled,USD,20.00,0.00,0.00,20.00,2025-03-04 10:00:00 +0800,1,Tea,10.00,Ben',
    '#1002,,,,,,,,,,2025-03-04 10:00:00 +0800,1,"Cup, bl',
  ].join('\n');
  const report = await checkBytes(book, Buffer.from(shopify), 'orders_export.csv');
  expect(report.orders).toMatchObject({ new: 1, skipped: 1 });
  expect(report.problems).toContainEqual(
    expect.objectContaining({ code: 'last-record-cut', line: 4, column: 'Lineitem name' }),
  );
});

test('a file whose only whole record is its header is not read as one order', async () => {
  book = newBook();
  const text = quotedFile(1);
  const report = await checkBytes(book, Buffer.from(text.slice(0, text.indexOf('茶客0') + 2)));
  expect(report.orders).toEqual({ new: 0, changed: 0, same: 0, skipped: 1 });
  // Nor is one that is cut inside of its header.
  await expect(
    openTable(book.file('h.csv', text.slice(0, text.indexOf('买家会员名') + 2)), 'h.csv'),
  ).rejects.toMatchObject({
    code: 'file-is-damaged',
  });
});

test('a large file, read in threads', { timeout: 60_000 }, async () => {
  book = newBook();
  // Each row with something to say, so that what is said at its end is beyond all that is listed.
  const rows = Array.from({ length: 20_000 }, (_, row) =>
    soundRow(row % 60)
      .with(0, `3948217560${100_000 + row}2071`)
      .with(6, '??'),
  );
  const bytes = Buffer.from([head, ...rows].map(quoted).join(''));
  // Inside of a letter as well.
  const report = await checkBytes(book, bytes.subarray(0, bytes.lastIndexOf('文三路') + 2));
  expect(bytes.length).toBeGreaterThan(3 << 20);
  expect(report.orders.new).toBe(19_999);
  expect(report.files[0]?.encoding).toBe('utf-8');
  expect(report.problemCounts).toEqual({ 'last-record-cut': 1, 'text-garbled': 19_999 });
  expect(report.problems).toHaveLength(1000);
  expect(report.problems.find(({ code }) => code === 'last-record-cut')).toMatchObject({
    line: 20_001,
    column: '收货地址',
  });
});
