/** What came of calls: against a slow, plain count over random logs, and what is counted, case by case. */

import fc from 'fast-check';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { callFigures } from '../../../src-main/followups/call-figures.ts';
import { removeCareRule, saveCareRule } from '../../../src-main/ledger/follow-ups/care-rules.ts';
import { changeFollowUp, planFollowUp } from '../../../src-main/ledger/follow-ups/stored-follow-ups.ts';
import { undoEdit } from '../../../src-main/ledger/undo-edit.ts';
import type { CallCount } from '../../../src-shared/contract/call-figures.ts';
import {
  contactChannels,
  type FollowUpContent,
  type LogEntry,
  outcomes,
} from '../../../src-shared/contract/follow-ups.ts';
import { addDays, type Day, daysBetween } from '../../../src-shared/day.ts';
import { day } from '../metrics/random-ledger.ts';
import { fill, plainCustomers, type SmallOrder, smallLedger } from '../metrics/small-ledger.ts';
import { ruleOf } from './agenda-at-hand.ts';

const ledger = smallLedger();
const { reading } = ledger;
afterAll(() => ledger.close());
const home = process.env['TZ'];
afterEach(() => {
  if (home === undefined) delete process.env['TZ'];
  else process.env['TZ'] = home;
});

const on = day('2026-03-31');
const basis = { on, definition: 'quantile' } as const;
const act = (reason: string) => ({ reason, now: '2026-03-31T08:00:00.000Z' });
const taken = {
  now: '2026-03-31T09:00:00.000Z',
  rematchOrders: () => expect.fail('no orders move'),
  rematchKeys: () => expect.fail('no keys move'),
  lines: ledger.lines,
  settleAside: () => expect.fail('no row moves'),
};
const rules = ['该续了', '快走了'].map(
  (name) =>
    saveCareRule(
      reading,
      { rule: null, content: ruleOf({ name, trigger: { kind: 'dormant', days: 90 } }) },
      act('careRules.save'),
    ).rule,
);

interface Call {
  readonly customer: number;
  readonly rule: number | null;
  readonly log: readonly LogEntry[];
}

function contentOf(rule: number | null, log: readonly LogEntry[]): FollowUpContent {
  const reason = { kind: 'hand' } as const;
  return { state: 'done', day: on, reason, rule, channel: null, note: '', repeat: null, log: [...log] };
}

function put(orders: readonly SmallOrder[], calls: readonly Call[]): void {
  reading.connection.exec('delete from follow_up');
  fill(reading, { customers: plainCustomers(4), orders }, true);
  for (const { customer, rule, log } of calls) {
    planFollowUp(reading, { customer, content: contentOf(rule, log) }, act('followUps.plan'));
  }
}

function called(day: Day, clock: string, outcome: LogEntry['outcome'] = 'talked', more: Partial<LogEntry> = {}) {
  return { at: `${day}T${clock}.000Z`, day, outcome, channel: 'phone', note: '', ...more } as LogEntry;
}

const call = fc.record({
  customer: fc.integer({ min: 1, max: 4 }),
  rule: fc.constantFrom(null, ...rules),
  log: fc.array(
    fc
      .record({
        back: fc.integer({ min: -2, max: 40 }),
        hour: fc.integer({ min: 0, max: 23 }),
        outcome: fc.constantFrom(...outcomes, 'snoozed' as const),
        channel: fc.constantFrom('phone' as const, 'phone' as const, ...contactChannels, null),
      })
      .map(({ back, hour, outcome, channel }) =>
        called(addDays(on, -back), `${String(hour).padStart(2, '0')}:30:00`, outcome, { channel }),
      ),
    { maxLength: 5 },
  ),
});
const order = fc.record({
  customer: fc.integer({ min: 1, max: 4 }),
  day: fc.integer({ min: -4, max: 45 }).map((back) => addDays(on, -back)),
  counts: fc.boolean(),
});

/** Orders are of noon. */
function plainCount(
  entries: readonly { readonly customer: number; readonly entry: LogEntry }[],
  orders: readonly { readonly customer: number; readonly day: Day; readonly counts: boolean }[],
): CallCount {
  let [reached, willBuy, ordered, waiting] = [0, 0, 0, 0];
  for (const { customer, entry } of entries) {
    if (entry.outcome !== 'noAnswer') reached += 1;
    if (entry.outcome === 'willBuy') willBuy += 1;
    const made = day(entry.day);
    if (daysBetween(made, on) < 14) waiting += 1;
    const came = orders.some((one) => {
      const after = daysBetween(made, one.day);
      if (one.customer !== customer || !one.counts || one.day > on) return false;
      return after === 0 ? new Date(entry.at).getHours() < 12 : after > 0 && after <= 14;
    });
    if (came || entry.outcome === 'ordered') ordered += 1;
  }
  const calls = entries.length;
  return { calls, reached, share: calls < 3 ? null : reached / calls, willBuy, ordered, waiting };
}

