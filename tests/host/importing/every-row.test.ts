/** No row is lost or made up: each row of a file is a source row or has a problem, each order is new, changed, same or left out. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { applyCheck } from '../../../src-main/importing/apply.ts';
import { checkFiles } from '../../../src-main/importing/check.ts';
import { noProgress } from '../../../src-main/importing/progress.ts';
import { verifyLedger } from '../../../src-main/importing/verify.ts';
import type { BatchReport } from '../../../src-shared/contract/imports.ts';
import { type Book, newBook, now, today } from './imports-at-hand.ts';

const listHeader =
  '订单编号,买家会员名,总金额,买家实际支付金额,订单状态,收货人姓名,联系手机,订单创建时间,订单付款时间,宝贝标题,宝贝总数量,店铺名称';
const detailHeader =
  '子订单编号,主订单编号,标题,价格,购买数量,商品属性,订单状态,买家应付货款,退款状态,退款金额,订单创建时间,订单付款时间';

interface Row {
  readonly order?: string;
  readonly nick?: string;
  readonly total?: string;
  readonly shop?: string;
  readonly at?: string;
  readonly title?: string;
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

function list(...rows: readonly Row[]): string {
  const lines = rows.map(
    ({ order = '1', nick = '茶客', total = '30.00', shop = '一店', at = '2024-05-11 10:00:00', title = '茶叶' }) =>
      `="17931531314732935${order.padStart(2, '0')}",${quoted(nick)},${total},${total},交易成功,王予安,,${at},${at},${quoted(title)},1,${shop}`,
  );
  return [listHeader, ...lines].join('\r\n');
}

const line = (order: string, number: string, amount: string): string =>
  `${number},="17931531314732935${order}",龙井${number.slice(-3)},15.00,1,颜色：青,交易成功,${amount},没有申请退款,无退款申请,2024-05-11 10:00:00,2024-05-11 10:01:00`;

/** Rows of the files that are neither a source row nor named by a problem. */
function lostRows(book: Book): unknown[] {
  const files = book.all('select file_id, row_count from import_file') as [number, number][];
  const seen = book.all('select file_id, row_no from source_row union select file_id, row_no from row_problem') as [
    number,
    number,
  ][];
  return files.filter(([file, rows]) => seen.filter(([other]) => other === file).length !== rows);
}

const ordersOf = ({ orders }: BatchReport): number => orders.new + orders.changed + orders.same + orders.skipped;

