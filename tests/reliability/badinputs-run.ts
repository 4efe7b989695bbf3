/** Runs files of the corpus one by one and tells what became of each: as indexed, missed, not read yet, or tested elsewhere. */

import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { problemSentence } from '../../src-shared/problem-texts.ts';
import { type CorpusFile, rulings } from '../support/corpus.ts';
import { forkHost } from '../support/forked-host.ts';
import { writeTaobaoFile } from '../support/taobao-file.ts';
import { tryBackup } from './badinputs-backup.ts';
import { type Place, type Tried, tryImport } from './badinputs-import.ts';
import { fileAt, now, runWorker, today } from './kill-world.ts';
import { runWatched } from './watched-worker.ts';

export type Word = 'as indexed' | 'missed' | 'not yet' | 'elsewhere';

export interface Told {
  readonly file: string;
  readonly family: string;
  readonly word: Word;
  readonly tried: Tried | null;
  readonly notes: readonly string[];
}

const tables: ReadonlySet<string> = new Set(['csv', 'tsv', 'xlsx', 'xlsm']);
const backups: ReadonlySet<string> = new Set(['db', 'backup']);
/** Lists of values have tests of their own where such values arrive. */
const lists: ReadonlySet<string> = new Set(['list']);

export interface Bench {
  readonly place: Place;
  /** A ledger with orders in it, for backups to be tried on. */
  readonly live: string;
}

async function newLedger(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const host = forkHost(folder);
  await host.client.call('ledger.status', {});
  await host.close();
}

export async function makeBench(home: string): Promise<Bench> {
  const [empty, live, work] = [join(home, 'empty'), join(home, 'live'), join(home, 'work')];
  await newLedger(empty);
  cpSync(empty, live, { recursive: true });
  const file = writeTaobaoFile(join(home, 'ExportOrderList.csv'), { orders: 200 });
  const { check } = await runWorker('check', { folder: live, files: [fileAt(file)], today });
  await runWorker('apply', { folder: live, now, check });
  mkdirSync(work, { recursive: true });
  const idle = await runWatched(work, 'inspect', { folder: empty });
  return { place: { empty, work, idleMiB: idle.used?.maxMiB ?? 0 }, live };
}

/** A Problem is a clear sentence in both languages, whatever the file. */
function faultsOfSentence({ problem }: Tried): readonly string[] {
  if (problem === null) return [];
  return (['zh-CN', 'en'] as const).flatMap((language) => {
    const words = problemSentence(problem, language);
    return words.length < 10 || /undefined|\[object|SQLITE_|Error:/.test(words) ? [`says “${words}”`] : [];
  });
}

export async function tell(bench: Bench, file: CorpusFile, indexPath: string): Promise<Told> {
  const path = join(dirname(indexPath), file.file);
  const about = { file: file.file, family: file.family };
  if (lists.has(file.kind)) return { ...about, word: 'elsewhere', tried: null, notes: [] };
  if (!existsSync(path)) return { ...about, word: 'missed', tried: null, notes: ['the file is not there'] };
  const isBackup = backups.has(file.kind);
  const tried = isBackup
    ? await tryBackup(bench.place, bench.live, file, path)
    : await tryImport(bench.place, file, path);
  const notes = [...tried.faults, ...faultsOfSentence(tried)];
  const ruling = rulings[file.file];
  if (notes.length === 0)
    return { ...about, word: 'as indexed', tried, notes: ruling === undefined ? [] : [ruling.why] };
  // A kind nobody has taught the program: refused in words is right for now, anything else is not.
  const refused = !tables.has(file.kind) && !isBackup && tried.problem !== null;
  const onlyRefused = refused && notes.length === 1 && notes[0] === `refused with ${tried.problem?.code}`;
  return { ...about, word: onlyRefused ? 'not yet' : 'missed', tried, notes };
}
