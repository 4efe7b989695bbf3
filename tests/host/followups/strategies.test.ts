/** Strategies from the first look to the result, over a real ledger: who is drawn, who keeps their arm, who is never contacted, what it brought. */

import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { guardOf } from '../../../src-main/followups/guard/held-back.ts';
import { contactList, ordersOfRun } from '../../../src-main/followups/strategies/contact-list.ts';
import { launchStrategy } from '../../../src-main/followups/strategies/launch.ts';
import { lookAtStrategy } from '../../../src-main/followups/strategies/look.ts';
import { pooledResult, resultOfRun } from '../../../src-main/followups/strategies/result.ts';
import { stateHash } from '../../../src-main/importing/state-hash.ts';
import { markSent } from '../../../src-main/ledger/follow-ups/contacts.ts';
import { setWishes } from '../../../src-main/ledger/profile/wishes.ts';
import { membersOf } from '../../../src-main/ledger/strategies/members.ts';
import {
  listStrategies,
  removeStrategy,
  saveStrategy,
  strategyVersions,
} from '../../../src-main/ledger/strategies/strategies.ts';
import type { Reading } from '../../../src-main/ledger/transaction.ts';
import { redoEdit, undoEdit } from '../../../src-main/ledger/undo-edit.ts';
import { scoreSource } from '../../../src-main/metrics/rfm.ts';
import { copyList } from '../../../src-main/output/copy-list.ts';
import { composeList } from '../../../src-main/output/customer-list.ts';
import { composeLabels } from '../../../src-main/output/label-list.ts';
import type { FilterNode } from '../../../src-shared/contract/filters.ts';
import type { ListRequest } from '../../../src-shared/contract/lists.ts';
import { noWishes } from '../../../src-shared/contract/profiles.ts';
import type { StrategyContent } from '../../../src-shared/contract/strategies.ts';
import { addDays, type Day } from '../../../src-shared/day.ts';
import { minorOf } from '../../../src-shared/money.ts';
import { day } from '../metrics/random-ledger.ts';
import { fill, type SmallLedger, type SmallOrder, smallLedger } from '../metrics/small-ledger.ts';

const now = '2026-03-01T01:00:00.000Z';
const act = (reason: string) => ({ reason, now });
const back = { now, rematchOrders: () => undefined, rematchKeys: () => undefined, settleAside: () => undefined };

let ledger: SmallLedger;
let reading: Reading;
beforeAll(() => {
  ledger = smallLedger(undefined);
  reading = ledger.reading;
});
afterAll(() => ledger.close());

const on = day('2026-03-01');
const basisAt = (at: Day) => ({ on: at, definition: 'quantile' }) as const;
const scores = () => scoreSource(ledger.lines);

const PEOPLE = 120;
const people = Array.from({ length: PEOPLE }, (_, at) => at + 1);

function content(more: Partial<StrategyContent> = {}): StrategyContent {
  return {
    name: '春茶召回',
    where: { field: 'orders', from: 1 },
    action: '新茶到了，先给老客留',
    channel: 'sms',
    template: null,
    budgetMinor: null,
    buyerCostMinor: minorOf(0),
    contactCostMinor: minorOf(0),
    periodDays: 30,
    everyDays: null,
    share: 0.5,
    seed: 11,
    isShared: false,
    ...more,
  };
}

/** Everybody bought once, long ago; the later ones besides. */
function filled(later: readonly SmallOrder[] = [], count = PEOPLE): void {
  fill(reading, {
    customers: Array.from({ length: count }, (_, at) => ({ id: at + 1, phone: String(13_800_000_000 + at) })),
    orders: [
      ...Array.from({ length: count }, (_, at) => ({
        customer: at + 1,
        day: addDays(day('2025-09-01'), at % 40),
        paidMinor: 1000 + 37 * at,
        receiver: ['王小明', String(13_800_000_000 + at), '浙江省杭州市西湖区龙井路1号'] as const,
      })),
      ...later,
    ],
  });
}

