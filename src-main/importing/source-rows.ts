/** Every row an order was ever seen in, cell by cell, live or not: where a number came from. */

import type { SourceRow } from '../../src-shared/contract/customers.ts';
import type { Mapping } from '../../src-shared/contract/imports.ts';
import { Problem } from '../../src-shared/problem.ts';
import type { Reading } from '../ledger/transaction.ts';
import { columnLetter } from './column-letter.ts';
import orderSightings from './order-sightings.sql?raw';
import { sourceStatements } from './source-statements.ts';

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

export function sourcesOfOrder({ connection }: Reading, orderId: number): OrderSources {
  const orderNumber = connection
    .prepare<[number], string>('select order_number from order_key where order_id = ?')
    .pluck()
    .get(orderId);
  if (orderNumber === undefined) throw new Problem('order-unknown', { order: String(orderId) });
  const sightings = connection.prepare<[number], Sighting>(orderSightings).all(orderId);
  const statements = sourceStatements(connection, 'ledger');
  const rows = sightings.map(({ fileId, undoneAt, row, ...seen }) => {
    const header = statements.header(fileId);
    const fields = fieldsOfColumns(statements.mapping(fileId));
    const cells = statements.rawRows(fileId, [row])[0]?.cells ?? [];
    return {
      ...seen,
      live: undoneAt === null,
      row,
      cells: cells.map((value, index) => ({
        column: header[index] ?? '',
        letter: columnLetter(index),
        value,
        field: fields.get(index) ?? null,
      })),
    };
  });
  return { orderNumber, rows };
}
