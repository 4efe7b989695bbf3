/**
 * The laws of who is who: imports, undos and redos of them, with merges, un-merges, people that are never the same, and all of these taken
 * back, in any order, end in the ledger that had the decisions first and then saw only what is live.
 */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { confirmLikely, mergeCustomers, neverTheSame } from '../../../src-main/identity/decide.ts';
import { partsOfCustomer, unmergeCustomer } from '../../../src-main/identity/parts.ts';
import { settleAside } from '../../../src-main/importing/damage/attach-row.ts';
import { rematchKeys, rematchOrders } from '../../../src-main/importing/rematch-orders.ts';
import { stateRows } from '../../../src-main/importing/state-hash.ts';
import { verifyLedger } from '../../../src-main/importing/verify.ts';
import { editCustomer } from '../../../src-main/ledger/customer-edits.ts';
import { redoEdit, undoEdit } from '../../../src-main/ledger/undo-edit.ts';
import { type Book, newBook, now } from '../importing/imports-at-hand.ts';
import { type MadeFile, madeFiles } from '../importing/laws-files.ts';

const RUNS = Number(process.env['REGULARS_RUNS'] ?? 40);
const SEED = Number(process.env['REGULARS_SEED'] ?? 20_260_104);

type Act =
  | { readonly kind: 'import'; readonly file: number }
  | { readonly kind: 'turn' | 'edit' | 'confirm' | 'unmerge' | 'turnEdit'; readonly nth: number }
  | { readonly kind: 'merge' | 'never'; readonly people: readonly number[] };

const nth = fc.nat(9);
const one = (kind: 'turn' | 'edit' | 'confirm' | 'unmerge' | 'turnEdit', weight: number) => ({
  weight,
  arbitrary: fc.record({ kind: fc.constant(kind), nth }),
});
const several = (kind: 'merge' | 'never', weight: number) => ({
  weight,
  arbitrary: fc.record({
    kind: fc.constant(kind),
    people: fc.uniqueArray(nth, { minLength: 2, maxLength: 3 }),
  }),
});
const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('import' as const), file: fc.nat(3) }) },
    one('turn', 3),
    several('merge', 4),
    several('never', 2),
    one('unmerge', 3),
    one('confirm', 1),
    one('edit', 1),
    one('turnEdit', 2),
  ),
  { minLength: 5, maxLength: 14 },
);

const customersOf = (book: Book): number[] =>
  (book.all('select customer_id from customer order by anchor_kind, anchor_value') as [number][]).map(([id]) => id);

function decide(book: Book, act: Extract<Act, { people: unknown }>): void {
  const customers = customersOf(book);
  const group = [...new Set(act.people.flatMap((place) => customers[place % Math.max(1, customers.length)] ?? []))];
  if (group.length < 2) return;
  if (act.kind === 'never') neverTheSame(book.ledger, [group], { reason: 'identities.neverSame', now });
  else {
    const choices = group.length === 2 ? { displayName: `合${group.length}`, note: '是同一位' } : undefined;
    mergeCustomers(book.ledger, { groups: [group], choices }, { reason: 'identities.merge', now });
  }
}

function turnEdit(book: Book, place: number): void {
  const edits = book.all('select edit_id, undone_at from journal order by 1') as [number, string | null][];
  const [edit, undoneAt] = edits[place % Math.max(1, edits.length)] ?? [];
  if (edit === undefined) return;
  (undoneAt === null ? undoEdit : redoEdit)(book.ledger, edit, { now, rematchOrders, rematchKeys, settleAside });
}

function turn(book: Book, place: number): void {
  const all = book.all('select batch_id, undone_at from import_batch order by 1') as [number, string | null][];
  const [batch, undoneAt] = all[place % Math.max(1, all.length)] ?? [];
  if (batch === undefined) return;
  if (undoneAt === null) book.undo(batch);
  else book.redo(batch);
}

