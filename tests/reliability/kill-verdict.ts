/** Opens a ledger after a kill as the program is started the next time, and says where it stands and what is wrong with it. */

import { setTimeout as wait } from 'node:timers/promises';
import { type BuiltHost, forkHost, gone } from '../support/forked-host.ts';
import {
  backupsIn,
  faultOfBackup,
  faultsOfPages,
  fileState,
  ledgerState,
  leftovers,
  migrationsOf,
} from './folder-state.ts';
import { NOTES, noteOf, type Operation } from './kill-operations.ts';
import type { World } from './kill-world.ts';
import { migrationNames, OLD_SCHEMA } from './old-ledger.ts';

/** The program must be there again within this. */
export const SLOW_MS = 3000;

export interface Verdict {
  readonly state: 'before' | 'after' | 'neither';
  /** What an acknowledged write wanted and the ledger lacks. */
  readonly lost: readonly string[];
  /** Anything else: not sound, half a backup, a file left lying about. */
  readonly faults: readonly string[];
  readonly openMs: number;
  /** Slower than it may be, and not because the machine is busy. */
  readonly isSlow: boolean;
}

export interface Killed {
  /** Let the program verify the ledger itself, too: slow, and never in doubt where every row is as in a ledger it has verified. */
  readonly verify: boolean;
  readonly acknowledged: boolean;
  readonly writes: number;
  readonly orphans: readonly number[];
  /** Kill the next start too, after so many milliseconds. */
  readonly again: number | null;
}

/** The start that mends what the kill left is killed itself. */
async function killNextStart(folder: string, afterMs: number): Promise<void> {
  const host = forkHost(folder);
  await wait(afterMs);
  await host.kill();
}

async function opened(folder: string): Promise<{ readonly host: BuiltHost; readonly openMs: number }> {
  const startMs = performance.now();
  const host = forkHost(folder);
  await host.client.call('ledger.status', {});
  return { host, openMs: performance.now() - startMs };
}

/** On a machine with other work every start is slow: only one that takes far longer than a start without any crash is the ledger's own. */
async function isSlowBesidePlain(folder: string, openMs: number): Promise<boolean> {
  const { host, openMs: plainMs } = await opened(folder);
  await host.close();
  return openMs > 3 * plainMs;
}

/** Notes of the customers, as a page is told them. */
async function notesOf({ client }: BuiltHost, ids: readonly number[]): Promise<ReadonlyMap<number, string | null>> {
  const { rows } = await client.call('customers.list', {
    filter: { ids: [...ids] },
    basis: { on: '2026-01-01' as never, definition: 'quantile' },
    sort: { by: 'name', descending: false },
    window: { from: 0, count: ids.length },
  });
  return new Map(rows.map(({ id, note }) => [id, note]));
}

/** Every acknowledged note is there, the one under way may be, and none that was never written. */
async function faultsOfNotes(host: BuiltHost, world: World, writes: number): Promise<string[]> {
  const found = await notesOf(host, world.customers);
  const { total } = await host.client.call('journal.list', { window: { from: 0, count: 1 } });
  const count = world.customers.length;
  const latest = (at: number, upTo: number): string | null => {
    const turns = Array.from({ length: Math.min(upTo, NOTES) }, (_, turn) => turn).filter(
      (turn) => turn % count === at,
    );
    return turns.length === 0 ? null : noteOf(turns.at(-1) ?? 0);
  };
  const wrong = world.customers.filter((id, at) => {
    const note = found.get(id) ?? null;
    return note !== latest(at, total);
  });
  return [
    ...(total < writes || total > writes + 1 ? [`${writes} notes acknowledged, ${total} kept`] : []),
    ...wrong.map((id) => `the note of customer ${id} is not the latest that was kept`),
  ];
}

function faultsOfBackups(world: World, operation: Operation, state: Verdict['state']): string[] {
  const found = backupsIn(world.folder);
  const faults = found.flatMap((each) => faultOfBackup(each) ?? []);
  const { backsUp, from } = operation;
  if (backsUp === undefined || state === 'before') return faults;
  const own = found.filter(({ reason }) => reason === backsUp);
  if (own.length === 0) faults.push(`no backup was made before the ${operation.name}`);
  // A start that goes on with a migration that was cut short makes another one, of where it stood then.
  else if (!own.some(({ path }) => fileState(path) === world.kept[from].state))
    faults.push(`${own.map(({ name }) => name).join(', ')}: not what was there before`);
  return faults;
}

/** A ledger between two migrations is whole: each is one transaction. One with half a migration is not, and neither is one without its backup. */
function faultsOfMigrating(world: World): string[] {
  const applied = migrationsOf(world.folder);
  const whole = applied.every((name, at) => name === migrationNames[at]) && applied.length >= OLD_SCHEMA;
  const begun = applied.length > OLD_SCHEMA;
  return [
    ...(whole ? [] : [`migrations after the kill: ${applied.join(', ')}`]),
    ...(begun && !backupsIn(world.folder).some(({ reason }) => reason === 'migration')
      ? ['migrated without a backup']
      : []),
  ];
}

/** Where the ledger stands when it has been opened again, which brings it to today's schema: row by row. */
function stateOf(world: World, { from, to, name }: Operation): Verdict['state'] {
  const state = ledgerState(world.folder);
  // Notes are counted one by one.
  if (name === 'note') return 'after';
  if (state === world.kept[to].state) return from === to ? 'before' : 'after';
  return state === world.kept[from].state ? 'before' : 'neither';
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

export async function verdictOf(world: World, operation: Operation, killed: Killed): Promise<Verdict> {
  const { folder } = world;
  const migrating = operation.name === 'migration';
  const begun = migrating && migrationsOf(folder).length > OLD_SCHEMA;
  const faults = migrating ? faultsOfMigrating(world) : [];
  if (killed.again !== null) await killNextStart(folder, killed.again);
  const { host, openMs } = await opened(folder);
  try {
    // Now: a backup of the day that this start begins and its end cuts short is another matter. So is what a worker that outlives its host
    // by a moment still writes: the next start sweeps it.
    if (!killed.orphans.some(isAlive)) faults.push(...leftovers(folder).map((name) => `left over: ${name}`));
    const { warning } = await host.client.call('ledger.status', {});
    if (warning !== null) faults.push(`the program warns: ${warning}`);
    for (const pid of killed.orphans) await gone(pid);
    if (killed.verify || operation.name === 'note') {
      const report = await host.client.call('ledger.verify', {});
      if (!report.ok) faults.push(`not sound: ${JSON.stringify(report)}`);
    }
    const lost = operation.name === 'note' ? await faultsOfNotes(host, world, killed.writes) : [];
    await host.close();
    const stands = stateOf(world, operation);
    faults.push(...faultsOfPages(folder));
    const state = migrating && stands === 'after' && !begun ? 'before' : stands;
    const wants = operation.from !== operation.to || operation.name === 'note' ? 'after' : 'before';
    if (killed.acknowledged && state !== wants) lost.push(`${operation.name} was acknowledged, the ledger is ${state}`);
    faults.push(...faultsOfBackups(world, operation, stands));
    return { state, lost, faults, openMs, isSlow: openMs > SLOW_MS && (await isSlowBesidePlain(folder, openMs)) };
  } finally {
    await host.kill();
  }
}