describe('every row', () => {
  test('of an order that one damaged row keeps out is named', async () => {
    const book = newBook();
    const text = [
      detailHeader,
      line('11', '="2793153131473293511"', '15.00'),
      line('11', '="2793153131473293512"', '一百'),
      line('11', '="2793153131473293513"', '15.00'),
      line('12', '="2793153131473293521"', '15.00'),
    ].join('\r\n');
    const [batch] = await book.import([book.file('detail.csv', text)]);
    expect(batch?.orders).toEqual({ new: 1, changed: 0, same: 0, skipped: 1 });
    expect(batch?.problemCounts).toEqual({ 'amount-unreadable': 1, 'order-left-out': 2 });
    expect(batch?.problems.map(({ code, line: row }) => [code, row])).toEqual([
      ['order-left-out', 2],
      ['amount-unreadable', 3],
      ['order-left-out', 4],
    ]);
    expect(lostRows(book)).toEqual([]);
    expect(verifyLedger(book.ledger).ok).toBe(true);
    book.close();
  });

  test('of a detail file is a line of its order, also beside lines whose number is damaged', async () => {
    const book = newBook();
    const damaged = [
      detailHeader,
      line('11', '="2793153131473293511"', '15.00'),
      line('11', '2.79315E+18', '16.00'),
    ].join('\r\n');
    expect(await book.import([book.file('damaged.csv', damaged)])).toMatchObject([{ lines: 2, paidMinor: 3100 }]);
    expect(book.all('select amount_minor from order_line order by 1')).toEqual([[1500], [1600]]);
    const whole = [
      detailHeader,
      line('11', '="2793153131473293511"', '15.00'),
      line('11', '="2793153131473293512"', '16.00'),
    ].join('\r\n');
    await book.import([book.file('whole.csv', whole)]);
    expect(book.all('select line_number from order_line order by 1')).toEqual([
      ['2793153131473293511'],
      ['2793153131473293512'],
    ]);
    book.undo(1);
    expect(book.one('select count(*) from order_line')).toBe(2);
    book.undo(2);
    book.redo(1);
    expect(book.one('select count(*) from order_line')).toBe(2);
    book.close();
  });

  test('with a rounded number is named, also where the first thousand rows kept theirs', async () => {
    const book = newBook();
    const row = (number: string): string =>
      `${number},茶客,30.00,30.00,交易成功,王予安,,2024-05-11 10:00:00,2024-05-11 10:00:00,茶,1,一店`;
    const whole = Array.from({ length: 2500 }, (_, index) =>
      row(String(1_793_153_131_473_293_579n + BigInt(index) * 7n)),
    );
    const rounded = Array.from({ length: 60 }, (_, index) => row(`${179_315_313_147_000n + BigInt(index % 30)}0000`));
    const genuine = newBook();
    const sound = await genuine.import([genuine.file('sound.csv', [listHeader, ...whole].join('\r\n'))]);
    expect(sound).toMatchObject([{ orders: { new: 2500, skipped: 0 } }]);
    const [batch] = await book.import([book.file('joined.csv', [listHeader, ...whole, ...rounded].join('\r\n'))]);
    expect(batch?.problemCounts).toEqual({ 'order-number-zeroed-tail': 60 });
    expect(batch?.orders).toEqual({ new: 2500, changed: 0, same: 0, skipped: 60 });
    expect(batch?.problems[0]).toMatchObject({ line: 2502, column: '订单编号', found: '1793153131470000000' });
    expect(lostRows(book)).toEqual([]);
    expect(verifyLedger(book.ledger).ok).toBe(true);
    book.close();
    genuine.close();
  });

  test('of exports pasted together says what it says in files of their own', async () => {
    const order = '="1793153131473293511"';
    const row = (nick: string, status: string, name: string, phone: string, completed: string): string =>
      `${order},${nick},30.00,30.00,${status},${name},${phone},2024-05-11 10:00:00,2024-05-11 10:01:00,茶,1,一店${completed}`;
    const header = `${listHeader},确认收货时间`;
    const old = row('豆豆mama', '卖家已发货，等待买家确认', '王予安', '13800138005', ',');
    const fresh = row('豆**', '交易成功', '王**', '138****8005', ',2024-05-20 10:00:00');
    const [apart, pasted] = [newBook(), newBook()];
    await apart.import([apart.file('old.csv', `${header}\n${old}`)]);
    await apart.import([apart.file('new.csv', `${header}\n${fresh}`)]);
    await pasted.import([pasted.file('both.csv', `${header}\n${fresh}\n${old}`)]);
    expect(apart.all('select buyer_id, status from shop_order')).toEqual([['豆豆mama', 'completed']]);
    expect(pasted.hash()).toBe(apart.hash());
    apart.close();
    pasted.close();
  });

  test('of an order in two currencies is named: money of two kinds is never added up', async () => {
    const book = newBook();
    const header = 'order number,buyer,total,currency,order date,payment date';
    const rows = ['A1,Ann,10.00,CNY', 'A2,Bob,5.00,CNY', 'A1,Ann,2.00,USD', 'A3,Cy,7.00,USD'];
    const text = [header, ...rows.map((row) => `${row},2024-05-01 10:00:00,2024-05-01 10:00:00`)].join('\r\n');
    const columns = { orderNumber: [0], buyerId: [1], total: [2], currency: [3], orderedAt: [4], paidAt: [5] };
    const mapping = {
      profile: 'own',
      granularity: 'order' as const,
      columns,
      dateOrder: 'ymd' as const,
      assumePaid: false,
      currency: 'CNY',
    };
    const path = book.file('two.csv', text);
    const file = { ticket: 't', path, name: 'two.csv', bytes: text.length, mapping };
    const { check, batches } = await checkFiles(book.ledger, book.stage, [file], { today }, noProgress);
    expect(batches.map(({ currency, orders, problemCounts }) => ({ currency, ...orders, ...problemCounts }))).toEqual([
      { currency: 'CNY', new: 1, changed: 0, same: 0, skipped: 1, 'currency-mixed': 1 },
      { currency: 'USD', new: 1, changed: 0, same: 0, skipped: 1, 'currency-mixed': 1 },
    ]);
    await applyCheck(book.ledger, book.stage, check, { now }, noProgress);
    expect(lostRows(book)).toEqual([]);
    book.close();
  });

  test('of a file of several shops with damage, totals and empty rows is accounted for', async () => {
    const book = newBook();
    const rows = list(
      { order: '', nick: '无号' },
      { order: '11' },
      { order: '12', shop: '二店' },
      { order: '13', total: '一百', shop: '二店' },
      { order: '11', shop: '二店' },
      { order: '14', shop: '' },
      { order: '15', at: '2024-02-30 10:00:00' },
      { order: '16', at: '2024-02-29 23:59:59' },
    ).split('\r\n');
    rows.splice(4, 0, '', '合计,,60.00,60.00,,,,,,,,');
    const path = book.file('a.csv', rows.join('\r\n'));
    const batches = await book.import([path]);
    expect(lostRows(book)).toEqual([]);
    expect(batches.reduce((sum, batch) => sum + ordersOf(batch), 0)).toBe(8);
    const again = await book.import([path]);
    expect(again.map(({ orders }) => orders)).toEqual(
      batches.map(({ orders }) => ({ new: 0, changed: 0, same: orders.new, skipped: orders.skipped })),
    );
    expect(verifyLedger(book.ledger).ok).toBe(true);
    book.close();
  });
});

