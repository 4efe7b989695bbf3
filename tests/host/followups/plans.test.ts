/** Plans over a real ledger: in order, nobody in two strategies, one step that is taken back whole, and everybody keeps their arm. */

import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchPlan, lookAtPlan } from '../../../src-main/followups/plans/carry-out.ts';
import { launchStrategy } from '../../../src-main/followups/strategies/launch.ts';
import { stateHash } from '../../../src-main/importing/state-hash.ts';
import { listJournal } from '../../../src-main/ledger/journal.ts';
import { listPlans, removePlan, savePlan } from '../../../src-main/ledger/plans/plans.ts';
import { setWishes } from '../../../src-main/ledger/profile/wishes.ts';
import { membersOf } from '../../../src-main/ledger/strategies/members.ts';
import { listStrategies, removeStrategy, saveStrategy } from '../../../src-main/ledger/strategies/strategies.ts';
import type { Reading } from '../../../src-main/ledger/transaction.ts';
import { redoEdit, undoEdit } from '../../../src-main/ledger/undo-edit.ts';
import { scoreSource } from '../../../src-main/metrics/rfm.ts';
import { noWishes } from '../../../src-shared/contract/profiles.ts';
import type { StrategyContent } from '../../../src-shared/contract/strategies.ts';
import { addDays, type Day } from '../../../src-shared/day.ts';
import { minorOf } from '../../../src-shared/money.ts';
import { day } from '../metrics/random-ledger.ts';
import { fill, type SmallLedger, smallLedger } from '../metrics/small-ledger.ts';

const now = '2026-03-01T01:00:00.000Z';
const act = (reason: string) => ({ reason, now });
const back = { now, rematchOrders: () => undefined, rematchKeys: () => undefined, settleAside: () => undefined };
const on = day('2026-03-01');
const basisAt = (at: Day) => ({ on: at, definition: 'quantile' }) as const;
const scores = () => scoreSource(ledger.lines);

let ledger: SmallLedger;
let reading: Reading;
beforeAll(() => {
  ledger = smallLedger(undefined);
  reading = ledger.reading;
});
afterAll(() => ledger.close());

const PEOPLE = 120;

/** Everybody bought once long ago; customer n paid 10 + n. */
beforeEach(() => {
  reading.connection.exec(
    `delete from strategy_member; delete from strategy_run; delete from strategy; delete from plan; delete from contact;
     delete from person_fact; delete from journal`,
  );
  fill(reading, {
    customers: Array.from({ length: PEOPLE }, (_, at) => ({ id: at + 1, phone: String(13_800_000_000 + at) })),
    orders: Array.from({ length: PEOPLE }, (_, at) => ({
      customer: at + 1,
      day: addDays(day('2025-09-01'), at % 40),
      paidMinor: 1000 + 100 * (at + 1),
      receiver: ['王小明', String(13_800_000_000 + at), '浙江省杭州市西湖区龙井路1号'] as const,
    })),
  });
});

function strategy(name: string, more: Partial<StrategyContent> = {}): number {
  const content: StrategyContent = {
    name,
    where: { field: 'orders', from: 1 },
    action: '新茶到了',
    channel: 'sms',
    template: null,
    budgetMinor: null,
    buyerCostMinor: minorOf(0),
    contactCostMinor: minorOf(5),
    periodDays: 30,
    everyDays: null,
    share: 0.5,
    seed: 11,
    isShared: false,
    ...more,
  };
  return saveStrategy(reading, { strategy: null, content }, act('strategies.save')).strategy;
}

/** Customers `from` … `to`. */
const span = (from: number, to: number): StrategyContent['where'] => ({
  field: 'netMinor',
  from: minorOf(1000 + 100 * from),
  to: minorOf(1000 + 100 * to),
});

function planned(strategies: readonly number[], name = '每月'): number {
  return savePlan(reading, { plan: null, content: { name, strategies: [...strategies] } }, act('plans.save')).plan;
}

const look = (plan: number, at: Day = on, chosen: number[] | null = null) =>
  lookAtPlan(reading, { plan, basis: basisAt(at), chosen }, scores());
const launch = (plan: number, at: Day = on, chosen: number[] | null = null) =>
  launchPlan(reading, { plan, basis: basisAt(at), chosen }, scores(), act('plans.launch'));

function armsOf(run: number): Map<number, string> {
  return new Map(membersOf(reading, run).flatMap(({ customer, arm }) => (customer === null ? [] : [[customer, arm]])));
}

