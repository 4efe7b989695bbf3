/** One customer: the account adds up, refunds stand alone, the rhythm is the middle gap, phones stay hidden until asked for. */

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { customerProfile, wholePhone } from '../../../src-main/ledger/customer-profile.ts';
import { listCustomers } from '../../../src-main/ledger/customers.ts';
import { explainCustomer } from '../../../src-main/metrics/explain.ts';
import { accountOrdersIn, explainAccount } from '../../../src-main/metrics/explain-account.ts';
import { explainMetric } from '../../../src-main/metrics/explain-metric.ts';
import { ruleCodes, whyCodes } from '../../../src-main/metrics/explanation.ts';
import { scoreSource } from '../../../src-main/metrics/rfm.ts';
import { rfmSummary } from '../../../src-main/metrics/rfm-summary.ts';
import { customerProfileSchema } from '../../../src-shared/contract/customers.ts';
import { accountFigures, explanationSchema } from '../../../src-shared/contract/explanations.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { day, dayIn, randomContent } from '../metrics/random-ledger.ts';
import { fill, type SmallLedger, smallLedger } from '../metrics/small-ledger.ts';

let ledger: SmallLedger;
beforeAll(() => {
  ledger = smallLedger();
});
afterAll(() => ledger.close());

const basis = { on: day('2025-12-31'), definition: 'quantile' } as const;

function oneCustomer(): void {
  fill(ledger.reading, {
    customers: [
      { id: 1, nick: '豆豆', phone: '13800138001' },
      { id: 2, likely: true, phone: '138****2222' },
    ],
    orders: [
      {
        customer: 1,
        day: '2025-01-01',
        paidMinor: 1000,
        titles: ['杯', '盘'],
        receiver: ['王', '13800138001', '某路 1 号'],
      },
      { customer: 1, day: '2025-01-11', paidMinor: 500, refundMinor: 200, status: 'partiallyRefunded', titles: ['杯'] },
      { customer: 1, day: '2025-01-11', paidMinor: 300, refundMinor: 300, status: 'refunded' },
      { customer: 1, day: '2025-02-10', paidMinor: 0, status: 'unpaid' },
      {
        customer: 1,
        day: '2025-03-01',
        paidMinor: null,
        titles: ['杯'],
        receiver: ['王', '13800138001转123', '某路 1 号'],
      },
      { customer: 1, day: '2026-02-01', paidMinor: 700, titles: ['壶'] },
      { customer: 2, day: '2025-02-01', paidMinor: 100 },
    ],
  });
}

