/** Levels: what four ways say, rules that are tried and rules that are kept, any day, and what is given by hand. */

import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { stateHash } from '../../../src-main/importing/state-hash.ts';
import { listCustomers } from '../../../src-main/ledger/customers.ts';
import { filteredIds } from '../../../src-main/ledger/filter/filtered-customers.ts';
import { listJournal } from '../../../src-main/ledger/journal.ts';
import { giveLevel } from '../../../src-main/ledger/levels/give-level.ts';
import { changeSettings } from '../../../src-main/ledger/settings.ts';
import { transact } from '../../../src-main/ledger/transaction.ts';
import { redoEdit, undoEdit } from '../../../src-main/ledger/undo-edit.ts';
import { explainList } from '../../../src-main/metrics/explain-list.ts';
import { ruleCodes } from '../../../src-main/metrics/explanation.ts';
import { levelOfCustomer } from '../../../src-main/metrics/levels/customer-level.ts';
import { explainLevel } from '../../../src-main/metrics/levels/explain-level.ts';
import { levelMovers, levelSummary, previewLevels } from '../../../src-main/metrics/levels/level-summary.ts';
import { scoreSource } from '../../../src-main/metrics/rfm.ts';
import { explanationSchema } from '../../../src-shared/contract/explanations.ts';
import { customerLevelSchema } from '../../../src-shared/contract/levels.ts';
import type { Day } from '../../../src-shared/day.ts';
import { defaultLevels, type Level, type LevelRules } from '../../../src-shared/levels.ts';
import { contentOf, day, dayIn } from './random-ledger.ts';
import { slowLevel } from './slow-level.ts';
import { fill, type SmallContent, type SmallLedger, smallLedger } from './small-ledger.ts';

const now = '2026-01-01T00:00:00Z';
const options = { now, rematchOrders: () => undefined, rematchKeys: () => undefined, settleAside: () => undefined };

let ledger: SmallLedger;
beforeAll(() => {
  ledger = smallLedger();
});
afterAll(() => ledger.close());
beforeEach(() => {
  ledger.reading.connection.exec('delete from customer_mark');
});

