import { expect, test } from 'vitest';
import { looksGarbled } from '../../../src-renderer/pages/import/garbled-header.ts';
import { guessByValues } from '../../../src-renderer/pages/import/guess-by-values.ts';
import { rowCount } from '../../../src-renderer/pages/import/row-count.ts';
import { batchReportSchema, type Finding, type Mapping } from '../../../src-shared/contract/imports.ts';

const header = ['订单编号', '买家会员名', '买家实际支付金额', '订单状态', '收货人姓名', '联系手机', '备注'];
const utf8 = new TextEncoder();

function readAs(encoding: string, text: string): string {
  return new TextDecoder(encoding).decode(utf8.encode(text));
}

test('UTF-8 that was read as GBK is told by its header', () => {
  expect(looksGarbled(header.map((head) => readAs('gbk', head)))).toBe(true);
  expect(looksGarbled(['璁㈠崟缂栧彿', '涔板浼氬憳鍚�'])).toBe(true);
  expect(looksGarbled(['¶©µ¥±àºÅ', 'Âò¼Ò»áÔ±Ãû'])).toBe(true);
  expect(looksGarbled(['锟斤拷锟斤拷', '锟斤拷'])).toBe(true);
});

test('a header that makes sense is left alone', () => {
  for (const sound of [
    header,
    ['Order ID', 'Größe', 'Prénom'],
    ['注文番号', 'お名前'],
    ['單號', '買家', '東西'],
    ['A', 'B'],
  ])
    expect(looksGarbled(sound)).toBe(false);
});

const empty: Mapping = {
  profile: 'own',
  granularity: 'order',
  columns: {},
  dateOrder: 'ymd',
  assumePaid: true,
  currency: 'CNY',
};

function finding(sample: string[][], mapping: Mapping | null = null): Finding {
  return {
    ticket: 't',
    from: 't',
    name: 'own.csv',
    bytes: 1,
    format: 'csv',
    encoding: 'utf-8',
    delimiter: ',',
    sheet: null,
    otherSheets: [],
    headerRow: 1,
    header: ['单子', '谁', '哪天', '几个', '多少钱'],
    sample,
    mapping,
    questions: [],
    confidence: 0,
    source: 'none',
    reasons: [],
    guess: empty,
    guessedColumns: [],
    trust: [],
    marketplace: 'other',
  };
}

test('time and money are guessed from the cells where no name tells them', () => {
  const sheet = finding([
    ['1001', '王三', '2024-05-11 10:00', '2', '263.70'],
    ['1002', '赵六', '2024/4/1', '1', '¥1,259'],
  ]);
  const { mapping, columns } = guessByValues(sheet, empty);
  expect(mapping.columns).toEqual({ orderedAt: [2], paid: [4] });
  expect(columns).toEqual([2, 4]);
});

test('what a name has told is not guessed again, and whole numbers are no money', () => {
  const sheet = finding([['1001', '王三', '2024-05-11', '2', '263']]);
  const named: Mapping = { ...empty, columns: { paidAt: [2] } };
  expect(guessByValues(sheet, named)).toEqual({ mapping: named, columns: [] });
});

test('rows and orders are said apart', () => {
  const report = batchReportSchema.parse({
    id: null,
    shop: '我的店铺',
    marketplace: 'other',
    profile: 'own',
    files: [{ name: 'own.csv', encoding: 'utf-8', rows: 58 }],
    orders: { new: 56, changed: 0, same: 0, skipped: 0 },
    lines: 56,
    customers: { new: 9, matched: 0, likely: 0 },
    ordersWithoutBuyer: 0,
    currency: 'CNY',
    paidMinor: 1,
    refundMinor: null,
    netMinor: 1,
    status: { unpaid: 0, paid: 0, shipped: 0, completed: 56, closed: 0, partiallyRefunded: 0, refunded: 0 },
    problemCounts: { 'total-row': 1 },
    problems: [],
  });
  const count = rowCount(report, [finding([], empty)]);
  expect(count).toEqual({ rows: 58, orders: 56, totals: 1, others: 0, repeated: 1 });
  expect(rowCount(report, [finding([], { ...empty, granularity: 'line' })])).toBeNull();
});
