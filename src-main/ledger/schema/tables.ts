/** All tables, and drizzle over an open ledger: for reading and writing the small tables by name. Figures come from .sql files. */

import type { Database } from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import type { Reading } from '../transaction.ts';

export * from './customers.ts';
export * from './fields.ts';
export * from './follow-ups.ts';
export * from './imports.ts';
export * from './marks.ts';
export * from './owner.ts';
export * from './plans.ts';
export * from './strategies.ts';
export * from './templates.ts';

const made = new WeakMap<Database, BetterSQLite3Database>();

/** Queries over the ledger's own connection, so inside its transaction when there is one. */
export function tablesOf(reading: Reading): BetterSQLite3Database {
  const known = made.get(reading.connection);
  if (known !== undefined) return known;
  const fresh = drizzle(reading.connection);
  made.set(reading.connection, fresh);
  return fresh;
}
