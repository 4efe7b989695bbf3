/** Tags of people: given, taken, made one of two, removed; all on record and taken back in any order. */

import { expect, test } from 'vitest';
import { stateHash } from '../../../src-main/importing/state-hash.ts';
import { listJournal } from '../../../src-main/ledger/journal.ts';
import { tagsOfPeople } from '../../../src-main/ledger/tags/person-tags.ts';
import { listTags, removeTag, saveTag, tagCustomer, tagNamed } from '../../../src-main/ledger/tags/tags.ts';
import type { Reading } from '../../../src-main/ledger/transaction.ts';
import { redoEdit, undoEdit } from '../../../src-main/ledger/undo-edit.ts';
import { fillSample } from './sample-ledger.ts';
import { newLedger, now } from './temp-folder.ts';

const options = { now, rematchOrders: () => undefined, rematchKeys: () => undefined, settleAside: () => undefined };
const act = { reason: 'tags.save', now };

function sample(): Reading {
  const ledger = newLedger();
  fillSample(ledger);
  return ledger;
}

const tagsOf = (ledger: Reading, customer: number): string[] => tagsOfPeople(ledger)(customer).map(({ name }) => name);

function give(ledger: Reading, customer: number, name: string): number {
  return tagCustomer(ledger, { customer, name, has: true }, now).edit ?? expect.fail('had it');
}
function take(ledger: Reading, customer: number, name: string): number {
  return tagCustomer(ledger, { customer, name, has: false }, now).edit ?? expect.fail('had it not');
}
const idOf = (ledger: Reading, name: string): number => tagNamed(ledger, name)?.tag ?? expect.fail(name);

test('a tag is made when it is first given; giving it again says nothing; the journal names person and tag', () => {
  const ledger = sample();
  give(ledger, 1, '爱茶');
  give(ledger, 3, ' 爱茶 ');
  expect(tagCustomer(ledger, { customer: 1, name: '爱茶', has: true }, now)).toEqual({ edit: null });
  expect(listTags(ledger).tags).toEqual([{ tag: 1, name: '爱茶', customers: 2 }]);
  const said = listJournal(ledger, { from: 0, count: 9 }).entries.map(({ reason, subject, field, before, after }) => [
    reason,
    subject,
    field,
    before,
    after,
  ]);
  expect(said).toEqual([
    ['customers.tag', 'Ann', 'tag', null, '爱茶'],
    ['customers.tag', '王予安', 'tag', null, '爱茶'],
  ]);
  expect(() => tagCustomer(ledger, { customer: 99, name: '爱茶', has: true }, now)).toThrow('customer-unknown');
  expect(() => tagCustomer(ledger, { customer: 1, name: '没有的', has: false }, now)).toThrow('tag-unknown');
});

test('a tag made by being given goes with that step, unless others were given it since; given again it is the same one', () => {
  const ledger = sample();
  const bare = stateHash(ledger);
  const first = give(ledger, 1, '爱茶');
  undoEdit(ledger, first, options);
  expect(listTags(ledger).tags).toEqual([]);
  expect(stateHash(ledger)).toBe(bare);
  redoEdit(ledger, first, options);
  const second = give(ledger, 3, '爱茶');
  undoEdit(ledger, first, options);
  expect(listTags(ledger).tags).toEqual([{ tag: 1, name: '爱茶', customers: 1 }]);
  undoEdit(ledger, second, options);
  expect(listTags(ledger).tags).toEqual([]);
  // Brought again in another order than they were made.
  redoEdit(ledger, second, options);
  expect(tagsOf(ledger, 3)).toEqual(['爱茶']);
  undoEdit(ledger, second, options);
  give(ledger, 1, '爱茶');
  redoEdit(ledger, second, options);
  expect(listTags(ledger).tags).toEqual([{ tag: 1, name: '爱茶', customers: 2 }]);
});

test('giving and taking are undone and redone in any order, to the same state', () => {
  const ledger = sample();
  saveTag(ledger, { tag: null, name: '爱茶' }, act);
  const bare = stateHash(ledger);
  const given = give(ledger, 1, '爱茶');
  const held = stateHash(ledger);
  expect(held).not.toBe(bare);
  const taken = take(ledger, 1, '爱茶');
  expect(stateHash(ledger)).toBe(bare);
  undoEdit(ledger, given, options);
  expect(tagsOf(ledger, 1)).toEqual([]);
  undoEdit(ledger, taken, options);
  expect(stateHash(ledger)).toBe(bare);
  redoEdit(ledger, given, options);
  expect(stateHash(ledger)).toBe(held);
});

test('two people who become one have the tags of both; taking one away holds for both identities', () => {
  const ledger = sample();
  give(ledger, 1, '甲');
  give(ledger, 2, '乙');
  ledger.connection.exec('update identity set customer_id = 1 where identity_id = 3');
  expect(tagsOf(ledger, 1)).toEqual(['甲', '乙'].sort(new Intl.Collator('zh-CN').compare));
  const taken = take(ledger, 1, '乙');
  expect(tagsOf(ledger, 1)).toEqual(['甲']);
  undoEdit(ledger, taken, options);
  expect(tagsOf(ledger, 1)).toHaveLength(2);
});

test('a tag renamed as another makes one of the two: union of people, one name; taken back, they are two again', () => {
  const ledger = sample();
  give(ledger, 1, '茶');
  give(ledger, 2, '爱茶');
  give(ledger, 3, '爱茶');
  const before = stateHash(ledger);
  const merged = saveTag(ledger, { tag: idOf(ledger, '茶'), name: '爱茶' }, act);
  expect(merged.merged).toBe(true);
  expect(listTags(ledger).tags).toEqual([{ tag: merged.tag, name: '爱茶', customers: 3 }]);
  expect(tagsOf(ledger, 1)).toEqual(['爱茶']);
  const taken = take(ledger, 1, '爱茶');
  expect(tagsOf(ledger, 1)).toEqual([]);
  undoEdit(ledger, taken, options);
  undoEdit(ledger, merged.edit, options);
  expect(stateHash(ledger)).toBe(before);
  expect(tagsOf(ledger, 1)).toEqual(['茶']);
});

test('a removed tag is gone from everybody, and comes back with them', () => {
  const ledger = sample();
  give(ledger, 1, '爱茶');
  const before = stateHash(ledger);
  const { edit } = removeTag(ledger, idOf(ledger, '爱茶'), { reason: 'tags.remove', now });
  expect(tagsOf(ledger, 1)).toEqual([]);
  expect(listTags(ledger).tags).toEqual([]);
  // The same name again is another tag.
  const fresh = saveTag(ledger, { tag: null, name: '爱茶' }, act);
  expect(fresh.tag).toBe(2);
  undoEdit(ledger, fresh.edit, options);
  undoEdit(ledger, edit, options);
  expect(stateHash(ledger)).toBe(before);
  expect(() => saveTag(ledger, { tag: null, name: '爱茶' }, act)).toThrow('tag-exists');
  expect(() => removeTag(ledger, 9, act)).toThrow('tag-unknown');
});
