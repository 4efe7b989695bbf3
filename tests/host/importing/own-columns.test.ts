/** Columns of a file that fill the owner's fields and tags: said in the check, filled by the import, taken back and brought again with it; hand edits stay. */

import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { applyCheck } from '../../../src-main/importing/apply.ts';
import { type CheckResult, checkFiles } from '../../../src-main/importing/check.ts';
import { noProgress } from '../../../src-main/importing/progress.ts';
import { editInBulk } from '../../../src-main/ledger/bulk/bulk-edit.ts';
import { listFields, removeField, saveField, setField } from '../../../src-main/ledger/fields/fields.ts';
import { valuesOfPeople } from '../../../src-main/ledger/fields/person-values.ts';
import { listJournal } from '../../../src-main/ledger/journal.ts';
import { tagsOfPeople } from '../../../src-main/ledger/tags/person-tags.ts';
import { listTags, tagCustomer } from '../../../src-main/ledger/tags/tags.ts';
import { redoEdit, undoEdit } from '../../../src-main/ledger/undo-edit.ts';
import { scoreSource } from '../../../src-main/metrics/rfm.ts';
import type { Mapping } from '../../../src-shared/contract/mappings.ts';
import { dayOf } from '../../../src-shared/day.ts';
import { type Book, newBook, now, today } from './imports-at-hand.ts';

const orders: Mapping = {
  profile: 'own',
  granularity: 'order',
  columns: { orderNumber: [0], buyerId: [1], paidAt: [2], paid: [3] },
  dateOrder: 'ymd',
  assumePaid: false,
  currency: 'CNY',
};

function checkAs(book: Book, name: string, text: string, mapping: Mapping): Promise<CheckResult> {
  const { ledger, stage } = book;
  const path = book.file(name, text);
  const chosen = { ticket: 't', path, name: basename(path), bytes: statSync(path).size, mapping };
  return checkFiles(ledger, stage, [chosen], { today }, noProgress);
}

const act = { reason: 'test', now };
const undoing = {
  now,
  rematchOrders: () => undefined,
  rematchKeys: () => undefined,
  settleAside: () => undefined,
};

const header = '订单编号,买家昵称,付款时间,实付金额,皮肤类型,生日,标签';
const list = (...rows: readonly string[]): string => `${[header, ...rows].join('\r\n')}\r\n`;
const march = list(
  '1001,阿梅,2025-03-01 10:00:00,10.00,干性,1990年3月2日,老客、送礼',
  '1002,小芳,2025-03-02 10:00:00,20.00,油性,,',
  '1003,阿梅,2025-03-03 10:00:00,30.00,混合,,老客',
  '1004,大力,2025-03-04 10:00:00,40.00,不知道,昨天,-',
);

interface Made {
  readonly book: Book;
  readonly skin: number;
  readonly birthday: number;
  readonly bring: (name: string, text: string) => ReturnType<Book['import']>;
  /** What stands at everybody, by what they are called. */
  readonly read: () => Record<string, string>;
}

function made(): Made {
  const book = newBook();
  const skin = saveField(
    book.ledger,
    {
      field: null,
      name: '皮肤类型',
      type: 'choice',
      choices: ['干性', '油性', '混合'].map((name) => ({ choice: null, name })),
    },
    act,
  ).field;
  const birthday = saveField(book.ledger, { field: null, name: '生日', type: 'date' }, act).field;
  const mapping: Mapping = {
    ...orders,
    own: [
      { column: 4, fills: `field:${skin}` },
      { column: 5, fills: `field:${birthday}` },
      { column: 6, fills: 'tags' },
    ],
  };
  return {
    book,
    skin,
    birthday,
    bring: async (name, text) => {
      const { check } = await checkAs(book, name, text, mapping);
      return (await applyCheck(book.ledger, book.stage, check, { now }, noProgress)).batches;
    },
    read: () => {
      const people = book.all('select customer_id, name from customer order by customer_id') as [number, string][];
      const values = valuesOfPeople(book.ledger);
      const tags = tagsOfPeople(book.ledger);
      return Object.fromEntries(
        people.map(([id, name]) => [
          name,
          [...values(id).map(({ value }) => value), ...tags(id).map((tag) => `#${tag.name}`)].join(' '),
        ]),
      );
    },
  };
}

const idOf = (book: Book, name: string): number =>
  Number(book.one('select customer_id from customer where name = ?', name));

test('the newest order of somebody says what they are; what fits no field is named, and its order comes in all the same', async () => {
  const { book, bring, read } = made();
  const [report] = await bring('三月.csv', march);
  expect(report?.orders).toEqual({ new: 4, changed: 0, same: 0, skipped: 0 });
  expect(report?.own).toEqual([
    { fills: 'field:1', name: '皮肤类型', values: 3, filled: 2, kept: 0 },
    { fills: 'field:2', name: '生日', values: 1, filled: 1, kept: 0 },
    { fills: 'tags', name: null, values: 2, filled: 2, kept: 0 },
  ]);
  expect(report?.problems.map(({ code, line, column, found }) => [code, line, column, found])).toEqual([
    ['own-value-unreadable', 5, '皮肤类型', '不知道'],
    ['own-value-unreadable', 5, '生日', '昨天'],
  ]);
  expect(read()).toEqual({ 阿梅: '混合 1990-03-02 #老客 #送礼', 小芳: '油性', 大力: '' });
  expect(listFields(book.ledger).fields.map(({ customers }) => customers)).toEqual([2, 1]);
  expect(listTags(book.ledger).tags.map(({ name, customers }) => [name, customers])).toEqual([
    ['老客', 1],
    ['送礼', 1],
  ]);
  book.close();
});

