/**
 * The hostile files of the corpus, each in fresh readers of the built program that are watched from outside: no crash, no hang, no socket,
 * no file outside the work folder, no row lost, next to no memory for bombs. `npm run rel:badinputs` takes the whole corpus.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bench, makeBench, tell } from '../reliability/badinputs-run.ts';
import { strace } from '../reliability/watched-worker.ts';
import { type CorpusFile, readIndex } from '../support/corpus.ts';
import { sharedFile, whySkipped } from '../support/shared-folder.ts';

const index = sharedFile('badinputs/index.json');
/** Every workbook and backup that must be refused, and some tables that must not lose a row. All others are read in tests/host/importing. */
const samples: readonly (readonly [name: string, belongs: (file: CorpusFile) => boolean])[] = [
  [
    'workbooks that are bombs, or no workbooks',
    ({ family, expect }) => family === 'attack-xlsx' && expect.outcome === 'reject',
  ],
  ['backups that are none of ours', ({ family }) => family === 'backup'],
  [
    'tables with traps in them',
    ({ file }) => /attack-csv\/(proto-header|ids-rounded|nul-in-cell|mixed-gbk-utf8|ragged)\.csv$/.test(file),
  ],
  // Cut otherwise by the readers of a whole file than by those of its pieces.
  [
    'tables with cells, rows and quotes that hardly end',
    ({ file }) =>
      /attack-csv\/(cell-1mb|cell-1200k-newlines|columns-200k|unclosed-quote-early|redos-fields)\.csv$/.test(file),
  ],
];
const unwatched = strace === null ? ' (sockets and files not watched: no strace here)' : '';

describe.skipIf(index === null)(
  `bad inputs${unwatched}${index === null ? ` (${whySkipped('badinputs/index.json')})` : ''}`,
  () => {
    const home = mkdtempSync(join(tmpdir(), 'regulars-badinputs-'));
    let bench: Bench;
    beforeAll(async () => {
      bench = await makeBench(home);
    }, 120_000);
    afterAll(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));

    test.each(samples)(
      '%s end as the index says',
      async (_, belongs) => {
        const own = readIndex(index ?? '').filter(belongs);
        expect(own.length).toBeGreaterThanOrEqual(5);
        const wrong: string[] = [];
        for (const file of own) {
          const { word, notes } = await tell(bench, file, index ?? '');
          if (word !== 'as indexed') wrong.push(`${file.file}: ${notes.join('; ')}`);
        }
        expect(wrong).toEqual([]);
      },
      600_000,
    );
  },
);
