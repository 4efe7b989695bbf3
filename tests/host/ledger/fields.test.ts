/** Fields of the owner's own: made, filled, renamed, removed; all on record and taken back in any order; found by, sorted by, asked in SQL. */

import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { stateHash } from '../../../src-main/importing/state-hash.ts';
import { editInBulk, previewBulk } from '../../../src-main/ledger/bulk/bulk-edit.ts';
import { listCustomers } from '../../../src-main/ledger/customers.ts';
import { listFields, removeField, saveField, setField } from '../../../src-main/ledger/fields/fields.ts';
import { makeFieldsView } from '../../../src-main/ledger/fields/fields-view.ts';
import { valuesOfPeople } from '../../../src-main/ledger/fields/person-values.ts';
import { listJournal } from '../../../src-main/ledger/journal.ts';
import type { Reading } from '../../../src-main/ledger/transaction.ts';
import { redoEdit, undoEdit } from '../../../src-main/ledger/undo-edit.ts';
import { scoreSource } from '../../../src-main/metrics/rfm.ts';
import type { FilterNode } from '../../../src-shared/contract/filters.ts';
import { type FieldType, keptValue } from '../../../src-shared/custom-field.ts';
import { dayOf } from '../../../src-shared/day.ts';
import { plainCustomers, smallLedger } from '../metrics/small-ledger.ts';
import { fillSample } from './sample-ledger.ts';
import { newLedger, now } from './temp-folder.ts';

const options = { now, rematchOrders: () => undefined, rematchKeys: () => undefined, settleAside: () => undefined };
const act = { reason: 'fields.save', now };
const scoresOf = scoreSource(() => ({ recencyDays: 100, frequency: 2, netMinor: 40 }));
const basis = { on: dayOf('2026-06-30') ?? expect.fail('a day'), definition: 'quantile' } as const;

function sample(): Reading {
  const ledger = newLedger();
  fillSample(ledger);
  return ledger;
}

/** Five customers with an order each. */
function book(): Reading {
  const customers = plainCustomers(5);
  const ledger = smallLedger({ customers, orders: customers.map(({ id }) => ({ customer: id, day: '2026-06-01' })) });
  onTestFinished(() => ledger.close());
  return ledger.reading;
}

function make(ledger: Reading, name: string, type: FieldType, choices: readonly string[] = []): number {
  const named = choices.map((choice) => ({ choice: null, name: choice }));
  return saveField(ledger, { field: null, name, type, choices: named }, act).field;
}
function set(ledger: Reading, customer: number, field: number, value: string | null): number {
  return setField(ledger, { customer, field, value }, act).edit ?? expect.fail('it was so already');
}
const valuesOf = (ledger: Reading, customer: number) =>
  Object.fromEntries(valuesOfPeople(ledger)(customer).map(({ field, value }) => [field, value]));

function found(ledger: Reading, where: FilterNode): number[] {
  const sort = { by: 'lastDay', descending: true } as const;
  const { rows } = listCustomers(ledger, { filter: { where }, basis, sort, window: { from: 0, count: 50 } }, scoresOf);
  return rows.map(({ id }) => id).sort((a, b) => a - b);
}

test('each kind of field takes what is one of its values, in the ways people write it, and nothing else', () => {
  const choices = [{ choice: 4, name: '干性' }];
  const read = (type: FieldType, text: string) => keptValue({ type, choices }, text);
  expect(['12.50', '１，２３４', '-0', '007', '0.10', '1e3', '十'].map((text) => read('number', text))).toEqual([
    '12.5',
    '1234',
    '0',
    '7',
    '0.1',
    null,
    null,
  ]);
  expect(
    ['2026-8-1', '2026/08/01', '2026年8月1日', '2026-08-01 12:00', '2026-02-30', '8-1'].map((t) => read('date', t)),
  ).toEqual(['2026-08-01', '2026-08-01', '2026-08-01', '2026-08-01', null, null]);
  expect(['干性', ' 干性 ', '4', '油性'].map((text) => read('choice', text))).toEqual(['4', '4', null, null]);
  expect(['是', 'Y', '0', '也许'].map((text) => read('yesNo', text))).toEqual(['yes', 'yes', 'no', null]);
  expect(read('text', '   ')).toBeNull();
});

