/**
 * A table that is imported already is taken from the ledger instead of being read again. Held against the long way, which is taken where
 * nobody has noted how the first import was read: the same report, the same rows, and the same ledger after every undo and redo.
 */

import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { damageKinds } from '../../../src-main/demo/damage.ts';
import { markets } from '../../../src-main/demo/markets.ts';
import { applyCheck } from '../../../src-main/importing/apply.ts';
import type { CheckOptions, CheckResult } from '../../../src-main/importing/check.ts';
import { checkOrdersIn, explainCheck } from '../../../src-main/importing/explain-check.ts';
import { noProgress } from '../../../src-main/importing/progress.ts';
import { reportsOfCheck, rowsOfCheck } from '../../../src-main/importing/stage-rows.ts';
import { verifyLedger } from '../../../src-main/importing/verify.ts';
import { importFigures } from '../../../src-shared/import-figure.ts';
import type { Problem } from '../../../src-shared/problem.ts';
import { madeShop } from '../../support/made-shop.ts';
import { type Book, newBook, now } from './imports-at-hand.ts';

const samples = join(import.meta.dirname, '../../exports/samples');
const files = readdirSync(samples).filter((name) => !name.endsWith('.json'));
/** What rows of notes say is held against all rows; whether a date lies in the future is another question every day. */
const readAgain: readonly string[] = [
  'ebay_orders_report.csv',
  'tiktok_shop_us_orders.csv',
  'shopee_ph_orders.xlsx',
  'xiaohongshu_72_orders.xlsx',
];

function forget(book: Book): void {
  book.ledger.connection.exec('update import_file set reading = null');
}

/** Was the table taken from the ledger, and its orders not folded again? */
function isTaken(book: Book, { check }: CheckResult): boolean {
  const stage = new Database(join(book.stage, check, 'stage.db'), { readonly: true });
  const taken = stage.prepare('select min(repeats is not null) from staged_file').pluck().get();
  stage.close();
  return taken === 1;
}

/** What the import page shows of a check, beyond its report. */
function shownOf(book: Book, { check, batches }: CheckResult): unknown {
  const folders = { ledger: book.folder, stage: book.stage };
  return batches.map((report, batch) => ({
    rows: report.files.map((_, file) => rowsOfCheck(book.stage, { check, batch, file, from: 1, count: 10_000 })),
    figures: importFigures.map((figure) => [
      explainCheck(folders, { check, batch, figure }),
      checkOrdersIn(folders, { check, batch, figure }, { from: 0, count: 10_000 }),
    ]),
  }));
}

const tables = [
  'shop',
  'import_batch',
  'import_file',
  'source_row',
  'row_problem',
  'row_aside',
  'order_key',
  'shop_order',
  'order_line',
  'customer',
  'identity',
  'order_identity',
  'customer_total',
  'batch_order',
  'excluded_order',
] as const;

const aside = ['order-number-scientific', 'order-number-zeroed-tail', 'row-too-short'] as const;

/** Of the first import of the table and the second. */
const turnsOf = (one: number, two: number) =>
  [
    ['undo', one],
    ['undo', two],
    ['redo', one],
    ['undo', one],
    ['redo', two],
    ['redo', one],
    ['undo', two],
  ] as const;

/** Every row of these tables, and what the raw blocks hold; how a file was read is what the two differ in. */
function dumpOf(book: Book): Record<string, unknown> {
  const dump: Record<string, unknown> = Object.fromEntries(
    tables.map((table) => {
      const columns = book.all(`select name from pragma_table_info('${table}') where name <> 'reading'`).flat();
      const rows = book.all(`select ${columns.map((name) => `"${String(name)}"`).join(', ')} from ${table}`);
      return [table, rows.map((row) => JSON.stringify(row)).sort()];
    }),
  );
  return {
    ...dump,
    blocks: book.all('select file_id, first_row, row_count, hex(rows) from source_block order by 1, 2'),
    hash: book.hash(),
  };
}

interface Twice {
  /** The second time these files together; else the same once more. */
  readonly files?: readonly string[];
  /** Imported before the table. */
  readonly before?: readonly string[];
  readonly first?: Partial<CheckOptions>;
  readonly again?: Partial<CheckOptions>;
  /** Between the two imports of the table. */
  readonly between?: (book: Book) => unknown;
}

