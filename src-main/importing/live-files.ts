/** Which imported files speak. Beside the source rows. */

import type { Database } from 'better-sqlite3';

/** Files of imports that are not taken back. */
export function liveFiles(ledger: Database): ReadonlySet<number> {
  const files = ledger
    .prepare<[], number>(
      `select file_id from import_file join import_batch on import_batch.batch_id = import_file.batch_id
       where undone_at is null`,
    )
    .pluck()
    .all();
  return new Set(files);
}
