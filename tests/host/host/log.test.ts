import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { systemClock } from '../../../src-main/host/clock.ts';
import { openLog, withoutPersons } from '../../../src-main/host/log.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

test('a bug is kept with its stack under a reference, and nobody is named in it', () => {
  const folder = temporaryFolder();
  const log = openLog(folder, systemClock);
  const reference = log.bug(
    'customers.edit',
    new Error('no such 王小明 13800138001 at wang@example.com in "豆豆mama"'),
  );
  const text = readFileSync(join(folder, 'regulars.log'), 'utf8');
  expect(text).toContain(reference);
  expect(text).toContain('log.test.ts');
  for (const planted of ['王小明', '13800138001', 'wang@example.com', 'mama']) expect(text).not.toContain(planted);
});

test('home folders carry names: they are taken out', () => {
  expect(withoutPersons('at /home/xiaoming/app/x.mjs:3')).toBe('at /home/<user>/app/x.mjs:3');
});

test('the log turns over at a megabyte and keeps five files at most', () => {
  const folder = temporaryFolder();
  const log = openLog(folder, systemClock);
  for (let turn = 0; turn < 8; turn += 1) {
    writeFileSync(join(folder, 'regulars.log'), 'x'.repeat(1_000_001));
    log.note('start', { turn });
  }
  expect(readdirSync(folder).sort()).toEqual([
    'regulars.log',
    'regulars.log.1',
    'regulars.log.2',
    'regulars.log.3',
    'regulars.log.4',
  ]);
});
