/** The operations that are killed: how each is started (in a bare worker, or through a host as the window does), and where it may lead. */

import { randomUUID } from 'node:crypto';
import type { AskOf, JobName } from '../../src-main/host/job-table.ts';
import { runJob } from '../../src-main/host/run-job.ts';
import { type BuiltHost, forkHost, workersOf } from '../support/forked-host.ts';
import { checkFiles } from '../support/import-files.ts';
import { fileAt, type Moment, now, today, type World, workers } from './kill-world.ts';

/** Who is killed: a worker alone, host and worker at once (the power goes), or the host alone (its worker must end by itself). */
export type Style = 'worker' | 'all' | 'host';

export interface Started {
  /** True when it was through and said so; false when it was killed before. */
  readonly through: Promise<boolean>;
  /** Writes that were acknowledged so far, for operations that are many writes. */
  acknowledged(): number;
  /** Answers the processes that may live a moment longer. */
  kill(): readonly number[];
  /** Ends what is left in good order when it was through. */
  finish(): Promise<void>;
}

export interface Operation {
  readonly name: OperationName;
  readonly from: Moment;
  readonly to: Moment;
  readonly styles: readonly Style[];
  /** Of the backup that the operation makes first, holding what was there before. */
  readonly backsUp?: string;
  start(world: World, style: Style): Promise<Started>;
}

export const operationNames = [
  'check',
  'first',
  'apply',
  'undo',
  'redo',
  'restore',
  'migration',
  'backup',
  'note',
] as const;
export type OperationName = (typeof operationNames)[number];

const nothing = (): Promise<void> => Promise.resolve();

/** A job in a process of its own and nobody beside it. */
async function bareJob<Name extends JobName>(name: Name, ask: AskOf<Name>): Promise<Started> {
  const starting = workers.start();
  const job = runJob({ start: () => starting }, name, ask);
  // It may be killed while it tidies up as well.
  const through = job.ended.then(
    () => job.gone.then(() => true),
    (error: unknown) => {
      if (error instanceof Error && error.message.includes('ended with code')) return false;
      throw error;
    },
  );
  const worker = await starting;
  const kill = (): readonly number[] => {
    worker.kill();
    return [];
  };
  return { through, acknowledged: () => 0, kill, finish: nothing };
}

/** A call to an open host. */
function hosted(host: BuiltHost, style: Style, call: Promise<unknown>, acknowledged = (): number => 0): Started {
  let killed = false;
  const through = call.then(
    () => true,
    (error: unknown) => {
      if (killed) return false;
      throw error;
    },
  );
  return {
    through,
    acknowledged,
    kill: () => {
      killed = true;
      const own = workersOf(host);
      host.child.kill('SIGKILL');
      if (style === 'all') for (const pid of own) killQuietly(pid);
      return own;
    },
    finish: () => host.close(),
  };
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It was through in this very moment.
  }
}

async function openHost(folder: string): Promise<BuiltHost> {
  const host = forkHost(folder);
  await host.client.call('ledger.status', {});
  return host;
}

interface Ways<Name extends JobName> {
  readonly job: Name;
  ask(world: World): AskOf<Name>;
  /** The call, when everything before it that is not the operation is done. */
  prepare(host: BuiltHost, world: World): Promise<() => Promise<unknown>>;
}

function inWorker<Name extends JobName>(ways: Ways<Name>): Operation['start'] {
  return async (world, style) => {
    if (style === 'worker') return bareJob(ways.job, ways.ask(world));
    const host = await openHost(world.folder);
    const call = await ways.prepare(host, world);
    return hosted(host, style, call());
  };
}

const job = (): string => randomUUID();
const everyStyle: readonly Style[] = ['worker', 'all', 'worker', 'host'];
const hostStyles: readonly Style[] = ['all'];
/** The host has a part in it. */
const bothStyles: readonly Style[] = ['all', 'host'];

/** One note after another, each acknowledged before the next. */
export const NOTES = 60;
export const noteOf = (turn: number): string => `第 ${turn} 条备注`;

async function writeNotes(host: BuiltHost, world: World, onWritten: () => void): Promise<void> {
  for (let turn = 0; turn < NOTES; turn += 1) {
    const customer = world.customers[turn % world.customers.length] ?? 0;
    await host.client.call('customers.edit', { customer, field: 'note', value: noteOf(turn) });
    onWritten();
  }
}

export const operations: readonly Operation[] = [
  {
    name: 'check',
    from: 'before',
    to: 'before',
    styles: everyStyle,
    start: inWorker({
      job: 'check',
      ask: ({ folder, second }) => ({ folder, files: [fileAt(second)], today }),
      prepare: (host, { second }) => Promise.resolve(() => checkFiles(host, [second])),
    }),
  },
  {
    name: 'first',
    from: 'empty',
    to: 'first',
    styles: bothStyles,
    start: inWorker({
      job: 'apply',
      // Only with a host: see `bothStyles`.
      ask: ({ folder, staged }) => ({ folder, now, check: staged }),
      prepare: async (host, { firstFile }) => {
        const { check } = await checkFiles(host, [firstFile]);
        return () => host.client.call('imports.apply', { job: job(), check });
      },
    }),
  },
  {
    name: 'apply',
    from: 'before',
    to: 'after',
    styles: everyStyle,
    backsUp: 'import',
    start: inWorker({
      job: 'apply',
      ask: ({ folder, staged }) => ({ folder, now, check: staged }),
      prepare: async (host, { second }) => {
        const { check } = await checkFiles(host, [second]);
        return () => host.client.call('imports.apply', { job: job(), check });
      },
    }),
  },
  {
    name: 'undo',
    from: 'after',
    to: 'undone',
    styles: everyStyle,
    start: inWorker({
      job: 'undo',
      ask: ({ folder }) => ({ folder, now, batch: 2 }),
      prepare: (host) => Promise.resolve(() => host.client.call('imports.undo', { job: job(), batch: 2 })),
    }),
  },
  {
    name: 'redo',
    from: 'undone',
    to: 'redone',
    styles: everyStyle,
    start: inWorker({
      job: 'redo',
      ask: ({ folder }) => ({ folder, now, batch: 2 }),
      prepare: (host) => Promise.resolve(() => host.client.call('imports.redo', { job: job(), batch: 2 })),
    }),
  },
  {
    name: 'restore',
    from: 'after',
    to: 'restored',
    styles: everyStyle,
    backsUp: 'restore',
    start: inWorker({
      job: 'restore',
      ask: ({ folder, backup }) => ({ folder, now, name: backup }),
      prepare: (host, { backup }) => Promise.resolve(() => host.client.call('backups.restore', { name: backup })),
    }),
  },
  {
    name: 'migration',
    from: 'old',
    to: 'migrated',
    styles: hostStyles,
    backsUp: 'migration',
    start: (world, style) => {
      const host = forkHost(world.folder);
      return Promise.resolve(hosted(host, style, host.client.call('ledger.status', {})));
    },
  },
  {
    name: 'backup',
    from: 'after',
    to: 'after',
    styles: everyStyle,
    start: inWorker({
      job: 'backup',
      ask: ({ folder }) => ({ folder, now, reason: 'owner' }),
      prepare: (host) => Promise.resolve(() => host.client.call('backups.make', {})),
    }),
  },
  {
    name: 'note',
    from: 'after',
    to: 'after',
    styles: hostStyles,
    start: async (world, style) => {
      const host = await openHost(world.folder);
      let written = 0;
      const call = writeNotes(host, world, () => {
        written += 1;
      });
      return hosted(host, style, call, () => written);
    },
  },
];