test('a check says how many rows have a value, and changes nothing', async () => {
  const { book } = made();
  const before = book.hash();
  const { batches } = await checkAs(book, '三月.csv', march, {
    ...orders,
    own: [{ column: 6, fills: 'tags' }],
  });
  expect(batches[0]?.own).toEqual([{ fills: 'tags', name: null, values: 2 }]);
  expect(book.hash()).toBe(before);
  expect(listTags(book.ledger).tags).toEqual([]);
  book.close();
});

test('the same file again fills nothing; taken back and brought again with its import, made tags too', async () => {
  const { book, bring, read } = made();
  const [first] = await bring('三月.csv', march);
  const stood = read();
  const hash = book.hash();
  const [again] = await bring('三月.csv', march);
  expect(again?.orders).toEqual({ new: 0, changed: 0, same: 4, skipped: 0 });
  expect(again?.own?.map(({ filled, kept }) => [filled, kept])).toEqual([
    [0, 0],
    [0, 0],
    [0, 0],
  ]);
  expect(again?.problemCounts).toEqual({ 'own-value-unreadable': 2 });
  expect(read()).toEqual(stood);
  expect(book.hash()).toBe(hash);
  book.undo(again?.id ?? 0);
  expect(read()).toEqual(stood);
  book.undo(first?.id ?? 0);
  expect(read()).toEqual({});
  expect(listTags(book.ledger).tags).toEqual([]);
  expect(listFields(book.ledger).fields.map(({ customers }) => customers)).toEqual([0, 0]);
  book.redo(first?.id ?? 0);
  expect(read()).toEqual(stood);
  expect(book.hash()).toBe(hash);
  book.close();
});

test('what was written by hand stays, before and after; a later file puts right what an earlier one said', async () => {
  const { book, skin, bring, read } = made();
  await bring('二月.csv', list('900,小芳,2025-02-01 10:00:00,5.00,干性,,', '901,阿梅,2025-02-01 10:00:00,5.00,,,常来'));
  expect(read()).toEqual({ 小芳: '干性', 阿梅: '#常来' });
  const mei = idOf(book, '阿梅');
  setField(book.ledger, { customer: mei, field: skin, value: '油性' }, act);
  tagCustomer(book.ledger, { customer: mei, name: '老客', has: true }, now);
  tagCustomer(book.ledger, { customer: mei, name: '老客', has: false }, now);
  const [march_] = await bring('三月.csv', march);
  expect(march_?.own?.map(({ filled, kept }) => [filled, kept])).toEqual([
    [1, 1],
    [1, 0],
    [1, 1],
  ]);
  expect(read()).toEqual({ 小芳: '油性', 阿梅: '油性 1990-03-02 #常来 #送礼', 大力: '' });
  // Written after the import: it stays when that is taken back.
  setField(book.ledger, { customer: idOf(book, '小芳'), field: skin, value: '混合' }, act);
  book.undo(march_?.id ?? 0);
  expect(read()).toEqual({ 小芳: '混合', 阿梅: '油性 #常来' });
  book.redo(march_?.id ?? 0);
  expect(read()).toEqual({ 小芳: '混合', 阿梅: '油性 1990-03-02 #常来 #送礼', 大力: '' });
  book.close();
});

test('it stands in the journal by what it filled, is taken back there alone, and a change of many goes over it', async () => {
  const { book, skin, bring, read } = made();
  await bring('三月.csv', march);
  const { entries } = listJournal(book.ledger, { from: 0, count: 10 });
  const filled = entries.filter(({ reason }) => reason === 'imports.apply');
  expect(filled.map(({ subject, field, after }) => `${subject} ${field} ${after}`).toSorted()).toEqual([
    '1 field 生日 ← 三月.csv',
    '1 tag + 老客',
    '1 tag + 送礼',
    '2 field 皮肤类型 ← 三月.csv',
  ]);
  const edit = filled.find(({ after }) => after === '皮肤类型 ← 三月.csv')?.edit ?? 0;
  undoEdit(book.ledger, edit, undoing);
  expect(read()).toEqual({ 阿梅: '1990-03-02 #老客 #送礼', 小芳: '', 大力: '' });
  redoEdit(book.ledger, edit, undoing);
  expect(read()['阿梅']).toBe('混合 1990-03-02 #老客 #送礼');
  const scores = scoreSource(() => ({ recencyDays: 90, frequency: 2, netMinor: 100 as never }));
  editInBulk(
    book.ledger,
    {
      filter: {},
      basis: { on: dayOf('2025-04-01') ?? ('' as never), definition: 'quantile' },
      change: { field: 'custom', custom: skin, value: '干性' },
    },
    scores,
    now,
  );
  expect(Object.values(read()).every((said) => said.startsWith('干性'))).toBe(true);
  // A field that is gone is filled by nothing, and nothing fails.
  removeField(book.ledger, skin, act);
  const [again] = await bring('四月.csv', list('1100,阿梅,2025-04-01 10:00:00,9.00,油性,,'));
  expect(again?.own).toBeUndefined();
  book.close();
});
