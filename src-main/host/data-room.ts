/** The places in the data folder, and what is tidied there at each start. */

import { mkdirSync, rmSync } from 'node:fs';
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
  for (const path of leftovers) {
    try {
      rmSync(path, { recursive: true, force: true });
    } catch {
      // A worker of the killed run still holds a file, which only Windows minds. The next start tidies again.
    }
  }
  mkdirSync(stageFolderOf(room.root), { recursive: true });
}
