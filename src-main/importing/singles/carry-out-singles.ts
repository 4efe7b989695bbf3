/**
 * Carries out what was planned of single orders: whole tables of the side files move into the ledger, each in one statement. Part of
 * `carry-out`, inside its transaction.
 */

import type { Database } from 'better-sqlite3';
import type { Writing } from '../../ledger/transaction.ts';
import people from './carry-out-people.sql?raw';
import orders from './carry-out-singles.sql?raw';
import type { ReadyCrew } from './ready-crew.ts';
import { assertSound } from './sound-folds.ts';

const namesChanged = people.split(';').find((sql) => sql.includes('ledger_state')) ?? '';

/** Attached to the ledger while a check is applied. */
export interface SinglesPlanned {
  readonly base: number;
  readonly orders: number;
  /** Customer of each fold; 0: nobody. */
  readonly owners: Int32Array;
}

/** null: the check has no single orders. `schema`: the name its stage goes by on this connection. */
export function plannedSingles(connection: Database, schema: 'stage' | 'main' = 'stage'): SinglesPlanned | null {
  const found = connection
    .prepare<[], { base: number; orders: number; owners: Buffer }>(
      `select order_base as base, orders, owners from ${schema}.staged_singles`,
    )
    .get();
  if (found === undefined || found.orders === 0) return null;
  const bytes = Uint8Array.from(found.owners);
  return { base: found.base, orders: found.orders, owners: new Int32Array(bytes.buffer) };
}

/** Lets SQL ask whose a fold is: `owner_of(fold_no)`, null when nobody can say. */
export function ownersIn(connection: Database, { owners }: SinglesPlanned): void {
  connection.function('owner_of', { deterministic: true }, (fold) => owners[Number(fold)] || null);
}

/** Most checks put nothing back: then it need not be asked of every fold. */
export function foldsNotPutBack(connection: Database, sql: string): string {
  const any = connection.prepare('select 1 from stage.staged_put_back limit 1').get() !== undefined;
  return any
    ? sql.replaceAll('/* not put back */ true', 'fold_no not in (select fold_no from stage.staged_put_back)')
    : sql;
}

/** Every order must have come over: what a statement changed is compared with what was planned. */
function runExactly(connection: Database, sql: string, base: number, expected: number): void {
  const { changes } = connection.prepare(sql).run({ base });
  if (changes !== expected) throw new Error(`${changes} of ${expected} single orders were carried out`);
}

/** Which of their tables are filled: the lines may come ready from elsewhere, made of folds that are sound. */
export type SinglesPart = 'all' | 'orders' | 'lines';

/** Orders after their customers: in a ledger that checks its references at once. */
export function carryOutSingles({ connection }: Writing, planned: SinglesPlanned, part: SinglesPart = 'all'): void {
  const { base, orders: expected } = planned;
  ownersIn(connection, planned);
  if (part !== 'orders') assertSound(connection);
  connection.pragma('ignore_check_constraints = on');
  try {
    for (const sql of foldsNotPutBack(connection, orders).split(';')) {
      const isLines = sql.includes('insert into order_line');
      if (part === 'all' || isLines === (part === 'lines')) runExactly(connection, sql, base, expected);
    }
  } finally {
    connection.pragma('ignore_check_constraints = off');
  }
}

export function carryOutPeople({ connection }: Writing): void {
  for (const sql of people.split(';')) connection.prepare(sql).run();
}

/** Customers and lines that a thread has made of sound folds, into a ledger without any. false: they do not come. */
export function carryOutReady({ connection }: Writing, planned: SinglesPlanned, ready: ReadyCrew): boolean {
  if (!ready.moveInto(connection)) return false;
  connection.prepare(namesChanged).run();
  const lines = connection.prepare<[], number>('select count(*) from order_line').pluck().get();
  if (lines !== planned.orders) throw new Error(`${lines} of ${planned.orders} lines were carried out`);
  return true;
}
