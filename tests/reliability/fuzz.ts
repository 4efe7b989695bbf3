/**
 * `npm run rel:fuzz -- --n 2000 --seed S --from N`: so many mutated files through readers that can be killed. Tells what became of them, and
 * of each miss what was wrong and where its file is kept. Ends with another code than 0 on a miss.
 */

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { goodFiles } from './fuzz-good.ts';
import { fuzz } from './fuzz-run.ts';

const { values: asked } = parseArgs({
  options: {
    n: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
  },
});
const say = (words: string): boolean => process.stdout.write(`${words}\n`);
const [count = 0, seed = 0, from = 0] = [asked.n, asked.seed, asked.from].map((text) => {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  say(`--n, --seed and --from need whole numbers, not “${text}”`);
  return process.exit(2);
});

const home = mkdtempSync(join(tmpdir(), 'regulars-fuzz-'));
const good = await goodFiles(join(home, 'good'));
say(`seed ${seed}: ${count} files made of ${good.length} good ones`);
const told = (nth: number): void => {
  if ((nth - from + 1) % 500 === 0) say(`${nth - from + 1} …`);
};
const figures = await fuzz({ good, seed, from, count, folder: join(home, 'files'), onFile: told });
const { read, refused, misses, maxMiB, slowest } = figures;
say(`${read} read, ${count - read - misses.length} refused: ${JSON.stringify(refused)}`);
say(`at most ${Math.round(maxMiB)} MiB; slowest ${slowest.seconds.toFixed(1)} s twice: ${slowest.name}`);
for (const { name, fault, path } of misses) say(`MISSED ${name}: ${fault}\n  kept: ${path}`);
if (misses.length === 0) rmSync(home, { recursive: true, force: true });
else {
  // What was kept stays; the rest goes.
  rmSync(join(home, 'good'), { recursive: true, force: true });
  for (const name of readdirSync(join(home, 'files')))
    if (name !== 'kept') rmSync(join(home, 'files', name), { force: true });
  process.exitCode = 1;
}
say(misses.length === 0 ? '\nno reader was brought down' : `\n${misses.length} MISSED`);
