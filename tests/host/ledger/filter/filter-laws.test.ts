/** The filter language: what the compiled SQL finds is what a slow, obvious evaluation finds, for any nested filter on any small ledger. */

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listCustomers } from '../../../../src-main/ledger/customers.ts';
import { storeRule } from '../../../../src-main/ledger/exclusions/apply-rules.ts';
import { storeField } from '../../../../src-main/ledger/fields/stored-fields.ts';
import { filteredIds, filterStatement } from '../../../../src-main/ledger/filter/filtered-customers.ts';
import { write } from '../../../../src-main/ledger/journal.ts';
import { explainFilter } from '../../../../src-main/ledger/segments/membership.ts';
import { storeSegment } from '../../../../src-main/ledger/segments/stored-segments.ts';
import { storeSetting } from '../../../../src-main/ledger/settings.ts';
import { storeTag } from '../../../../src-main/ledger/tags/stored-tags.ts';
import { scoreSource } from '../../../../src-main/metrics/rfm.ts';
import type { CustomerFilter } from '../../../../src-shared/contract/customers.ts';
import {
  type FilterNode,
  filterNodeSchema,
  listReaches,
  type Range,
  whereAmiss,
} from '../../../../src-shared/contract/filters.ts';
import type { Verdict } from '../../../../src-shared/contract/memberships.ts';
import { besideNodes, nodesOf } from '../../../../src-shared/flat-filter.ts';
import type { Level } from '../../../../src-shared/levels.ts';
import { minorOf } from '../../../../src-shared/money.ts';
import { rfmDefinitions, tiers } from '../../../../src-shared/rfm.ts';
import { dayIn } from '../../metrics/random-ledger.ts';
import { fill, type SmallLedger, smallLedger } from '../../metrics/small-ledger.ts';
import { filter, ledgerContent } from './random-filter.ts';
import { slowlyFiltered } from './slow-filter.ts';

const lines = { recencyDays: 100, frequency: 2, netMinor: 40 };
const now = '2026-01-01T00:00:00Z';
/** Segment 1 is a filter of its own, segment 2 has been fixed to customers 1, 2 and 5. */
const ofItsOwn: FilterNode = {
  any: [
    { field: 'orders', from: 2 },
    { field: 'city', test: 'filled' },
  ],
};
const fixed = [1, 2, 5];
/** Tag 3 went into tag 1; customer 5 lost tag 2; tag 9 was removed while people had it. */
const tagged = { 1: [1, 3, 6], 2: [2, 3], 3: [1, 3, 6], 9: [] };

/** Run 1 counts; run 2 was taken back; of run 3 the strategy is gone. */
const drawn = { 1: [2, 3, 6], 2: [], 3: [] };
/** Level 3 lasts for good; 2 stands above 5. Customers 2, 3, 4 and 6 were given one, 4 one that is gone, 6 only for a while. */
const levels: readonly Level[] = [
  { id: 5, name: '银', measure: 'orders', atLeast: 2, months: 2, validMonths: 1 },
  { id: 2, name: '金', measure: 'spent', atLeast: 70, months: 3, validMonths: 2 },
  { id: 3, name: '钻', measure: 'spent', atLeast: 160, months: null, validMonths: null },
];
const givenLevels = {
  2: { level: 0, from: '2025-04-01', until: null },
  3: { level: 2, from: '2025-03-01', until: null },
  4: { level: 8, from: '2025-01-01', until: null },
  6: { level: 5, from: '2025-03-01', until: '2025-06-15' },
};
/** A number, choices, days, yes or no, a text; customer 5 lost the number, customer 6 has a choice that is gone; field 9 was removed. */
const fields = {
  1: { 1: 1.5, 2: -0.25, 3: 0 },
  2: { 1: 1, 3: 2 },
  3: { 2: '2025-03-10', 4: '2024-12-31' },
  4: { 1: true, 2: false, 7: true },
  5: { 1: '回头 Hang', 3: '杯' },
  9: {},
} as const;
const held = [
  ...Object.entries(fields[1]).map(([customer, value]) => ['field:1', customer, String(value)]),
  ...Object.entries(fields[2]).map(([customer, value]) => ['field:2', customer, String(value)]),
  ...Object.entries(fields[3]).map(([customer, value]) => ['field:3', customer, value]),
  ...Object.entries(fields[4]).map(([customer, value]) => ['field:4', customer, value ? 'yes' : 'no']),
  ...Object.entries(fields[5]).map(([customer, value]) => ['field:5', customer, value]),
  ['field:1', '5', ''],
  ['field:2', '6', '7'],
  ['field:9', '1', '3'],
];

