/** `ledger.status`: what the frame of every page shows. */

import { existsSync } from 'node:fs';
import type { LedgerStatus } from '../../src-shared/contract/ledger.ts';
import { listBackups } from '../ledger/backup.ts';
import { countLedger, listShops } from '../ledger/shops.ts';
import type { Desk } from './desk.ts';

export function ledgerStatus(desk: Desk): Promise<LedgerStatus> {
  return desk.ledger.read((reading) => {
    const folder = desk.ledger.folder();
    return {
      demo: folder === desk.room.demo,
      hasDemo: existsSync(desk.room.demo),
      today: desk.clock.today(),
      folder: desk.room.root,
      readOnly: false,
      ...countLedger(reading),
      lastBackupAt: listBackups(folder)[0]?.madeAt ?? null,
      shops: listShops(reading),
      waitingWrites: desk.ledger.waitingWrites(),
      importRunning: desk.jobs.importRunning(),
      warning: desk.warning(),
    };
  });
}
