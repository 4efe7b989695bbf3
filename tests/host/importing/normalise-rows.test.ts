import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemblePart } from '../../../src-main/importing/normalise/assemble-part.ts';
import { normaliserFor } from '../../../src-main/importing/normalise/normalise-row.ts';
import type { NormalisedRow, RowStatement } from '../../../src-main/importing/normalise/normalised-row.ts';
import { guessMapping } from '../../../src-main/importing/profiles/guess-mapping.ts';
import { rankProfiles } from '../../../src-main/importing/profiles/rank.ts';
import type { Mapping } from '../../../src-shared/contract/imports.ts';
import { rowProblemLevels } from '../../../src-shared/row-problem.ts';
import { rowProblemSentence, rowProblemTexts } from '../../../src-shared/row-problem-texts.ts';

const header = [
  '订单编号',
  '买家会员名',
  '总金额',
  '买家实际支付金额',
  '订单状态',
  '订单创建时间',
  '订单付款时间',
  '退款金额',
  '宝贝总数量',
  '联系手机',
];
const good = [
  '179',
  '豆豆',
  '128.50',
  '128.50',
  '交易成功',
  '2025-03-03 09:00:00',
  '2025-03-03 09:01:00',
  '0.00',
  '2',
  '13800138000',
];

function mappingOf(words: readonly string[]): Mapping {
  const mapping = rankProfiles(words)[0]?.mapping;
  if (mapping === undefined) throw new Error('no profile fits');
  return mapping;
}

function read(changes: Readonly<Record<string, string>>, words: readonly string[] = header): NormalisedRow {
  const cells = words.map((word, column) => changes[word] ?? good[header.indexOf(word)] ?? good[column] ?? '');
  return normaliserFor(words, mappingOf(words))({ row: 7, cells });
}

function codes(row: NormalisedRow): string[] {
  return row.problems.map(({ code }) => code);
}

describe('a row that a spreadsheet has damaged', () => {
  it.each([
    [{ 联系手机: '57188001234' }, 'leading-zero-lost', '联系手机'],
    [{ 联系手机: '2161234567' }, 'leading-zero-lost', '联系手机'],
    [{ 订单创建时间: '2025-05-03 09:00:00' }, 'paid-before-ordered', '订单付款时间'],
    [{ 买家会员名: '锟斤拷锟斤拷' }, 'text-garbled', '买家会员名'],
    [{ 订单状态: '2025-03-03 09:00:00' }, 'columns-shifted', '订单状态'],
    [{ 订单状态: '128.50' }, 'columns-shifted', '订单状态'],
  ] as const)('%j is noted as %s', (changes, code, column) => {
    expect(read(changes).problems).toEqual([expect.objectContaining({ code, column, row: 7 })]);
  });

  it.each(['13800138000', '057188001234', '4001234567', '85291234567', '88001234', '+86 13800138000', '19900001111'])(
    '%s has lost nothing',
    (phone) => expect(codes(read({ 联系手机: phone }))).toEqual([]),
  );

  it('may be paid on delivery, long after it was sent', () => {
    expect(codes(read({ 订单付款时间: '2025-03-09 09:01:00' }))).toEqual([]);
  });
});