let ledger: SmallLedger;
let marksEdit = 0;
beforeAll(() => {
  ledger = smallLedger(undefined, lines);
  write(ledger.reading, { reason: 'segments.save', now }, (writing, record) => {
    const edit = record({ table: 'segment', rowKey: { segment: 1 }, field: 'content', before: null, after: '{}' });
    const content = { name: '甲', where: ofItsOwn, fixed: null };
    storeSegment(writing, 1, { content: JSON.stringify(content), edit });
    record({
      table: 'person_fact',
      rowKey: { kind: 'buyer', value: 'taobao:x' },
      field: 'wishes',
      before: null,
      after: null,
    });
    const frozen = { name: '乙', where: { all: [] }, fixed: { freeze: 7, on: '2025-03-01', customers: 3 } };
    writing.connection.exec('insert into segment_freeze values (7, 2)');
    storeSegment(writing, 2, { content: JSON.stringify(frozen), edit });
    const rule = {
      kind: 'brushing',
      shop: null,
      match: 'all',
      conditions: [{ field: 'sellerNote', test: 'starts', text: 'V-' }],
    };
    for (const [id, into] of [
      [1, null],
      [2, null],
      [3, 1],
    ] as const) {
      storeTag(writing, id, { content: JSON.stringify({ name: `签${id}`, into }), edit });
    }
    const run = JSON.stringify({
      name: '春茶',
      on: '2025-03-01',
      until: '2025-03-15',
      share: 0.3,
      seed: 1,
      isShared: false,
      action: '',
      buyerCostMinor: 0,
      contactCostMinor: 0,
      budgetMinor: null,
      contacted: 1,
      held: 1,
    });
    writing.connection.exec(`
      insert into strategy values (1, '{}', ${edit});
      insert into journal (edited_at, reason, table_name, row_key, field, undone_at) values ('', '', 'strategy_run', '{}', '', '2026-01-01T00:00:00Z');
      insert into strategy_run select 1, 1, '${run}', ${edit} union all select 2, 1, '${run}', (select max(edit_id) from journal) union all select 3, 9, '${run}', ${edit}`);
    (['number', 'choice', 'date', 'yesNo', 'text'] as const).forEach((type, at) => {
      const choices = type === 'choice' ? [1, 2, 3].map((choice) => ({ choice, name: `选${choice}` })) : [];
      storeField(writing, at + 1, { content: JSON.stringify({ name: `字段${at}`, type, choices }), edit });
    });
    marksEdit = edit;
    storeSetting(writing, 'levels', JSON.stringify({ on: true, lastId: 9, levels }));
    storeRule(writing, 1, { content: JSON.stringify(rule), edit });
  });
});
afterAll(() => ledger.close());