const contents = contentOf({ customers: 3, orders: 20 });
const months = fc.option(fc.integer({ min: 1, max: 4 }), { freq: 6 });
const validMonths = fc.option(fc.integer({ min: 1, max: 2 }), { freq: 6 });
/** Lines that the random ledgers come to, in any order: a higher level need not be harder. */
const someLevels: fc.Arbitrary<Level[]> = fc
  .array(
    fc.record({
      measure: fc.constantFrom('spent' as const, 'orders' as const),
      line: fc.integer({ min: 1, max: 12 }),
      months,
      validMonths,
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((rules) =>
    rules.map(({ measure, line, ...spans }, at) => ({
      id: 9 - at,
      name: `级${at}`,
      measure,
      atLeast: measure === 'spent' ? line * 12 : Math.ceil(line / 3),
      ...spans,
    })),
  );

const rulesOf = (levels: readonly Level[], on = true): LevelRules => ({ on, lastId: 9, levels });
function keep(rules: LevelRules): void {
  changeSettings(ledger.reading, { levels: { ...rules, levels: [...rules.levels] } }, { now });
}
const tried = (rules: LevelRules) => ({ ...rules, levels: [...rules.levels] });
const basisOn = (on: Day) => ({ on, definition: 'quantile' }) as const;
const scores = () => scoreSource(ledger.lines);

function slowly(content: SmallContent, levels: readonly Level[], on: Day, lost?: (day: string) => void): number[] {
  return content.customers.map(({ id }) => {
    const own = content.orders.filter(
      (order) => order.customer === id && order.status === 'completed' && order.day !== null && order.day <= on,
    );
    const net = (paid: number | null | undefined, refund: number | null | undefined): number =>
      paid === null || paid === undefined ? 0 : paid - (refund ?? 0);
    const orders = own.map(({ day: of, paidMinor, refundMinor }) => ({
      day: of ?? '',
      net: net(paidMinor, refundMinor),
    }));
    return slowLevel(orders, levels, on, lost);
  });
}

const levelOn = (customer: number, on: Day) =>
  customerLevelSchema.parse(levelOfCustomer(ledger.reading, { customer, basis: basisOn(on) }, scores()).level);

test('page, rows, filter, counts and the SQL that is shown say what going through every day says', () => {
  let [some, lost] = [0, 0];
  fc.assert(
    fc.property(contents, someLevels, dayIn, (content, levels, on) => {
      fill(ledger.reading, content, true);
      keep(rulesOf(levels));
      const slow = slowly(content, levels, on, () => (lost += 1));
      some += slow.filter((level) => level !== 0).length;
      expect(content.customers.map(({ id }) => levelOn(id, on).level)).toEqual(slow);
      const known = new Set(scores()(ledger.reading, basisOn(on)).customer);
      const summary = levelSummary(ledger.reading, { basis: basisOn(on) }, scores());
      expect(summary.customers).toBe(known.size);
      for (const { level, customers, netMinor, orders } of summary.counts) {
        const ids = content.customers.filter(({ id }, at) => known.has(id) && slow[at] === level).map(({ id }) => id);
        expect(customers).toBe(ids.length);
        const where = { field: 'level' as const, in: [level] };
        expect(filteredIds(ledger.reading, scores()(ledger.reading, basisOn(on)), where)).toEqual(ids);
        const why = explainList(ledger.reading, { filter: { where }, basis: basisOn(on) }, scores());
        const facts = Object.fromEntries(why.facts.map(({ name, value }) => [name, Number(value)]));
        expect(facts).toMatchObject({ customers: ids.length, netMinor, orders });
        const [shown = ''] = why.sql.split(';\n\n');
        const figures = ledger.reading.connection.prepare(shown).get(why.params) as Record<string, unknown>;
        expect(figures).toMatchObject({ customers: ids.length, net_minor: netMinor, orders });
      }
      for (const [at, { id }] of content.customers.entries()) {
        const why = explainLevel(ledger.reading, { customer: id, basis: basisOn(on) }, scores());
        const [shown = ''] = why.sql.split(';\n\n');
        const found = ledger.reading.connection.prepare(shown).get(why.params) as Record<string, unknown>;
        const { since, until } = levelOn(id, on);
        expect(found).toMatchObject({ level: slow[at], since });
        expect(found['review'] === null).toBe(until === null);
      }
    }),
    { numRuns: 70 },
  );
  expect(some).toBeGreaterThan(40);
  expect(lost).toBeGreaterThan(8);
}, 60_000);

test('as of a day is as of a ledger that holds only the orders placed on or before it', () => {
  fc.assert(
    fc.property(contents, someLevels, dayIn, (content, levels, on) => {
      keep(rulesOf(levels));
      fill(ledger.reading, content, true);
      const asOf = content.customers.map(({ id }) => levelOn(id, on));
      const counts = levelSummary(ledger.reading, { basis: basisOn(on) }, scores()).counts;
      const orders = content.orders.filter((order) => order.day === null || order.day <= on);
      fill(ledger.reading, { ...content, orders }, true);
      // Numbers of orders are given anew.
      const bare = (all: readonly ReturnType<typeof levelOn>[]) =>
        all.map(({ steps, ...level }) => ({ ...level, steps: steps.map(({ orders: _orders, ...step }) => step) }));
      expect(bare(content.customers.map(({ id }) => levelOn(id, on)))).toEqual(bare(asOf));
      const then = levelSummary(ledger.reading, { basis: basisOn(on) }, scores()).counts;
      // Who has not ordered yet is not there at all.
      expect(then.filter(({ level }) => level !== 0)).toEqual(counts.filter(({ level }) => level !== 0));
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('what rules would do is what they do: counts, moves and who moves', () => {
  let moved = 0;
  fc.assert(
    fc.property(contents, someLevels, someLevels, dayIn, fc.boolean(), (content, saved, next, on, isOn) => {
      fill(ledger.reading, content, true);
      keep(rulesOf(saved, isOn));
      if (content.customers.some(({ id }) => id === 2)) {
        const level = { level: saved[0]?.id ?? 0, from: day('2025-02-01'), until: null, reason: '熟人' };
        giveLevel(ledger.reading, { customer: 2, level }, { reason: 'customers.setLevel', now });
      }
      const basis = basisOn(on);
      const before = new Map(content.customers.map(({ id }) => [id, levelOn(id, on).level]));
      const said = previewLevels(ledger.reading, { basis, rules: tried(rulesOf(next)) }, scores());
      const among = Object.fromEntries(
        said.moves.map((move) => {
          const window = { from: 0, count: 500 };
          const asked = { basis, rules: tried(rulesOf(next)), move, window };
          const { rows, total } = levelMovers(ledger.reading, asked, scores());
          expect([total, rows.length]).toEqual([move.customers, move.customers]);
          return [`${move.from}>${move.to}`, rows.map(({ id }) => id).sort((a, b) => a - b)];
        }),
      );
      const sum = (level: number, side: 'from' | 'to'): number =>
        said.moves.reduce((all, move) => all + (move[side] === level ? move.customers : 0), 0);
      for (const { level, customers } of said.before) expect(sum(level, 'from')).toBe(customers);
      keep(rulesOf(next));
      const counts = levelSummary(ledger.reading, { basis }, scores()).counts;
      expect(said.after).toEqual(counts.map(({ level, customers }) => ({ level, customers })));
      for (const { level, customers } of said.after) expect(sum(level, 'to')).toBe(customers);
      const known = new Set(scores()(ledger.reading, basis).customer);
      const went: Record<string, number[]> = {};
      for (const { id } of content.customers) {
        if (!known.has(id)) continue;
        const move = `${before.get(id)}>${levelOn(id, on).level}`;
        went[move] = [...(went[move] ?? []), id];
      }
      expect(among).toEqual(went);
      moved += said.moved;
    }),
    { numRuns: 80 },
  );
  expect(moved).toBeGreaterThan(50);
}, 60_000);

const three: readonly Level[] = [
  { id: 1, name: '银卡', measure: 'orders', atLeast: 1, months: 12, validMonths: 6 },
  { id: 2, name: '金卡', measure: 'spent', atLeast: 10_000, months: 12, validMonths: 12 },
];
const bought: SmallContent = {
  customers: [{ id: 1 }, { id: 2 }, { id: 3, likely: true }],
  orders: [
    { customer: 1, day: '2025-01-31', paidMinor: 4000 },
    { customer: 1, day: '2025-02-10', paidMinor: 8000, refundMinor: 1000 },
    { customer: 1, day: '2025-02-12', paidMinor: 500, status: 'unpaid', counts: false },
    { customer: 2, day: '2025-01-15', paidMinor: 2500 },
    { customer: 3, day: '2025-01-15', paidMinor: 2500 },
  ],
};

test('a level is reached by an order, kept or lowered the day after its last one, and each change names its orders', () => {
  fill(ledger.reading, bought);
  keep(rulesOf(three));
  const at = (on: string) => levelOn(1, day(on));
  expect(at('2025-01-30')).toMatchObject({ on: true, level: 0, name: null, since: null, until: null });
  expect(at('2025-01-31')).toMatchObject({ level: 1, since: '2025-01-31', until: '2025-07-30' });
  expect(at('2025-01-31').next).toEqual({
    level: 2,
    name: '金卡',
    measure: 'spent',
    lacks: 6000,
    has: 4000,
    months: 12,
  });
  expect(at('2026-02-09')).toMatchObject({ level: 2, since: '2025-02-10', until: '2026-02-09', next: null });
  // A year after the last order nothing is left of it.
  expect(at('2026-02-10')).toMatchObject({ level: 0, since: '2026-02-10', until: null });
  const [lowered, gold, silver] = at('2026-02-10').steps;
  expect(lowered).toMatchObject({ kind: 'lowered', before: 2, after: 0, orderCount: 0 });
  expect(gold).toMatchObject({ day: '2025-02-10', kind: 'reached', before: 1, after: 2, orderCount: 2 });
  expect(gold?.orders.map(({ day: of, netMinor }) => [of, netMinor])).toEqual([
    ['2025-01-31', 4000],
    ['2025-02-10', 7000],
  ]);
  expect(silver?.orders.map(({ orderNumber }) => orderNumber)).toEqual(['900000001']);
  // Half a year later the one order of the second customer still stands in the twelve months: kept, and a second time not.
  expect(levelOn(2, day('2025-07-15')).steps.map(({ kind }) => kind)).toEqual(['kept', 'reached']);
  expect(levelOn(2, day('2026-01-15')).steps.map(({ kind }) => kind)).toEqual(['lowered', 'kept', 'reached']);
  const why = explanationSchema.parse(
    explainLevel(ledger.reading, { customer: 1, basis: basisOn(day('2025-03-01')) }, scores()),
  );
  expect(why.subject).toBe('level:金卡');
  expect(why.facts).toEqual([
    { name: 'levelCameMinor', value: '11000', line: '10000', verdict: 'reached' },
    { name: 'levelSince', value: '2025-02-10', line: null, verdict: null },
    { name: 'levelUntil', value: '2026-02-09', line: null, verdict: null },
  ]);
  expect(why.orders.map(({ counts }) => counts)).toEqual([false, true, true]);
  for (const rule of why.rules) expect(ruleCodes).toContain(rule);
});

test('rows of a list name levels only where they are in force, of likely people only where these are asked', () => {
  fill(ledger.reading, bought);
  const rows = (likely: boolean) =>
    listCustomers(
      ledger.reading,
      {
        filter: {},
        basis: { ...basisOn(day('2025-03-01')), likely },
        sort: { by: 'name', descending: false },
        window: { from: 0, count: 9 },
      },
      scores(),
    ).rows.map(({ level }) => level);
  keep(rulesOf(three));
  expect(rows(true)).toEqual(['金卡', '银卡', '银卡']);
  expect(rows(false)).toEqual(['金卡', '银卡', null]);
  keep(rulesOf(three, false));
  expect(rows(true)).toEqual([undefined, undefined, undefined]);
  expect(levelOn(1, day('2025-03-01'))).toMatchObject({ on: false, level: 0, steps: [] });
  const where = { field: 'level' as const, in: [0] };
  expect(filteredIds(ledger.reading, scores()(ledger.reading, basisOn(day('2025-03-01'))), where)).toEqual([1, 2, 3]);
});

test('a level given by hand holds for its days, is in the journal by its name, and is taken back and brought again', () => {
  fill(ledger.reading, bought);
  keep(rulesOf(three));
  const give = (level: Parameters<typeof giveLevel>[1]['level']) =>
    giveLevel(ledger.reading, { customer: 2, level }, { reason: 'customers.setLevel', now });
  const bare = stateHash(ledger.reading);
  const gold = { level: 2, from: day('2025-02-01'), until: day('2025-04-30'), reason: '老邻居' };
  const { edit } = give(gold);
  const given = stateHash(ledger.reading);
  expect(give(gold)).toEqual({ edit: null });
  const at = (on: string) => levelOn(2, day(on));
  expect([at('2025-01-31'), at('2025-02-01'), at('2025-04-30'), at('2025-05-01')].map(({ level }) => level)).toEqual([
    1, 2, 2, 1,
  ]);
  expect(at('2025-03-01')).toMatchObject({ byRule: 1, hand: { ...gold, holds: true }, next: null });
  expect(at('2025-05-01').hand).toMatchObject({ holds: false });
  const [entry] = listJournal(ledger.reading, { from: 0, count: 1 }).entries;
  expect(entry).toMatchObject({ reason: 'customers.setLevel', field: 'level', subject: '客户2', after: '金卡' });
  undoEdit(ledger.reading, edit ?? 0, options);
  expect([stateHash(ledger.reading), at('2025-03-01').level]).toEqual([bare, 1]);
  redoEdit(ledger.reading, edit ?? 0, options);
  expect(stateHash(ledger.reading)).toBe(given);
  const none = give({ level: 0, from: day('2025-01-01'), until: null, reason: '同行' });
  expect(at('2025-03-01')).toMatchObject({ level: 0, name: null, hand: { level: 0, holds: true } });
  expect(explainLevel(ledger.reading, { customer: 2, basis: basisOn(day('2025-03-01')) }, scores()).rules).toContain(
    'levelByHand',
  );
  give(null);
  expect([stateHash(ledger.reading), at('2025-03-01').level]).toEqual([bare, 1]);
  // The later word stands whatever becomes of the one before.
  undoEdit(ledger.reading, none.edit ?? 0, options);
  expect(stateHash(ledger.reading)).toBe(bare);
  expect(() => give({ ...gold, level: 7 })).toThrow('level-unknown');
  expect(() => giveLevel(ledger.reading, { customer: 99, level: gold }, { reason: 'customers.setLevel', now })).toThrow(
    'customer-unknown',
  );
});

test('who turns out to be one person has the newest of two levels, and taking it back hides the older one', () => {
  fill(ledger.reading, bought);
  keep(rulesOf(three));
  const act = { reason: 'customers.setLevel', now };
  const of = (customer: number, level: number) =>
    giveLevel(
      ledger.reading,
      { customer, level: { level, from: day('2025-01-01'), until: null, reason: '熟人' } },
      act,
    );
  of(1, 0);
  of(2, 2);
  transact(ledger.reading, ({ connection }) => {
    connection.exec('update identity set customer_id = 1 where customer_id = 2');
  });
  expect(levelOn(1, day('2025-03-01'))).toMatchObject({ level: 2 });
  giveLevel(ledger.reading, { customer: 1, level: null }, act);
  expect(levelOn(1, day('2025-03-01'))).toMatchObject({ level: 2, hand: null });
  const marks = ledger.reading.connection.prepare("select content from customer_mark where field = 'level'").pluck();
  expect(marks.all()).toContain('');
});

test('until the owner has looked at them the levels that are proposed are not in force', () => {
  expect(defaultLevels.on).toBe(false);
  expect(defaultLevels.levels.map(({ name }) => name)).toEqual(['V1', 'V2', 'V3']);
});