describe('a row', () => {
  it('says what it says and nothing else', () => {
    const row = read({});
    expect(row.problems).toEqual([]);
    expect(row.statement).toMatchObject({
      orderNumber: '179',
      paidMinor: 12850,
      refundMinor: 0,
      stage: 'completed',
      quantity: 2,
    });
    expect(row.statement?.address).toBeNull();
  });

  it.each([
    [{ 订单编号: '' }, 'order-number-missing', '订单编号'],
    [{ 订单编号: '1.79315E+18' }, 'order-number-scientific', '订单编号'],
    [{ 订单编号: '179315313147300000' }, 'order-number-zeroed-tail', '订单编号'],
    [{ 总金额: '一百元' }, 'amount-unreadable', '总金额'],
    [{ 总金额: '12.345' }, 'amount-too-precise', '总金额'],
    [{ 退款金额: '不知道' }, 'amount-unreadable', '退款金额'],
    [{ 订单创建时间: '昨天' }, 'time-unreadable', '订单创建时间'],
    [{ 订单付款时间: '2025-02-30' }, 'time-unreadable', '订单付款时间'],
  ])('is stopped by %j, with line, column and words', (changes, code, column) => {
    const row = read(changes);
    expect(row.statement).toBeNull();
    expect(row.problems[0]).toEqual({ code, row: 7, column, found: Object.values(changes)[0] });
  });

  it.each([
    [{ 宝贝总数量: '两个' }, 'quantity-unreadable'],
    [{ 订单状态: '外星状态' }, 'status-unknown'],
    [{ 买家会员名: '豆\ufffd' }, 'text-garbled'],
    [{ 买家会员名: '#REF!' }, 'formula-error'],
    [{ 联系手机: '13800138000-1234' }, 'phone-virtual'],
  ])('is imported in spite of %j, and it is said', (changes, code) => {
    const row = read(changes);
    expect([row.statement?.orderNumber, codes(row)]).toEqual(['179', [code]]);
  });

  it('that is none is told apart from one that is broken', () => {
    const normalise = normaliserFor(header, mappingOf(header));
    const code = (cells: readonly string[]): string[] => codes(normalise({ row: 3, cells }));
    expect(code(header.map(() => ' '))).toEqual(['empty-row']);
    expect(code(header)).toEqual(['repeated-header']);
    expect(code(['合计', ...good.slice(1)])).toEqual(['total-row']);
    expect(code(['', '合计：', '128.50', ...header.slice(3).map(() => '')])).toEqual(['total-row']);
    expect(code(['#导出时间：2026-11-21'])).toEqual(['note-row']);
    expect(code(good.slice(0, 4))).toEqual(['row-too-short']);
    expect(code([...good, '', ''])).toEqual([]);
    expect(code([...good, '多'])).toEqual(['row-too-long']);
    expect(code([...good.slice(0, 1), 'x'.repeat(40_000), ...good.slice(2)])).toEqual(['cell-too-long']);
  });

  it('never makes the reading throw', () => {
    const normalise = normaliserFor(header, mappingOf(header));
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { maxLength: 12 }), (cells) => {
        const row = normalise({ row: 1, cells });
        const stopped = row.problems.some(({ code }) => rowProblemLevels[code] !== 'noted' && code !== 'phone-virtual');
        expect(row.statement === null).toBe(stopped);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what was paid', () => {
  const paid = (changes: Readonly<Record<string, string>>, words?: readonly string[]): number | null | undefined =>
    read(changes, words).statement?.paidMinor;
  const without = (...left: string[]): string[] => header.filter((word) => !left.includes(word));

  it('is the total where there is a payment time, whatever became of it', () => {
    expect(paid({ 订单状态: '交易关闭', 买家实际支付金额: '0.00', 退款金额: '128.50' })).toBe(12850);
  });
  it('is nothing where the payment time is empty', () => {
    expect(paid({ 订单付款时间: '', 订单状态: '等待买家付款' })).toBe(0);
    expect(paid({ 订单付款时间: '' })).toBe(0);
  });
  it('is put together again where the column shows what is left after the refund', () => {
    const net = header
      .map((word) => (word === '买家实际支付金额' ? '买家实付金额' : word))
      .filter((word) => word !== '总金额');
    const cells = net.map(
      (word) => ({ 买家实付金额: '100.00', 退款金额: '28.50' })[word] ?? good[header.indexOf(word)] ?? '',
    );
    expect(normaliserFor(net, mappingOf(net))({ row: 1, cells }).statement?.paidMinor).toBe(12850);
    expect(paid({ 买家实际支付金额: '0.00', 退款金额: '128.50' }, without('总金额'))).toBe(12850);
  });
  it('follows the status where the file has no payment times', () => {
    const words = without('订单付款时间');
    expect(paid({}, words)).toBe(12850);
    expect(read({}, words).statement?.paidAt).toBe('2025-03-03 09:00:00');
    expect(paid({ 订单状态: '等待买家付款' }, words)).toBe(0);
    expect(read({ 订单状态: '等待买家付款' }, words).statement?.paidAt).toBeNull();
    expect(paid({ 订单状态: '交易关闭' }, words)).toBeNull();
  });
});

describe('rows of one order', () => {
  const statement = (changes: Readonly<Record<string, string>>, row: number): RowStatement => {
    const { statement: said } = read(changes);
    if (said === null) throw new Error('stopped');
    return { ...said, row };
  };

  it('give the same part in any order, and say where they disagree', () => {
    const rows = [
      statement({ 订单状态: '等待买家付款', 订单付款时间: '' }, 2),
      statement({}, 3),
      statement({ 退款金额: '28.50' }, 4),
      statement({ 退款金额: '28.50' }, 5),
    ];
    const whole = assemblePart(rows, 'order');
    expect(whole.part).toMatchObject({ kind: 'order', stage: 'completed', refundMinor: 2850, paidMinor: 12850 });
    expect(whole.problems.map(({ code }) => code)).toEqual(['order-rows-disagree', 'order-rows-disagree']);
    expect(new Set(whole.problems.map(({ row }) => row))).toEqual(new Set([2, 3]));
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(assemblePart(shuffled, 'order').part).toEqual(whole.part);
      }),
    );
  });

  const detail = [
    '子订单编号',
    '主订单编号',
    '标题',
    '价格',
    '购买数量',
    '商品属性',
    '订单状态',
    '买家应付货款',
    '退款状态',
    '退款金额',
    '订单创建时间',
    '订单付款时间',
  ];
  const line = (cells: readonly string[], row: number): RowStatement => {
    const { statement: said, problems } = normaliserFor(detail, mappingOf(detail))({ row, cells });
    if (said === null) throw new Error(JSON.stringify(problems));
    return said;
  };
  const times = ['2025-03-03 09:00:00', '2025-03-03 09:01:00'];

  it('of a detail list are summed, the same line twice counted once', () => {
    const first = ['1', '9', '茶', '50', '1', '红', '交易成功', '45.00', '没有申请退款', '无退款申请', ...times];
    const second = ['2', '9', '杯', '30', '2', '蓝', '交易关闭', '60.00', '退款成功', '60.00', ...times];
    const { part } = assemblePart([line(first, 2), line(second, 3), line(second, 4)], 'line');
    expect(part).toMatchObject({ kind: 'line', stage: 'completed', paidMinor: 10500, refundMinor: 6000, quantity: 3 });
    expect(part.lines.map(({ lineNumber, amountMinor, statusWord }) => [lineNumber, amountMinor, statusWord])).toEqual([
      ['1', 4500, '交易成功'],
      ['2', 6000, '退款成功'],
    ]);
  });

  it('without line numbers are all kept, also when they look alike', () => {
    const words = ['订单编号', '标题', '价格', '购买数量', '外部系统编号', '商品属性', '订单状态', '商家编码'];
    const normalise = normaliserFor(words, mappingOf(words));
    const rows = [2, 3].flatMap((row) => {
      const { statement: said } = normalise({ row, cells: ['9', '茶', '50', '1', 'T', '红', '交易成功', 'T', ''] });
      return said === null ? [] : [said];
    });
    const { part } = assemblePart(rows, 'line');
    expect([part.lines.length, part.paidMinor, part.quantity]).toEqual([2, null, 2]);
  });
});

