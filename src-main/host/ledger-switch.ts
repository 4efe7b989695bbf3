/** Another ledger under the same pages: the demo shop's and back, and a restored backup. Nobody reads or writes while the file is exchanged. */

import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename, isAbsolute } from 'node:path';
import { Problem } from '../../src-shared/problem.ts';
import type { Desk } from './desk.ts';

const done = { done: true } as const;

function assertNoImport(desk: Desk): void {
  if (desk.jobs.importRunning()) throw new Problem('import-running', {});
}

/** Opens the ledger of another folder; a check under way would end in the wrong one. */
async function switchTo(desk: Desk, folder: string): Promise<void> {
  assertNoImport(desk);
  if (desk.ledger.folder() !== folder) await desk.ledger.exchange(() => Promise.resolve(folder));
}

/** The demo shop is a ledger of its own in `demo/`, made on first use. It is made beside and renamed, so it is there whole or not at all. */
export async function openDemo(desk: Desk): Promise<typeof done> {
  const { demo, demoUnfinished } = desk.room;
  assertNoImport(desk);
  if (!existsSync(demo)) {
    rmSync(demoUnfinished, { recursive: true, force: true });
    const { clock } = desk;
    await desk.jobs.run('demo', { folder: demoUnfinished, now: clock.now(), today: clock.today() }, { job: 'demo' });
    renameSync(demoUnfinished, demo);
  }
  await switchTo(desk, demo);
  return done;
}

export async function leaveDemo(desk: Desk): Promise<typeof done> {
  await switchTo(desk, desk.room.root);
  return done;
}

export async function removeDemo(desk: Desk): Promise<typeof done> {
  await leaveDemo(desk);
  // A check of the demo's files may still be ending.
  await desk.jobs.quiet();
  rmSync(desk.room.demo, { recursive: true, force: true });
  return done;
}

/** `name`: a backup's name, or the ticket of a file the owner chose; then its path. */
export function backupNameOf(desk: Pick<Desk, 'tickets'>, name: string): string {
  try {
    return desk.tickets.file(name).path;
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'ticket-unknown') throw error;
    // A page never names a path: what is no ticket must be the name of a backup, and those lie in one folder.
    if (basename(name) !== name || isAbsolute(name)) throw new Problem('backup-not-found', { name: basename(name) });
    return name;
  }
}

export async function restore(desk: Desk, name: string): Promise<{ undoName: string }> {
  assertNoImport(desk);
  // An export or a backup still reads the file that is about to be replaced.
  await desk.jobs.quiet();
  const folder = desk.ledger.folder();
  let undoName = '';
  await desk.ledger.exchange(async () => {
    const ask = { folder, name: backupNameOf(desk, name), now: desk.clock.now() };
    ({ undoName } = await desk.jobs.run('restore', ask));
    return folder;
  });
  // The ledger that was found damaged has been set aside.
  if (folder === desk.room.root) desk.warn(null);
  return { undoName };
}
