/** Kills one operation many times at random moments of its length, and counts what came of it. */

import { setTimeout as wait } from 'node:timers/promises';
import type { Random } from '../../src-main/demo/random.ts';
import type { Operation, OperationName, Started, Style } from './kill-operations.ts';
import { type Verdict, verdictOf } from './kill-verdict.ts';
import { runWorker, type World } from './kill-world.ts';

export interface Figures {
  readonly operation: OperationName;
  kills: number;
  /** Was through before its moment came; it had been acknowledged, so it must be there. */
  through: number;
  /** Where the killed ones stood afterwards. */
  before: number;
  after: number;
  lost: number;
  halfDone: number;
  unsound: number;
  slowOpens: number;
  slowestOpenMs: number;
  /** How long it takes when nobody kills it. */
  wholeMs: number;
  readonly misses: string[];
}

const VERIFY_EVERY = 5;

export interface Rounds {
  readonly n: number;
  readonly random: Random;
  /** The start after a kill is killed too. */
  readonly double: boolean;
}

/** The first milliseconds of a process are Node's own; kills begin near their end. */
async function startingMs(world: World): Promise<number> {
  const took: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    const startMs = performance.now();
    await runWorker('inspect', { folder: `${world.home}/nothing` });
    took.push(performance.now() - startMs);
  }
  return Math.min(...took);
}

/** Lengths of whole runs of one style, the latest few of them: the machine may become slower or faster meanwhile. */
interface Length {
  ms(): number;
  add(ms: number): void;
}

function lengths(): Length {
  const kept: number[] = [];
  return {
    ms: () => kept.toSorted((a, b) => a - b)[kept.length >> 1] ?? 0,
    add: (ms) => {
      kept.push(ms);
      if (kept.length > 7) kept.shift();
    },
  };
}

async function wholeRun(world: World, operation: Operation, style: Style): Promise<number> {
  world.bring(operation.from);
  const started = await operation.start(world, style);
  const startMs = performance.now();
  await started.through;
  const ms = performance.now() - startMs;
  await started.finish();
  return ms;
}

async function killAt(started: Started, afterMs: number): Promise<{ through: boolean; orphans: readonly number[] }> {
  const timer = new AbortController();
  const moment = wait(afterMs, 'moment' as const, { signal: timer.signal }).catch(() => 'moment' as const);
  const first = await Promise.race([moment, started.through]);
  timer.abort();
  if (first === true) {
    await started.finish();
    return { through: true, orphans: [] };
  }
  const orphans = started.kill();
  return { through: await started.through, orphans };
}

function count(figures: Figures, verdict: Verdict, through: boolean, where: string): void {
  const { state, lost, faults, openMs, isSlow } = verdict;
  if (through) figures.through += 1;
  else {
    figures.kills += 1;
    if (state === 'before') figures.before += 1;
    if (state === 'after') figures.after += 1;
  }
  if (state === 'neither') figures.halfDone += 1;
  if (lost.length > 0) figures.lost += 1;
  if (faults.length > 0) figures.unsound += 1;
  if (isSlow) figures.slowOpens += 1;
  figures.slowestOpenMs = Math.max(figures.slowestOpenMs, openMs);
  const said = [...lost, ...faults, ...(state === 'neither' ? ['neither before nor after'] : [])];
  if (said.length > 0) figures.misses.push(`${where}: ${said.join('; ')}`);
}

const blank = (operation: OperationName): Figures => ({
  operation,
  kills: 0,
  through: 0,
  before: 0,
  after: 0,
  lost: 0,
  halfDone: 0,
  unsound: 0,
  slowOpens: 0,
  slowestOpenMs: 0,
  wholeMs: 0,
  misses: [],
});

export async function killMany(world: World, operation: Operation, { n, random, double }: Rounds): Promise<Figures> {
  const figures = blank(operation.name);
  const styles = [...new Set(operation.styles)];
  const known = new Map<Style, Length>(styles.map((style) => [style, lengths()]));
  for (const style of styles)
    for (let turn = 0; turn < 2; turn += 1) known.get(style)?.add(await wholeRun(world, operation, style));
  const nodeMs = await startingMs(world);
  const openMs = operation.name === 'migration' ? await wholeRun(world, { ...operation, from: 'migrated' }, 'all') : 0;
  figures.wholeMs = known.get(styles[0] ?? 'all')?.ms() ?? 0;
  for (let turn = 0; figures.kills < n && turn < 3 * n + 10; turn += 1) {
    const style = operation.styles[turn % operation.styles.length] ?? 'all';
    const length = known.get(style);
    const wholeMs = length?.ms() ?? 0;
    // A migration begins where opening a ledger of today's schema has nothing left to do.
    const fromMs = Math.min(operation.name === 'note' ? 0 : Math.max(nodeMs * 0.8, openMs * 0.8), wholeMs / 2);
    const afterMs = fromMs + random.next() * (wholeMs - fromMs);
    world.bring(operation.from);
    const started = await operation.start(world, style);
    const startMs = performance.now();
    const { through, orphans } = await killAt(started, afterMs);
    if (through) length?.add(performance.now() - startMs);
    const again = double ? random.next() * nodeMs * 3 : null;
    const killed = {
      verify: turn % VERIFY_EVERY === 0,
      acknowledged: through,
      writes: started.acknowledged(),
      orphans,
      again,
    };
    const where = `${operation.name}, ${style}, ${through ? 'not killed' : `killed after ${Math.round(afterMs)} of ${Math.round(wholeMs)} ms`}`;
    count(figures, await verdictOf(world, operation, killed), through, where);
  }
  return figures;
}

export function isClean(figures: Figures): boolean {
  return figures.lost + figures.halfDone + figures.unsound + figures.slowOpens === 0;
}