beforeEach(() => {
  reading.connection.exec(
    `delete from strategy_member; delete from strategy_run; delete from strategy; delete from contact;
     delete from person_fact; delete from journal`,
  );
  filled();
});

function saved(more: Partial<StrategyContent> = {}): number {
  return saveStrategy(reading, { strategy: null, content: content(more) }, act('strategies.save')).strategy;
}

function launched(strategy: number, at: Day = on) {
  return launchStrategy(reading, { strategy, basis: basisAt(at) }, scores(), act('strategies.launch'));
}

function armsOf(run: number): Map<number, string> {
  return new Map(membersOf(reading, run).flatMap(({ customer, arm }) => (customer === null ? [] : [[customer, arm]])));
}

function contacts(run: number, at: Day = on) {
  return contactList(reading, { run, basis: basisAt(at), limit: 1000 }, scores());
}

describe('a strategy', () => {
  test('is kept in versions, and each step is taken back', () => {
    const empty = stateHash(reading);
    const strategy = saved();
    const first = stateHash(reading);
    const { edit } = saveStrategy(reading, { strategy, content: content({ name: '夏茶' }) }, act('strategies.save'));
    expect(listStrategies(reading)).toMatchObject([{ strategy, name: '夏茶', version: 2, runs: [] }]);
    undoEdit(reading, edit, back);
    expect(stateHash(reading)).toBe(first);
    expect(strategyVersions(reading, strategy).versions.map((one) => [one.content?.name, one.undone])).toEqual([
      ['夏茶', true],
      ['春茶召回', false],
    ]);
    const gone = removeStrategy(reading, strategy, act('strategies.remove'));
    expect(stateHash(reading)).toBe(empty);
    undoEdit(reading, gone.edit, back);
    expect(stateHash(reading)).toBe(first);
    expect(() => removeStrategy(reading, 99, act('strategies.remove'))).toThrow(/strategy-unknown/);
  });

  test('what is seen before is what is launched, and a launch is one step', () => {
    const strategy = saved({ share: 0.3 });
    setWishes(reading, 5, { ...noWishes, optOut: true }, act('customers.wish'));
    const look = lookAtStrategy(reading, { strategy, content: content({ share: 0.3 }), basis: basisAt(on) }, scores());
    expect(look).toMatchObject({
      people: PEOPLE,
      known: 0,
      guarded: { people: 1, whys: { optOut: 1 } },
      suggestedShare: 0.5,
    });
    const before = stateHash(reading);
    const { run, edit, contacted, held } = launched(strategy);
    expect([contacted, held]).toEqual([look.contacted, look.held]);
    expect(contacted + held).toBe(PEOPLE - 1);
    expect(Math.abs(held - 0.3 * (PEOPLE - 1))).toBeLessThan(1);
    expect(armsOf(run).has(5)).toBe(false);
    const after = stateHash(reading);
    undoEdit(reading, edit, back);
    expect(stateHash(reading)).toBe(before);
    expect(listStrategies(reading)[0]?.runs).toEqual([]);
    expect(() => contacts(run)).toThrow(/run-unknown/);
    redoEdit(reading, edit, back);
    expect(stateHash(reading)).toBe(after);
    expect(contacts(run).total).toBe(contacted);
  });

  test('sixty people are told before what they could show, and a handful that they could not', () => {
    filled(
      people.slice(0, 12).map((customer) => ({ customer, day: addDays(on, -10), paidMinor: 5000 })),
      60,
    );
    const strategy = saved();
    const ask = (where: StrategyContent['where']) =>
      lookAtStrategy(reading, { strategy, content: content({ where }), basis: basisAt(on) }, scores());
    const { detectable, before } = ask({ field: 'orders', from: 1 });
    expect(before).toMatchObject({ people: 60, buyers: 12 });
    // A base of 20 %, thirty each: about 33 points.
    expect(detectable.buyersOf100).toBeGreaterThan(30);
    expect(detectable.buyersOf100).toBeLessThan(37);
    expect(detectable.minorOf100).toBeGreaterThan(0);
    expect(ask({ field: 'netMinor', to: minorOf(1100) }).detectable.buyersOf100).toBeNull();
  });

  test('a run again keeps everybody’s arm, newcomers are drawn, and not while the last one lasts', () => {
    const strategy = saved({ where: { field: 'recencyDays', from: 200 } });
    const first = launched(strategy, day('2026-04-01'));
    expect(() => launched(strategy, day('2026-04-20'))).toThrow(/strategy-running/);
    // Nobody is let go by what their arm brought about: contacted lately, they are in it still.
    const { customers } = contacts(first.run, day('2026-04-01'));
    for (const nth of [1, 2])
      markSent(reading, { customers, day: `2026-04-2${nth}`, channel: 'sms', about: '召回' }, act('contacts.sent'));
    const second = launched(strategy, day('2026-05-02'));
    const [before, after] = [armsOf(first.run), armsOf(second.run)];
    expect(after.size).toBeGreaterThanOrEqual(before.size);
    for (const [customer, arm] of before) expect(after.get(customer)).toBe(arm);
    expect(contacts(second.run, day('2026-05-02')).guarded.map(({ held }) => held[0]?.why)).toContain('tooOften');
  });

  test('one that comes again says from which day on: so many days after its last run began, and not before that is over', () => {
    const strategy = saved({ everyDays: 45 });
    const again = () => listStrategies(reading).find((one) => one.strategy === strategy)?.againOn;
    expect(again()).toBeNull();
    const { edit } = launched(strategy, day('2025-12-01'));
    expect(again()).toBe('2026-01-15');
    saveStrategy(reading, { strategy, content: content({ everyDays: 7 }) }, act('strategies.save'));
    // Its thirty days end on 30 December.
    expect(again()).toBe('2025-12-31');
    undoEdit(reading, edit, back);
    expect(again()).toBeNull();
  });

  test('one that shares its holdout holds back whom another does; one that does not draws anew', () => {
    const [first, second, third] = [
      launched(saved({ isShared: true })),
      launched(saved({ name: '乙', isShared: true, seed: 12 })),
      launched(saved({ name: '丙', seed: 13 })),
    ];
    expect(armsOf(second.run)).toEqual(armsOf(first.run));
    expect(armsOf(third.run)).not.toEqual(armsOf(first.run));
    const strategy = saved({ name: '丁' });
    const { overlaps } = lookAtStrategy(reading, { strategy, content: content(), basis: basisAt(on) }, scores());
    expect(overlaps.map(({ name, people: both }) => [name, both])).toEqual([
      ['丙', PEOPLE],
      ['乙', PEOPLE],
      ['春茶召回', PEOPLE],
    ]);
  });

  test('members hang on identities: people who turn out to be one keep one arm, and are told of', () => {
    const { run } = launched(saved());
    const arms = armsOf(run);
    const [held = 0] = people.filter((customer) => arms.get(customer) === 'held');
    const [contacted = 0] = people.filter((customer) => arms.get(customer) === 'contacted');
    reading.connection.prepare('update identity set customer_id = ? where customer_id = ?').run(held, contacted);
    const at = addDays(on, 31);
    filledLast(at);
    const { result } = resultOfRun(reading, { run, basis: basisAt(at) });
    expect(result?.mixed).toBe(1);
    expect((result?.contacted.people ?? 0) + (result?.held.people ?? 0)).toBe(PEOPLE - 1);
  });
});

