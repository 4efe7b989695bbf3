/** Every import there was, newest first, also those taken back. Behind the History page. */

import type { HistoryEntry } from '../../src-shared/contract/imports.ts';
import { isMarketplace } from '../../src-shared/marketplace.ts';
import type { Reading } from '../ledger/transaction.ts';
import { storedReport } from './store-batches.ts';

interface StoredBatch {
  readonly batch: number;
  readonly shop: string;
  readonly marketplace: string;
  readonly profile: string;
  readonly appliedAt: string;
  readonly undoneAt: string | null;
  readonly report: string;
}

export function importHistory({ connection }: Reading): readonly HistoryEntry[] {
  const batches = connection
    .prepare<[], StoredBatch>(
      `select batch_id as batch, shop.name as shop, shop.marketplace, profile, applied_at as appliedAt, undone_at as undoneAt, report
       from import_batch join shop on shop.shop_id = import_batch.shop_id
       order by batch_id desc`,
    )
    .all();
  const files = connection.prepare<[number], { name: string; sha256: string; rows: number }>(
    'select name, sha256, row_count as rows from import_file where batch_id = ? order by file_id',
  );
  return batches.map(({ marketplace, report, ...batch }) => ({
    ...batch,
    marketplace: isMarketplace(marketplace) ? marketplace : 'other',
    files: files.all(batch.batch),
    report: storedReport(report),
  }));
}