describe('a mapping for an unknown file', () => {
  it('is prefilled from the words above the columns', () => {
    const words = ['订单号', '日期', '金额', '手机', '收件人', '备注'];
    const guess = guessMapping(words, [['A1', '25/12/2025', '12.00', '13800138000', '王', '']]);
    expect(guess).toEqual({
      profile: 'own',
      granularity: 'order',
      columns: { orderNumber: [0], orderedAt: [1], total: [2], receiverPhone: [3], receiverName: [4], sellerNote: [5] },
      dateOrder: 'dmy',
      assumePaid: true,
      currency: 'CNY',
    });
    const { statement } = normaliserFor(
      words,
      guess,
    )({ row: 2, cells: ['A1', '25/12/2025', '12.00', '13800138000', '王', ''] });
    expect(statement).toMatchObject({ paidMinor: 1200, paidAt: '2025-12-25 00:00:00', receiverPhone: '13800138000' });
  });

  it('sees an item file by its repeated order numbers, in English as well', () => {
    const words = ['Order ID', 'Order Date', 'Item', 'Quantity', 'Line Total', 'Email', 'Currency'];
    const rows = [
      ['7', '2025-01-02', 'Tea', '1', '5.00', 'a@example.com', 'EUR'],
      ['7', '2025-01-02', 'Cup', '2', '8.00', 'a@example.com', 'EUR'],
    ];
    const guess = guessMapping(words, rows);
    expect([guess.granularity, guess.columns.lineAmount, guess.columns.buyerEmail]).toEqual(['line', [4], [5]]);
    const normalise = normaliserFor(words, guess);
    const read7 = rows.map((cells, index) => normalise({ row: index + 2, cells }));
    expect(read7.map(({ currency }) => currency)).toEqual(['EUR', 'EUR']);
    const { part } = assemblePart(
      read7.flatMap(({ statement }) => statement ?? []),
      'line',
    );
    expect([part.paidMinor, part.buyerEmail]).toEqual([1300, 'a@example.com']);
  });
});

