/** A real host in this process over a real ledger with the 2022 samples in it, and a connection to it. */

import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, isAbsolute, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Clock } from '../../src-main/host/clock.ts';
import { createHost } from '../../src-main/host/host.ts';
import { applyCheck } from '../../src-main/importing/apply.ts';
import { type CheckResult, checkFiles } from '../../src-main/importing/check.ts';
import { noProgress } from '../../src-main/importing/progress.ts';
import { openForWriting, prepareLedger } from '../../src-main/ledger/open-ledger.ts';
import type { Connection } from '../../src-renderer/link/connection.ts';
import type { ResultOf } from '../../src-shared/contract/index.ts';
import { dayOf } from '../../src-shared/day.ts';
import { clientOver } from '../../src-shared/link/client.ts';
import { directLink } from '../../src-shared/link/direct-link.ts';

const now = '2023-01-02T03:04:05.000Z';
export const today = dayOf('2023-01-02');

const samples = join(import.meta.dirname, '../exports/samples');
const files = ['taobao_list_2022_ExportOrderList.xlsx', 'taobao_detail_2022_ExportOrderDetailList.csv'];

const clock: Clock = {
  now: () => now,
  today: () => {
    if (today === null) throw new Error('no day');
    return today;
  },
  timeOfDay: () => '10:00',
  elapsedMs: () => performance.now(),
};

/** Checks these samples, or files by their whole path, against the ledger of a folder. */
async function checkIn(folder: string, names: readonly string[], apply: boolean): Promise<CheckResult> {
  const ledger = openForWriting(folder, 5000);
  const stage = join(folder, 'stage');
  const chosen = names.map((name, index) => {
    const path = isAbsolute(name) ? name : join(samples, name);
    return { ticket: `t${index}`, path, name: basename(path), bytes: statSync(path).size };
  });
  const checked = await checkFiles(ledger, stage, chosen, { today: clock.today() }, noProgress);
  if (apply) await applyCheck(ledger, stage, checked.check, { now }, noProgress);
  ledger.connection.close();
  return checked;
}

export interface HostWithCheck {
  readonly connection: Connection;
  readonly result: ResultOf<'imports.check'>;
}

/** The same with a check of more files that nobody has applied yet. */
export async function hostWithCheck(names: readonly string[], checked: readonly string[]): Promise<HostWithCheck> {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-page-'));
  prepareLedger(folder, { now });
  if (names.length > 0) await checkIn(folder, names, true);
  const connection = connectionTo(folder);
  // After the host, which tidies its folder when it starts.
  const { check, batches } = await checkIn(folder, checked, false);
  return { connection, result: { check, batches: [...batches] } };
}

/** A connection to a host that holds these samples; both gone when the test ends. */
export async function hostAtHand(names: readonly string[] = files): Promise<Connection> {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-page-'));
  prepareLedger(folder, { now });
  await checkIn(folder, names, true);
  return connectionTo(folder);
}

function connectionTo(folder: string): Connection {
  const host = createHost({
    folder,
    clock,
    version: 'test',
    log: { note: () => undefined, bug: () => 'test' },
    // Nothing a page of customers asks for needs a worker.
    spawnWorker: { start: () => Promise.reject(new Error('no worker here')) },
  });
  const { a, b } = directLink();
  host.serve(b);
  const client = clientOver(a);
  onTestFinished(async () => {
    a.close();
    await host.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return {
    call: (method, params) => client.call(method, params),
    subscribe: (name, listener) => client.subscribe(name, listener),
    ticketFor: () => Promise.reject(new Error('no files here')),
  };
}

/** Whom the contact guard holds back of everybody: they are on no list for contacting. */
export async function heldBack(connection: Connection): Promise<readonly { customer: number; why: string }[]> {
  const { held } = await connection.call('lists.held', {
    filter: {},
    basis: { on: String(today), definition: 'quantile' },
    sort: { by: 'name', descending: false },
    limit: 5000,
  });
  return held.flatMap(({ customer, held: reasons }) => reasons.map(({ why }) => ({ customer, why })));
}
