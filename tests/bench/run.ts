/**
 * `npm run bench -- --size 10k|100k|1m --rounds N --only REGEX --json FILE`: how fast the program is, beside what others take for the same
 * work. Cases take turns, round by round, each in a process of its own; only ratios of one run count. `--against WORKER` also imports
 * with the worker of another build, `--fetch-duckdb` fetches the package that P8 and P9 are held against.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { buildIfNeeded, projectRoot } from '../../src-main/start/build.ts';
import { chromiumPath } from '../machine/electron-runtime.ts';
import { disagreements, goals, verdictOf } from './goals.ts';
import {
  LATER_ORDERS,
  laterPath,
  listPath,
  type Measured,
  median,
  nextDaysOrders,
  nextDaysPath,
  type Place,
  settleDisk,
  smallerSize,
  workbookPath,
  workbookRows,
} from './measured.ts';
import { writeLaterList, writeNextDays, writeOrderList, writeWorkbook } from './order-files.ts';

const DUCKDB = '@duckdb/node-api@1.5.6-r.1';
const sizes: Readonly<Record<string, number>> = { '10k': 10_000, '100k': 100_000, '1m': 1_000_000 };

const { values: asked } = parseArgs({
  options: {
    size: { type: 'string', default: '100k' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
    json: { type: 'string' },
    data: { type: 'string', default: join(tmpdir(), 'regulars-bench') },
    against: { type: 'string' },
    'fetch-duckdb': { type: 'boolean', default: false },
  },
});

const say = (words: string): boolean => process.stdout.write(`${words}\n`);

function duckdbIn(data: string): string | null {
  const folder = join(data, 'duckdb');
  if (asked['fetch-duckdb'] && !existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"private": true}');
    const done = spawnSync('npm', ['install', '--no-save', '--ignore-scripts', '--prefix', folder, DUCKDB], {
      stdio: 'inherit',
    });
    if (done.status !== 0) rmSync(folder, { recursive: true });
  }
  return existsSync(join(folder, 'node_modules/@duckdb/node-api')) ? folder : null;
}

/** The cases as one bundle: the program's modules import their SQL as text, which Node alone cannot. */
async function bundleCases(): Promise<string> {
  await build({
    configFile: false,
    root: projectRoot,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true },
    define: { __TEST_DOORS__: 'true', __VERSION__: '"bench"', __RULES__: '"bench"' },
    build: {
      ssr: true,
      target: 'node22',
      outDir: 'dist/bench',
      minify: false,
      rolldownOptions: {
        // The recorder is loaded into every worker: as JavaScript, for taking types out of a file takes a worker's start longer than the rest.
        input: {
          cases: fileURLToPath(new URL('cases.ts', import.meta.url)),
          recorder: fileURLToPath(new URL('recorder.ts', import.meta.url)),
        },
        external: [/^node:/, /^(better-sqlite3|exceljs|papaparse|pinyin-pro|yauzl|zod|drizzle-orm)($|\/)/],
        output: { entryFileNames: '[name].mjs' },
      },
    },
  });
  return join(projectRoot, 'dist/bench/cases.mjs');
}

async function writeFiles(place: Place, names: readonly string[]): Promise<void> {
  const { size } = place;
  for (const orders of [size, smallerSize(size)]) {
    writeOrderList(listPath(place, orders), orders);
    writeLaterList(laterPath(place, orders), Math.min(LATER_ORDERS, orders), orders);
  }
  writeNextDays(nextDaysPath(place, size), nextDaysOrders(size), size);
  const rows = workbookRows(size);
  if (names.some((name) => name.startsWith('xlsx: '))) await writeWorkbook(workbookPath(place, rows), rows);
}

/** In the order they run: the imports first, for the others look into their ledgers. */
function caseNames(place: Place): readonly string[] {
  const only = new RegExp(asked.only, 'i');
  const wanted = goals.filter((goal) => only.test(`${goal.name} ${goal.what}`)).flatMap((goal) => goal.cases);
  const other = asked.against === undefined ? [] : ['import, other build'];
  const names = new Set(['import', ...other, 'import of a tenth', ...wanted]);
  const needsTenth = wanted.some((name) => name.endsWith('a tenth'));
  if (!needsTenth) names.delete('import of a tenth');
  if ('missing' in chromiumPath()) names.delete('scrolling the list');
  if (place.duckdb === null) for (const name of names) if (name === 'rfm: duckdb') names.delete(name);
  return [...names];
}

