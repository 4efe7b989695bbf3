/**
 * The laws of importing: files that overlap, imported, repeated, taken back and brought back in any order, with the owner's edits in
 * between, end in the ledger that only ever saw what is still there. REGULARS_RUNS raises the number of cases.
 */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noProgress } from '../../../src-main/importing/progress.ts';
import { stateRows } from '../../../src-main/importing/state-hash.ts';
import { redoBatch, undoBatch } from '../../../src-main/importing/undo.ts';
import { verifyLedger } from '../../../src-main/importing/verify.ts';
import { editCustomer } from '../../../src-main/ledger/customer-edits.ts';
import { type Book, newBook, now } from './imports-at-hand.ts';
import { type MadeFile, madeFiles } from './laws-files.ts';

const RUNS = Number(process.env['REGULARS_RUNS'] ?? 300);
const SEED = Number(process.env['REGULARS_SEED'] ?? 20_260_102);

/** What the owner does: imports a file, takes back or brings back his nth import, writes a note on his nth customer. */
type Act =
  | { readonly kind: 'import'; readonly files: readonly number[] }
  | { readonly kind: 'turn'; readonly batch: number }
  | { readonly kind: 'edit'; readonly customer: number; readonly text: string };

const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('import' as const),
        files: fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 2 }),
      }),
    },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('turn' as const), batch: fc.nat(9) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('edit' as const),
        customer: fc.nat(9),
        text: fc.constantFrom('老客', '爱喝龙井', '住三楼'),
      }),
    },
  ),
  { minLength: 3, maxLength: 9 },
);

interface Past {
  /** Files of each applied batch, and whether it is live. */
  readonly batches: { readonly id: number; readonly files: readonly number[]; live: boolean }[];
  readonly edits: { readonly kind: string; readonly value: string; readonly field: 'note'; readonly text: string }[];
}

async function importFiles(book: Book, paths: readonly string[], files: readonly number[]): Promise<number[]> {
  const chosen = files.flatMap((file) => paths[file % paths.length] ?? []);
  const reports = await book.import([...new Set(chosen)], { shop: '小铺' });
  return reports.flatMap(({ id }) => id ?? []);
}

async function live(book: Book, paths: readonly string[], doings: readonly Act[]): Promise<Past> {
  const past: Past = { batches: [], edits: [] };
  for (const act of doings) {
    if (act.kind === 'import') {
      for (const id of await importFiles(book, paths, act.files))
        past.batches.push({ id, files: act.files, live: true });
    } else if (act.kind === 'turn') {
      const batch = past.batches[act.batch % Math.max(1, past.batches.length)];
      if (batch === undefined) continue;
      const turn = batch.live ? undoBatch : redoBatch;
      turn(book.ledger, book.stage, batch.id, { now }, noProgress);
      batch.live = !batch.live;
    } else {
      const customers = book.all('select customer_id, anchor_kind, anchor_value from customer order by 2, 3') as [
        number,
        string,
        string,
      ][];
      const customer = customers[act.customer % Math.max(1, customers.length)];
      if (customer === undefined) continue;
      const [id, kind, value] = customer;
      editCustomer(book.ledger, { customer: id, field: 'note', value: act.text }, { reason: 'customers.edit', now });
      past.edits.push({ kind, value, field: 'note', text: act.text });
    }
  }
  return past;
}

/** The owner's edits in a ledger that may not know the people yet. */
function writeEdits(book: Book, { edits }: Past): void {
  const { connection } = book.ledger;
  for (const { kind, value, field, text } of edits) {
    const edit = connection
      .prepare(
        "insert into journal (edited_at, reason, table_name, row_key, field) values (?, 'test', 'customer_edit', '{}', ?)",
      )
      .run(now, field).lastInsertRowid;
    connection
      .prepare('insert or replace into customer_edit values (?, ?, ?, ?, ?)')
      .run(kind, value, field, edit, text);
  }
}

const rowsOf = (book: Book): readonly string[] =>
  Array.from(stateRows(book.ledger), ([table, row]) => `${table} ${row}`);

async function holds(files: readonly MadeFile[], doings: readonly Act[], order: readonly number[]): Promise<void> {
  const [lived, reference] = [newBook(), newBook()];
  try {
    const past = await live(
      lived,
      files.map(({ name, text }) => lived.file(name, text)),
      doings,
    );
    writeEdits(reference, past);
    const paths = files.map(({ name, text }) => reference.file(name, text));
    // Only what is live, each file once, in an order of its own, one file at a time.
    const liveFiles = new Set(
      past.batches.filter((batch) => batch.live).flatMap((batch) => batch.files.map((file) => file % files.length)),
    );
    for (const file of [...liveFiles].sort((a, b) => (order[a] ?? 0) - (order[b] ?? 0))) {
      await importFiles(reference, paths, [file]);
    }
    expect(rowsOf(lived)).toEqual(rowsOf(reference));
    expect(lived.hash()).toBe(reference.hash());
    expect(verifyLedger(lived.ledger)).toMatchObject({ ok: true });
  } finally {
    lived.close();
    reference.close();
  }
}

describe('the laws of importing', () => {
  test(`hold in ${RUNS} random lives of a ledger`, { timeout: 1_800_000 }, async () => {
    const order = fc.uniqueArray(fc.nat(100), { minLength: 4, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(madeFiles, acts, order, (files, doings, ranks) => holds(files, doings, ranks)),
      { numRuns: RUNS, seed: SEED, endOnFailure: RUNS > 300 },
    );
  });
});
