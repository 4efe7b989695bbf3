/**
 * `npm run rel:laws -- --runs 300 --seed S --law I1,I2`: the laws of importing over files of all marketplaces, so many cases of each. Prints a
 * line for each law; a case that breaks one is kept in a folder that is named. Ends with another code than 0 when a law is broken.
 */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs, stripVTControlCharacters } from 'node:util';

/** The same files run in `npm test`, with fewer cases. */
const files = ['laws-imports', 'laws-ledgers', 'laws', 'laws-splits', 'check-samples'];
const laws = ['I1', 'I2', 'I3', 'I4', 'I5', 'I6', 'I7', 'I8'];

const { values: asked } = parseArgs({
  options: {
    runs: { type: 'string', default: '300' },
    seed: { type: 'string', default: '20260107' },
    law: { type: 'string' },
  },
});
const say = (words: string): boolean => process.stdout.write(`${words}\n`);
const wanted = asked.law?.split(',') ?? null;
const strange = [
  ...(wanted ?? []).filter((law) => !laws.includes(law)),
  ...[asked.runs, asked.seed].filter((text) => !/^\d{1,9}$/.test(text)),
];
if (strange.length > 0) {
  say(`not understood: ${strange.join(', ')}; --runs and --seed need a number, --law one of ${laws.join(', ')}`);
  process.exit(2);
}

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const cases = join(tmpdir(), `regulars-laws-${asked.seed}-${asked.runs}`);
rmSync(cases, { recursive: true, force: true });
const scratch = mkdtempSync(join(tmpdir(), 'regulars-laws-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
const report = join(scratch, 'report.json');

say(`seed ${asked.seed}, ${asked.runs} cases of each law`);
const only = wanted === null ? [] : ['-t', `^(${wanted.join('|')}) `];
const chosen = wanted === null ? files : files.slice(0, 2);
const runner = spawn(
  process.execPath,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--project',
    'host',
    ...chosen.map((name) => `tests/host/importing/${name}.test.ts`),
    ...only,
    '--reporter=verbose',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ],
  {
    cwd: root,
    // Each law as it is done; what it says of a broken one stands in the report, too.
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, REGULARS_RUNS: asked.runs, REGULARS_SEED: asked.seed, REGULARS_CASES: cases },
  },
);
const isLaw = (words: string): boolean => /[✓×]/u.test(words) && !words.includes('the samples of all marketplaces');
createInterface(runner.stdout).on('line', (words) => {
  if (isLaw(words)) say(stripVTControlCharacters(words).replace(/ \S*tests\/host\/importing\/\S+ >/, ''));
});
await once(runner, 'close');
if (!existsSync(report)) {
  say('the test runner left no report');
  process.exit(1);
}
// Written by the test runner.
const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
const told = testResults.flatMap(({ name, message, assertionResults }) =>
  assertionResults.length > 0
    ? assertionResults
    : [{ fullName: name, status: 'failed', failureMessages: [message ?? ''] }],
);
const isSample = (name: string): boolean => name.startsWith('the samples of all marketplaces');
const sound = told.filter(({ fullName, status }) => isSample(fullName) && status === 'passed').length;
if (sound > 0) say(` ✓  ${sound} samples of all marketplaces: twice, taken back, and together`);
for (const { fullName, status, failureMessages } of told) {
  if (status !== 'failed') continue;
  say(`BROKEN ${fullName}`);
  mkdirSync(cases, { recursive: true });
  const words = failureMessages.join('\n\n');
  writeFileSync(join(cases, `${fullName.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 60)}.txt`), words);
  say(words.split('\n').slice(0, 3).join('\n'));
}
const broken = told.filter(({ status }) => status === 'failed').length;
const tried = told.filter(({ status }) => status === 'passed').length + broken;
say(broken === 0 ? `\n${tried} laws hold` : `\n${broken} BROKEN; kept in ${cases}`);
if (broken > 0 || tried === 0) process.exitCode = 1;
