/** The places in the data folder, and what is tidied there at each start. */

import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface DataRoom {
  readonly root: string;
  readonly demo: string;
  /** The demo shop while it is being made: renamed to `demo` when complete. */
  readonly demoUnfinished: string;
  readonly uploads: string;
}

export function dataRoomOf(root: string): DataRoom {
  return {
    root,
    demo: join(root, 'demo'),
    demoUnfinished: join(root, 'demo-unfinished'),
    uploads: join(root, 'uploads'),
  };
}

/** Where checks are staged: beside the ledger they belong to. */
export function stageFolderOf(ledgerFolder: string): string {
  return join(ledgerFolder, 'stage');
}

/** What an earlier run left lying about: staged checks, a half-made demo shop, uploads. Only the holder of the lock may call this. */
export function tidy(room: DataRoom): void {
  const leftovers = [stageFolderOf(room.root), stageFolderOf(room.demo), room.demoUnfinished, room.uploads];
  for (const path of leftovers) rmSync(path, { recursive: true, force: true });
  mkdirSync(stageFolderOf(room.root), { recursive: true });
}

function marker(root: string): string {
  return join(root, 'open.mark');
}

/** True when the last run did not end by itself. Leaves the mark of this one. */
export function wasCutShort(root: string): boolean {
  const path = marker(root);
  const found = existsSync(path);
  if (!found) writeFileSync(path, '');
  return found;
}

export function endedWell(root: string): void {
  rmSync(marker(root), { force: true });
}
