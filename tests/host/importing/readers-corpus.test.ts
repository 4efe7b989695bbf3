import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { faultOf, readIndex } from '../../support/corpus.ts';
import { sharedFile, whySkipped } from '../../support/shared-folder.ts';
import type { Answer } from './readers-corpus-child.ts';

const index = sharedFile('badinputs/index.json');
const families = [
  'csv-spectrum',
  'papaparse',
  'messytables',
  'tabulator',
  'node-csv',
  'attack-csv',
  'formula',
  'naughty',
  'attack-xlsx',
  'xlsx-calamine',
  'xlsx-excelize',
  'xlsx-exceljs',
  'xlsx-messytables',
  'xlsx-sheetjs',
  'xlsx-tabulator',
];

let child: ChildProcess | null = null;

function ask(path: string, seconds: number): Promise<Answer | 'hung' | 'died'> {
  const asked =
    child ??
    fork(join(import.meta.dirname, 'readers-corpus-child.ts'), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  child = asked;
  return new Promise((resolve) => {
    const done = (found: Answer | 'hung' | 'died'): void => {
      clearTimeout(timer);
      asked.removeAllListeners('message');
      asked.removeAllListeners('exit');
      if (typeof found === 'string') {
        asked.kill('SIGKILL');
        child = null;
      }
      resolve(found);
    };
    const timer = setTimeout(() => done('hung'), seconds * 1000);
    asked.once('message', (message) => done(message as Answer));
    asked.once('exit', () => done('died'));
    asked.send(path);
  });
}

describe('files that go wrong', () => {
  afterAll(() => {
    child?.kill('SIGKILL');
  });

  if (index === null) {
    it.skip(`are read or refused as they should be (${whySkipped('badinputs/index.json')})`, () => undefined);
    return;
  }
  const files = readIndex(index);

  it.each(families)(
    'of the family %s are read or refused as they should be, without a crash or a hang',
    async (family) => {
      const wrong: string[] = [];
      const own = files.filter((file) => file.family === family);
      expect(own.length).toBeGreaterThan(0);
      for (const file of own) {
        const path = sharedFile(join('badinputs', file.file));
        if (path === null) throw new Error(`${file.file} is not there`);
        const found = await ask(path, file.expect.maxSeconds ?? 10);
        const fault = typeof found === 'string' ? found : (found.bug ?? faultOf(file.expect, found));
        if (fault !== null) wrong.push(`${file.file}: ${fault}`);
        if (typeof found !== 'string' && found.maxMiB > 512)
          wrong.push(`${file.file}: ${Math.round(found.maxMiB)} MiB`);
      }
      expect(wrong).toEqual([]);
    },
    120_000,
  );
});