describe('call figures', () => {
  test.each(['UTC', 'Asia/Shanghai', 'America/New_York'])('law: a plain count says the same (%s)', (zone) => {
    process.env['TZ'] = zone;
    fc.assert(
      fc.property(
        fc.array(call, { maxLength: 10 }),
        fc.array(order, { maxLength: 8 }),
        fc.constantFrom(undefined, 0, 10, 35),
        (calls, orders, back) => {
          put(orders, calls);
          const from = addDays(on, -(back ?? 89));
          const entries = calls
            .flatMap(({ customer, rule, log }) => log.map((entry) => ({ customer, rule, entry })))
            .filter(({ entry }) => entry.channel === 'phone' && entry.outcome !== 'snoozed')
            .filter(({ entry }) => entry.day >= from && entry.day <= on);
          const told = callFigures(reading, { basis, ...(back === undefined ? {} : { from }) });
          expect({ from: told.from, to: told.to }).toEqual({ from, to: on });
          expect(told.total).toEqual(plainCount(entries, orders));
          const hours = Map.groupBy(entries, ({ entry }) => new Date(entry.at).getHours());
          expect(told.hours).toEqual(
            [...hours].sort(([a], [b]) => a - b).map(([hour, same]) => ({ hour, ...plainCount(same, orders) })),
          );
          const scripts = Map.groupBy(entries, ({ rule }) => rule);
          expect(
            new Map(told.scripts.map(({ rule, name: _name, isGone: _isGone, ...counts }) => [rule, counts])),
          ).toEqual(new Map([...scripts].map(([rule, same]) => [rule, plainCount(same, orders)])));
          const sizes = told.scripts.map(({ calls: count }) => count);
          expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
        },
      ),
      { numRuns: 40 },
    );
  });

  test('an order of the same day counts after the call alone; the fourteenth day does, the fifteenth does not', () => {
    process.env['TZ'] = 'UTC';
    const made = day('2026-03-01');
    const orderedAt = (clock: string, later: number): number => {
      put(
        [{ customer: 1, day: addDays(made, later) }],
        [{ customer: 1, rule: null, log: [called(made, clock, 'talked')] }],
      );
      return callFigures(reading, { basis }).total.ordered;
    };
    expect(orderedAt('11:59:00', 0)).toBe(1);
    expect(orderedAt('12:01:00', 0)).toBe(0);
    expect(orderedAt('12:01:00', 14)).toBe(1);
    expect(orderedAt('12:01:00', 15)).toBe(0);
    expect(orderedAt('12:01:00', -1)).toBe(0);
    // A file that says no time of the day does not speak against the call.
    put([{ customer: 1, day: made }], [{ customer: 1, rule: null, log: [called(made, '20:00:00')] }]);
    reading.connection.exec('update shop_order set ordered_at = substr(ordered_at, 1, 10), paid_at = null');
    expect(callFigures(reading, { basis }).total.ordered).toBe(1);
  });

  test('under three calls no share; excluded orders are left out unless asked for; a call taken back is gone, a removed rule keeps its calls', () => {
    const made = day('2026-03-10');
    const [rule = 0] = rules;
    put(
      [{ customer: 2, day: addDays(made, 3) }],
      [
        { customer: 1, rule, log: [called(made, '02:00:00', 'noAnswer'), called(made, '03:00:00', 'never')] },
        { customer: 2, rule, log: [called(made, '02:10:00', 'willBuy')] },
        { customer: 3, rule: null, log: [called(made, '02:20:00')] },
      ],
    );
    const scripts = () => callFigures(reading, { basis }).scripts;
    expect(scripts()).toEqual([
      { rule, name: '该续了', isGone: false, calls: 3, reached: 2, share: 2 / 3, willBuy: 1, ordered: 1, waiting: 0 },
      { rule: null, name: null, isGone: false, calls: 1, reached: 1, share: null, willBuy: 0, ordered: 0, waiting: 0 },
    ]);
    reading.connection.pragma('foreign_keys = off');
    reading.connection.exec('insert into excluded_order select order_id, 1 from shop_order');
    expect(callFigures(reading, { basis }).total.ordered).toBe(0);
    expect(callFigures(reading, { basis: { ...basis, excluded: true } }).total.ordered).toBe(1);
    reading.connection.exec('delete from excluded_order');
    reading.connection.pragma('foreign_keys = on');

    const { edit } = removeCareRule(reading, rule, act('careRules.remove'));
    expect(scripts()[0]).toMatchObject({ rule, name: '该续了', isGone: true, calls: 3 });
    undoEdit(reading, edit, taken);
    expect(scripts()[0]).toMatchObject({ rule, name: '该续了', isGone: false, calls: 3 });

    const { followUp } = planFollowUp(reading, { customer: 4, content: contentOf(null, []) }, act('followUps.plan'));
    const recorded = changeFollowUp(
      reading,
      { origin: `hand:${followUp}`, customer: 4, suggested: null },
      (before) => ({ ...before, log: [called(made, '02:30:00')] }),
      act('followUps.record'),
    );
    expect(callFigures(reading, { basis }).total.calls).toBe(5);
    undoEdit(reading, recorded.edit, taken);
    expect(callFigures(reading, { basis }).total.calls).toBe(4);
  });
});
