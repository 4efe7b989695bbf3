/** Every row an order was ever seen in, cell by cell, live or not: where a number came from. */

import type { Database } from 'better-sqlite3';
import type { Mapping } from '../../src-shared/contract/imports.ts';
import type { SourceRow } from '../../src-shared/contract/source-rows.ts';
import { Problem } from '../../src-shared/problem.ts';
import type { Reading } from '../ledger/transaction.ts';
import { columnLetter } from './column-letter.ts';
import orderSightings from './order-sightings.sql?raw';
import { type SourceStatements, sourceStatements } from './source-statements.ts';

interface Sighting {
  readonly batch: number;
  readonly fileId: number;
  readonly file: string;
  readonly appliedAt: string;
  readonly undoneAt: string | null;
  readonly sheet: string | null;
  readonly row: number;
}

/** Which of our fields is read from each column; the first field that names it. */
function fieldsOfColumns(mapping: Mapping): ReadonlyMap<number, string> {
  const fields = new Map<number, string>();
  for (const [field, columns] of Object.entries(mapping.columns)) {
    for (const column of columns) if (!fields.has(column)) fields.set(column, field);
  }
  return fields;
}

export interface OrderSources {
  readonly orderNumber: string;
  /** Oldest import first. */
  readonly rows: readonly SourceRow[];
}

/** The cells of a row with their letters, heads, and what each is read as. */
export function sourceCells(statements: SourceStatements, file: number, row: number): SourceRow['cells'] {
  const header = statements.header(file);
  const fields = fieldsOfColumns(statements.mapping(file));
  const cells = [...(statements.rawRows(file, [row])[0]?.cells ?? [])];
  const typed = new Map(
    statements.fixes(file).flatMap((fix) => (fix.row === row ? [[fix.column, fix.typed] as const] : [])),
  );
  for (const column of typed.keys()) while (cells.length <= column) cells.push('');
  return cells.map((value, index) => {
    const word = typed.get(index);
    return {
      column: header[index] ?? '',
      letter: columnLetter(index),
      value,
      field: fields.get(index) ?? null,
      ...(word === undefined ? {} : { typed: word }),
    };
  });
}

/** Every row the ledger has seen an order in, oldest import first, taken back or not. */
export function sightingsOf(connection: Database, orderId: number): readonly SourceRow[] {
  const statements = sourceStatements(connection, 'ledger');
  return connection
    .prepare<[number], Sighting>(orderSightings)
    .all(orderId)
    .map(({ fileId, undoneAt, row, ...seen }) => ({
      ...seen,
      live: undoneAt === null,
      row,
      cells: sourceCells(statements, fileId, row),
    }));
}

export function sourcesOfOrder({ connection }: Reading, orderId: number): OrderSources {
  const orderNumber = connection
    .prepare<[number], string>('select order_number from order_key where order_id = ?')
    .pluck()
    .get(orderId);
  if (orderNumber === undefined) throw new Problem('order-unknown', { order: String(orderId) });
  return { orderNumber, rows: sightingsOf(connection, orderId) };
}
