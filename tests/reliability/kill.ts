/**
 * `npm run rel:kill -- --n N --op all|check,apply,… --double --seed S --orders N`: kills the built worker and host (SIGKILL) N times an
 * operation, at random moments spread over its length. Each time the ledger must be the one of before or the one of after, hold every
 * acknowledged write, be sound, and open again within three seconds. Ends with another code than 0 on a miss.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { seededRandom } from '../../src-main/demo/random.ts';
import { buildIfNeeded } from '../../src-main/start/build.ts';
import { operationNames, operations } from './kill-operations.ts';
import { type Figures, isClean, killMany } from './kill-rounds.ts';
import { makeWorld } from './kill-world.ts';

const { values: asked } = parseArgs({
  options: {
    n: { type: 'string', default: '15' },
    op: { type: 'string', default: 'all' },
    orders: { type: 'string', default: '1800' },
    double: { type: 'boolean', default: false },
    seed: { type: 'string', default: String(process.pid) },
  },
});

const say = (words: string): boolean => process.stdout.write(`${words}\n`);

const head = [
  'operation',
  'whole ms',
  'kills',
  'before',
  'after',
  'through',
  'lost',
  'half done',
  'unsound',
  'opens > 3 s',
  'slowest open ms',
];

function line(figures: Figures): string {
  const { operation, wholeMs, kills, before, after, through, lost, halfDone, unsound, slowOpens, slowestOpenMs } =
    figures;
  const cells = [operation, Math.round(wholeMs), kills, before, after, through, lost, halfDone, unsound, slowOpens];
  return `| ${[...cells, Math.round(slowestOpenMs)].join(' | ')} |`;
}

const wanted = asked.op === 'all' ? [...operationNames] : asked.op.split(',');
const unknown = wanted.filter((name) => !operationNames.some((known) => known === name));
if (unknown.length > 0) throw new Error(`--op is all or some of ${operationNames.join(',')}; not ${unknown.join(',')}`);
const n = Number(asked.n);
const seed = Number(asked.seed);
if (!Number.isInteger(n) || n < 1 || !Number.isInteger(seed)) throw new Error('--n and --seed are whole numbers');

buildIfNeeded({ quiet: true, only: ['host'] });
const home = mkdtempSync(join(tmpdir(), 'regulars-kill-'));
process.on('SIGINT', () => process.exit(130));
process.on('exit', () => rmSync(home, { recursive: true, force: true }));

say(`seed ${seed}, ${n} kills an operation${asked.double ? ', each start after one killed too' : ''}`);
const world = await makeWorld(home, Number(asked.orders));
const random = seededRandom(seed);
say(`\n| ${head.join(' | ')} |\n|${head.map(() => '---').join('|')}|`);
let clean = true;
for (const operation of operations.filter(({ name }) => wanted.includes(name))) {
  const figures = await killMany(world, operation, { n, random, double: asked.double });
  say(line(figures));
  for (const miss of figures.misses) say(`MISS ${miss}`);
  if (figures.kills < n)
    say(`MISS ${operation.name}: only ${figures.kills} of ${n} were killed, the others were through before`);
  clean &&= isClean(figures) && figures.kills >= n;
}
say(clean ? '\nnothing lost, nothing half done' : '\nMISSED');
if (!clean) process.exitCode = 1;
