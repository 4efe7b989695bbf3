/** `ledger.status`: what the frame of every page shows. */

import { existsSync } from 'node:fs';
import type { LedgerStatus } from '../../src-shared/contract/ledger.ts';
import { listBackups } from '../ledger/backup.ts';
import { countLedger, listShops } from '../ledger/shops.ts';
import type { Desk } from './desk.ts';

/** A copy to look at has no backups of its own; those of the ledger it shows lie in the data folder. */
export function backupsHome(desk: Desk): string {
  return desk.readOnly ? desk.room.root : desk.ledger.folder();
}

export function ledgerStatus(desk: Desk): Promise<LedgerStatus> {
  return desk.ledger.read((reading) => {
    const folder = desk.ledger.folder();
    return {
      demo: folder === desk.room.demo,
      hasDemo: existsSync(desk.room.demo),
      today: desk.clock.today(),
      folder: desk.room.root,
      readOnly: desk.readOnly,
      ...countLedger(reading),
      lastBackupAt: listBackups(backupsHome(desk))[0]?.madeAt ?? null,
      shops: listShops(reading),
      waitingWrites: desk.ledger.waitingWrites(),
      importRunning: desk.jobs.importRunning(),
      // It is the owner's ledger that was looked over; the demo shop is well.
      warning: folder === desk.room.demo ? null : desk.warning(),
    };
  });
}