describe('a plan', () => {
  test('is made, put in another order, renamed and removed, each one step; a removed strategy drops out and comes back', () => {
    const [a, b] = [strategy('甲'), strategy('乙')];
    const empty = stateHash(reading);
    const plan = planned([a, b]);
    const first = stateHash(reading);
    const content = { name: '每季', strategies: [b, a] };
    const { edit } = savePlan(reading, { plan, content }, act('plans.save'));
    expect(listPlans(reading).plans).toEqual([
      {
        plan,
        name: '每季',
        strategies: [
          { strategy: b, name: '乙' },
          { strategy: a, name: '甲' },
        ],
        lastOn: null,
      },
    ]);
    const gone = removeStrategy(reading, b, act('strategies.remove'));
    expect(listPlans(reading).plans[0]?.strategies).toEqual([{ strategy: a, name: '甲' }]);
    expect(look(plan).steps.map(({ name }) => name)).toEqual(['甲']);
    undoEdit(reading, gone.edit, back);
    expect(look(plan).steps.map(({ name }) => name)).toEqual(['乙', '甲']);
    undoEdit(reading, edit, back);
    expect(stateHash(reading)).toBe(first);
    const removed = removePlan(reading, plan, act('plans.remove'));
    expect(stateHash(reading)).toBe(empty);
    expect(listJournal(reading, { from: 0, count: 1 }).entries).toMatchObject([{ subject: '每月', before: null }]);
    undoEdit(reading, removed.edit, back);
    expect(stateHash(reading)).toBe(first);
    expect(() => planned([a, 99])).toThrow(/strategy-unknown/);
    expect(() => look(99)).toThrow(/plan-unknown/);
  });

  test('what is seen is what is done: in order, with those of an earlier strategy left out, and nothing written by looking', () => {
    const [first, second] = [strategy('大单', { where: span(61, 120) }), strategy('都问', { seed: 12 })];
    setWishes(reading, 5, { ...noWishes, optOut: true }, act('customers.wish'));
    const plan = planned([first, second]);
    const before = stateHash(reading);
    const seen = look(plan);
    expect(stateHash(reading)).toBe(before);
    expect(seen.steps).toMatchObject([
      { name: '大单', turn: 'due', goes: true, people: 60, taken: 0, guarded: 0 },
      { name: '都问', turn: 'due', goes: true, people: 120, taken: 60, guarded: 1 },
    ]);
    expect(seen.guarded).toMatchObject({ people: 1, whys: { optOut: 1 }, first: [{ customer: 5 }] });
    expect(seen.contacted + seen.held).toBe(PEOPLE - 1);
    expect(seen.contactCostMinor).toBe(5 * seen.contacted);
    // The other way round nobody is left for the second.
    const turned = savePlan(
      reading,
      { plan, content: { name: '每月', strategies: [second, first] } },
      act('plans.save'),
    );
    expect(look(plan).steps).toMatchObject([
      { name: '都问', taken: 0, goes: true },
      { name: '大单', people: 60, taken: 60, contacted: 0, goes: false },
    ]);
    undoEdit(reading, turned.edit, back);

    const done = launch(plan);
    expect(done.runs.map(({ strategy: of, contacted, held }) => [of, contacted, held])).toEqual(
      seen.steps.map(({ strategy: of, contacted, held }) => [of, contacted, held]),
    );
    const [one, two] = done.runs.map(({ run }) => armsOf(run));
    expect([...(one?.keys() ?? [])].filter((customer) => two?.has(customer))).toEqual([]);
    expect(Math.min(...(one?.keys() ?? []))).toBe(61);
    // Each draws by itself: half of either group is held back.
    for (const arms of [one, two])
      expect(Math.abs([...(arms?.values() ?? [])].filter((arm) => arm === 'held').length - 30)).toBeLessThan(2);
    expect(listPlans(reading).plans[0]?.lastOn).toBe(on);
    expect(look(plan).steps).toMatchObject([
      { turn: 'running', until: '2026-03-30', lastOn: on, goes: false },
      { turn: 'running', goes: false },
    ]);
    expect(() => launch(plan)).toThrow(/plan-nothing-due/);
    expect(() => launch(plan, on, [first])).toThrow(/strategy-running/);
  });

  test('carried out it is one step: taken back the ledger is as before to the last row, brought again as after', () => {
    const plan = planned([strategy('甲', { where: span(1, 60) }), strategy('乙', { where: span(40, 120) })]);
    const before = stateHash(reading);
    const { edit } = launch(plan);
    const after = stateHash(reading);
    expect(after).not.toBe(before);
    const { entries } = listJournal(reading, { from: 0, count: 2 });
    expect(entries).toMatchObject([{ edit, reason: 'plans.launch', subject: '每月' }, { reason: 'plans.save' }]);
    undoEdit(reading, edit, back);
    expect(stateHash(reading)).toBe(before);
    expect(listPlans(reading).plans[0]?.lastOn).toBeNull();
    expect(listStrategies(reading).flatMap(({ runs }) => runs)).toEqual([]);
    redoEdit(reading, edit, back);
    expect(stateHash(reading)).toBe(after);
  });

  test('run again, those whose turn it is go, and everybody keeps their arm', () => {
    const [monthly, seldom] = [
      strategy('每月', { where: span(1, 60), everyDays: 31 }),
      strategy('少', { everyDays: 90, seed: 12 }),
    ];
    const plan = planned([monthly, seldom]);
    const first = launch(plan);
    const next = addDays(on, 31);
    expect(look(plan, next).steps).toMatchObject([
      { turn: 'due', goes: true, known: 60 },
      { turn: 'waits', againOn: '2026-05-30', goes: false, lastOn: on },
    ]);
    const second = launch(plan, next);
    expect(second.runs.map((run) => run.strategy)).toEqual([monthly]);
    expect(armsOf(second.runs[0]?.run ?? 0)).toEqual(armsOf(first.runs[0]?.run ?? 0));
    undoEdit(reading, second.edit, back);
    // Chosen, the other one goes before its turn, and alone it takes everybody.
    const chosen = launch(plan, next, [seldom]);
    expect(chosen.runs).toMatchObject([{ strategy: seldom }]);
    const kept = armsOf(first.runs[1]?.run ?? 0);
    const arms = armsOf(chosen.runs[0]?.run ?? 0);
    expect(arms.size).toBe(PEOPLE);
    for (const [customer, arm] of kept) expect(arms.get(customer)).toBe(arm);
  });

  test('whoever is in a run of it that is not over is left out of the others, before and after it in the order', () => {
    const [early, middle, late] = [
      strategy('前', { where: span(1, 40) }),
      strategy('中', { where: span(31, 80) }),
      strategy('后', { where: span(71, 120) }),
    ];
    launchStrategy(reading, { strategy: middle, basis: basisAt(on) }, scores(), act('strategies.launch'));
    const plan = planned([early, middle, late]);
    expect(look(plan, addDays(on, 10)).steps).toMatchObject([
      { people: 40, taken: 10, goes: true },
      // Its own people stay its own.
      { people: 50, taken: 0, turn: 'running' },
      { people: 50, taken: 10, goes: true },
    ]);
  });

  test('one with nobody left is passed over and told of; with nobody at all it is refused, and nothing is written', () => {
    const [all, some] = [strategy('都', { share: 0 }), strategy('些', { where: span(1, 9) })];
    const plan = planned([all, some]);
    const { runs, empty, edit } = launch(plan);
    expect(runs.length).toBe(1);
    expect(empty).toEqual([{ strategy: some, name: '些' }]);
    undoEdit(reading, edit, back);
    const nobody = planned([strategy('无', { where: { field: 'orders', from: 9 } })], '空');
    const before = stateHash(reading);
    expect(() => launch(nobody)).toThrow(/plan-empty/);
    expect(() => launch(plan, on, [99])).toThrow(/strategy-unknown/);
    expect(() => launch(plan, on, [])).toThrow(/plan-nothing-due/);
    expect(stateHash(reading)).toBe(before);
  });

  test('nobody is in two of its runs, whatever overlaps, and each look is kept to the number', () => {
    const bounds = fc.tuple(fc.integer({ min: 1, max: PEOPLE }), fc.integer({ min: 0, max: 80 }));
    fc.assert(
      fc.property(
        fc.array(fc.record({ bounds, share: fc.double({ min: 0, max: 0.6, noNaN: true }), isShared: fc.boolean() }), {
          minLength: 2,
          maxLength: 4,
        }),
        fc.integer({ min: 0, max: 45 }),
        (parts, later) => {
          reading.connection.exec(
            'delete from strategy_member; delete from strategy_run; delete from strategy; delete from plan; delete from journal',
          );
          const plan = planned(
            parts.map(({ bounds: [from, count], ...more }, at) =>
              strategy(String(at), { ...more, where: span(from, from + count), seed: at + 1 }),
            ),
          );
          const [first] = look(plan).steps.filter(({ goes }) => goes);
          if (first === undefined) return;
          // One of them before, then the rest: still nobody is in two at a time.
          launch(plan, on, [first.strategy]);
          const at = addDays(on, later);
          const seen = look(plan, at).steps.filter(({ goes }) => goes);
          if (seen.length > 0)
            expect(launch(plan, at).runs.map(({ run: _run, ...run }) => run)).toEqual(
              seen.map(({ strategy: of, contacted, held }) => ({ strategy: of, contacted, held })),
            );
          const open = listStrategies(reading).flatMap(({ runs }) => runs.filter(({ until }) => until >= at));
          const people = open.flatMap(({ run }) => [...armsOf(run).keys()]);
          expect(new Set(people).size).toBe(people.length);
        },
      ),
      { numRuns: 15 },
    );
  });
});
