/**
 * The ledgers that kills start from and may end in, each kept as a folder that is copied in a moment. Everything is made by the built
 * program itself, or (the ledger of an earlier schema) out of what it made.
 */

import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { AnswerOf, AskOf, JobName } from '../../src-main/host/job-table.ts';
import { nodeWorkers } from '../../src-main/host/node-workers.ts';
import { runJob } from '../../src-main/host/run-job.ts';
import { manifestPath } from '../../src-main/ledger/backup-manifest.ts';
import { type Day, dayOf } from '../../src-shared/day.ts';
import { type BuiltHost, builtWorker, forkHost } from '../support/forked-host.ts';
import { writeTaobaoFile } from '../support/taobao-file.ts';
import { fileState, ledgerState } from './folder-state.ts';
import { OLD_SCHEMA, writeOldLedger } from './old-ledger.ts';

export const now = '2026-01-01T08:00:00.000Z';
export const today: Day = dayOf('2026-01-01') ?? fail('no day');
export const workers = nodeWorkers(builtWorker);

function fail(words: string): never {
  throw new Error(words);
}

export function fileAt(path: string): AskOf<'check'>['files'][number] {
  return { ticket: path, path, name: basename(path), bytes: statSync(path).size };
}

/** Answers when the process is gone, and holds nothing any more. */
export async function runWorker<Name extends JobName>(name: Name, ask: AskOf<Name>): Promise<AnswerOf<Name>> {
  const { ended, gone } = runJob(workers, name, ask);
  const answer = await ended;
  await gone;
  return answer;
}

/** Nothing in it (`empty`) and one file (`first`); `before` a further import and `after` it; taken back (`undone`), brought back (`redone`); a backup restored; of an earlier schema, and brought to today's. */
export const moments = [
  'empty',
  'first',
  'before',
  'after',
  'undone',
  'redone',
  'restored',
  'old',
  'migrated',
] as const;
export type Moment = (typeof moments)[number];

interface Kept {
  /** Of all rows: see `folder-state.ts`. */
  readonly state: string;
  /** Of what the ledger says: the program's own. '' for a ledger of an earlier schema. */
  readonly hash: string;
}

export interface World {
  readonly home: string;
  /** Where the ledger lies that is worked on, and killed. */
  readonly folder: string;
  readonly kept: Readonly<Record<Moment, Kept>>;
  /** The file that comes into `empty`. */
  readonly firstFile: string;
  /** The file that comes on top of `before`, and the name of its check there. */
  readonly second: string;
  readonly staged: string;
  /** The backup of `before`. */
  readonly backup: string;
  /** Ids of some customers, for notes. */
  readonly customers: readonly number[];
  /** Puts the whole data folder back as it was kept. */
  bring(moment: Moment): void;
}

/** Works on the open ledger and closes it in good order. */
async function withHost<Result>(folder: string, work: (host: BuiltHost) => Promise<Result>): Promise<Result> {
  const host = forkHost(folder);
  try {
    const result = await work(host);
    await host.close();
    return result;
  } finally {
    await host.kill();
  }
}

function soundHash(folder: string): Promise<string> {
  return withHost(folder, async ({ client }) => {
    const report = await client.call('ledger.verify', {});
    if (!report.ok) fail(`the ledger to start from is not sound: ${JSON.stringify(report)}`);
    return report.stateHash;
  });
}

export async function makeWorld(home: string, orders = 1800): Promise<World> {
  const folder = join(home, 'data');
  const kept: Partial<Record<Moment, Kept>> = {};
  const bring = (moment: Moment): void => {
    rmSync(folder, { recursive: true, force: true });
    cpSync(join(home, moment), folder, { recursive: true });
  };
  const keep = async (moment: Moment): Promise<void> => {
    cpSync(folder, join(home, moment), { recursive: true });
    const hash = await soundHash(folder);
    kept[moment] = { state: ledgerState(folder), hash };
    bring(moment);
  };
  const begun = await firstImports(home, folder, orders, keep);
  const { name: backup } = await runWorker('backup', { folder, now, reason: 'owner' });
  // As by an older program, which did not say what state it backed up: the import makes a backup of its own.
  const manifest = manifestPath(join(folder, 'backups', backup));
  const { stamp, ...older } = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, unknown>;
  if (typeof stamp !== 'string') fail('a backup does not say what state it is of');
  writeFileSync(manifest, JSON.stringify(older));
  const second = writeTaobaoFile(join(home, 'ExportOrderList2.csv'), {
    orders: orders / 4,
    first: orders - orders / 8,
  });
  const staged = await begun.check(second);
  await keep('before');
  await begun.apply(staged);
  await keep('after');
  await runWorker('undo', { folder, now, batch: 2 });
  await keep('undone');
  await runWorker('redo', { folder, now, batch: 2 });
  await keep('redone');
  bring('after');
  await runWorker('restore', { folder, now, name: backup });
  await keep('restored');
  mkdirSync(join(home, 'old'));
  writeOldLedger(join(home, 'old', 'ledger.db'), join(home, 'after', 'ledger.db'), OLD_SCHEMA);
  kept.old = { state: fileState(join(home, 'old', 'ledger.db')), hash: '' };
  bring('old');
  await soundHash(folder);
  await keep('migrated');
  return {
    home,
    folder,
    kept: whole(kept),
    firstFile: begun.first,
    second,
    staged,
    backup,
    customers: begun.customers,
    bring,
  };
}

function whole(kept: Partial<Record<Moment, Kept>>): Readonly<Record<Moment, Kept>> {
  const get = (moment: Moment): Kept => kept[moment] ?? fail(`${moment} was not kept`);
  const { before, after, undone, redone, restored } = kept;
  // Otherwise there is nothing to tell apart.
  if (before?.hash === after?.hash || before?.hash !== undone?.hash || after?.hash !== redone?.hash)
    fail('an import, an undo and a redo do not do what they should');
  if (restored?.hash !== before?.hash) fail('a restore does not bring back what was backed up');
  // Every moment of the list is asked for.
  return Object.fromEntries(moments.map((moment) => [moment, get(moment)])) as Record<Moment, Kept>;
}

interface Begun {
  check(path: string): Promise<string>;
  apply(check: string): Promise<unknown>;
  readonly first: string;
  readonly customers: readonly number[];
}

/** A new ledger with one file in it. */
async function firstImports(
  home: string,
  folder: string,
  orders: number,
  keep: (moment: Moment) => Promise<void>,
): Promise<Begun> {
  mkdirSync(folder, { recursive: true });
  const check = async (path: string): Promise<string> =>
    (await runWorker('check', { folder, files: [fileAt(path)], today })).check;
  const apply = (name: string): Promise<unknown> => runWorker('apply', { folder, now, check: name });
  await withHost(folder, ({ client }) => client.call('ledger.status', {}));
  await keep('empty');
  const first = writeTaobaoFile(join(home, 'ExportOrderList1.csv'), { orders });
  await apply(await check(first));
  await keep('first');
  const customers = await withHost(folder, async ({ client }) => {
    const { rows } = await client.call('customers.list', {
      filter: {},
      basis: { on: today, definition: 'quantile' },
      sort: { by: 'name', descending: false },
      window: { from: 0, count: 20 },
    });
    return rows.map(({ id }) => id);
  });
  return { check, apply, first, customers };
}
