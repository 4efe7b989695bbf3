/** Importing: ours through the built worker, and the importers it is held against. */

import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeBackup } from '../../src-main/ledger/backup.ts';
import { openForReading, openForWriting } from '../../src-main/ledger/open-ledger.ts';
import { searchIndexer } from '../../src-main/ledger/search/indexing.ts';
import {
  bookFolder,
  laterPath,
  listPath,
  type Measured,
  measured,
  nextDaysPath,
  type Place,
  settleDisk,
  smallerSize,
} from './measured.ts';
import { naiveImport } from './naive.ts';
import { dayOfNextDays, importThrough, now } from './worker-jobs.ts';
import { contentOf, yardstick } from './yardstick.ts';

/** Beside the bundle of the cases. */
const recorder = fileURLToPath(new URL('recorder.mjs', import.meta.url));

/** The same words as `contentOf` of the yardstick. */
function contentOfBook(folder: string): string {
  const { connection } = openForReading(folder);
  const said = connection
    .prepare(
      "select (select count(*) from shop_order), (select count(*) from customer where anchor_kind = 'buyer'), sum(total_minor), sum(refund_minor), count(paid_at) from shop_order",
    )
    .raw()
    .get() as readonly number[];
  connection.close();
  return said.join('/');
}

/** A digest of all the ledger says, where two imports must have the same end. */
function digestOf(folder: string): string {
  const { connection } = openForReading(folder);
  const digest = createHash('sha256');
  for (const table of ['shop_order', 'order_line', 'customer', 'identity', 'customer_total']) {
    for (const row of connection.prepare(`select * from ${table} order by 1, 2`).raw().iterate())
      digest.update(JSON.stringify(row));
  }
  connection.close();
  return digest.digest('hex').slice(0, 12);
}

async function withFolder<Result>(place: Place, work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(place.scratch, 'case-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The words of the search box, which the host works out after an import. */
function indexWords(folder: string): void {
  const ledger = openForWriting(folder, 1000);
  for (const step = searchIndexer(); step(ledger); );
  ledger.connection.pragma('wal_checkpoint(truncate)');
  ledger.connection.close();
}

/** The first import of a run leaves its ledger to the other cases. */
export function importCase(place: Place, orders: number, worker: string): Promise<Measured> {
  return withFolder(place, async (folder) => {
    const ran = await importThrough(worker, recorder, folder, listPath(place, orders));
    const content = contentOfBook(folder);
    const kept = bookFolder(place, orders);
    if (worker === place.worker && !existsSync(kept)) {
      renameSync(folder, kept);
      // As the host leaves a ledger: see src-main/host/search-indexing.ts and src-main/host/background-backups.ts.
      indexWords(kept);
      makeBackup(kept, { reason: 'day', now });
    }
    return { ...ran, content };
  });
}

/** Imports one more file into a ledger that holds the large one. */
function intoBook(place: Place, orders: number, path: string, day?: string): Promise<Measured> {
  return withFolder(place, async (folder) => {
    cpSync(bookFolder(place, orders), folder, { recursive: true });
    settleDisk();
    return { ...(await importThrough(place.worker, recorder, folder, path, day)), content: digestOf(folder) };
  });
}

export const importCases: Readonly<Record<string, (place: Place) => Promise<Measured>>> = {
  yardstick: (place) => withFolder(place, (folder) => Promise.resolve(yardstick(listPath(place, place.size), folder))),
  import: (place) => importCase(place, place.size, place.worker),
  'import, other build': (place) => importCase(place, place.size, place.otherWorker ?? place.worker),
  'import of a tenth': (place) => importCase(place, smallerSize(place.size), place.worker),
  naive: (place) =>
    withFolder(place, async (folder) => {
      const book = join(folder, 'naive.db');
      return { ...(await measured(() => naiveImport(listPath(place, place.size), book))), content: contentOf(book) };
    }),
  'import again': (place) => intoBook(place, place.size, listPath(place, place.size)),
  'next days': (place) => intoBook(place, place.size, nextDaysPath(place, place.size), dayOfNextDays),
  'later file': (place) => intoBook(place, place.size, laterPath(place, place.size)),
  'later file into a tenth': (place) =>
    intoBook(place, smallerSize(place.size), laterPath(place, smallerSize(place.size))),
};
