/**
 * Rows put aside: left out of an import, kept until their original file comes. Which of them still wait is worked out from the ledger as it is,
 * so taking an import back brings back the rows it had answered.
 */

import type { AsideRow, Candidate } from '../../../src-shared/contract/repairs.ts';
import { Problem } from '../../../src-shared/problem.ts';
import type { Reading } from '../../ledger/transaction.ts';
import { type SourceStatements, sourceStatements } from '../source-statements.ts';
import asideRows from './aside-rows.sql?raw';
import { candidatesFor, damagedRows, sureOrder } from './candidates.ts';

/** More than anybody goes through; beyond it rows are only counted. */
const MOST_LOOKED_AT = 5000;

interface StoredRow extends Omit<AsideRow, 'header' | 'cells'> {
  readonly shopId: number;
}

export interface Place {
  readonly file: number;
  readonly row: number;
}

/** Has the order of a row without a readable number come whole with a later import? */
function arrivals({ connection }: Reading, statements: SourceStatements): (row: StoredRow) => boolean {
  const readers = new Map<number, ReturnType<typeof damagedRows>>();
  const ask = connection.prepare(
    `select 1 from source_row
     cross join import_file on import_file.file_id = source_row.file_id
     cross join import_batch on import_batch.batch_id = import_file.batch_id
     where source_row.order_id = ? and source_row.file_id > ? and undone_at is null limit 1`,
  );
  return ({ file, row, shopId, orderNumber }) => {
    const [raw] = orderNumber === null ? statements.rawRows(file, [row]) : [];
    if (raw === undefined) return false;
    const read = readers.get(file) ?? damagedRows(statements.header(file), statements.mapping(file));
    readers.set(file, read);
    const order = sureOrder(connection, shopId, read(raw));
    return order !== null && ask.get(order, file) !== undefined;
  };
}

function waiting(reading: Reading, statements: SourceStatements): readonly StoredRow[] {
  const hasCome = arrivals(reading, statements);
  return reading.connection
    .prepare<[number], StoredRow>(asideRows)
    .all(MOST_LOOKED_AT)
    .filter((row) => !hasCome(row));
}

function withoutShopId({ file, name, row, shop, putAt, code, column, found, orderNumber }: StoredRow) {
  return { file, name, row, shop, putAt, code, column, found, orderNumber };
}

export function listAside(
  reading: Reading,
  window: { readonly from: number; readonly count: number },
): { total: number; rows: AsideRow[] } {
  const statements = sourceStatements(reading.connection, 'ledger');
  const all = waiting(reading, statements);
  const rows = all.slice(window.from, window.from + window.count).map((stored) => ({
    ...withoutShopId(stored),
    header: [...statements.header(stored.file)],
    cells: [...(statements.rawRows(stored.file, [stored.row])[0]?.cells ?? [])],
  }));
  return { total: all.length, rows };
}

/** The shop of a row that is put aside. Throws `row-not-aside`. */
export function shopOfAside({ connection }: Reading, { file, row }: Place): number {
  const shop = connection
    .prepare<[number, number], number>(
      `select shop_id from row_aside
       join import_file on import_file.file_id = row_aside.file_id
       join import_batch on import_batch.batch_id = import_file.batch_id
       where row_aside.file_id = ? and row_no = ? and undone_at is null`,
    )
    .pluck()
    .get(file, row);
  if (shop === undefined) throw new Problem('row-not-aside', { row });
  return shop;
}

export function asideCandidates(reading: Reading, place: Place): readonly Candidate[] {
  const shopId = shopOfAside(reading, place);
  const statements = sourceStatements(reading.connection, 'ledger');
  const [raw] = statements.rawRows(place.file, [place.row]);
  if (raw === undefined) return [];
  const row = damagedRows(statements.header(place.file), statements.mapping(place.file))(raw);
  return candidatesFor(reading.connection, shopId, row);
}
