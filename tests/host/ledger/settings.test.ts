/** Settings in the ledger: defaults, changes, undo, broken values. */

import { expect, test } from 'vitest';
import { listJournal } from '../../../src-main/ledger/journal.ts';
import { changeSettings, readSettings } from '../../../src-main/ledger/settings.ts';
import { redoEdit, undoEdit } from '../../../src-main/ledger/undo-edit.ts';
import { settingChangesSchema, settingsSchema } from '../../../src-shared/contract/settings.ts';
import { newLedger, now } from './temp-folder.ts';

const options = { now, rematchOrders: () => undefined, rematchKeys: () => undefined, settleAside: () => undefined };

test('a new ledger has the default settings', () => {
  expect(readSettings(newLedger())).toEqual(settingsSchema.parse({}));
});

test('a change touches what it names and leaves the rest', () => {
  const ledger = newLedger();
  changeSettings(ledger, { theme: 'dark', fontSize: 15 }, { now });
  changeSettings(ledger, settingChangesSchema.parse({ language: 'en' }), { now });
  expect(readSettings(ledger)).toEqual({
    ...settingsSchema.parse({}),
    theme: 'dark',
    fontSize: 15,
    language: 'en',
  });
});

test('what already stands so makes no entry in the journal', () => {
  const ledger = newLedger();
  changeSettings(ledger, { theme: 'system', fontSize: 14 }, { now });
  changeSettings(ledger, { fontSize: 14 }, { now });
  const { total, entries } = listJournal(ledger, { from: 0, count: 10 });
  expect(total).toBe(1);
  expect(entries[0]).toMatchObject({ reason: 'settings.change', subject: 'fontSize', before: '13', after: '14' });
});

test('undoing an earlier change keeps the later one; undoing that too brings the default back', () => {
  const ledger = newLedger();
  changeSettings(ledger, { fontSize: 14 }, { now });
  changeSettings(ledger, { fontSize: 18 }, { now });
  const [later, earlier] = listJournal(ledger, { from: 0, count: 10 }).entries;
  undoEdit(ledger, earlier?.edit ?? 0, options);
  expect(readSettings(ledger).fontSize).toBe(18);
  undoEdit(ledger, later?.edit ?? 0, options);
  expect(readSettings(ledger).fontSize).toBe(13);
  redoEdit(ledger, earlier?.edit ?? 0, options);
  expect(readSettings(ledger).fontSize).toBe(14);
});

test('broken, outgrown and unknown stored values fall back to the defaults, one by one', () => {
  const ledger = newLedger();
  const insert = ledger.connection.prepare('insert into setting (name, value) values (?, ?)');
  insert.run('fontSize', '900');
  insert.run('language', '{"was": "something else"}');
  insert.run('theme', '"dark"');
  insert.run('removedLongAgo', 'true');
  expect(readSettings(ledger)).toEqual({ ...settingsSchema.parse({}), theme: 'dark' });
});
