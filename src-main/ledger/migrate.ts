/** Numbered .sql files to the newest schema: hashes compared, one transaction each, foreign keys checked after. */

import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import shopsAndImports from '../../migrations/0001-shops-and-imports.sql?raw';
import customersAndOrders from '../../migrations/0002-customers-and-orders.sql?raw';
import ownerEdits from '../../migrations/0003-owner-edits.sql?raw';
import namesOfShops from '../../migrations/0004-names-of-shops.sql?raw';
import searchAfterImport from '../../migrations/0005-search-after-import.sql?raw';
import ordersOfImports from '../../migrations/0006-orders-of-imports.sql?raw';
import whoIsWho from '../../migrations/0007-who-is-who.sql?raw';
import coverageAndExclusions from '../../migrations/0008-coverage-and-exclusions.sql?raw';
import repairs from '../../migrations/0009-repairs.sql?raw';
import howFilesWereRead from '../../migrations/0010-how-files-were-read.sql?raw';
import putOff from '../../migrations/0011-put-off.sql?raw';
import segments from '../../migrations/0012-segments.sql?raw';
import tagsAndBulkEdits from '../../migrations/0013-tags-and-bulk-edits.sql?raw';
import factsAboutPeople from '../../migrations/0014-facts-about-people.sql?raw';
import followUps from '../../migrations/0015-follow-ups.sql?raw';
import levelsByHand from '../../migrations/0016-levels-by-hand.sql?raw';
import fieldsAndViews from '../../migrations/0017-fields-and-views.sql?raw';
import templates from '../../migrations/0018-templates.sql?raw';
import strategies from '../../migrations/0019-strategies.sql?raw';
import purchasesInOrder from '../../migrations/0020-purchases-in-order.sql?raw';
import peopleInBulkEdits from '../../migrations/0021-people-in-bulk-edits.sql?raw';
import careHoldout from '../../migrations/0022-care-holdout.sql?raw';
import plans from '../../migrations/0023-plans.sql?raw';
import { Problem } from '../../src-shared/problem.ts';

export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** All migrations, oldest first. A house test compares this list with the folder. */
export const migrations: readonly Migration[] = [
  { name: '0001-shops-and-imports', sql: shopsAndImports },
  { name: '0002-customers-and-orders', sql: customersAndOrders },
  { name: '0003-owner-edits', sql: ownerEdits },
  { name: '0004-names-of-shops', sql: namesOfShops },
  { name: '0005-search-after-import', sql: searchAfterImport },
  { name: '0006-orders-of-imports', sql: ordersOfImports },
  { name: '0007-who-is-who', sql: whoIsWho },
  { name: '0008-coverage-and-exclusions', sql: coverageAndExclusions },
  { name: '0009-repairs', sql: repairs },
  { name: '0010-how-files-were-read', sql: howFilesWereRead },
  { name: '0011-put-off', sql: putOff },
  { name: '0012-segments', sql: segments },
  { name: '0013-tags-and-bulk-edits', sql: tagsAndBulkEdits },
  { name: '0014-facts-about-people', sql: factsAboutPeople },
  { name: '0015-follow-ups', sql: followUps },
  { name: '0016-levels-by-hand', sql: levelsByHand },
  { name: '0017-fields-and-views', sql: fieldsAndViews },
  { name: '0018-templates', sql: templates },
  { name: '0019-strategies', sql: strategies },
  { name: '0020-purchases-in-order', sql: purchasesInOrder },
  { name: '0021-people-in-bulk-edits', sql: peopleInBulkEdits },
  { name: '0022-care-holdout', sql: careHoldout },
  { name: '0023-plans', sql: plans },
];

const APPLICATION_ID = 0x52_45_47_4c; // 'REGL'

function hashOf(sql: string): string {
  // A checkout on Windows may have turned the line ends.
  return createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex');
}

function appliedIn(connection: Database): readonly { name: string; sha256: string }[] {
  const known = connection.prepare("select 1 from sqlite_schema where name = 'schema_migration'").get();
  if (known === undefined) return [];
  return connection.prepare('select name, sha256 from schema_migration order by name').all() as {
    name: string;
    sha256: string;
  }[];
}

/** Ours, or new and empty. A database of somebody else bears another application id, or tables without any. */
function isOurs(connection: Database): boolean {
  const id = connection.pragma('application_id', { simple: true });
  if (id === APPLICATION_ID) return true;
  return id === 0 && connection.prepare('select count(*) from sqlite_schema').pluck().get() === 0;
}

/**
 * What is still to be applied. Throws `ledger-is-foreign` for somebody else's database, `ledger-is-newer` when a newer
 * program wrote the file, `ledger-migration-changed` when an applied file was edited. Changes nothing.
 */
export function pendingMigrations(
  connection: Database,
  folder: string,
  known: readonly Migration[] = migrations,
): readonly Migration[] {
  if (!isOurs(connection)) throw new Problem('ledger-is-foreign', { folder });
  const applied = appliedIn(connection);
  applied.forEach((row, index) => {
    const own = known[index];
    if (own === undefined || own.name !== row.name) throw new Problem('ledger-is-newer', { version: row.name });
    if (hashOf(own.sql) !== row.sha256) throw new Problem('ledger-migration-changed', { migration: row.name });
  });
  return known.slice(applied.length);
}

function applyOne(connection: Database, migration: Migration, now: string): void {
  connection.exec(
    'create table if not exists schema_migration (name text primary key, sha256 text not null, applied_at text not null) strict',
  );
  connection.exec(migration.sql);
  connection
    .prepare('insert into schema_migration (name, sha256, applied_at) values (?, ?, ?)')
    .run(migration.name, hashOf(migration.sql), now);
  connection.pragma(`application_id = ${APPLICATION_ID}`);
  const broken = connection.pragma('foreign_key_check') as unknown[];
  if (broken.length > 0) throw new Error(`${migration.name} leaves ${broken.length} broken foreign keys`);
}

/** Applies what is pending, each migration with its record in one transaction. `now` is an instant with Z. */
export function migrate(connection: Database, pending: readonly Migration[], now: string): void {
  // A migration that makes a table anew must be able to drop the old one; the keys are checked before it is committed.
  connection.pragma('foreign_keys = off');
  try {
    for (const migration of pending) {
      connection.transaction(() => applyOne(connection, migration, now)).immediate();
    }
  } finally {
    connection.pragma('foreign_keys = on');
  }
}
