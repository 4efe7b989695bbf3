/**
 * A backup at the start of each day and after each import, in the background. A program that stays open over midnight makes the next one
 * too, and an import finds the ledger backed up and need not wait for its own.
 */

import { Problem } from '../../src-shared/problem.ts';
import { isBackedUp, listBackups } from '../ledger/backup.ts';
import { countLedger } from '../ledger/shops.ts';
import type { Desk } from './desk.ts';
import type { Log } from './log.ts';

/** Later than a command of the command line lives, so that it never waits for a backup. */
const FIRST_MS = 3000;
const AGAIN_MS = 900_000;
/** After an import: late enough for the owner to look round, and for the next file of a row of them. */
const SOON_MS = 20_000;

/** `imported`: today's backup is there, but older than what was imported. */
async function backUp(desk: Desk, imported: boolean): Promise<boolean> {
  const folder = desk.ledger.folder();
  // The demo shop can be made anew at any time.
  if (folder !== desk.room.root || desk.jobs.importRunning()) return false;
  const now = desk.clock.now();
  const isToday = (madeAt: string): boolean => madeAt.slice(0, 10) === now.slice(0, 10);
  const hasToday = listBackups(folder).some(({ reason, madeAt }) => reason === 'day' && isToday(madeAt));
  if (hasToday && !imported) return false;
  const { orders } = await desk.ledger.read(countLedger);
  if (orders === 0 || (hasToday && (await desk.ledger.read((ledger) => isBackedUp(folder, ledger))))) return false;
  await desk.jobs.run('backup', { folder, reason: hasToday ? 'import' : 'day', now });
  return true;
}

export interface DayBackups {
  /** Something was imported. */
  soon(): void;
  stop(): void;
}

export function startDayBackups(desk: Desk, log: Log, onMade: () => void): DayBackups {
  const turn = (imported: boolean): void => {
    backUp(desk, imported).then(
      (made) => {
        if (made) onMade();
      },
      (error: unknown) => {
        if (error instanceof Problem) log.note('day-backup-failed', { problem: String(error.code) });
        else log.bug('day-backup', error);
      },
    );
  };
  const first = setTimeout(() => turn(false), FIRST_MS);
  const later = setInterval(() => turn(false), AGAIN_MS);
  first.unref();
  later.unref();
  let next: ReturnType<typeof setTimeout> | undefined;
  return {
    soon: () => {
      clearTimeout(next);
      next = setTimeout(() => turn(true), SOON_MS);
      next.unref();
    },
    stop: () => {
      clearTimeout(first);
      clearInterval(later);
      clearTimeout(next);
    },
  };
}
