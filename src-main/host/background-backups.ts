/**
 * Backups in the background: at the start of each day, after each import, and while files are checked, so that the import that may follow
 * finds the ledger backed up as it stands and need not wait. Only a convenience: an import that finds none makes its own first.
 */

import { Problem } from '../../src-shared/problem.ts';
import { isBackedUp, listBackups } from '../ledger/backup.ts';
import { holdsOrders } from '../ledger/shops.ts';
import type { Desk } from './desk.ts';
import type { Log } from './log.ts';

/** Later than a command of the command line lives, so that it never waits for a backup. */
const FIRST_MS = 3000;
const AGAIN_MS = 900_000;
/** After an import: late enough for the owner to look round, and for the next file of a row of them. */
const SOON_MS = 20_000;

/** Why now: a day has one backup of its beginning, an import wants the very state it starts from. */
type Occasion = 'day' | 'import';

async function backUp(desk: Desk, occasion: Occasion): Promise<boolean> {
  const folder = desk.ledger.folder();
  // The demo shop can be made anew at any time.
  if (folder !== desk.room.root || desk.jobs.isWriting() || desk.jobs.isRunning('backup')) return false;
  const now = desk.clock.now();
  const isToday = (madeAt: string): boolean => madeAt.slice(0, 10) === now.slice(0, 10);
  const hasToday = listBackups(folder).some(({ reason, madeAt }) => reason === 'day' && isToday(madeAt));
  if (hasToday && occasion === 'day') return false;
  const needless = await desk.ledger.read((ledger) => !holdsOrders(ledger) || isBackedUp(folder, ledger));
  if (needless) return false;
  await desk.jobs.run('backup', { folder, reason: occasion, now, quietly: true });
  return true;
}

export interface BackgroundBackups {
  /** Files are being checked: an import may follow. */
  ahead(): void;
  /** Something was imported or taken back. */
  soon(): void;
  stop(): void;
}

export function startBackgroundBackups(desk: Desk, log: Log, onMade: () => void): BackgroundBackups {
  const turn = (occasion: Occasion): void => {
    backUp(desk, occasion).then(
      (made) => {
        if (made) onMade();
      },
      (error: unknown) => {
        if (error instanceof Problem) log.note('background-backup-failed', { problem: String(error.code) });
        else log.bug('background-backup', error);
      },
    );
  };
  const first = setTimeout(() => turn('day'), FIRST_MS);
  const later = setInterval(() => turn('day'), AGAIN_MS);
  first.unref();
  later.unref();
  let next: ReturnType<typeof setTimeout> | undefined;
  return {
    ahead: () => turn('import'),
    soon: () => {
      clearTimeout(next);
      next = setTimeout(() => turn('import'), SOON_MS);
      next.unref();
    },
    stop: () => {
      clearTimeout(first);
      clearInterval(later);
      clearTimeout(next);
    },
  };
}
