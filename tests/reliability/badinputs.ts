/**
 * `npm run rel:badinputs -- --family NAME[,NAME] --index FILE --all`: every file of the corpus in fresh, watched readers, held against what
 * its index asks for. Tells the misses (with `--all` every file) and counts the rest. Ends with another code than 0 on a miss.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfNeeded } from '../../src-main/start/build.ts';
import { readIndex } from '../support/corpus.ts';
import { sharedFile, whySkipped } from '../support/shared-folder.ts';
import { makeBench, type Told, tell } from './badinputs-run.ts';
import { strace } from './watched-worker.ts';

const { values: asked } = parseArgs({
  options: {
    family: { type: 'string' },
    index: { type: 'string' },
    all: { type: 'boolean', default: false },
  },
});

const say = (words: string): boolean => process.stdout.write(`${words}\n`);

function line({ file, word, tried, notes }: Told): string {
  const end = tried === null ? '' : (tried.problem?.code ?? `${tried.rows} rows, ${tried.orders} orders`);
  const cost = tried === null ? '' : `${tried.cpuSeconds.toFixed(1)} s, ${Math.round(tried.maxMiB)} MiB`;
  return `${word.toUpperCase()} ${file}: ${[end, cost, ...notes].filter(Boolean).join('; ')}`;
}

function table(told: readonly Told[]): void {
  say(
    '\n| family | files | as indexed | missed | not yet | tested elsewhere | most s | most MiB |\n|---|---|---|---|---|---|---|---|',
  );
  for (const family of new Set(told.map((each) => each.family))) {
    const own = told.filter((each) => each.family === family);
    const count = (word: Told['word']): number => own.filter((each) => each.word === word).length;
    const most = (of: (tried: NonNullable<Told['tried']>) => number): number =>
      Math.max(0, ...own.map(({ tried }) => (tried === null ? 0 : of(tried))));
    const counts = [count('as indexed'), count('missed'), count('not yet'), count('elsewhere')];
    const costs = [most((tried) => tried.cpuSeconds).toFixed(1), Math.round(most((tried) => tried.maxMiB))];
    say(`| ${[family, own.length, ...counts, ...costs].join(' | ')} |`);
  }
}

const given = asked.index === undefined ? sharedFile('badinputs/index.json') : resolve(asked.index);
if (given === null) {
  say(`${whySkipped('badinputs/index.json')}; or name one: --index FILE`);
  process.exit(2);
}
const families = asked.family?.split(',') ?? null;
const files = readIndex(given).filter(({ family }) => families === null || families.includes(family));
if (files.length === 0) throw new Error(`no file of the index is of the family ${asked.family}`);

buildIfNeeded({ quiet: true, only: ['host'] });
const home = mkdtempSync(join(tmpdir(), 'regulars-badinputs-'));
process.on('SIGINT', () => process.exit(130));
process.on('exit', () => rmSync(home, { recursive: true, force: true }));
if (strace === null) say('strace is not here: sockets and files outside the work folder are NOT watched');
const bench = await makeBench(home);
say(`a reader that reads nothing takes ${Math.round(bench.place.idleMiB)} MiB`);
const told: Told[] = [];
for (const file of files) {
  const each = await tell(bench, file, given);
  told.push(each);
  if (asked.all || each.word === 'missed' || each.word === 'not yet' || each.notes.length > 0) say(line(each));
}
table(told);
const missed = told.filter(({ word }) => word === 'missed').length;
say(missed === 0 ? '\nevery file as indexed' : `\n${missed} MISSED`);
if (missed > 0) process.exitCode = 1;