describe('an odd but legal file', () => {
  const odd: readonly (readonly [name: string, Row])[] = [
    ['__proto__', { nick: '__proto__', title: 'constructor' }],
    ['SQL', { nick: "Robert'); drop table shop_order;--", title: '"; select 1' }],
    ['quotes, commas and line breaks', { nick: 'a"b,c', title: 'x\r\ny\nz' }],
    ['emojis and rare characters', { nick: '👩‍👩‍👧‍👦𠮷野', title: '𪚥🐉' }],
    ['right to left', { nick: 'مريم', title: '\u202eabc' }],
    ['a NUL', { nick: 'a\u0000b', title: 'c\u0000' }],
    ['a byte order mark inside', { nick: 'a\ufeffb', title: '\ufeffc' }],
    ['a long cell', { nick: '茶'.repeat(5000), title: '叶'.repeat(30_000) }],
    ['nothing', { nick: '', title: '' }],
    ['the leap day', { at: '2024-02-29 02:30:00' }],
    ['an hour that a clock change skips', { at: '1988-04-10 00:30:00' }],
    ['2100', { at: '2100-02-28 00:00:00' }],
    ['an amount of nothing', { total: '0.00' }],
    ['a negative amount', { total: '-12.30' }],
    ['a huge amount', { total: '9999999999.99' }],
  ];

  test.each(odd)('with %s is the same when it comes again, and undone without a trace', async (_, row) => {
    const book = newBook();
    const empty = book.hash();
    const path = book.file('odd.csv', list({ order: '11', ...row }, { order: '12' }));
    const [first] = await book.import([path]);
    expect(first?.orders).toEqual({ new: 2, changed: 0, same: 0, skipped: 0 });
    expect((await book.import([path]))[0]?.orders).toEqual({ new: 0, changed: 0, same: 2, skipped: 0 });
    expect(verifyLedger(book.ledger)).toMatchObject({ ok: true });
    expect(lostRows(book)).toEqual([]);
    book.undo(1);
    book.undo(2);
    expect(book.hash()).toBe(empty);
    book.close();
  });

  test('with half a character in UTF-16 or in a workbook’s escapes is the same when it comes again', async () => {
    const book = newBook();
    const text = list({ order: '11', nick: 'a\ud83dz', title: 'b\udc09' });
    const csv = book.file('odd.csv', '');
    writeFileSync(csv, Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]));
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('订单');
    sheet.addRow(listHeader.split(','));
    const at = '2024-05-11 10:00:00';
    const cells = ['1793153131473293512', 'a_xD83D_z', '30.00', '30.00', '交易成功', '王', '', at, at, 'b_xDC09_', '1'];
    sheet.addRow([...cells, '一店']);
    sheet.addRow(['1793153131473293513', '_xD83D__xDE00_', ...cells.slice(2), '一店']);
    const xlsx = join(book.folder, 'odd.xlsx');
    await workbook.xlsx.writeFile(xlsx);
    expect(await book.import([csv, xlsx])).toMatchObject([{ orders: { new: 3 } }]);
    expect(await book.import([csv, xlsx])).toMatchObject([{ orders: { new: 0, changed: 0, same: 3 } }]);
    expect(book.all('select buyer_id from shop_order order by 1')).toContainEqual(['😀']);
    expect(verifyLedger(book.ledger)).toMatchObject({ ok: true });
    book.close();
  });

  test('with line ends of CR alone, or one row, or a thousand columns is read', async () => {
    const book = newBook();
    const [cr] = await book.import([
      book.file('cr.csv', list({ order: '11' }, { order: '12' }).replaceAll('\r\n', '\r')),
    ]);
    expect(cr?.orders.new).toBe(2);
    const [header = '', row = ''] = list({ order: '13' }).split('\r\n');
    const extra = Array.from({ length: 988 }, (_, index) => `列${index}`);
    const wide = `${[header, ...extra].join(',')}\r\n${[row, ...extra.map(() => '.')].join(',')}\r\n`;
    const [one] = await book.import([book.file('wide.csv', wide)]);
    expect(one?.orders.new).toBe(1);
    const doubled = `${header},总金额,__proto__,constructor\r\n${list({ order: '14' }).split('\r\n')[1]},99.00,.,.\r\n`;
    const [twice] = await book.import([book.file('doubled.csv', doubled)]);
    expect(twice).toMatchObject({ orders: { new: 1 }, paidMinor: 3000 });
    expect(verifyLedger(book.ledger).ok).toBe(true);
    expect(lostRows(book)).toEqual([]);
    book.close();
  });

  test('with a phone number for an amount is stopped: such sums would be no money', async () => {
    const book = newBook();
    const rows = ['13800138005', '9999999999999.99', '9999999999.99'].map((total, index) => ({
      order: `${11 + index}`,
      total,
    }));
    const [batch] = await book.import([book.file('huge.csv', list(...rows))]);
    expect(batch).toMatchObject({ orders: { new: 1, skipped: 2 }, paidMinor: 999_999_999_999 });
    expect(batch?.problemCounts).toEqual({ 'amount-unreadable': 4 });
    book.close();
  });
});
