/** People's acts on the ledger: on record, undone and redone in any order, one transaction each. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editCustomer } from '../../../src-main/ledger/customer-edits.ts';
import { listJournal, write } from '../../../src-main/ledger/journal.ts';
import { splitMark, tablesOf } from '../../../src-main/ledger/schema/tables.ts';
import type { Reading } from '../../../src-main/ledger/transaction.ts';
import { redoEdit, undoEdit } from '../../../src-main/ledger/undo-edit.ts';
import { fillSample } from './sample-ledger.ts';
import { newLedger, now } from './temp-folder.ts';

const act = { reason: 'customers.edit', now };
const options = { now, rematchOrders: () => undefined, rematchKeys: () => undefined, settleAside: () => undefined };

function sample(): Reading {
  const ledger = newLedger();
  fillSample(ledger);
  return ledger;
}

function fieldOf(ledger: Reading, field: 'display_name' | 'note', customer = 1): unknown {
  return ledger.connection.prepare(`select ${field} from customer where customer_id = ?`).pluck().get(customer);
}

test('an edit shows at the customer, can be undone and redone', () => {
  const ledger = sample();
  const edit = editCustomer(ledger, { customer: 1, field: 'displayName', value: '王姐' }, act);
  expect(fieldOf(ledger, 'display_name')).toBe('王姐');
  undoEdit(ledger, edit, options);
  expect(fieldOf(ledger, 'display_name')).toBeNull();
  redoEdit(ledger, edit, options);
  expect(fieldOf(ledger, 'display_name')).toBe('王姐');
});

test('an empty value takes the edit away, and that can be undone too', () => {
  const ledger = sample();
  editCustomer(ledger, { customer: 1, field: 'note', value: '爱喝龙井' }, act);
  const removal = editCustomer(ledger, { customer: 1, field: 'note', value: ' ' }, act);
  expect(fieldOf(ledger, 'note')).toBeNull();
  expect(ledger.connection.prepare('select count(*) from customer_edit').pluck().get()).toBe(0);
  undoEdit(ledger, removal, options);
  expect(fieldOf(ledger, 'note')).toBe('爱喝龙井');
});

test('undoing an earlier edit keeps the later one and changes only the history', () => {
  const ledger = sample();
  const first = editCustomer(ledger, { customer: 1, field: 'note', value: '一' }, act);
  const second = editCustomer(ledger, { customer: 1, field: 'note', value: '二' }, act);
  undoEdit(ledger, first, options);
  expect(fieldOf(ledger, 'note')).toBe('二');
  expect(listJournal(ledger, { from: 0, count: 9 }).entries.map((entry) => entry.undone)).toEqual([false, true]);
  undoEdit(ledger, second, options);
  expect(fieldOf(ledger, 'note')).toBeNull();
});

test('a field is what its newest entry not undone says, whatever was undone and redone in which order', () => {
  const ledger = sample();
  const steps = fc.array(fc.record({ at: fc.nat(5), redo: fc.boolean() }), { maxLength: 12 });
  fc.assert(
    fc.property(fc.array(fc.constantFrom('甲', '乙', ''), { minLength: 1, maxLength: 6 }), steps, (values, acts) => {
      ledger.connection.exec('delete from customer_edit; delete from journal');
      const edits = values.map((value) => ({
        value,
        undone: false,
        id: editCustomer(ledger, { customer: 1, field: 'note', value }, act),
      }));
      for (const { at, redo } of acts) {
        const edit = edits[at % edits.length];
        if (edit === undefined) continue;
        (redo ? redoEdit : undoEdit)(ledger, edit.id, options);
        edit.undone = !redo;
      }
      const standing = edits.findLast((edit) => !edit.undone)?.value ?? '';
      expect(fieldOf(ledger, 'note') ?? '').toBe(standing);
    }),
    { numRuns: 100 },
  );
});

test('an edit hangs on the person: removing it also hides one made when two people were still two', () => {
  const ledger = sample();
  editCustomer(ledger, { customer: 2, field: 'note', value: '旧备注' }, act);
  ledger.connection.exec('update identity set customer_id = 1 where identity_id = 3');
  const removal = editCustomer(ledger, { customer: 1, field: 'note', value: null }, act);
  expect(fieldOf(ledger, 'note')).toBeNull();
  undoEdit(ledger, removal, options);
  expect(fieldOf(ledger, 'note')).toBe('旧备注');
});

test('the journal says who was edited, newest first, a window at a time', () => {
  const ledger = sample();
  editCustomer(ledger, { customer: 3, field: 'note', value: 'likes blue' }, act);
  editCustomer(ledger, { customer: 3, field: 'note', value: 'likes green' }, act);
  const { total, entries } = listJournal(ledger, { from: 0, count: 1 });
  expect(total).toBe(2);
  expect(entries).toEqual([
    {
      edit: 2,
      at: now,
      reason: 'customers.edit',
      subject: 'Ann',
      field: 'note',
      before: 'likes blue',
      after: 'likes green',
      undone: false,
    },
  ]);
});

test('undoing a split gives each order the mark of its newest split that stands, and matches those orders again', () => {
  const ledger = sample();
  const split = (orders: readonly number[], mark: string): number =>
    write(ledger, { reason: 'customers.split', now }, (writing, record) => {
      for (const orderId of orders) {
        const row = { orderId, mark };
        tablesOf(writing)
          .insert(splitMark)
          .values(row)
          .onConflictDoUpdate({ target: splitMark.orderId, set: row })
          .run();
      }
      return record({ table: 'split_mark', rowKey: { orders }, field: 'mark', before: null, after: mark });
    });
  split([1, 2], 'first');
  const second = split([2, 3], 'second');
  const rematched: number[] = [];
  undoEdit(ledger, second, { ...options, rematchOrders: (_, orders) => rematched.push(...orders) });
  expect(rematched).toEqual([2, 3]);
  const marks = ledger.connection.prepare('select order_id, mark from split_mark order by order_id').raw().all();
  expect(marks).toEqual([
    [1, 'first'],
    [2, 'first'],
  ]);
  expect(listJournal(ledger, { from: 0, count: 1 }).entries[0]?.subject).toBe('1002, 1003');
});

test('a write that fails leaves neither change nor entry', () => {
  const ledger = sample();
  const failing = (): void =>
    write(ledger, act, (_, record) => {
      record({ table: 'setting', rowKey: { name: 'theme' }, field: 'value', before: null, after: '"dark"' });
      throw new Error('half way');
    });
  expect(failing).toThrow('half way');
  expect(listJournal(ledger, { from: 0, count: 1 }).total).toBe(0);
});

test('unknown edits and customers are named', () => {
  const ledger = sample();
  expect(() => undoEdit(ledger, 12, options)).toThrow('edit-unknown');
  expect(() => editCustomer(ledger, { customer: 99, field: 'note', value: 'x' }, act)).toThrow('customer-unknown');
});
