/**
 * More laws of importing: with splits of likely people, edits taken back, and files that name their shop or do not. Whatever was done,
 * taking every import back and bringing all of them again in any order ends where it began, and what is imported again is the same.
 */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { settleAside } from '../../../src-main/importing/damage/attach-row.ts';
import { rematchKeys, rematchOrders } from '../../../src-main/importing/rematch-orders.ts';
import { splitCustomer } from '../../../src-main/importing/split-customer.ts';
import { stateRows } from '../../../src-main/importing/state-hash.ts';
import { verifyLedger } from '../../../src-main/importing/verify.ts';
import { editCustomer } from '../../../src-main/ledger/customer-edits.ts';
import { write } from '../../../src-main/ledger/journal.ts';
import { redoEdit, undoEdit } from '../../../src-main/ledger/undo-edit.ts';
import { type Book, newBook, now } from './imports-at-hand.ts';
import { type MadeFile, madeFiles } from './laws-files.ts';

const RUNS = Number(process.env['REGULARS_RUNS'] ?? 40);
const SEED = Number(process.env['REGULARS_SEED'] ?? 20_260_103);

type Act =
  | { readonly kind: 'import'; readonly file: number }
  | { readonly kind: 'turn'; readonly batch: number }
  | { readonly kind: 'edit'; readonly customer: number }
  | { readonly kind: 'split'; readonly customer: number; readonly order: number }
  | { readonly kind: 'turnEdit'; readonly edit: number };

const nth = fc.nat(9);
const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('import' as const), file: fc.nat(3) }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('turn' as const), batch: nth }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('edit' as const), customer: nth }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('split' as const), customer: nth, order: nth }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('turnEdit' as const), edit: nth }) },
  ),
  { minLength: 4, maxLength: 12 },
);

/** Some of the lists say which shop they are of. */
function namedShops(files: readonly MadeFile[], naming: readonly boolean[]): readonly MadeFile[] {
  return files.map(({ name, text }, index) => {
    if (naming[index] !== true || !text.startsWith('订单编号')) return { name, text };
    const rows = text.split('\r\n').map((row, line) => `${row},${line === 0 ? '店铺名称' : '一店'}`);
    return { name, text: rows.join('\r\n') };
  });
}

function split(book: Book, customer: number, order: number): void {
  const likely = book.all("select customer_id from customer where certainty = 'likely' order by anchor_value") as [
    number,
  ][];
  const [id] = likely[customer % Math.max(1, likely.length)] ?? [];
  if (id === undefined) return;
  const orders = book.all('select order_id from shop_order where customer_id = ? order by 1', id) as [number][];
  const [orderId] = orders[order % Math.max(1, orders.length)] ?? [];
  if (orderId === undefined) return;
  write(book.ledger, { reason: 'customers.split', now }, (writing, record) => {
    const rowKey = { orders: [orderId] };
    const edit = record({ table: 'split_mark', rowKey, field: 'mark', before: null, after: `#${orderId}` });
    splitCustomer(writing, id, [orderId], `#${orderId}`);
    return edit;
  });
}

function turnEdit(book: Book, nthEdit: number): void {
  const edits = book.all('select edit_id, undone_at from journal order by 1') as [number, string | null][];
  const [edit, undoneAt] = edits[nthEdit % Math.max(1, edits.length)] ?? [];
  if (edit === undefined) return;
  (undoneAt === null ? undoEdit : redoEdit)(book.ledger, edit, { now, rematchOrders, rematchKeys, settleAside });
}

function edit(book: Book, nthCustomer: number): void {
  const customers = book.all('select customer_id from customer order by 1') as [number][];
  const [customer] = customers[nthCustomer % Math.max(1, customers.length)] ?? [];
  if (customer === undefined) return;
  editCustomer(book.ledger, { customer, field: 'note', value: '老客' }, { reason: 'customers.edit', now });
}

const batchesOf = (book: Book, live: boolean): number[] =>
  (
    book.all(`select batch_id from import_batch where undone_at is ${live ? '' : 'not'} null order by 1`) as [number][]
  ).map(([batch]) => batch);

function turn(book: Book, nthBatch: number): void {
  const all = [...batchesOf(book, true), ...batchesOf(book, false)].sort((a, b) => a - b);
  const batch = all[nthBatch % Math.max(1, all.length)];
  if (batch === undefined) return;
  if (batchesOf(book, true).includes(batch)) book.undo(batch);
  else book.redo(batch);
}

async function live(book: Book, paths: readonly string[], doings: readonly Act[]): Promise<void> {
  for (const act of doings) {
    if (act.kind === 'import') await book.import([paths[act.file % paths.length] ?? '']);
    else if (act.kind === 'turn') turn(book, act.batch);
    else if (act.kind === 'edit') edit(book, act.customer);
    else if (act.kind === 'split') split(book, act.customer, act.order);
    else turnEdit(book, act.edit);
  }
}

const rowsOf = (book: Book): readonly string[] =>
  Array.from(stateRows(book.ledger), ([table, row]) => `${table} ${row}`);

const byRank = (batches: readonly number[], ranks: readonly number[]): readonly number[] =>
  batches.toSorted((a, b) => (ranks[a % ranks.length] ?? 0) - (ranks[b % ranks.length] ?? 0) || a - b);

async function holds(files: readonly MadeFile[], doings: readonly Act[], ranks: readonly number[]): Promise<void> {
  const book = newBook();
  try {
    const paths = files.map(({ name, text }) => book.file(name, text));
    await live(book, paths, doings);
    expect(verifyLedger(book.ledger)).toMatchObject({ ok: true });
    const before = rowsOf(book);
    const batches = batchesOf(book, true);
    for (const batch of byRank(batches, ranks)) book.undo(batch);
    expect(book.one('select count(*) from shop_order')).toBe(0);
    for (const batch of byRank(batches, ranks.toReversed())) book.redo(batch);
    expect(rowsOf(book)).toEqual(before);
    expect(verifyLedger(book.ledger)).toMatchObject({ ok: true });
    for (const batch of batches) {
      const name = String(book.one('select name from import_file where batch_id = ?', batch));
      for (const { orders, customers } of await book.import([`${book.folder}/${name}`])) {
        expect({ ...orders, ...customers }).toMatchObject({ new: 0, changed: 0, likely: 0 });
      }
    }
    expect(rowsOf(book)).toEqual(before);
  } finally {
    book.close();
  }
}

describe('the laws of importing, with splits and shops', () => {
  test(`hold in ${RUNS} random lives of a ledger`, { timeout: 1_800_000 }, async () => {
    const ranks = fc.uniqueArray(fc.nat(100), { minLength: 5, maxLength: 5 });
    const naming = fc.array(fc.boolean(), { minLength: 4, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(madeFiles, naming, acts, ranks, (files, names, doings, order) =>
        holds(namedShops(files, names), doings, order),
      ),
      { numRuns: RUNS, seed: SEED, endOnFailure: RUNS > 300 },
    );
  });
});