function runCase(cases: string, name: string, place: Place): Measured | string {
  settleDisk();
  const done = spawnSync(process.execPath, [cases, name, JSON.stringify(place)], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  const line = done.stdout.split('\n').findLast((words) => words.startsWith('@@'));
  // Written by cases.ts as Measured.
  return line === undefined ? done.stderr.slice(-1500) : (JSON.parse(line.slice(2)) as Measured);
}

const brief = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

function caseLine(name: string, runs: readonly Measured[]): string {
  const times = runs.map(({ ms }) => ms);
  const time = `${brief(median(times))} [${brief(Math.min(...times))}–${brief(Math.max(...times))}]`;
  const [cpu, rss] = [median(runs.map((run) => run.cpuMs)), median(runs.map((run) => run.rssMb))];
  const detail = Object.entries(runs.at(-1)?.detail ?? {}).map(
    ([key, value]) => `${key} ${typeof value === 'number' ? brief(value) : value}`,
  );
  return `| ${name} | ${time} | ${cpu.toFixed(0)} | ${rss.toFixed(0)} | ${detail.join(', ')} |`;
}

function printTables(runs: ReadonlyMap<string, readonly Measured[]>, size: number): void {
  say(
    `\n| case (${size} orders) | ms median [min–max] | CPU ms | peak RSS MB | detail of the last |\n|---|---|---|---|---|`,
  );
  for (const [name, found] of runs) if (found.length > 0) say(caseLine(name, found));
  say('\n| goal | figure | must | stretch | verdict |\n|---|---|---|---|---|');
  for (const goal of goals) {
    const found = verdictOf(goal, runs, size);
    if (found === null) continue;
    const { figure, must, stretch, word } = found;
    say(`| ${goal.name} ${goal.what} | ${brief(figure)} ${goal.unit} | ${must} | ${stretch} | ${word} |`);
  }
}

const size = sizes[asked.size];
if (size === undefined) throw new Error(`--size is one of ${Object.keys(sizes).join(', ')}`);
const data = resolve(asked.data);
mkdirSync(data, { recursive: true });
const scratch = mkdtempSync(join(data, 'run-'));
process.on('SIGINT', () => process.exit(130));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
buildIfNeeded({ quiet: true, only: ['host', 'renderer'] });
const place: Place = {
  size,
  data,
  scratch,
  worker: join(projectRoot, 'dist/main/worker.mjs'),
  otherWorker: asked.against === undefined ? null : resolve(asked.against),
  duckdb: duckdbIn(data),
};
const names = caseNames(place);
const chromium = chromiumPath();
if ('missing' in chromium) say(`U4 is left out: ${chromium.missing}.`);
if (place.duckdb === null) say('P8 and P9 are left out: DuckDB is not here (--fetch-duckdb fetches it).');
await writeFiles(place, names);
const cases = await bundleCases();
const runs = new Map<string, Measured[]>(names.map((name) => [name, []]));
const failures: string[] = [];
for (let round = 1; round <= Number(asked.rounds); round += 1) {
  for (const name of names) {
    const result = runCase(cases, name, place);
    if (typeof result === 'string') failures.push(`${name}: ${result}`);
    else runs.get(name)?.push(result);
    say(`${round} ${name}: ${typeof result === 'string' ? `failed\n${result}` : `${brief(result.ms)} ms`}`);
  }
}
printTables(runs, size);
if (asked.json !== undefined)
  writeFileSync(asked.json, JSON.stringify({ size, rounds: asked.rounds, runs: Object.fromEntries(runs) }, null, 1));
const wrong = disagreements(runs);
for (const words of wrong) say(`NOT THE SAME: ${words}`);
if (wrong.length + failures.length > 0) process.exitCode = 1;
