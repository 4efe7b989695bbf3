/** A change of many people: the preview says what it does, one step takes it back, and what was written by hand since stays. */

import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { stateHash } from '../../../src-main/importing/state-hash.ts';
import { editInBulk, previewBulk } from '../../../src-main/ledger/bulk/bulk-edit.ts';
import { keptBy } from '../../../src-main/ledger/bulk/settle-bulk.ts';
import { editCustomer } from '../../../src-main/ledger/customer-edits.ts';
import { listJournal } from '../../../src-main/ledger/journal.ts';
import { tagsOfPeople } from '../../../src-main/ledger/tags/person-tags.ts';
import { listTags, tagCustomer } from '../../../src-main/ledger/tags/tags.ts';
import type { Reading } from '../../../src-main/ledger/transaction.ts';
import { redoEdit, undoEdit } from '../../../src-main/ledger/undo-edit.ts';
import { scoreSource } from '../../../src-main/metrics/rfm.ts';
import type { CustomerFilter } from '../../../src-shared/contract/customers.ts';
import type { BulkChange } from '../../../src-shared/contract/tags.ts';
import { day } from '../metrics/random-ledger.ts';
import { plainCustomers, type SmallLedger, smallLedger } from '../metrics/small-ledger.ts';

const now = '2026-03-05T02:00:00.000Z';
const options = { now, rematchOrders: () => undefined, rematchKeys: () => undefined, settleAside: () => undefined };
const basis = { on: day('2025-06-30'), definition: 'quantile' } as const;

/** Customers 1 … count, one order each; everybody keeps two identities. */
function bookOf(count: number): SmallLedger {
  const customers = plainCustomers(count).map((one) => ({ ...one, phone: `138${String(10_000_000 + one.id)}` }));
  const orders = customers.map(({ id }) => ({ customer: id, day: '2025-06-01', paidMinor: id }));
  const ledger = smallLedger({ customers, orders });
  onTestFinished(() => ledger.close());
  return ledger;
}

interface Hands {
  readonly reading: Reading;
  readonly bulk: (change: BulkChange, filter?: CustomerFilter) => { edit: number | null; changed: number };
  readonly preview: (change: BulkChange, filter?: CustomerFilter) => ReturnType<typeof previewBulk>;
}

function handsOf({ reading, lines }: SmallLedger): Hands {
  const scoresOf = scoreSource(lines);
  return {
    reading,
    bulk: (change, filter = {}) => editInBulk(reading, { filter, basis, change }, scoresOf, now),
    preview: (change, filter = {}) => previewBulk(reading, { filter, basis, change }, scoresOf),
  };
}

const noteOf = (reading: Reading, customer: number): unknown =>
  reading.connection.prepare('select note from customer where customer_id = ?').pluck().get(customer);
const tagsOf = (reading: Reading, customer: number): string[] =>
  tagsOfPeople(reading)(customer).map(({ name }) => name);
const writeNote = (reading: Reading, customer: number, value: string | null): number =>
  editCustomer(reading, { customer, field: 'note', value }, { reason: 'customers.edit', now });

test('tagging 5,000: the preview counts who changes; undo gives back the tags people had; one line of the journal', () => {
  const { reading, bulk, preview } = handsOf(bookOf(5000));
  for (const customer of [7, 8]) tagCustomer(reading, { customer, name: '爱茶', has: true }, now);
  const before = stateHash(reading);
  const asked = preview({ field: 'tag', add: '爱茶' });
  expect(asked).toMatchObject({ total: 5000, changed: 4998, before: [{ text: '', count: 4998 }], others: 0 });
  expect(asked.examples[0]).toMatchObject({ before: '', after: '爱茶' });
  expect(stateHash(reading)).toBe(before);
  const { edit, changed } = bulk({ field: 'tag', add: '爱茶' });
  expect(changed).toBe(asked.changed);
  expect(listTags(reading).tags[0]).toMatchObject({ customers: 5000 });
  const after = stateHash(reading);
  expect(listJournal(reading, { from: 0, count: 1 }).entries).toEqual([
    {
      edit,
      at: now,
      reason: 'customers.bulkEdit',
      subject: '4998',
      field: 'tag',
      before: null,
      after: '+ 爱茶',
      undone: false,
    },
  ]);
  undoEdit(reading, edit ?? 0, options);
  expect(stateHash(reading)).toBe(before);
  expect(listTags(reading).tags[0]).toMatchObject({ customers: 2 });
  redoEdit(reading, edit ?? 0, options);
  expect(stateHash(reading)).toBe(after);
});

test('what was written by hand since stays when the change is taken back, and is named', () => {
  const { reading, bulk } = handsOf(bookOf(20));
  const { edit } = bulk({ field: 'note', how: 'replace', text: '双十一老客' });
  writeNote(reading, 3, '改过的');
  writeNote(reading, 4, null);
  expect(keptBy(reading, edit ?? 0).map(({ customer }) => customer)).toEqual([3, 4]);
  undoEdit(reading, edit ?? 0, options);
  expect([noteOf(reading, 2), noteOf(reading, 3), noteOf(reading, 4)]).toEqual([null, '改过的', null]);
  redoEdit(reading, edit ?? 0, options);
  expect([noteOf(reading, 2), noteOf(reading, 3), noteOf(reading, 4)]).toEqual(['双十一老客', '改过的', null]);
  const tagged = bulk({ field: 'tag', add: '礼盒' });
  tagCustomer(reading, { customer: 5, name: '礼盒', has: false }, now);
  tagCustomer(reading, { customer: 5, name: '礼盒', has: true }, now);
  undoEdit(reading, tagged.edit ?? 0, options);
  expect([tagsOf(reading, 5), tagsOf(reading, 6)]).toEqual([['礼盒'], []]);
  expect(keptBy(reading, tagged.edit ?? 0).map(({ customer }) => customer)).toEqual([5]);
});

