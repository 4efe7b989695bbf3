/** What rules of care wait for beyond the common ones: each step of an order, the first one, and a level that was reached or lost. */

import { afterAll, beforeEach, expect, test } from 'vitest';
import { saveCareRule } from '../../../src-main/ledger/follow-ups/care-rules.ts';
import { giveLevel } from '../../../src-main/ledger/levels/give-level.ts';
import { changeSettings } from '../../../src-main/ledger/settings.ts';
import type { CareRuleContent, Trigger } from '../../../src-shared/contract/care-rules.ts';
import { reasonSchema } from '../../../src-shared/contract/follow-ups.ts';
import type { Day } from '../../../src-shared/day.ts';
import { defaultLevels } from '../../../src-shared/levels.ts';
import { day } from '../metrics/random-ledger.ts';
import { fill, smallLedger } from '../metrics/small-ledger.ts';
import { agendaAt, ruleOf } from './agenda-at-hand.ts';

const ledger = smallLedger();
afterAll(() => ledger.close());
const { reading } = ledger;
const now = '2026-01-01T08:00:00Z';
const on = day('2025-12-01');

beforeEach(() => {
  reading.connection.exec(
    'delete from follow_up; delete from care_rule; delete from customer_mark; delete from setting; delete from journal',
  );
});

/** What the only rule suggests. */
function suggested(content: Partial<CareRuleContent> & Pick<CareRuleContent, 'trigger'>, at: Day = on) {
  reading.connection.exec('delete from care_rule');
  saveCareRule(reading, { rule: null, content: ruleOf(content) }, { reason: 'careRules.save', now });
  return agendaAt(ledger, at).suggested.suggestions;
}

test('so many days after an order was paid, sent, received, or only after the first: by the day the file says', () => {
  fill(reading, {
    customers: [{ id: 1 }, { id: 2 }],
    orders: [
      { customer: 1, day: '2025-11-01', number: 'first' },
      { customer: 1, day: '2025-11-20', number: 'second' },
      { customer: 2, day: '2025-11-20', number: 'other' },
    ],
  });
  const step = (column: string, number: string, at: string) =>
    reading.connection
      .prepare(
        `update shop_order set ${column} = ? where order_id = (select order_id from order_key where order_number = ?)`,
      )
      .run(`${at} 09:30:00`, number);
  step('shipped_at', 'second', '2025-11-22');
  step('completed_at', 'second', '2025-11-28');
  step('shipped_at', 'other', '2025-11-25');
  const asked = (what: 'paid' | 'shipped' | 'received', days: number, first = false) =>
    suggested({ trigger: { kind: 'after', what, days, first }, lasts: 3 }).map(({ customer, day: due, reason }) => [
      customer,
      due,
      'of' in reason ? reason.of?.number : null,
    ]);
  expect(asked('paid', 10)).toEqual([
    [1, '2025-11-30', 'second'],
    [2, '2025-11-30', 'other'],
  ]);
  expect(asked('shipped', 8)).toEqual([
    [1, '2025-11-30', 'second'],
    [2, '2025-12-03', 'other'],
  ]);
  // One that no file says was received waits for nothing.
  expect(asked('received', 3)).toEqual([[1, '2025-12-01', 'second']]);
  // Of the first order only: for customer 1 that was long ago.
  expect(asked('paid', 10, true)).toEqual([[2, '2025-11-30', 'other']]);
});

type OfLevel = Extract<Trigger, { kind: 'level' }>;
const reached: OfLevel = { kind: 'level', how: 'raised', levels: [1, 2], days: 0 };
const lost: OfLevel = { kind: 'level', how: 'lowered', levels: [1], days: 0 };

test('a level: raised by the order that reached it, fallen from on the day it ran out, ahead too; by hand is left alone', () => {
  changeSettings(reading, { levels: { ...defaultLevels, on: true, levels: [...defaultLevels.levels] } }, { now });
  fill(reading, {
    customers: [1, 2, 3, 4, 5].map((id) => ({ id })),
    orders: [
      // V1 by the second order within twelve months, on 29 November.
      { customer: 1, day: '2025-11-10' },
      { customer: 1, day: '2025-11-29', number: 'reached' },
      // V1 since 25 November of the year before; it runs out on 25 November.
      { customer: 2, day: '2024-11-20' },
      { customer: 2, day: '2024-11-25', number: 'held' },
      // The same, and it runs out in ten days.
      { customer: 3, day: '2024-12-01' },
      { customer: 3, day: '2024-12-11' },
      // The same as the first, but has a level by hand.
      { customer: 4, day: '2025-11-10' },
      { customer: 4, day: '2025-11-29' },
      // V2 at once.
      { customer: 5, day: '2025-11-30', paidMinor: 60_000 },
    ],
  });
  giveLevel(
    reading,
    { customer: 4, level: { level: 3, from: day('2025-01-01'), until: null, reason: '老同学' } },
    { reason: 'customers.setLevel', now },
  );
  const raised = suggested({ trigger: reached });
  expect(raised.map(({ customer, day: due }) => [customer, due])).toEqual([
    [1, '2025-11-29'],
    [5, '2025-11-30'],
  ]);
  expect(raised.map(({ reason }) => reasonSchema.parse(reason))).toEqual([
    { kind: 'level', how: 'raised', level: 'V1', from: null, at: '2025-11-29' },
    { kind: 'level', how: 'raised', level: 'V2', from: null, at: '2025-11-30' },
  ]);
  expect(
    suggested({ trigger: { ...reached, levels: [2], days: 3 } }).map(({ customer, day: due }) => [customer, due]),
  ).toEqual([[5, '2025-12-03']]);
  const fallen = suggested({ trigger: lost });
  expect(fallen.map(({ customer, day: due }) => [customer, due])).toEqual([
    [2, '2025-11-25'],
    [3, '2025-12-11'],
  ]);
  expect(fallen[0]?.reason).toEqual({ kind: 'level', how: 'lowered', level: null, from: 'V1', at: '2025-11-25' });
  // The same change has the same origin on another day, and an order afterwards makes no new one of it.
  expect(
    suggested({ trigger: reached }, day('2025-12-03')).map(({ origin }) => origin.replace(/^rule:\d+/, '')),
  ).toEqual(raised.map(({ origin }) => origin.replace(/^rule:\d+/, '')));
  // Levels that are not in force change nothing.
  changeSettings(reading, { levels: { ...defaultLevels, levels: [...defaultLevels.levels] } }, { now });
  expect(suggested({ trigger: reached })).toEqual([]);
});

test('who came by themselves is told of the rule’s own people only: as they are, or as they were before they came', () => {
  // Every 20 days, due on 15 November; bought on 28 November.
  const back = (customer: number, before: number) => [
    ...Array.from({ length: before }, (_, at) => ({ customer, day: `2025-0${at + 1}-01` })),
    ...['2025-09-16', '2025-10-06', '2025-10-26', '2025-11-28'].map((at) => ({ customer, day: at })),
  ];
  fill(reading, { customers: [{ id: 1 }, { id: 2 }], orders: [...back(1, 0), ...back(2, 4)] });
  const came = (where: CareRuleContent['where']) => {
    suggested({ trigger: { kind: 'renew', offset: 0 }, lasts: 30, where });
    return agendaAt(ledger, on).today.came.map(({ customer }) => customer);
  };
  expect(came(null)).toContain(1);
  expect(came({ field: 'orders', from: 8 })).not.toContain(1);
  expect(came({ field: 'orders', to: 3 })).toEqual([1]);
});
