/**
 * What can be done while there is no ledger to open: say why, list the backups, look into one, bring it back. The damaged file
 * is set aside by the restore, never removed.
 */

import { existsSync } from 'node:fs';
import type { LedgerStatus } from '../../src-shared/contract/ledger.ts';
import { type Settings, settingsSchema } from '../../src-shared/contract/settings.ts';
import type { Problem } from '../../src-shared/problem.ts';
import type { ProblemCode } from '../../src-shared/problem-codes.ts';
import { listBackups } from '../ledger/backup.ts';
import { lockFolder } from '../ledger/folder-lock.ts';
import { dataRoomOf } from './data-room.ts';
import type { HostOptions } from './host.ts';
import type { JobRoom } from './job-room.ts';
import type { AnswerOf } from './job-table.ts';
import { backupNameOf } from './ledger-switch.ts';
import { readLook } from './look-file.ts';
import type { Tickets } from './tickets.ts';

/** Only a backup mends these. Any other Problem is mended outside the program: close the other one, upgrade, free the disk. */
const mendedByBackup: ReadonlySet<ProblemCode> = new Set(['ledger-damaged', 'ledger-missing']);

export function canRecover(problem: Problem): boolean {
  return mendedByBackup.has(problem.code);
}

export interface RecoveryDesk {
  readonly options: HostOptions;
  readonly tickets: Tickets;
  readonly jobs: JobRoom;
}

export function recoveryStatus({ options }: RecoveryDesk, problem: Problem): LedgerStatus {
  const { folder, clock } = options;
  return {
    demo: false,
    hasDemo: existsSync(dataRoomOf(folder).demo),
    today: clock.today(),
    folder,
    readOnly: false,
    customers: 0,
    likely: 0,
    orders: 0,
    lastDay: null,
    lastBackupAt: listBackups(folder)[0]?.madeAt ?? null,
    shops: [],
    waitingWrites: 0,
    importRunning: false,
    warning: problem.code,
  };
}

export function recoverySettings({ options }: RecoveryDesk): Settings {
  return { ...settingsSchema.parse({}), ...readLook(options.folder) };
}

/** Nobody else may open the folder meanwhile. */
async function holding<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  const unlock = lockFolder(folder);
  try {
    return await work();
  } finally {
    unlock();
  }
}

/** Looks into a backup, or brings it back; the ledger can be opened afterwards. */
export function withBackup<Name extends 'previewBackup' | 'restore'>(
  desk: RecoveryDesk,
  job: Name,
  name: string,
): Promise<AnswerOf<Name>> {
  const { folder, clock } = desk.options;
  const ask = { folder, name: backupNameOf(desk, name), now: clock.now() };
  return holding(folder, () => desk.jobs.run(job, ask));
}