/** The fixed people by their identities, whoever they are in this ledger; and the rule over its orders. */
function settle(): void {
  const { connection } = ledger.reading;
  connection.exec(
    'delete from strategy_member; delete from segment_member; delete from excluded_order; delete from person_fact; delete from customer_mark',
  );
  connection.exec(`
    insert into segment_member select 7, anchor_kind, anchor_value from customer where customer_id in (${fixed.join(', ')});
    insert into strategy_member
      select run.value, anchor_kind, anchor_value, iif(customer_id in (2, 3, 6), 'contacted', 'held'), '', 1
      from customer cross join json_each('[1,2,3]') as run;
    -- Another identity of a person who was contacted does not hold them back.
    insert into strategy_member select 1, kind, value, 'held', '', 1 from identity where kind = 'phone' and customer_id = 2;
    insert into customer_mark
      select mark.value ->> 0, anchor_kind, anchor_value, ${marksEdit}, mark.value ->> 2
      from json_each('[["tag:1",1,"1"],["tag:3",3,"1"],["tag:1",6,"1"],["tag:2",2,"1"],["tag:2",3,"1"],["tag:2",5,""],["tag:9",4,"1"],["tag:9",1,"1"]]') as mark
      join customer on customer_id = mark.value ->> 1;
    insert into customer_mark
      select 'level', anchor_kind, anchor_value, ${marksEdit}, json_set(given.value, '$.reason', '熟人')
      from json_each('${JSON.stringify(givenLevels)}') as given
      join customer on customer_id = cast(given.key as integer);
    insert into customer_mark
      select mark.value ->> 0, anchor_kind, anchor_value, ${marksEdit}, mark.value ->> 2
      from json_each('${JSON.stringify(held)}') as mark
      join customer on customer_id = cast(mark.value ->> 1 as integer);
    insert into excluded_order select order_id, 1 from shop_order where seller_note like 'V-%';
    insert into person_fact
      select anchor_kind, anchor_value, 'wishes', '', 2, case customer_id % 4
        when 1 then '{"optOut":true,"quiet":null,"channel":null}'
        when 2 then '{"optOut":false,"quiet":{"from":"22:00","to":"08:00"},"channel":null}'
        when 3 then '{"optOut":false,"quiet":null,"channel":"wechat"}'
        else 'null' end
      from customer;
    -- What is older, on another identity of theirs, is in force no more.
    insert into person_fact
      select kind, value, 'wishes', '', 1, '{"optOut":true,"quiet":null,"channel":"sms"}' from identity where kind = 'email';`);
}

type Leaf = Extract<Verdict, { condition: unknown }>;
function leavesOf(verdict: Verdict): readonly Leaf[] {
  return 'parts' in verdict ? verdict.parts.flatMap(leavesOf) : [verdict];
}
const lies = (value: number, { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY }: Range): boolean =>
  value >= from && value <= to;

const bases = fc.record({
  on: dayIn,
  definition: fc.constantFrom(...rfmDefinitions),
  likely: fc.boolean(),
  excluded: fc.boolean(),
});

/** What the controls of a list say; the days those of the random ledgers. */
const everyControl = fc.record(
  {
    tiers: fc.subarray([...tiers]),
    noTier: fc.constant(true as const),
    certainty: fc.constantFrom('certain' as const, 'likely' as const),
    lastDayFrom: dayIn,
    lastDayTo: dayIn,
    recencyFrom: fc.nat(200),
    recencyTo: fc.nat(600),
    ordersFrom: fc.nat(3),
    ordersTo: fc.nat(4),
    netFrom: fc.integer({ min: -10, max: 60 }).map(minorOf),
    netTo: fc.integer({ min: 0, max: 300 }).map(minorOf),
    region: fc.constantFrom('浙江', '杭州', '浙江 杭州', 'A', '海、上'),
    reach: fc.constantFrom(...listReaches),
    withoutCounted: fc.boolean(),
    where: filter,
  },
  { requiredKeys: [] },
);
/** Few at once: all of them together find nobody. */
const flatFilter: fc.Arbitrary<CustomerFilter> = fc
  .tuple(everyControl, fc.infiniteStream(fc.nat(4)))
  .map(([controls, chances]) => Object.fromEntries(Object.entries(controls).filter(() => chances.next().value === 0)));

