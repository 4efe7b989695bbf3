/**
 * Orders that come again as they are: the one row that speaks of them is, to the byte, a live row of the ledger, read the same way. A fold
 * does not change by repetition, so they stay the same and need not be folded again. Part of `plan-stage`.
 */

import type { Database } from 'better-sqlite3';
import type { OrderStatus } from '../../src-shared/order.ts';
import type { Tallies, TallyOfMany } from './batch-tally.ts';
import type { Desk } from './plan-orders.ts';

interface FileWords {
  readonly file: number;
  readonly header: string;
  readonly mapping: string;
}

interface SeenRow {
  readonly file: number;
  readonly hash: Uint8Array;
}

/** The live files of the ledger that are read the same way, for each staged file. */
function filesReadAlike({ ledger, planning }: Desk): ReadonlyMap<number, ReadonlySet<number>> {
  const stored = ledger
    .prepare<[], FileWords>(
      `select file_id as file, header, mapping from import_file
       join import_batch on import_batch.batch_id = import_file.batch_id where undone_at is null`,
    )
    .all();
  const staged = planning.prepare<[], FileWords>('select file_no as file, header, mapping from staged_file').all();
  return new Map(
    staged.map(({ file, header, mapping }) => {
      const alike = stored.filter((other) => other.header === header && other.mapping === mapping);
      return [file, new Set(alike.map((other) => other.file))];
    }),
  );
}

/** Is this row the whole of what one live file says of the order? */
export function repeatedRows(desk: Desk): (orderId: number, fileNo: number, hash: Uint8Array) => boolean {
  const alike = filesReadAlike(desk);
  const ask = desk.ledger.prepare<[number], SeenRow>(
    'select file_id as file, row_hash as hash from source_row where order_id = ?',
  );
  return (orderId, fileNo, hash) => {
    const files = alike.get(fileNo);
    if (files === undefined || files.size === 0) return false;
    const rows = ask.all(orderId);
    return rows.some(
      (row) =>
        files.has(row.file) &&
        Buffer.compare(row.hash, hash) === 0 &&
        rows.every((other) => other === row || other.file !== row.file),
    );
  };
}

/** Counts an order that stays the same by what the ledger says of it. */
export function tallyRepeated(ledger: Database, tallies: Tallies): (batchNo: number, orderId: number) => void {
  const ask = ledger.prepare<[number], TallyOfMany & { status: OrderStatus }>(
    `select status, 1 as orders, (select count(*) from order_line where order_line.order_id = shop_order.order_id) as lines,
       paid_minor is null as unknownMoney, paid_minor as paidMinor, refund_minor as refundMinor, net_minor as netMinor
     from shop_order where order_id = ?`,
  );
  return (batchNo, orderId) => {
    const found = ask.get(orderId);
    if (found !== undefined) tallies.addMany(batchNo, 'same', found.status, found);
  };
}