test('a value that is kept and written again is the same value', () => {
  const kinds = fc.constantFrom<FieldType>('text', 'number', 'date', 'yesNo');
  fc.assert(
    fc.property(
      kinds,
      fc.oneof(fc.string(), fc.double({ noNaN: true }).map(String), fc.integer().map(String)),
      (type, text) => {
        const kept = keptValue({ type, choices: [] }, text);
        fc.pre(kept !== null);
        expect(keptValue({ type, choices: [] }, kept ?? '')).toBe(kept);
        if (type === 'number') expect(Number(kept)).toBe(Number(text.normalize('NFKC').replace(/[,\s]/g, '')));
      },
    ),
  );
});

test('made, renamed and removed; values stay behind a field that is gone, and come back with it; numbers are never given twice', () => {
  const ledger = sample();
  const skin = make(ledger, '皮肤', 'choice', ['干性', '油性']);
  const bare = stateHash(ledger);
  set(ledger, 1, skin, '油性');
  const held = stateHash(ledger);
  expect(listFields(ledger).fields).toEqual([
    {
      field: 1,
      name: '皮肤',
      type: 'choice',
      choices: [
        { choice: 1, name: '干性' },
        { choice: 2, name: '油性' },
      ],
      customers: 1,
    },
  ]);
  expect(() => make(ledger, ' 皮肤 '.trim(), 'text')).toThrow('field-exists');
  expect(() => set(ledger, 1, skin, '混合')).toThrow('field-misread');
  // Renaming a choice renames it at everybody; a new one gets a number of its own.
  const renamed = saveField(
    ledger,
    {
      field: skin,
      name: '皮肤类型',
      choices: [
        { choice: 2, name: '偏油' },
        { choice: null, name: '混合' },
      ],
    },
    act,
  );
  expect(valuesOf(ledger, 1)).toEqual({ 1: '偏油' });
  expect(listFields(ledger).fields[0]?.choices.map(({ choice }) => choice)).toEqual([2, 3]);
  set(ledger, 3, skin, '混合');
  undoEdit(ledger, renamed.edit, options);
  expect([valuesOf(ledger, 1), valuesOf(ledger, 3)]).toEqual([{ 1: '油性' }, {}]);
  // A choice that is taken back is not given again under its number.
  const again = saveField(ledger, { field: skin, name: '皮肤', choices: [{ choice: null, name: '敏感' }] }, act);
  expect(listFields(ledger).fields[0]?.choices).toEqual([{ choice: 4, name: '敏感' }]);
  undoEdit(ledger, again.edit, options);
  const removed = removeField(ledger, skin, act);
  expect([listFields(ledger).fields, valuesOf(ledger, 1)]).toEqual([[], {}]);
  expect(() => removeField(ledger, skin, act)).toThrow('field-unknown');
  expect(make(ledger, '皮肤', 'text')).toBe(2);
  undoEdit(ledger, removed.edit, options);
  expect(valuesOf(ledger, 1)).toEqual({ 1: '油性' });
  expect(held).not.toBe(bare);
});

test('values are taken back and brought again in any order; the journal names person, field and value', () => {
  const ledger = sample();
  const cans = make(ledger, '罐数', 'number');
  const bare = stateHash(ledger);
  const first = set(ledger, 1, cans, '3');
  const held = stateHash(ledger);
  const second = set(ledger, 1, cans, '4.50');
  expect(setField(ledger, { customer: 1, field: cans, value: '4.5' }, act)).toEqual({ edit: null });
  expect(listJournal(ledger, { from: 0, count: 1 }).entries[0]).toMatchObject({
    subject: '王予安',
    field: 'field',
    before: '罐数 = 3',
    after: '罐数 = 4.5',
  });
  undoEdit(ledger, first, options);
  expect(valuesOf(ledger, 1)).toEqual({ 1: '4.5' });
  undoEdit(ledger, second, options);
  expect(stateHash(ledger)).toBe(bare);
  redoEdit(ledger, first, options);
  expect(stateHash(ledger)).toBe(held);
  const cleared = set(ledger, 1, cans, null);
  expect(stateHash(ledger)).toBe(bare);
  undoEdit(ledger, cleared, options);
  expect(valuesOf(ledger, 1)).toEqual({ 1: '3' });
});