/** Whether it holds, by what is said of their level, grade, run, wishes or orders left out alone; undefined: it is about something else. */
function saysBySelf({ condition, has }: ReturnType<typeof leavesOf>[number]): boolean | undefined {
  if (has.kind === 'level' && condition.field === 'level') {
    const [own, next] = has.rules;
    // A rule that is met is said as met; one above the level they have by rule is not reached, or not by an order.
    if (own !== undefined && own.name === has.level && !has.byHand) expect(own.has).toBeGreaterThanOrEqual(own.atLeast);
    if (next !== undefined) expect(next.name).not.toBe(own?.name);
    return condition.in.includes(levels.find(({ name }) => name === has.level)?.id ?? 0);
  }
  if (has.kind === 'grade' && condition.field === 'grade') {
    const net = has.orders.reduce((sum, order) => sum + (order.netMinor ?? 0), 0);
    if (has.count === has.orders.length) expect(net).toBe(has.netMinor);
    return condition.in.includes(has.grade);
  }
  if (has.kind === 'texts' && condition.field === 'wish') {
    const wishes = has.texts.length === 0 ? ['none'] : has.texts;
    return condition.in.some((wanted) => wishes.includes(wanted));
  }
  if (has.kind === 'texts' && condition.field === 'excluded')
    return condition.in.some((wanted) => has.texts.includes(wanted));
  if (has.kind === 'runs') return has.runs.some(({ arm }) => arm === 'contacted');
  return undefined;
}