test('a note is added to, replaced, taken away; a hand edit taken back lets the change show again', () => {
  const { reading, bulk, preview } = handsOf(bookOf(6));
  writeNote(reading, 1, '怕辣');
  expect(preview({ field: 'note', how: 'replace', text: null })).toMatchObject({
    total: 6,
    changed: 1,
    before: [{ text: '怕辣', count: 1 }],
    examples: [{ customer: 1, before: '怕辣', after: '' }],
  });
  bulk({ field: 'note', how: 'append', text: '送试用装' }, { ids: [1, 2] });
  expect([noteOf(reading, 1), noteOf(reading, 2), noteOf(reading, 3)]).toEqual(['怕辣\n送试用装', '送试用装', null]);
  const hand = writeNote(reading, 2, '手写');
  undoEdit(reading, hand, options);
  expect(noteOf(reading, 2)).toBe('送试用装');
  bulk({ field: 'note', how: 'replace', text: null });
  expect([1, 2, 3].map((id) => noteOf(reading, id))).toEqual([null, null, null]);
  expect(bulk({ field: 'note', how: 'replace', text: null })).toEqual({ edit: null, changed: 0 });
});

test('it means just the list: a filter, picked ones, all but some; a tag that is not there cannot be taken', () => {
  const { reading, bulk, preview } = handsOf(bookOf(10));
  expect(bulk({ field: 'tag', add: '甲' }, { exceptIds: [1, 2, 3] }).changed).toBe(7);
  expect(bulk({ field: 'tag', remove: '甲' }, { ids: [3, 4, 5] }).changed).toBe(2);
  expect(bulk({ field: 'tag', add: '乙' }, { where: { field: 'tag', in: [1] } }).changed).toBe(5);
  expect(listTags(reading).tags.map(({ customers }) => customers)).toEqual([5, 5]);
  expect(() => preview({ field: 'tag', remove: '丙' })).toThrow('tag-unknown');
});

describe('laws', () => {
  /** What a field is: its newest word that is not taken back. */
  interface Word {
    readonly edit: number;
    readonly says: ReadonlyMap<number, string>;
    undone: boolean;
  }
  const step = fc.oneof(
    fc.record({
      kind: fc.constant('bulk' as const),
      ids: fc.subarray([1, 2, 3, 4], { minLength: 1 }),
      add: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('hand' as const), customer: fc.integer({ min: 1, max: 4 }), add: fc.boolean() }),
    fc.record({ kind: fc.constant('turn' as const), at: fc.nat(9), undo: fc.boolean() }),
  );
  test('after any interleaving of bulk edits, hand edits, undos and redos everybody has what their newest standing word says', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 3, maxLength: 14 }), (steps) => {
        const book = smallLedger({
          customers: plainCustomers(4),
          orders: [1, 2, 3, 4].map((customer) => ({ customer, day: '2025-06-01' })),
        });
        try {
          const { reading, bulk } = handsOf(book);
          tagCustomer(reading, { customer: 4, name: '签', has: true }, now);
          const first = listJournal(reading, { from: 0, count: 1 }).entries[0]?.edit ?? 0;
          const words: Word[] = [{ edit: first, says: new Map([[4, '签']]), undone: false }];
          const has = (customer: number): boolean =>
            words.findLast((word) => !word.undone && word.says.has(customer))?.says.get(customer) === '签';
          for (const one of steps) {
            if (one.kind === 'turn') {
              const word = words[one.at % words.length];
              if (word === undefined) continue;
              (one.undo ? undoEdit : redoEdit)(reading, word.edit, options);
              word.undone = one.undo;
              continue;
            }
            const ids = one.kind === 'bulk' ? one.ids : [one.customer];
            const changing = ids.filter((id) => has(id) !== one.add);
            // Nobody has it: then it may be gone as well.
            if (!one.add && listTags(reading).tags.length === 0) {
              expect(changing).toEqual([]);
              continue;
            }
            const { edit } =
              one.kind === 'bulk'
                ? bulk(one.add ? { field: 'tag', add: '签' } : { field: 'tag', remove: '签' }, { ids: one.ids })
                : tagCustomer(reading, { customer: one.customer, name: '签', has: one.add }, now);
            expect(edit === null).toBe(changing.length === 0);
            if (edit === null) continue;
            words.push({ edit, says: new Map(changing.map((id) => [id, one.add ? '签' : ''])), undone: false });
          }
          for (const id of [1, 2, 3, 4]) expect([id, tagsOf(reading, id)]).toEqual([id, has(id) ? ['签'] : []]);
        } finally {
          book.close();
        }
      }),
      { numRuns: 120 },
    );
    // A ledger for each, on a machine that has other things to do.
  }, 120_000);
});
