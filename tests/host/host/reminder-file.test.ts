import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reminderFile } from '../../../src-main/host/reminder-file.ts';
import { type Day, dayOf } from '../../../src-shared/day.ts';
import { freshReminders } from '../../../src-shared/reminder.ts';
import { mountReadOnly, noReadOnlyFolder } from '../../support/read-only-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const day = (text: string): Day => dayOf(text) ?? expect.fail(text);
const state = { remindedOn: day('2026-03-02'), openOn: day('2026-03-02'), away: null };

test('nothing is written before there is something to remember; then it is there for the next run, of each ledger its own', () => {
  const folder = temporaryFolder();
  const first = reminderFile(folder);
  expect([first.of('own'), first.of('demo')]).toEqual([freshReminders, freshReminders]);
  expect(readdirSync(folder)).toEqual([]);
  first.keep('own', state);
  expect(readdirSync(folder)).toEqual(['reminders.json']);
  const next = reminderFile(folder);
  expect([next.of('own'), next.of('demo')]).toEqual([state, freshReminders]);
  next.keep('demo', { ...state, remindedOn: null });
  expect(reminderFile(folder).of('own')).toEqual(state);
});

test('a broken file, or a part of one that is no state, is nothing known', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'reminders.json'), JSON.stringify({ own: state, demo: { remindedOn: '2026-02-31' } }));
  expect([reminderFile(folder).of('own'), reminderFile(folder).of('demo')]).toEqual([state, freshReminders]);
  for (const broken of ['{"own": ', 'null', '[]', '']) {
    writeFileSync(join(folder, 'reminders.json'), broken);
    expect(reminderFile(folder).of('own')).toEqual(freshReminders);
  }
});

test('in a folder that cannot be written it is known for as long as the program runs', (context) => {
  const folder = join(temporaryFolder(), 'data');
  mkdirSync(folder);
  if (!mountReadOnly(folder)) return context.skip(noReadOnlyFolder);
  const file = reminderFile(folder);
  file.keep('own', state);
  expect(file.of('own')).toEqual(state);
  expect(readdirSync(folder)).toEqual([]);
});