describe('a filter', () => {
  test('finds whom a slow evaluation finds, and the list counts as many', () => {
    let [some, nobody, all] = [0, 0, 0];
    fc.assert(
      fc.property(
        ledgerContent,
        filter,
        bases,
        fc.constantFrom(undefined, undefined, 1, 2),
        (content, where, basis, shop) => {
          fill(ledger.reading, content);
          settle();
          const scoresOf = scoreSource(ledger.lines);
          const slow = slowlyFiltered(
            {
              content,
              ...basis,
              shop,
              lines,
              excludedAs: ({ sellerNote }) => (sellerNote?.startsWith('V-') === true ? 'brushing' : null),
              segments: { 1: ofItsOwn, 2: fixed },
              tags: tagged,
              runs: drawn,
              levels,
              givenLevels,
              fields,
            },
            where,
          );
          const scores = scoresOf(ledger.reading, { ...basis, shop });
          // As it is asked, and as it is shown.
          for (const use of ['asked', 'shown'] as const) {
            const { sql, params } = filterStatement(ledger.reading, scores, where, use);
            const found = ledger.reading.connection.prepare<[object], number>(sql).pluck().all(params);
            expect(found.toSorted((a, b) => a - b)).toEqual(slow);
          }
          const sort = { by: 'lastDay', descending: true } as const;
          const question = { filter: { where, ...(shop === undefined ? {} : { shop }) }, basis, sort };
          const list = listCustomers(ledger.reading, { ...question, window: { from: 0, count: 50 } }, scoresOf);
          expect(list.total).toBe(slow.length);
          expect(list.rows.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(slow);
          if (slow.length === 0) nobody += 1;
          else if (slow.length === scores.customer.length) all += 1;
          else some += 1;
        },
      ),
      { numRuns: 900 },
    );
    // Filters that always find nobody, or everybody, would prove little.
    expect(some).toBeGreaterThan(200);
    expect(nobody + all).toBeGreaterThan(0);
    // Nine hundred ledgers, on a machine that has other things to do.
  }, 120_000);

  test('explained for one customer holds where the list has them, and the orders behind a condition say the same', () => {
    let [held, not, bought, told] = [0, 0, 0, 0];
    fc.assert(
      fc.property(
        ledgerContent,
        filter,
        bases,
        fc.constantFrom(undefined, undefined, 1),
        (content, where, basis, shop) => {
          fill(ledger.reading, content);
          settle();
          const scores = scoreSource(ledger.lines)(ledger.reading, { ...basis, shop });
          const found = new Set(filteredIds(ledger.reading, scores, where));
          for (const { id: customer } of content.customers.slice(0, 4)) {
            const { verdict, isAsked } = explainFilter({ reading: ledger.reading, scores, customer }, where);
            expect([customer, isAsked && verdict.holds]).toEqual([customer, found.has(customer)]);
            if (found.has(customer)) held += 1;
            else not += 1;
            for (const leaf of leavesOf(verdict)) {
              if (isAsked && saysBySelf(leaf) !== undefined) {
                expect([leaf.condition, leaf.has, saysBySelf(leaf)]).toEqual([leaf.condition, leaf.has, leaf.holds]);
                told += 1;
              }
              if (!isAsked || leaf.has.kind !== 'orders' || leaf.condition.field !== 'bought') continue;
              const { times = { from: 1 }, spent = {} } = leaf.condition;
              expect(lies(leaf.has.count, times) && lies(leaf.has.netMinor, spent)).toBe(leaf.holds);
              bought += 1;
            }
          }
        },
      ),
      { numRuns: 250 },
    );
    expect(Math.min(held, not, bought)).toBeGreaterThan(50);
    expect(told).toBeGreaterThan(20);
  }, 120_000);

  test('says what the controls of a list say: turned into nodes it finds the same people', () => {
    let some = 0;
    fc.assert(
      fc.property(ledgerContent, flatFilter, bases, fc.constantFrom(undefined, 1), (content, flat, basis, shop) => {
        fill(ledger.reading, content);
        settle();
        // Ends the wrong way round mean nobody in the controls and are no condition of the language.
        const { recencyFrom = 0, recencyTo = 900, ordersFrom = 0, ordersTo = 9 } = flat;
        const { netFrom = -99, netTo = 999, lastDayFrom = '', lastDayTo = '9' } = flat;
        fc.pre(recencyFrom <= recencyTo && ordersFrom <= ordersTo && netFrom <= netTo && lastDayFrom <= lastDayTo);
        fc.pre(flat.tiers?.length !== 0 || flat.noTier === true);
        const asked = { ...flat, ...(shop === undefined ? {} : { shop }) };
        const nodes = nodesOf(asked);
        expect(filterNodeSchema.safeParse(nodes).success).toBe(true);
        const sort = { by: 'lastDay', descending: true } as const;
        const question = { basis, sort, window: { from: 0, count: 50 } };
        const listed = (of: CustomerFilter): readonly number[] =>
          listCustomers(ledger.reading, { filter: of, ...question }, scoreSource(ledger.lines)).rows.map(
            ({ id }) => id,
          );
        const found = listed(asked);
        expect(listed({ ...besideNodes(asked), where: nodes })).toEqual(found);
        if (found.length > 0) some += 1;
      }),
      { numRuns: 400 },
    );
    expect(some).toBeGreaterThan(40);
  }, 120_000);

  test('that is made of the language is read as it is written, through JSON', () => {
    fc.assert(
      fc.property(filter, (node) => {
        const json: unknown = JSON.parse(JSON.stringify(node));
        expect(filterNodeSchema.parse(json)).toEqual(json);
        expect(whereAmiss(json)).toBeNull();
      }),
      { numRuns: 300 },
    );
  });
});

describe('what is no filter', () => {
  test.each([
    ['all[0]', { all: [{ field: 'orders' }] }],
    ['all[1].any[0]', { all: [{ field: 'orders', from: 1 }, { any: [{ field: 'tags', in: ['x'] }] }] }],
    ['none[0]', { none: [{ field: 'orders', from: 5, to: 2 }] }],
    ['any[0]', { any: [{ field: 'firstDay', days: { from: '2025-02-30' } }] }],
    ['all[0]', { all: [{ field: 'phone', test: 'contains', texts: ['- -'] }] }],
    ['all[0]', { all: [{ all: [], any: [{ field: 'r', from: 1 }] }] }],
    ['', { any: [] }],
    ['', 'everybody'],
  ])('is told by its place: %s', (where, value) => {
    expect(filterNodeSchema.safeParse(value).success).toBe(false);
    expect(whereAmiss(value)).toBe(where);
  });
});
