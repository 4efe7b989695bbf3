/** Tables of `0001-shops-and-imports.sql` with what `0004`, `0006`, `0008`, `0009` and `0010` added, as drizzle sees them. A house test holds them to a migrated ledger. */

import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const shop = sqliteTable('shop', {
  shopId: integer('shop_id').primaryKey(),
  marketplace: text('marketplace').notNull(),
  name: text('name').notNull(),
  currency: text('currency').notNull(),
});

export const importBatch = sqliteTable('import_batch', {
  batchId: integer('batch_id').primaryKey({ autoIncrement: true }),
  shopId: integer('shop_id').notNull(),
  profile: text('profile').notNull(),
  appliedAt: text('applied_at').notNull(),
  undoneAt: text('undone_at'),
  report: text('report').notNull(),
  usualAction: text('usual_action', { enum: ['new', 'changed', 'same'] }),
  usualBuyer: text('usual_buyer', { enum: ['new', 'likely', 'known', 'nobody'] }),
});

export const importFile = sqliteTable('import_file', {
  fileId: integer('file_id').primaryKey({ autoIncrement: true }),
  batchId: integer('batch_id').notNull(),
  name: text('name').notNull(),
  sha256: text('sha256').notNull(),
  byteCount: integer('byte_count').notNull(),
  format: text('format', { enum: ['csv', 'xlsx'] }).notNull(),
  encoding: text('encoding'),
  sheet: text('sheet'),
  headerRow: integer('header_row').notNull(),
  header: text('header').notNull(),
  mapping: text('mapping').notNull(),
  rowCount: integer('row_count').notNull(),
  shopName: text('shop_name'),
  notice: text('notice'),
  coversFrom: text('covers_from'),
  coversTo: text('covers_to'),
  coversStated: integer('covers_stated').notNull().default(0),
  reading: text('reading'),
});

export const sourceBlock = sqliteTable(
  'source_block',
  {
    fileId: integer('file_id').notNull(),
    firstRow: integer('first_row').notNull(),
    rowCount: integer('row_count').notNull(),
    rows: blob('rows', { mode: 'buffer' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.fileId, table.firstRow] })],
);

export const orderKey = sqliteTable('order_key', {
  orderId: integer('order_id').primaryKey(),
  shopId: integer('shop_id').notNull(),
  orderNumber: text('order_number').notNull(),
});

export const sourceRow = sqliteTable(
  'source_row',
  {
    fileId: integer('file_id').notNull(),
    rowNo: integer('row_no').notNull(),
    orderId: integer('order_id').notNull(),
    rowHash: blob('row_hash', { mode: 'buffer' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.fileId, table.rowNo] })],
);

export const rowProblem = sqliteTable(
  'row_problem',
  {
    fileId: integer('file_id').notNull(),
    problemNo: integer('problem_no').notNull(),
    rowNo: integer('row_no').notNull(),
    code: text('code').notNull(),
    columnName: text('column_name'),
    found: text('found').notNull(),
    orderNumber: text('order_number'),
  },
  (table) => [primaryKey({ columns: [table.fileId, table.problemNo] })],
);

export const batchOrder = sqliteTable(
  'batch_order',
  {
    batchId: integer('batch_id').notNull(),
    orderId: integer('order_id').notNull(),
    action: text('action', { enum: ['new', 'changed', 'same'] }).notNull(),
    buyer: text('buyer', { enum: ['new', 'likely', 'known', 'nobody'] }).notNull(),
    past: integer('past').notNull(),
    status: text('status'),
    counts: integer('counts'),
    orderedOn: text('ordered_on'),
    lines: integer('lines'),
    paidMinor: integer('paid_minor'),
    refundMinor: integer('refund_minor'),
    netMinor: integer('net_minor'),
    customerId: integer('customer_id'),
  },
  (table) => [primaryKey({ columns: [table.batchId, table.orderId] })],
);

export const ownMapping = sqliteTable('own_mapping', {
  mappingId: integer('mapping_id').primaryKey(),
  headerHash: text('header_hash').notNull(),
  name: text('name').notNull(),
  header: text('header').notNull(),
  mapping: text('mapping').notNull(),
});

export const cellFix = sqliteTable(
  'cell_fix',
  {
    fileId: integer('file_id').notNull(),
    rowNo: integer('row_no').notNull(),
    columnNo: integer('column_no').notNull(),
    found: text('found').notNull(),
    typed: text('typed').notNull(),
    fixedAt: text('fixed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.fileId, table.rowNo, table.columnNo] })],
);

export const rowAside = sqliteTable(
  'row_aside',
  {
    fileId: integer('file_id').notNull(),
    rowNo: integer('row_no').notNull(),
    putAt: text('put_at').notNull(),
    letGoAt: text('let_go_at'),
  },
  (table) => [primaryKey({ columns: [table.fileId, table.rowNo] })],
);
