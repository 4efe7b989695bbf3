/** Figures of all customers: RFM against DuckDB, and what an import costs the summaries. */

import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { roomForImport } from '../../src-main/importing/carry-out.ts';
import { openForReading, openForWriting } from '../../src-main/ledger/open-ledger.ts';
import { refreshCustomers } from '../../src-main/ledger/refresh-customers.ts';
import { searchIndexer } from '../../src-main/ledger/search/indexing.ts';
import { type Reading, transact } from '../../src-main/ledger/transaction.ts';
import { ntileScores } from '../../src-main/metrics/quintiles.ts';
import { type RfmScores, rfmScores } from '../../src-main/metrics/rfm.ts';
import type { Day } from '../../src-shared/day.ts';
import { defaultTypedLines, noDay } from '../../src-shared/rfm.ts';
import { bookFolder, type Measured, measured, type Place, percentile, settleDisk } from './measured.ts';

const on = '2026-07-01' as Day;

function scoresOf(reading: Reading): RfmScores {
  return rfmScores(reading, { on, definition: 'ntile', lines: defaultTypedLines });
}

function sumOf({ r, f, m }: Pick<RfmScores, 'r' | 'f' | 'm'>): string {
  let [count, sum] = [0, 0];
  r.forEach((near, at) => {
    if (near === 0) return;
    count += 1;
    sum += near * 100 + (f[at] ?? 0) * 10 + (m[at] ?? 0);
  });
  return `${count}/${sum}`;
}

function cold(place: Place): Promise<Measured> {
  const ledger = openForReading(bookFolder(place, place.size));
  ledger.connection.prepare('select count(*) from customer_total').get();
  return measured(
    () => scoresOf(ledger),
    (scores) => ({ content: sumOf(scores) }),
  );
}

/** Scoring alone: the figures are in the arrays, as between two questions of a page. */
function held(place: Place): Promise<Measured> {
  const scores = scoresOf(openForReading(bookFolder(place, place.size)));
  const scored = Array.from(scores.customer.keys()).filter((at) => scores.lastDay[at] !== noDay);
  const order = Int32Array.from(scored.keys());
  const values = [scores.lastDay, scores.frequency, scores.netMinor].map((all) =>
    Float64Array.from(scored, (at) => all[at] ?? 0),
  );
  return measured(
    () => values.map((dimension) => ntileScores(dimension, order)),
    (found) => ({
      detail: { scored: found[0]?.length ?? 0 },
    }),
  );
}

interface DuckConnection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getRows(): readonly (readonly unknown[])[] }>;
}

interface Duck {
  readonly DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<DuckConnection> }> };
}

/** The counted orders in a file, each with the word that settles ties. */
function writeCounted(ledger: Reading, path: string): void {
  const rows = ledger.connection
    .prepare(
      `select case anchor_kind when 'buyer' then substr(anchor_value, instr(anchor_value, ':') + 1) else anchor_value end, shop_order.customer_id,
         ordered_on, coalesce(net_minor, 0)
       from shop_order join customer on customer.customer_id = shop_order.customer_id where counts = 1`,
    )
    .raw()
    .all() as (readonly (string | number)[])[];
  writeFileSync(path, `word,customer,day,net\n${rows.map((row) => row.join(',')).join('\n')}\n`);
}

/** The same scores by DuckDB, its table in memory. */
async function duck(place: Place): Promise<Measured> {
  const path = join(place.scratch, `counted-${process.pid}.csv`);
  writeCounted(openForReading(bookFolder(place, place.size)), path);
  // The package is not one of ours: it is only there when somebody fetched it.
  const { DuckDBInstance } = createRequire(join(place.duckdb ?? '', 'package.json'))('@duckdb/node-api') as Duck;
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run('set threads = 2');
  await connection.run(`create table bought as select * from read_csv('${path}')`);
  rmSync(path);
  const sql = `select count(*)::int, sum(r * 100 + f * 10 + m)::int from (
    select ntile(5) over (order by last, word, customer) r, ntile(5) over (order by often, word, customer) f, ntile(5) over (order by much, word, customer) m
    from (select word, customer, max(day) as last, count(*) as often, sum(net) as much from bought group by word, customer))`;
  return measured(
    () => connection.runAndReadAll(sql),
    (answer) => ({ content: answer.getRows()[0]?.join('/') ?? '' }),
  );
}

function digest(reading: Reading): string {
  const made = createHash('sha256');
  for (const sql of ['select * from customer order by 1', 'select * from customer_total order by 1, 2']) {
    for (const row of reading.connection.prepare(sql).raw().iterate()) made.update(JSON.stringify(row));
  }
  return made.digest('hex').slice(0, 12);
}

/** Names, totals and search words of some customers, as after an import. */
async function refresh(place: Place, condition: string): Promise<Measured> {
  const folder = mkdtempSync(join(place.scratch, 'refresh-'));
  cpSync(bookFolder(place, place.size), folder, { recursive: true });
  settleDisk();
  const ledger = openForWriting(folder, 1000);
  roomForImport(ledger.connection);
  const customers = ledger.connection
    .prepare(`select customer_id from customer where ${condition}`)
    .pluck()
    .all() as number[];
  const ran = await measured(() => transact(ledger, (writing) => refreshCustomers(writing, customers)));
  const result = { ...ran, content: digest(ledger), detail: { customers: customers.length } };
  ledger.connection.close();
  rmSync(folder, { recursive: true });
  return result;
}

/** All words of the search box once more, in the steps the program takes after an import. */
async function searchIndex(place: Place): Promise<Measured> {
  const folder = mkdtempSync(join(place.scratch, 'search-'));
  cpSync(bookFolder(place, place.size), folder, { recursive: true });
  settleDisk();
  const ledger = openForWriting(folder, 1000);
  ledger.connection.exec(
    "insert into customer_search (customer_search) values ('delete-all'); insert or ignore into search_pending select customer_id from customer",
  );
  // An import leaves no log behind, as emptying the index does.
  ledger.connection.pragma('wal_checkpoint(truncate)');
  settleDisk();
  const indexStep = searchIndexer();
  const steps: number[] = [];
  const step = (): boolean => {
    const from = performance.now();
    const more = indexStep(ledger);
    steps.push(performance.now() - from);
    return more;
  };
  const ran = await measured(() => {
    while (step());
  });
  ledger.connection.close();
  rmSync(folder, { recursive: true });
  return {
    ...ran,
    detail: { 'longest step': percentile(steps, 1), 'step p99': percentile(steps, 0.99), steps: steps.length },
  };
}

export const metricCases: Readonly<Record<string, (place: Place) => Promise<Measured>>> = {
  'rfm: cold': cold,
  'rfm: arrays held': held,
  'rfm: duckdb': duck,
  'refresh: all': (place) => refresh(place, 'true'),
  'refresh: 1 in 100': (place) => refresh(place, 'customer_id % 100 = 7'),
  'search index': searchIndex,
};
