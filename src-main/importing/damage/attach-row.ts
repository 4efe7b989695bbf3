/** Gives a row put aside to the order it speaks of, and takes it back: the order is folded again, with it or without. */

import { Problem } from '../../../src-shared/problem.ts';
import { excludeAgain } from '../../ledger/exclusions/apply-rules.ts';
import type { Recorder } from '../../ledger/journal.ts';
import type { Writing } from '../../ledger/transaction.ts';
import { dropPlanTables, makePlanTables } from '../carry-out.ts';
import { normaliserFor } from '../normalise/normalise-row.ts';
import { noProgress } from '../progress.ts';
import { hashOfRow } from '../readers/row-hash.ts';
import { sourceStatements } from '../source-statements.ts';
import { foldAgain } from '../undo.ts';
import { type Place, shopOfAside } from './aside.ts';
import { fixerOf } from './fix-rows.ts';

function foldOrder(writing: Writing, orderId: number): void {
  const { connection } = writing;
  makePlanTables(connection, true);
  connection
    .prepare(
      "insert into plan_key select order_id, null, shop_id, order_number, 0, '' from order_key where order_id = ?",
    )
    .run(orderId);
  foldAgain(writing, noProgress, () => undefined);
  dropPlanTables(connection, true);
  excludeAgain(writing, orderId);
}

/** Where the order's number is read in the file of the row. */
function numberColumn(writing: Writing, file: number): number {
  return sourceStatements(writing.connection, 'ledger').mapping(file).columns.orderNumber?.[0] ?? 0;
}

/**
 * Writes the order's number into the row, as the owner's word, and makes it one of the order's rows. Throws `row-not-aside`, `order-unknown`,
 * `row-still-damaged` where more than the number is wrong with the row.
 */
export function attachRow(writing: Writing, place: Place, orderId: number, now: string): void {
  const { connection } = writing;
  const { file, row } = place;
  const shopId = shopOfAside(writing, place);
  const number = connection
    .prepare<[number, number], string>('select order_number from order_key where order_id = ? and shop_id = ?')
    .pluck()
    .get(orderId, shopId);
  if (number === undefined) throw new Problem('order-unknown', { order: String(orderId) });
  const statements = sourceStatements(connection, 'ledger');
  const column = numberColumn(writing, file);
  const [raw] = statements.rawRows(file, [row]);
  if (raw === undefined) throw new Problem('row-not-aside', { row });
  const earlier = statements.fixes(file).filter((fix) => fix.row === row && fix.column !== column);
  const fixed = fixerOf([...earlier, { row, column, typed: number }])(raw);
  if (normaliserFor(statements.header(file), statements.mapping(file))(fixed).statement === null)
    throw new Problem('row-still-damaged', { row });
  connection
    .prepare(
      'insert or replace into cell_fix (file_id, row_no, column_no, found, typed, fixed_at) values (?, ?, ?, ?, ?, ?)',
    )
    .run(file, row, column, raw.cells[column] ?? '', number, now);
  connection
    .prepare('insert into source_row (file_id, row_no, order_id, row_hash) values (?, ?, ?, ?)')
    .run(file, row, orderId, hashOfRow(fixed.cells));
  foldOrder(writing, orderId);
}

/** The row waits again. */
export function detachRow(writing: Writing, { file, row }: Place): void {
  const { connection } = writing;
  const orderId = connection
    .prepare<[number, number], number>('select order_id from source_row where file_id = ? and row_no = ?')
    .pluck()
    .get(file, row);
  if (orderId === undefined) return;
  connection
    .prepare('delete from cell_fix where file_id = ? and row_no = ? and column_no = ?')
    .run(file, row, numberColumn(writing, file));
  connection.prepare('delete from source_row where file_id = ? and row_no = ?').run(file, row);
  foldOrder(writing, orderId);
}

/** What a row put aside is called in the journal. */
function nameOf(writing: Writing, { file, row }: Place): string {
  const name = writing.connection
    .prepare<[number], string>('select name from import_file where file_id = ?')
    .pluck()
    .get(file);
  return `${name ?? ''} · ${row}`;
}

/** Records and does it. */
export function attachAside(writing: Writing, record: Recorder, place: Place, orderId: number, now: string): number {
  attachRow(writing, place, orderId, now);
  const rowKey = { ...place, name: nameOf(writing, place) };
  return record({ table: 'source_row', rowKey, field: 'order', before: null, after: String(orderId) });
}

export function letGo(writing: Writing, place: Place, at: string | null): void {
  writing.connection
    .prepare('update row_aside set let_go_at = ? where file_id = ? and row_no = ?')
    .run(at, place.file, place.row);
}

export function letAsideGo(writing: Writing, record: Recorder, place: Place, now: string): number {
  shopOfAside(writing, place);
  letGo(writing, place, now);
  const rowKey = { ...place, name: nameOf(writing, place) };
  return record({ table: 'row_aside', rowKey, field: 'letGo', before: null, after: now });
}

/** Makes a row put aside what the journal now says of it: given to an order, let go, or waiting. */
export function settleAside(
  writing: Writing,
  table: 'source_row' | 'row_aside',
  place: Place,
  after: string | null,
  now: string,
): void {
  if (table === 'row_aside') letGo(writing, place, after);
  else {
    detachRow(writing, place);
    if (after !== null) attachRow(writing, place, Number(after), now);
  }
}