describe('a refund written with a minus', () => {
  const words = ['订单号', '付款时间', '金额', '退款金额'];
  const own: Mapping = {
    profile: 'own',
    granularity: 'order',
    columns: { orderNumber: [0], paidAt: [1], total: [2], refund: [3] },
    dateOrder: 'ymd',
    assumePaid: false,
    currency: 'CNY',
  };

  it('is money that went back, and said to be read so', () => {
    const normalise = normaliserFor(words, own);
    const { statement, problems } = normalise({ row: 2, cells: ['A1', '2025-01-02', '12.00', '-5.00'] });
    expect(statement).toMatchObject({ paidMinor: 1200, refundMinor: 500 });
    expect(problems).toEqual([{ code: 'refund-negative', row: 2, column: '退款金额', found: '-5.00' }]);
    expect(normalise({ row: 3, cells: ['A2', '2025-01-02', '12.00', '-0.00'] }).problems).toEqual([]);
  });

  it('in a list of after-sale cases too', () => {
    const cases: Mapping = { ...own, granularity: 'afterSale', columns: { orderNumber: [0], refund: [2, 3] } };
    const { statement, problems } = normaliserFor(words, cases)({ row: 2, cells: ['A1', '', '(1.00)', '-5.00'] });
    expect(statement?.refundCase).toMatchObject({ amountMinor: 600, isDone: true });
    expect(problems.map(({ column }) => column)).toEqual(['金额', '退款金额']);
  });
});

describe('row problems', () => {
  it('all have a sentence in both languages that says what to do', () => {
    expect(Object.keys(rowProblemTexts).toSorted()).toEqual(Object.keys(rowProblemLevels).toSorted());
    for (const { zh, en } of Object.values(rowProblemTexts)) {
      expect(zh).toMatch(/。$/);
      expect(en).toMatch(/\.$/);
    }
  });
  it('are said with their column and words', () => {
    const problem = { code: 'amount-unreadable', column: '总金额', found: '一百元' } as const;
    expect(rowProblemSentence(problem, 'zh-CN')).toMatch(/^【总金额】.*“一百元”$/);
    expect(rowProblemSentence(problem, 'en')).toMatch(/^\[总金额\] .*“一百元”$/);
  });
});