test('of two people who become one the newest value counts, and clearing hides both', () => {
  const ledger = sample();
  const tea = make(ledger, '茶', 'text');
  set(ledger, 2, tea, '红');
  set(ledger, 1, tea, '绿');
  ledger.connection.exec('update identity set customer_id = 1 where identity_id = 3');
  expect(valuesOf(ledger, 1)).toEqual({ 1: '绿' });
  const cleared = set(ledger, 1, tea, null);
  expect(valuesOf(ledger, 1)).toEqual({});
  undoEdit(ledger, cleared, options);
  expect(valuesOf(ledger, 1)).toEqual({ 1: '绿' });
});

test('found by in the way of each kind; a condition of another kind is refused; nobody has a field that is gone', () => {
  const ledger = book();
  const skin = make(ledger, '皮肤', 'choice', ['干性', '油性']);
  const cans = make(ledger, '罐数', 'number');
  const since = make(ledger, '相识', 'date');
  const gift = make(ledger, '送过礼', 'yesNo');
  const tea = make(ledger, '茶', 'text');
  const everybody = found(ledger, { all: [] });
  set(ledger, 1, skin, '油性');
  set(ledger, 1, cans, '10');
  set(ledger, 3, cans, '9.5');
  set(ledger, 1, since, '2026-06-20');
  set(ledger, 3, gift, '否');
  set(ledger, 1, tea, 'Oolong 乌龙');
  const of = (custom: number) => ({ field: 'custom', custom }) as const;
  expect(found(ledger, { ...of(skin), in: [2] })).toEqual([1]);
  expect(found(ledger, { ...of(skin), in: [1] })).toEqual([]);
  expect(found(ledger, { ...of(cans), from: 9.5, to: 9.9 })).toEqual([3]);
  expect(found(ledger, { ...of(cans), from: 10 })).toEqual([1]);
  expect(found(ledger, { ...of(since), days: { daysAgo: { from: 10, to: 10 } } })).toEqual([1]);
  expect(found(ledger, { ...of(since), days: { calendar: 'lastMonth' } })).toEqual([]);
  expect(found(ledger, { ...of(gift), is: false })).toEqual([3]);
  expect(found(ledger, { ...of(gift), is: true })).toEqual([]);
  expect(found(ledger, { ...of(tea), test: 'starts', texts: ['OOLONG'] })).toEqual([1]);
  expect(found(ledger, { ...of(cans), test: 'filled' })).toEqual([1, 3]);
  expect(found(ledger, { ...of(cans), test: 'empty' })).toEqual(everybody.filter((id) => id !== 1 && id !== 3));
  expect(found(ledger, { none: [{ ...of(cans), from: 0 }] })).toEqual(everybody.filter((id) => id !== 1 && id !== 3));
  expect(() => found(ledger, { ...of(cans), is: true })).toThrow('filter-invalid');
  saveField(ledger, { field: skin, name: '皮肤', choices: [{ choice: 1, name: '干性' }] }, act);
  expect(found(ledger, { ...of(skin), test: 'filled' })).toEqual([]);
  expect(found(ledger, { ...of(skin), test: 'empty' })).toEqual(everybody);
  removeField(ledger, cans, act);
  expect(found(ledger, { ...of(cans), from: 0 })).toEqual([]);
  expect(found(ledger, { ...of(cans), test: 'empty' })).toEqual(everybody);
});

