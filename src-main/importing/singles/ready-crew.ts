/** Has the customers and lines of a first import made ready in a thread, and moves them into the ledger. Part of `apply`. */

import { existsSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Database } from 'better-sqlite3';
import peopleSql from './carry-out-people.sql?raw';
import singlesSql from './carry-out-singles.sql?raw';
import { definitionsOf, progressOf, type ReadyAsk } from './ready-tables.ts';

/** Below this a thread takes longer to start than it saves. */
const FEWEST_ORDERS = 20_000;
const TABLES = ['customer', 'identity', 'customer_total', 'search_pending', 'order_line'] as const;
const BEGINS_WITHIN_MS = 5000;
const FULL_HOUR_MS = 3_600_000;

export interface ReadyCrew {
  /** Their indexes come with them. */
  readonly tables: readonly string[];
  /** Waits for the thread, then moves its tables into the empty ones of the ledger. false: it failed, nothing was moved. */
  moveInto(connection: Database): boolean;
  stop(): Promise<void>;
}

export interface ReadyPlace {
  readonly path: string;
  readonly folds: string;
  readonly people: string;
}

/** The thread's program, a file of the build; null where there is none. */
function threadProgram(): URL | null {
  if (import.meta.url.endsWith('.ts')) return null;
  const places = ['./ready-thread.mjs', '../ready-thread.mjs'];
  return places.map((place) => new URL(place, import.meta.url)).find((url) => existsSync(fileURLToPath(url))) ?? null;
}

/** Statements without the one that writes to `ledger_state`, which is the ledger's own. */
function fillOf(): readonly string[] {
  const people = peopleSql.split(';').filter((sql) => !/^\s*update ledger_state/m.test(sql));
  return [...people, ...singlesSql.split(';').filter((sql) => /insert into order_line/.test(sql))];
}

/** What a thread is to make for this ledger. */
export function readyAsk(connection: Database, place: ReadyPlace, base: number): ReadyAsk {
  const definitions = definitionsOf(connection, TABLES);
  const ofType = (type: 'table' | 'index'): readonly string[] =>
    definitions.filter((each) => each.type === type).map(({ sql }) => sql);
  return { ...place, tables: ofType('table'), indexes: ofType('index'), fill: fillOf(), base };
}

/** null: too few orders, or no thread to be had. Every fold must be an order of its own. */
export function readyCrew(connection: Database, place: ReadyPlace, orders: number, base: number): ReadyCrew | null {
  const { path, people } = place;
  const program = threadProgram();
  if (program === null || orders < FEWEST_ORDERS || !existsSync(people)) return null;
  rmSync(path, { force: true });
  const ask = readyAsk(connection, place, base);
  const state = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(program, { workerData: { ask, shared: state.buffer }, execArgv: [] });
  // Whatever it is, the number never comes to `done`.
  worker.on('error', () => Atomics.store(state, 0, progressOf.failed));

  /** Waits where nothing else can be done: inside the transaction. */
  function isDone(): boolean {
    Atomics.wait(state, 0, progressOf.waiting, BEGINS_WITHIN_MS);
    Atomics.wait(state, 0, progressOf.begun, FULL_HOUR_MS);
    return Atomics.load(state, 0) === progressOf.done;
  }

  return {
    tables: TABLES,
    moveInto(ledger) {
      if (!isDone()) return false;
      ledger.prepare('attach ? as ready').run(path);
      for (const table of TABLES) ledger.exec(`insert into main.${table} select * from ready.${table}`);
      return true;
    },
    async stop() {
      await worker.terminate();
      rmSync(path, { force: true });
    },
  };
}
