/** Saved views: made, changed, renamed, removed; all on record, taken back in any order; no two of one name. */

import { expect, test } from 'vitest';
import { stateHash } from '../../../src-main/importing/state-hash.ts';
import { listJournal } from '../../../src-main/ledger/journal.ts';
import { redoEdit, undoEdit } from '../../../src-main/ledger/undo-edit.ts';
import { listViews, removeView, saveView } from '../../../src-main/ledger/views/views.ts';
import type { ViewContent } from '../../../src-shared/contract/views.ts';
import { fillSample } from './sample-ledger.ts';
import { newLedger, now } from './temp-folder.ts';

const options = { now, rematchOrders: () => undefined, rematchKeys: () => undefined, settleAside: () => undefined };
const act = { reason: 'views.save', now };
const calls: ViewContent = {
  name: '周一的电话',
  filter: { search: '王', where: { field: 'orders', from: 2 } },
  sort: { by: 'field:3', descending: false },
  columns: ['name', 'field:3', 'phone'],
  density: 'compact',
};

test('a view is kept whole, changed, renamed and removed; each step is taken back and brought again', () => {
  const ledger = newLedger();
  fillSample(ledger);
  const bare = stateHash(ledger);
  const made = saveView(ledger, { ...calls, view: null }, act);
  expect(listViews(ledger).views).toEqual([{ view: 1, ...calls }]);
  const held = stateHash(ledger);
  expect(held).not.toBe(bare);
  const changed = saveView(ledger, { ...calls, view: 1, density: 'loose', columns: ['name'] }, act);
  expect(listViews(ledger).views[0]).toMatchObject({ density: 'loose', columns: ['name'], sort: calls.sort });
  expect(listJournal(ledger, { from: 0, count: 1 }).entries[0]).toMatchObject({
    reason: 'views.save',
    subject: '周一的电话',
    before: '周一的电话',
  });
  undoEdit(ledger, changed.edit, options);
  expect(stateHash(ledger)).toBe(held);
  saveView(ledger, { ...calls, view: null, name: '全部' }, act);
  expect(() => saveView(ledger, { ...calls, view: 1, name: '全部' }, act)).toThrow('view-exists');
  expect(() => saveView(ledger, { ...calls, view: 9 }, act)).toThrow('view-unknown');
  const renamed = saveView(ledger, { ...calls, view: 1, name: '周二的电话' }, act);
  const removed = removeView(ledger, 1, { reason: 'views.remove', now });
  expect(() => removeView(ledger, 1, act)).toThrow('view-unknown');
  expect(listViews(ledger).views.map(({ name }) => name)).toEqual(['全部']);
  undoEdit(ledger, removed.edit, options);
  undoEdit(ledger, renamed.edit, options);
  expect(listViews(ledger).views.map(({ name }) => name)).toEqual(['周一的电话', '全部']);
  redoEdit(ledger, renamed.edit, options);
  expect(listViews(ledger).views[0]?.name).toBe('周二的电话');
  undoEdit(ledger, made.edit, options);
  // Of a number that was taken back none is made anew.
  expect(saveView(ledger, { ...calls, view: null, name: '第三个' }, act).view).toBe(3);
});
