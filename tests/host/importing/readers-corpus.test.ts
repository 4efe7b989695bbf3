import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { rowProblemLevels } from '../../../src-shared/row-problem.ts';
import { sharedFile, whySkipped } from '../../support/shared-folder.ts';
import type { Answer } from './readers-corpus-child.ts';

/** Bad and odd files of other people's test suites, and what a reader should make of each. */
interface CorpusFile {
  readonly file: string;
  readonly family: string;
  readonly kind: string;
  readonly expect: {
    readonly outcome: 'ok' | 'ok_warn' | 'either' | 'reject';
    readonly codes?: readonly string[];
    readonly import?: {
      readonly orders?: number;
      readonly ordersIfOk?: number;
      readonly ordersAtLeast?: number;
      readonly rowsSeen?: number;
    };
    readonly maxSeconds?: number;
    readonly maxRssMiB?: number;
  };
}

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

/** Our Problems in the words of the index. */
const words: Readonly<Record<string, readonly string[]>> = {
  'file-empty': ['E_EMPTY'],
  'file-has-no-header': ['E_NO_HEADER', 'E_EMPTY'],
  'nothing-to-import': ['E_NO_ROWS'],
  'file-is-unknown': ['E_FORMAT', 'E_BINARY'],
  'file-is-encrypted': ['E_ENCRYPTED'],
  'file-is-damaged': ['E_CORRUPT', 'E_TRUNCATED', 'E_QUOTES', 'E_ZIP_PATH', 'E_XML_DEPTH', 'W_QUOTES'],
  'file-too-large-unpacked': ['E_ZIP_LIMIT', 'E_LIMIT_CELL'],
  'file-has-too-many-columns': ['E_LIMIT_COLUMNS'],
  'file-has-doctype': ['E_XML_ENTITY'],
};

/** These are tables of no orders: any of these answers is as good as rows. */
const noOrders: ReadonlySet<string> = new Set(['file-has-no-header', 'nothing-to-import', 'file-empty']);

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

function meets(wanted: CorpusFile['expect'], found: Answer, kind: string): string | null {
  if (found.bug !== null) return found.bug;
  if (found.code !== null) {
    const codes = words[found.code] ?? [];
    const allowed = wanted.outcome === 'reject' || wanted.outcome === 'either' || wanted.outcome === 'ok_warn';
    if (allowed && (wanted.codes ?? []).some((code) => codes.includes(code))) return null;
    // The corpus asks a table reader; a table without a header and rows has no orders for us.
    return noOrders.has(found.code) && wanted.import === undefined ? null : `${kind} refused with ${found.code}`;
  }
  if (wanted.outcome === 'reject') return 'was not refused';
  const { orders, ordersIfOk, ordersAtLeast, rowsSeen } = wanted.import ?? {};
  const stopped = Object.entries(found.problems)
    .filter(([code]) =>
      Object.entries(rowProblemLevels).some(([known, level]) => known === code && level === 'stopped'),
    )
    .reduce((sum, [, count]) => sum + count, 0);
  if (orders !== undefined && found.orders !== orders) return `${found.orders} orders instead of ${orders}`;
  if (ordersIfOk !== undefined && found.orders + stopped !== ordersIfOk)
    return `${found.orders}+${stopped} orders instead of ${ordersIfOk}`;
  if (ordersAtLeast !== undefined && found.orders < ordersAtLeast) return `only ${found.orders} orders`;
  if (rowsSeen !== undefined && found.rows < rowsSeen) return `only ${found.rows} rows seen of ${rowsSeen}`;
  return null;
}

describe('files that go wrong', () => {
  afterAll(() => {
    child?.kill('SIGKILL');
  });

  if (index === null) {
    it.skip(`are read or refused as they should be (${whySkipped('badinputs/index.json')})`, () => undefined);
    return;
  }
  // A file of known shape.
  const { files } = JSON.parse(readFileSync(index, 'utf8')) as { files: CorpusFile[] };

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
        const fault = typeof found === 'string' ? found : meets(file.expect, found, file.kind);
        if (fault !== null) wrong.push(`${file.file}: ${fault}`);
        if (typeof found !== 'string' && found.maxMiB > 512)
          wrong.push(`${file.file}: ${Math.round(found.maxMiB)} MiB`);
      }
      expect(wrong).toEqual([]);
    },
    120_000,
  );
});