describe('the page of a customer', () => {
  test('has a running account, newest first, with refunds as rows of their own', () => {
    oneCustomer();
    const profile = customerProfile(ledger.reading, { customer: 1, basis }, scoreSource(ledger.lines));
    expect(customerProfileSchema.parse(profile)).toEqual(profile);
    expect(profile.account.map((row) => [row.day, row.kind, row.balanceMinor])).toEqual([
      ['2026-02-01', 'order', 2000],
      ['2025-03-01', 'order', 1300],
      ['2025-02-10', 'order', 1300],
      ['2025-01-11', 'refund', 1300],
      ['2025-01-11', 'order', 1600],
      ['2025-01-11', 'refund', 1300],
      ['2025-01-11', 'order', 1500],
      ['2025-01-01', 'order', 1000],
    ]);
    expect(profile.totals).toEqual({ paidMinor: 2500, refundMinor: 500, netMinor: 2000, orders: 6, counted: 4 });
    expect(profile.favourites).toEqual([
      { title: '杯', orders: 3 },
      { title: '壶', orders: 1 },
      { title: '盘', orders: 1 },
    ]);
    // As of the last day of 2025 the order of 2026 is still to come: between three days there are gaps of 10 and 49.
    expect([profile.rhythmDays, profile.rhythmGaps]).toEqual([29.5, 2]);
    expect([profile.customer.orders, profile.customer.lastDay, profile.customer.lastItem]).toEqual([
      3,
      '2025-03-01',
      '杯',
    ]);
    expect(profile.identities).toEqual([
      { kind: 'buyer', value: 'taobao:豆豆' },
      { kind: 'phone', value: '138****8001' },
    ]);
    expect(profile.receivers.map((receiver) => receiver.phone)).toEqual(['13800138001转123', '138****8001']);
  });

  test('gives a whole phone of certain customers only', () => {
    oneCustomer();
    expect(wholePhone(ledger.reading, 1)).toBe('13800138001');
    expect(wholePhone(ledger.reading, 2)).toBeNull();
    expect(() => wholePhone(ledger.reading, 3)).toThrow(Problem);
    expect(() => customerProfile(ledger.reading, { customer: 3, basis }, scoreSource(ledger.lines))).toThrow(Problem);
  });

  test('opens for a customer of another currency, in that currency', () => {
    fill(ledger.reading, {
      shops: [{ name: '国内' }, { name: 'Abroad', currency: 'USD' }],
      customers: [{ id: 1 }, { id: 2 }],
      orders: [
        { customer: 1, day: '2025-01-01' },
        { customer: 1, day: '2025-01-02' },
        { customer: 2, day: '2025-01-03', paidMinor: 777, shop: 2 },
      ],
    });
    const profile = customerProfile(ledger.reading, { customer: 2, basis }, scoreSource(ledger.lines));
    expect([profile.customer.currency, profile.customer.netMinor, profile.totals.netMinor]).toEqual(['USD', 777, 777]);
  });

  test('ends its account on the net of counted orders, the same as the list says', () => {
    fc.assert(
      fc.property(randomContent, (made) => {
        // A fully refunded order gave everything back.
        const orders = made.orders.map((order) =>
          order.status === 'refunded' ? { ...order, refundMinor: order.paidMinor ?? 0 } : order,
        );
        fill(ledger.reading, { ...made, orders });
        const scoresOf = scoreSource(ledger.lines);
        const sort = { by: 'name', descending: false } as const;
        const list = listCustomers(
          ledger.reading,
          { filter: {}, basis, sort, window: { from: 0, count: 50 } },
          scoresOf,
        );
        for (const row of list.rows) {
          const profile = customerProfile(ledger.reading, { customer: row.id, basis }, scoresOf);
          expect({ ...profile.customer, rhythmDays: profile.rhythmDays }).toEqual(row);
          expect(profile.account[0]?.balanceMinor ?? 0).toBe(row.netMinor);
          expect(profile.totals.netMinor).toBe(row.netMinor);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('why', () => {
  test('a customer stands in a tier: facts with lines, every order, and why some do not count', () => {
    oneCustomer();
    const scoresOf = scoreSource(() => ({ recencyDays: 400, frequency: 3, netMinor: 5000 }));
    const why = explainCustomer(ledger.reading, { customer: 1, basis: { ...basis, definition: 'typed' } }, scoresOf);
    expect(explanationSchema.parse(why)).toEqual(why);
    expect(why.subject).toBe('RFm');
    expect(why.facts).toEqual([
      { name: 'recencyDays', value: '305', line: '400', verdict: 'near' },
      { name: 'frequency', value: '3', line: '3', verdict: 'often' },
      { name: 'netMinor', value: '1300', line: '5000', verdict: 'little' },
    ]);
    expect(why.orders.map((order) => order.why)).toEqual(['after-day', null, 'unpaid', 'refunded', null, null]);
    expect([why.orderCount, why.sumMinor]).toEqual([6, 1300]);
    expect(why.params).toMatchObject({ customer: 1, on: '2025-12-31', currency: 'CNY', shop: null, near_days: 400 });
    expect(why.sql).toContain('ntile(5)');
  });

  test('a figure is what it is: its orders add up to it, tier by tier', () => {
    fc.assert(
      fc.property(randomContent, dayIn, fc.constantFrom(undefined, 1, 2), (made, on, shop) => {
        fill(ledger.reading, made);
        const scoresOf = scoreSource(ledger.lines);
        const question = { on, shop, definition: 'quantile' as const };
        const summary = rfmSummary(ledger.reading, question, scoresOf);
        let orders = 0;
        for (const { tier, netMinor, customers } of summary.tiers) {
          const why = explainMetric(ledger.reading, { name: 'tier-summary', tier, on, shop }, scoresOf);
          expect(why.sumMinor).toBe(netMinor);
          expect(why.facts[0]).toEqual({ name: 'customers', value: String(customers), line: null, verdict: null });
          orders += why.orderCount;
        }
        const all = explainMetric(ledger.reading, { name: 'tier-summary', on, shop }, scoresOf);
        expect([all.orderCount, all.sumMinor]).toEqual([orders, summary.netMinor]);
        for (const why of [
          all,
          explainMetric(ledger.reading, { name: 'new-and-returning.new_orders', on, shop }, scoresOf),
        ]) {
          expect(explanationSchema.parse(why)).toEqual(why);
          expect(why.rules.filter((rule) => !ruleCodes.some((known) => known === rule))).toEqual([]);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('the figures of an account are what its SQL and its orders come to, for everybody', () => {
    fc.assert(
      fc.property(randomContent, dayIn, (made, on) => {
        fill(ledger.reading, made);
        const scoresOf = scoreSource(ledger.lines);
        for (const { id } of made.customers) {
          const question = { customer: id, basis: { on, definition: 'quantile' as const } };
          const { totals, rhythmDays, rhythmGaps } = customerProfile(ledger.reading, question, scoresOf);
          for (const account of accountFigures) {
            const why = explainAccount(ledger.reading, { ...question, account }, scoresOf);
            const facts = Object.fromEntries(why.facts.map(({ name, value }) => [name, Number(value)]));
            const { counted, orders, ...money } = totals;
            expect(facts).toMatchObject({ ...money, counted, orders });
            if (rhythmDays !== null) expect(facts).toMatchObject({ rhythmDays, gaps: rhythmGaps });
            expect(explanationSchema.parse(why)).toEqual(why);
            expect(why.rules.filter((rule) => !ruleCodes.some((known) => known === rule))).toEqual([]);
            const listed = accountOrdersIn(ledger.reading, { ...question, account }, { from: 0, count: 500 }, scoresOf);
            expect(listed).toEqual(why.orders);
            if (account === 'rhythmDays') continue;
            const sum = listed.filter((order) => order.counts).reduce((all, order) => all + (order[account] ?? 0), 0);
            expect([account, sum, why.sumMinor]).toEqual([account, totals[account], totals[account]]);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('an order without a payment time is named as such', () => {
    fill(ledger.reading, { customers: [{ id: 1 }], orders: [{ customer: 1, day: '2025-01-01', counts: false }] });
    const why = explainCustomer(ledger.reading, { customer: 1, basis }, scoreSource(ledger.lines));
    expect([why.subject, why.facts, why.orders[0]?.why]).toEqual(['none', [], 'no-payment-time']);
    expect(whyCodes).toContain(why.orders[0]?.why);
  });
});
