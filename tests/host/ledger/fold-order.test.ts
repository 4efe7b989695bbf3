/** The freshness rule: what an order is, from everything its rows say. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldOrder } from '../../../src-main/ledger/fold-order.ts';
import { minorOf } from '../../../src-shared/money.ts';
import type { OrderLine, OrderPart } from '../../../src-shared/order.ts';
import { wallTimeOf } from '../../../src-shared/wall-time.ts';

const silent: OrderPart = {
  kind: 'order',
  orderNumber: '1793153131473293579',
  stage: null,
  lines: [],
  statusWord: null,
  closeReason: null,
  orderedAt: null,
  paidAt: null,
  shippedAt: null,
  completedAt: null,
  totalMinor: null,
  paidMinor: null,
  refundMinor: null,
  buyerId: null,
  buyerEmail: null,
  receiverName: null,
  receiverPhone: null,
  province: null,
  city: null,
  district: null,
  address: null,
  itemsText: null,
  quantity: null,
  buyerNote: null,
  sellerNote: null,
  carrier: null,
  trackingNumber: null,
};
const part = (facts: Partial<OrderPart>): OrderPart => ({ ...silent, ...facts });
const day = (date: number): OrderPart['paidAt'] => wallTimeOf(2024, 5, date, 10);
const fen = minorOf;
const line = (facts: Partial<OrderLine>): OrderLine => ({
  lineNumber: null,
  title: null,
  spec: null,
  sku: null,
  quantity: null,
  unitPriceMinor: null,
  amountMinor: null,
  refundMinor: null,
  statusWord: null,
  ...facts,
});

describe('an order', () => {
  test('that a list saw unpaid and a fresher detail file paid was paid', () => {
    const list = part({ stage: 'unpaid', orderedAt: day(1), totalMinor: fen(3600), paidMinor: fen(0) });
    const detail = part({ kind: 'line', stage: 'paid', orderedAt: day(1), paidAt: day(2), paidMinor: fen(3000) });
    const older = part({ ...detail, paidAt: wallTimeOf(2024, 4, 30, 10), orderedAt: null });
    expect(foldOrder([list, detail])).toMatchObject({ status: 'paid', counts: true, paidMinor: 3000, netMinor: 3000 });
    expect(foldOrder([detail, list])).toEqual(foldOrder([list, detail]));
    expect(foldOrder([list, older])?.paidMinor).toBe(0);
  });

  test('is nothing without a part', () => {
    expect(foldOrder([])).toBeNull();
  });

  test('takes each fact from the freshest part that states it', () => {
    const old = part({ stage: 'paid', orderedAt: day(1), paidAt: day(1), sellerNote: '老客', statusWord: '已付款' });
    const fresh = part({
      stage: 'completed',
      orderedAt: day(1),
      paidAt: day(1),
      completedAt: day(9),
      statusWord: '成功',
    });
    expect(foldOrder([fresh, old])).toMatchObject({ status: 'completed', sellerNote: '老客', statusWord: '成功' });
  });

  test('keeps a readable buyer although a fresher file masks it', () => {
    const old = part({ orderedAt: day(1), buyerId: '豆豆mama', receiverPhone: '13800138005', receiverName: '王予安' });
    const fresh = part({
      orderedAt: day(1),
      completedAt: day(9),
      buyerId: '豆***',
      receiverPhone: '138****8005',
      receiverName: '王**',
    });
    expect(foldOrder([old, fresh])).toMatchObject({
      buyerId: '豆豆mama',
      receiverPhone: '13800138005',
      receiverName: '王予安',
    });
  });

  test('takes money from the list before the details, but a larger refund from a fresher detail', () => {
    const list = part({
      stage: 'completed',
      orderedAt: day(1),
      paidAt: day(1),
      paidMinor: fen(1000),
      refundMinor: fen(0),
    });
    const detail = part({
      kind: 'line',
      stage: 'completed',
      orderedAt: day(1),
      paidAt: day(1),
      paidMinor: fen(900),
      refundMinor: fen(300),
    });
    expect(foldOrder([list, detail])).toMatchObject({
      paidMinor: 1000,
      refundMinor: 300,
      netMinor: 700,
      status: 'partiallyRefunded',
    });
    const later = part({ ...list, completedAt: day(9) });
    expect(foldOrder([later, detail])).toMatchObject({ paidMinor: 1000, refundMinor: 0, status: 'completed' });
  });

  test('joins numbered lines of several files, each number once, the freshest statement first', () => {
    const first = part({
      kind: 'line',
      orderedAt: day(1),
      lines: [line({ lineNumber: '11', title: '茶', spec: '大' }), line({ lineNumber: '12' })],
    });
    const second = part({
      kind: 'line',
      orderedAt: day(2),
      lines: [line({ lineNumber: '11', title: '新茶' }), line({ lineNumber: '9' })],
    });
    expect(foldOrder([first, second])?.lines.map(({ lineNumber, title, spec }) => [lineNumber, title, spec])).toEqual([
      ['9', null, null],
      ['11', '新茶', '大'],
      ['12', null, null],
    ]);
  });

  test('keeps two lines that look alike when lines have no numbers', () => {
    const detail = part({ kind: 'line', orderedAt: day(1), lines: [line({ title: '茶' }), line({ title: '茶' })] });
    const older = part({ kind: 'line', lines: [line({ title: '茶' })] });
    expect(foldOrder([older, detail])?.lines).toHaveLength(2);
  });

  test('is one line when no file has details', () => {
    expect(foldOrder([part({ itemsText: '茶，杯', quantity: 3, totalMinor: fen(990) })])?.lines).toEqual([
      line({ title: '茶，杯', quantity: 3, amountMinor: fen(990) }),
    ]);
  });

  test('counts when it has a payment time and is not fully refunded, also when it cost nothing', () => {
    const gift = part({ stage: 'completed', paidAt: day(1), paidMinor: fen(0), refundMinor: fen(0) });
    expect(foldOrder([gift])).toMatchObject({ counts: true, status: 'completed' });
    expect(foldOrder([part({ ...gift, paidMinor: fen(5), refundMinor: fen(5) })])).toMatchObject({
      counts: false,
      status: 'refunded',
    });
    expect(foldOrder([part({ ...gift, paidAt: null })])).toMatchObject({ counts: false });
  });

  test('closed by the marketplace was refunded when it had been paid and the money went back, else never paid', () => {
    const closed = part({ stage: 'closedOrRefunded', paidMinor: fen(100) });
    expect(foldOrder([part({ ...closed, paidAt: day(1), refundMinor: fen(100) })])?.status).toBe('refunded');
    expect(foldOrder([part({ ...closed, paidAt: day(1), closeReason: '退款' })])?.status).toBe('refunded');
    expect(foldOrder([part({ ...closed, closeReason: '买家未付款' })])).toMatchObject({
      status: 'closed',
      counts: false,
    });
  });

  test('says that money is unknown, and does not say zero', () => {
    expect(foldOrder([part({ stage: 'completed' })])).toMatchObject({
      paidMinor: null,
      refundMinor: null,
      netMinor: null,
    });
  });
});

const times = fc.constantFrom(null, day(1), day(2), day(3));
const money = fc.constantFrom(null, fen(0), fen(100), fen(250));
const lines = fc.array(
  fc
    .record({
      lineNumber: fc.constantFrom('1', '2', '33'),
      title: fc.constantFrom('茶', '杯', null),
      refundMinor: money,
    })
    .map(line),
  { maxLength: 3 },
);
const anyPart: fc.Arbitrary<OrderPart> = fc
  .record({
    kind: fc.constantFrom('order' as const, 'line' as const),
    stage: fc.constantFrom(null, 'unpaid', 'paid', 'completed', 'closed', 'closedOrRefunded', 'refunded'),
    orderedAt: times,
    paidAt: times,
    completedAt: times,
    totalMinor: money,
    paidMinor: money,
    refundMinor: money,
    buyerId: fc.constantFrom(null, '豆豆', '豆**', 'mimi'),
    receiverPhone: fc.constantFrom(null, '13800138005', '138****8005', '15000000000-1234'),
    closeReason: fc.constantFrom(null, '退款', '买家未付款'),
    itemsText: fc.constantFrom(null, '茶', '杯'),
    lines,
  })
  .map(part);
const anyParts = fc.array(anyPart, { maxLength: 6 });

/** The same parts in another order, some of them twice. */
const turnedParts = anyParts.chain((parts) => {
  const twice = [...parts, ...parts];
  const some = fc.shuffledSubarray(twice, { minLength: parts.length, maxLength: twice.length });
  return fc.tuple(
    fc.constant(parts),
    some.map((more) => [...more, ...parts.filter((own) => !more.includes(own))].reverse()),
  );
});

describe('the fold', () => {
  test('does not depend on the order or the repetition of parts', () => {
    fc.assert(
      fc.property(turnedParts, ([parts, turned]) => {
        expect(foldOrder(turned)).toEqual(foldOrder(parts));
      }),
      { numRuns: 1000 },
    );
  });

  test('does not depend on the order in which the words of a part were written', () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        const turned = parts.map((own) => Object.fromEntries(Object.entries(own).reverse()) as unknown as OrderPart);
        expect(foldOrder(turned)).toEqual(foldOrder(parts));
      }),
    );
  });

  test('never makes up money', () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        const folded = foldOrder(parts);
        if (folded === null) return;
        const stated = parts.map(({ paidMinor }) => paidMinor);
        expect(stated).toContain(folded.paidMinor);
        expect(folded.netMinor === null || folded.paidMinor !== null).toBe(true);
      }),
    );
  });
});