/** The files reach so far. */
function filledLast(at: Day): void {
  reading.connection.exec('delete from order_key where order_id = 9999; delete from shop_order where order_id = 9999');
  reading.connection.exec("insert into order_key (order_id, shop_id, order_number) values (9999, 1, 'last')");
  reading.connection
    .prepare("insert into shop_order (order_id, shop_id, status, counts, ordered_at) values (9999, 1, 'closed', 0, ?)")
    .run(`${at} 12:00:00`);
}

describe('held-out people', () => {
  test('are in no list, print, label, copy of the run, whatever is asked besides; and the guard says why', () => {
    fc.assert(
      fc.property(
        fc.record({
          seed: fc.integer({ min: 1, max: 1_000_000 }),
          share: fc.double({ min: 0.1, max: 0.6, noNaN: true }),
          optOut: fc.uniqueArray(fc.constantFrom(...people), { maxLength: 5 }),
          justOrdered: fc.uniqueArray(fc.constantFrom(...people), { maxLength: 5 }),
          at: fc.integer({ min: 0, max: 40 }),
        }),
        ({ seed, share, optOut, justOrdered, at }) => {
          reading.connection.exec(
            'delete from strategy_member; delete from strategy_run; delete from strategy; delete from person_fact; delete from journal',
          );
          filled(justOrdered.map((customer) => ({ customer, day: addDays(on, at) })));
          const { run } = launched(saved({ seed, share }));
          for (const customer of optOut)
            setWishes(reading, customer, { ...noWishes, optOut: true }, act('customers.wish'));
          const basis = basisAt(addDays(on, at));
          const arms = armsOf(run);
          const listed = contacts(run, basis.on).customers;
          const guard = guardOf(reading, { on: basis.on, run });
          const nameOf = (customer: number) => `客户${customer}`;
          const where: FilterNode = { field: 'run', in: [run] };
          const request: ListRequest = {
            filter: { where },
            basis,
            sort: { by: 'name', descending: false },
            columns: ['name'],
            wholePhones: true,
            purpose: 'contact',
            language: 'zh-CN',
          };
          const paper = composeList(reading, { ...request, limit: 5000 }, scores());
          const names = [...listed].map(nameOf).sort();
          expect(paper.rows.flat().sort()).toEqual(names);
          expect(paper.total).toBe(listed.length);
          // On record everybody contacted stands, those held back to compare with do not.
          const kept = composeList(reading, { ...request, purpose: 'record', limit: 5000 }, scores());
          const drawn = [...arms].filter(([, arm]) => arm === 'contacted').map(([customer]) => nameOf(customer));
          expect(kept.rows.flat().sort()).toEqual(drawn.sort());
          const copied = copyList(reading, { ...request, heads: false, from: 0, count: 5000 }, scores());
          expect(
            copied.text
              .trim()
              .split(/\r?\n/)
              .filter((line) => line !== '')
              .sort(),
          ).toEqual(names);
          const { labels } = composeLabels(reading, { ...request, limit: 5000 }, scores());
          expect(labels.every(({ customer }) => listed.includes(customer))).toBe(true);
          for (const [customer, arm] of arms) {
            const isFree = arm === 'contacted' && guard(customer).length === 0;
            expect(listed.includes(customer)).toBe(isFree);
            expect(guard(customer).some(({ why }) => why === 'holdout')).toBe(arm === 'held');
          }
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('the result', () => {
  /** In the period every third contacted person buys for 200.00, every tenth held back; the first order is half refunded. */
  function sold(run: number, from: Day): SmallOrder[] {
    const arms = armsOf(run);
    const of = (arm: string) => people.filter((customer) => arms.get(customer) === arm);
    const order = (customer: number): SmallOrder => ({ customer, day: addDays(from, 3), paidMinor: 20_000 });
    return [
      ...of('contacted')
        .filter((_, at) => at % 3 === 0)
        .map(order),
      ...of('held')
        .filter((_, at) => at % 10 === 0)
        .map(order),
    ];
  }

  test('is not told before the period is over and the files reach its end', () => {
    const { run } = launched(saved());
    filled(sold(run, on));
    const ask = (at: Day) => resultOfRun(reading, { run, basis: basisAt(at) });
    expect(ask(addDays(on, 29)).result).toBeNull();
    expect(ask(addDays(on, 40))).toMatchObject({ result: null, knownUntil: addDays(on, 3) });
    filledLast(addDays(on, 35));
    expect(ask(addDays(on, 40)).result).not.toBeNull();
  });

  test('counts buyers and money of both arms, net of refunds, and takes off what it cost', () => {
    const strategy = saved({ buyerCostMinor: minorOf(1000), contactCostMinor: minorOf(10) });
    const { run } = launched(strategy);
    const orders = sold(run, on);
    const [refunded, ...others] = orders;
    if (refunded === undefined) throw new Error('nobody bought');
    // Before the day and after the period: neither counts; nor does what was paid back whole.
    const aside = [
      { customer: people[0] ?? 0, day: addDays(on, -1) },
      { customer: people[0] ?? 0, day: addDays(on, 30) },
      { customer: people[1] ?? 0, day: addDays(on, 2), status: 'refunded' as const },
    ];
    filled([{ ...refunded, refundMinor: 10_000 }, ...others, ...aside]);
    const { result } = resultOfRun(reading, { run, basis: basisAt(addDays(on, 60)) });
    if (result === null) throw new Error('not over');
    expect(result.contacted).toEqual({ people: 60, buyers: 20, minor: 20 * 20_000 - 10_000 });
    expect(result.held).toEqual({ people: 60, buyers: 6, minor: 6 * 20_000 });
    expect(result.buyers.total).toBeCloseTo(14, 9);
    expect(result.buyers.verdict).toBe('more');
    expect(result.minor.total).toBeCloseTo(270_000, 6);
    // Twenty buyers got 10.00 each, sixty people were contacted for 0.10 each.
    expect(result.spentMinor).toBe(20_600);
    expect(result.net.total).toBeCloseTo(270_000 - 20_600, 6);
    const { low = 0, high = 0 } = result.net.interval ?? {};
    expect(low).toBeLessThan(249_400);
    expect(high).toBeGreaterThan(249_400);
    expect(result.ratio).toBe(1);
    expect(resultOfRun(reading, { run, basis: basisAt(addDays(on, 60)) }).result).toEqual(result);
    const behind = ordersOfRun(reading, { run, arm: 'contacted', basis: basisAt(addDays(on, 60)), limit: 500 });
    expect([behind.total, behind.sumMinor]).toEqual([20, result.contacted.minor]);
  });

  test('of few buyers is that it cannot tell, with no interval at all', () => {
    const { run } = launched(saved());
    filled(sold(run, on).slice(0, 5));
    filledLast(addDays(on, 35));
    const { result } = resultOfRun(reading, { run, basis: basisAt(addDays(on, 60)) });
    expect([result?.buyers.verdict, result?.buyers.interval, result?.minor.verdict]).toEqual([
      'tooFew',
      null,
      'tooFew',
    ]);
  });

  test('arms that are not as they were drawn are told of', () => {
    const { run } = launched(saved());
    filled(sold(run, on));
    filledLast(addDays(on, 35));
    reading.connection.exec(
      "delete from strategy_member where arm = 'held' and substr(value, -1) in ('1', '2', '3', '4')",
    );
    const { result } = resultOfRun(reading, { run, basis: basisAt(addDays(on, 60)) });
    expect(result?.ratio).toBeLessThan(0.05);
  });

  test('of all runs together: each person once, in the arm of their first draw, with all they bought since', () => {
    const strategy = saved();
    const first = launched(strategy);
    const arms = armsOf(first.run);
    const ofFirst = sold(first.run, on);
    filled(ofFirst);
    const second = launched(strategy, addDays(on, 40));
    const ofSecond = sold(second.run, addDays(on, 40));
    filled([...ofFirst, ...ofSecond]);
    filledLast(addDays(on, 80));
    const { runs, result } = pooledResult(reading, { strategy, basis: basisAt(addDays(on, 90)) });
    expect(runs).toBe(2);
    if (result === null) throw new Error('not over');
    expect(result.contacted.people + result.held.people).toBe(
      new Set([...arms.keys(), ...armsOf(second.run).keys()]).size,
    );
    expect(result.contacted.buyers).toBe(40);
    expect(result.held.buyers).toBe(12);
    expect(result.minor.total).toBeCloseTo(28 * 20_000, 6);
    // Twice the evidence is worth more than once.
    const once = resultOfRun(reading, { run: first.run, basis: basisAt(addDays(on, 90)) }).result;
    const width = (of: typeof result | null) => (of?.minor.interval?.high ?? 0) - (of?.minor.interval?.low ?? 0);
    expect(width(result) / 28).toBeLessThan(width(once) / 14);
  });
});