test('a list is sorted by a field, those without a value last whichever way it runs', () => {
  const ledger = book();
  const cans = make(ledger, '罐数', 'number');
  const skin = make(ledger, '皮肤', 'choice', ['乙', '甲']);
  const tea = make(ledger, '茶', 'text');
  for (const [customer, count] of [
    [1, '10'],
    [2, '9'],
    [3, '9.5'],
  ] as const)
    set(ledger, customer, cans, count);
  set(ledger, 1, skin, '甲');
  set(ledger, 3, skin, '乙');
  set(ledger, 1, tea, '毛尖 10');
  set(ledger, 2, tea, '毛尖 9');
  const sorted = (field: number, descending: boolean): number[] =>
    listCustomers(
      ledger,
      { filter: {}, basis, sort: { by: `field:${field}`, descending }, window: { from: 0, count: 3 } },
      scoresOf,
    ).rows.map(({ id }) => id);
  expect(sorted(cans, false)).toEqual([2, 3, 1]);
  expect(sorted(cans, true)).toEqual([1, 3, 2]);
  expect(sorted(skin, false).slice(0, 2)).toEqual([3, 1]);
  expect(sorted(skin, true).slice(0, 2)).toEqual([1, 3]);
  expect(sorted(tea, false).slice(0, 2)).toEqual([2, 1]);
  // A later value moves them at once.
  set(ledger, 2, cans, '11');
  expect(sorted(cans, true)).toEqual([2, 1, 3]);
});

test('a change of many says what it does and does it, in one step that keeps later words', () => {
  const ledger = book();
  const skin = make(ledger, '皮肤', 'choice', ['干性', '油性']);
  set(ledger, 1, skin, '干性');
  const before = stateHash(ledger);
  const change = { field: 'custom', custom: skin, value: '油性' } as const;
  const asked = { filter: {}, basis, change };
  const preview = previewBulk(ledger, asked, scoresOf);
  expect(preview.changed).toBe(preview.total);
  expect(preview.before).toContainEqual({ text: '干性', count: 1 });
  expect(preview.examples.find(({ customer }) => customer === 1)).toMatchObject({ before: '干性', after: '油性' });
  const { edit, changed } = editInBulk(ledger, asked, scoresOf, now);
  expect(changed).toBe(preview.changed);
  expect(previewBulk(ledger, asked, scoresOf).changed).toBe(0);
  expect(valuesOf(ledger, 3)).toEqual({ 1: '油性' });
  expect(listJournal(ledger, { from: 0, count: 1 }).entries[0]).toMatchObject({ field: 'field', after: '皮肤 = 油性' });
  undoEdit(ledger, edit ?? 0, options);
  expect(stateHash(ledger)).toBe(before);
  redoEdit(ledger, edit ?? 0, options);
  set(ledger, 3, skin, '干性');
  undoEdit(ledger, edit ?? 0, options);
  expect([valuesOf(ledger, 1), valuesOf(ledger, 2), valuesOf(ledger, 3)]).toEqual([{ 1: '干性' }, {}, { 1: '干性' }]);
  const clears = { ...asked, change: { ...change, value: null } };
  editInBulk(ledger, clears, scoresOf, now);
  expect([valuesOf(ledger, 1), valuesOf(ledger, 3)]).toEqual([{}, {}]);
  const wrong = { ...asked, change: { ...change, value: '混合' } };
  expect(() => previewBulk(ledger, wrong, scoresOf)).toThrow('field-misread');
});

test('SQL sees the fields by their names, also where two columns would be called alike', () => {
  const ledger = sample();
  const skin = make(ledger, '皮肤', 'choice', ['干性']);
  const cans = make(ledger, 'Name', 'number');
  const gift = make(ledger, '送过"礼"', 'yesNo');
  set(ledger, 1, skin, '干性');
  set(ledger, 1, cans, '2.5');
  set(ledger, 3, gift, '是');
  makeFieldsView(ledger);
  const ask = ledger.connection.prepare(
    'select "皮肤", "Name_2", "送过""礼""" from customers_with_fields where customer_id in (1, 3) order by customer_id',
  );
  expect(ask.raw().all()).toEqual([
    ['干性', 2.5, null],
    [null, null, 1],
  ]);
  expect(
    ledger.connection
      .prepare('select field, type, value from customer_field_value where customer_id = 1 order by field_id')
      .raw()
      .all(),
  ).toEqual([
    ['皮肤', 'choice', '干性'],
    ['Name', 'number', '2.5'],
  ]);
});