function actOn(book: Book, kind: Extract<Act, { nth: number }>['kind'], place: number): void {
  if (kind === 'turn') turn(book, place);
  else if (kind === 'turnEdit') turnEdit(book, place);
  else {
    const customers = customersOf(book);
    const customer = customers[place % Math.max(1, customers.length)];
    if (customer === undefined) return;
    if (kind === 'edit') {
      editCustomer(book.ledger, { customer, field: 'note', value: '老客' }, { reason: 'customers.edit', now });
    } else if (kind === 'confirm') {
      confirmLikely(book.ledger, [customer], { reason: 'identities.confirmLikely', now });
    } else {
      const parts = partsOfCustomer(book.ledger, customer);
      const last = parts.at(-1);
      if (parts.length < 2 || last === undefined) return;
      unmergeCustomer(book.ledger, { customer, parts: [[last.order]] }, { reason: 'identities.unmerge', now });
    }
  }
}

const rowsOf = (book: Book): readonly string[] =>
  Array.from(stateRows(book.ledger), ([table, row]) => `${table} ${row}`);

/** What the owner wrote and decided, in a ledger that has not seen anybody yet. */
function copyWord(from: Book, to: Book): void {
  for (const table of ['journal', 'customer_edit', 'identity_decision', 'decision_choice']) {
    for (const row of from.all(`select * from ${table}`) as unknown[][]) {
      to.ledger.connection.prepare(`insert into ${table} values (${row.map(() => '?').join(', ')})`).run(...row);
    }
  }
}

async function holds(files: readonly MadeFile[], doings: readonly Act[], ranks: readonly number[]): Promise<void> {
  const [lived, reference] = [newBook(), newBook()];
  const byRank = (a: number, b: number): number =>
    (ranks[a % ranks.length] ?? 0) - (ranks[b % ranks.length] ?? 0) || a - b;
  try {
    const paths = files.map(({ name, text }) => lived.file(name, text));
    for (const act of doings) {
      if (act.kind === 'import') await lived.import([paths[act.file % paths.length] ?? ''], { shop: '小铺' });
      else if ('people' in act) decide(lived, act);
      else actOn(lived, act.kind, act.nth);
    }
    expect(verifyLedger(lived.ledger)).toMatchObject({ ok: true });
    const before = rowsOf(lived);
    const batches = (
      lived.all('select batch_id from import_batch where undone_at is null order by 1') as [number][]
    ).map(([batch]) => batch);
    const live = new Set(
      batches.map((batch) => String(lived.one('select name from import_file where batch_id = ?', batch))),
    );
    copyWord(lived, reference);
    for (const [at] of files
      .map((file, place) => [place, file.name] as const)
      .filter(([, name]) => live.has(name))
      .sort(([a], [b]) => byRank(a, b))) {
      const file = files[at];
      if (file !== undefined) await reference.import([reference.file(file.name, file.text)], { shop: '小铺' });
    }
    expect(rowsOf(reference)).toEqual(before);
    expect(verifyLedger(reference.ledger)).toMatchObject({ ok: true });
    for (const batch of batches.toSorted(byRank)) lived.undo(batch);
    expect(lived.one('select count(*) from customer')).toBe(0);
    for (const batch of batches.toSorted((a, b) => byRank(b, a))) lived.redo(batch);
    expect(rowsOf(lived)).toEqual(before);
  } finally {
    lived.close();
    reference.close();
  }
}

describe('the laws of who is who', () => {
  test(`hold in ${RUNS} random lives of a ledger`, { timeout: 1_800_000 }, async () => {
    const ranks = fc.uniqueArray(fc.nat(100), { minLength: 5, maxLength: 5 });
    await fc.assert(fc.asyncProperty(madeFiles, acts, ranks, holds), {
      numRuns: RUNS,
      seed: SEED,
      endOnFailure: RUNS > 300,
    });
  });
});