/** The table twice, the second time both ways; then everything is taken back and brought back. Answers whether it was taken from the ledger. */
async function bothWays(
  path: string,
  { before = [], first = {}, again = {}, between, files = [path] }: Twice = {},
): Promise<boolean> {
  const [short, long] = [newBook(), newBook()];
  try {
    for (const book of [short, long]) {
      for (const earlier of before) await book.import([earlier]);
      await book.import([path], first);
      between?.(book);
    }
    forget(long);
    const [quick, slow] = [await short.check(files, again), await long.check(files, again)];
    const taken = isTaken(short, quick);
    expect(isTaken(long, slow)).toBe(false);
    expect(quick.batches).toEqual(slow.batches);
    expect(shownOf(short, quick)).toEqual(shownOf(long, slow));
    const options = { now, aside };
    const applied = [
      await applyCheck(short.ledger, short.stage, quick.check, options, noProgress),
      await applyCheck(long.ledger, long.stage, slow.check, options, noProgress),
    ];
    expect(applied[0]).toEqual(applied[1]);
    expect(dumpOf(short)).toEqual(dumpOf(long));
    const batches = short
      .all('select batch_id from import_batch where undone_at is null order by 1')
      .flat() as number[];
    const [one = 0, two = 0] = batches.slice(-2);
    for (const [act, batch] of batches.length > 1 ? turnsOf(one, two) : []) {
      expect([act, short[act](batch)]).toEqual([act, long[act](batch)]);
      expect(dumpOf(short)).toEqual(dumpOf(long));
    }
    expect(verifyLedger(short.ledger)).toMatchObject({ ok: true });
    return taken;
  } finally {
    short.close();
    long.close();
  }
}

describe('a table that is imported already', () => {
  test.each(files)('%s: nothing tells whether it was taken from the ledger or read again', async (name) => {
    expect(await bothWays(join(samples, name))).toBe(!readAgain.includes(name));
  });

  test('of two files both are, where both were imported; one is beside another that is new', async () => {
    const [known, other] = [
      'taobao_list_2022_ExportOrderList.xlsx',
      'taobao_detail_2022_ExportOrderDetailList.csv',
    ].map((name) => join(samples, name));
    if (known === undefined || other === undefined) throw new Error('no samples');
    expect(await bothWays(known, { before: [other], files: [known, other] })).toBe(true);
    expect(await bothWays(known, { before: [other], files: [other, known, other] })).toBe(true);
    expect(await bothWays(known, { files: [known, other] })).toBe(false);
    expect(await bothWays(known, { files: [other, known] })).toBe(false);
    const later = join(samples, 'taobao_list_2021_ExportOrderList.csv');
    expect(await bothWays(later, { files: [later, known] })).toBe(false);
  });

  test('beside other files of its shop, damaged, of any marketplace', { timeout: 600_000 }, async () => {
    let [tables, taken] = [0, 0];
    for (const [at, { name }] of markets.filter((_, place) => place % 4 === 0).entries()) {
      const book = newBook();
      const made = await madeShop(join(book.folder, 'made'), {
        markets: [name],
        seed: at,
        buyers: 8,
        every: 2,
        overlapDays: 20,
        damage: at % 2 === 1 ? {} : Object.fromEntries(damageKinds.map((kind) => [kind, 1])),
      });
      const [path, ...before] = made.paths.toReversed();
      if (path !== undefined) {
        tables += 1;
        if (await bothWays(path, { before })) taken += 1;
      }
      book.close();
    }
    expect(tables).toBeGreaterThan(1);
    expect(taken).toBeGreaterThan(tables / 2);
  });
});

const list = join(samples, 'taobao_list_2022_ExportOrderList.xlsx');

describe('is read all the same', () => {
  test.each<[string, Twice]>([
    ['where its import was taken back', { between: (book) => book.undo(1) }],
    ['where the owner names another shop', { again: { shop: '另一家' } }],
    ['where the owner named the shop the first time', { first: { shop: '另一家' } }],
    ['where the clock was put back', { first: { today: '2026-03-01' } }],
    [
      'where it was read by another version of the program',
      {
        between: (book) =>
          book.ledger.connection.exec("update import_file set reading = json_set(reading, '$.rules', 'older')"),
      },
    ],
  ])('%s', async (_, twice) => {
    expect(await bothWays(list, twice)).toBe(false);
  });

  test('where a byte of it is another', async () => {
    const book = newBook();
    const path = join(book.folder, 'orders.csv');
    copyFileSync(join(samples, 'taobao_list_2021_ExportOrderList.csv'), path);
    await book.import([path]);
    expect(isTaken(book, await book.check([path]))).toBe(true);
    const bytes = readFileSync(path);
    bytes.write('.01', bytes.indexOf('.00'));
    writeFileSync(path, bytes);
    expect(isTaken(book, await book.check([path]))).toBe(false);
    book.close();
  });
});

test('a table taken from the ledger whose import is taken back before it is applied is planned as if it had been read', async () => {
  const [short, long] = [newBook(), newBook()];
  const reports = [];
  for (const book of [short, long]) {
    await book.import([list]);
    if (book === long) forget(book);
    const { check } = await book.check([list]);
    book.undo(1);
    const apply = (): ReturnType<typeof applyCheck> => applyCheck(book.ledger, book.stage, check, { now }, noProgress);
    await expect(apply()).rejects.toMatchObject({ code: 'check-is-stale' } satisfies Partial<Problem>);
    const planned = reportsOfCheck(book.stage, check);
    expect(planned[0]?.orders.new).toBeGreaterThan(0);
    reports.push([planned, await apply()]);
  }
  expect(reports[0]).toEqual(reports[1]);
  expect(dumpOf(short)).toEqual(dumpOf(long));
  short.close();
  long.close();
});
