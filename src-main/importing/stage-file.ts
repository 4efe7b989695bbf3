/**
 * Puts one chosen file into the stage: raw rows in blocks, where each order was seen, what was wrong. Rows of several shops or
 * currencies are kept apart, as if they had come in files of their own. Between the reader and `stage-batches`.
 */

import { hash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Mapping } from '../../src-shared/contract/imports.ts';
import { type RowProblem, rowProblemLevels } from '../../src-shared/row-problem.ts';
import { normaliserFor } from './normalise/normalise-row.ts';
import type { NormalisedRow } from './normalise/normalised-row.ts';
import { type Progress, stopIfCancelled } from './progress.ts';
import type { RawRow, Table } from './readers/reader.ts';
import { packBlock, rowsPerBlock } from './source-blocks.ts';
import { rowFolder } from './stage-fold.ts';
import { leaveOut } from './stage-left-out.ts';

/** A file about to be staged: what is known of it before its rows are read. */
export interface StagedSource {
  readonly sourceNo: number;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly mapping: Mapping;
  readonly marketplace: string;
  /** The owner named the shop: what the rows say of it does not matter. */
  readonly shopChosen: boolean;
}

/** The rows of one shop and currency in one file. */
interface Group {
  readonly fileNo: number;
  readonly shopName: string | null;
  currency: string;
  /** No row has stated its currency yet: so far there are no orders, only notes or lines whose order's first row stands elsewhere. */
  isProvisional: boolean;
  rows: RawRow[];
  count: number;
}

const HASH_BYTES = 8;

/** Tells rows that say the very same from others: the first 8 bytes of the SHA-256 of the cells. */
export function hashOfRow(cells: readonly string[]): Buffer {
  return hash('sha256', JSON.stringify(cells), 'buffer').subarray(0, HASH_BYTES);
}

const isStopped = ({ code }: RowProblem): boolean => rowProblemLevels[code] === 'stopped';

type Insert = (...values: readonly (string | number | null | Uint8Array)[]) => void;

function inserter(connection: Database, table: string, columns: readonly string[]): Insert {
  const marks = columns.map(() => '?').join(', ');
  const statement = connection.prepare(`insert into ${table} (${columns.join(', ')}) values (${marks})`);
  return (...values) => {
    statement.run(...values);
  };
}

const fileColumns = [
  'file_no',
  'source_no',
  'shop_name',
  'currency',
  'marketplace',
  'name',
  'sha256',
  'byte_count',
  'format',
  'encoding',
  'sheet',
  'header_row',
  'header',
  'mapping',
  'row_count',
] as const;

interface GroupBook {
  /** Of the rows before; undefined before the first one. */
  currency(): string | undefined;
  /** The group a row belongs to. A row that names no shop goes with the rows before it. */
  groupOf(row: NormalisedRow): Group;
  /** Ends the file: the last blocks and the row counts. */
  finish(): void;
  add(group: Group, raw: RawRow): void;
}

const nameOf = (shopName: string | null, currency: string): string => `${currency} ${shopName ?? ''}`;

/** The mapping a group is read with again: rows that do not state their currency have the group's. */
function mappingIn(mapping: Mapping, currency: string): string {
  return JSON.stringify(mapping.firstRow === undefined ? mapping : { ...mapping, currency });
}

function groupBook(connection: Database, source: StagedSource, table: Table): GroupBook {
  const insertFile = inserter(connection, 'staged_file', fileColumns);
  const insertBlock = inserter(connection, 'staged_block', ['file_no', 'first_row', 'row_count', 'rows']);
  const setCount = connection.prepare('update staged_file set row_count = ? where file_no = ?');
  const setCurrency = connection.prepare('update staged_file set currency = ?, mapping = ? where file_no = ?');
  const groups = new Map<string, Group>();
  let last: Group | null = null;

  function open(shopName: string | null, currency: string): Group {
    const name = nameOf(shopName, currency);
    const opened = groups.get(name);
    if (opened !== undefined) return opened;
    const fileNo =
      connection.prepare<[], number>('select coalesce(max(file_no), 0) + 1 from staged_file').pluck().get() ?? 1;
    const group: Group = { fileNo, shopName, currency, isProvisional: false, rows: [], count: 0 };
    const { sourceNo, name: fileName, sha256, bytes, mapping, marketplace } = source;
    const known = [fileNo, sourceNo, shopName, currency, marketplace, fileName, sha256, bytes] as const;
    const read = [table.format, table.encoding, table.sheet, table.headerRow] as const;
    insertFile(...known, ...read, JSON.stringify(table.header), mappingIn(mapping, currency), 0);
    groups.set(name, group);
    return group;
  }

  /** What stands above the first order is in the currency of the first order that states one. */
  function settle(group: Group, currency: string): void {
    group.isProvisional = false;
    if (group.currency === currency) return;
    groups.delete(nameOf(group.shopName, group.currency));
    group.currency = currency;
    setCurrency.run(currency, mappingIn(source.mapping, currency), group.fileNo);
    groups.set(nameOf(group.shopName, currency), group);
  }

  function flush(group: Group): void {
    const first = group.rows[0];
    if (first === undefined) return;
    insertBlock(group.fileNo, first.row, group.rows.length, packBlock(group.rows));
    group.rows = [];
  }

  return {
    currency: () => last?.currency,
    groupOf({ shopName, currency, orderNumber, further }) {
      // A total row or an empty one belongs to whatever stands around it.
      if ((orderNumber === null || further) && last !== null) return last;
      if (last?.isProvisional === true) settle(last, currency);
      const named = source.shopChosen ? null : shopName;
      const withoutName = !source.shopChosen && named === null && last !== null && last.currency === currency;
      last = withoutName && last !== null ? last : open(named, currency);
      if (orderNumber === null || further) last.isProvisional = true;
      return last;
    },
    add(group, raw) {
      group.rows.push(raw);
      group.count += 1;
      if (group.rows.length >= rowsPerBlock) flush(group);
    },
    finish() {
      if (groups.size === 0) open(null, source.mapping.currency);
      for (const group of groups.values()) {
        flush(group);
        setCount.run(group.count, group.fileNo);
      }
    },
  };
}

/** Rows before the first one that names a shop belong to that shop. */
function joinUnnamed(connection: Database, sourceNo: number): void {
  const files = connection
    .prepare<[number], { fileNo: number; shopName: string | null; currency: string }>(
      'select file_no as fileNo, shop_name as shopName, currency from staged_file where source_no = ? order by file_no',
    )
    .all(sourceNo);
  const hasOrders = connection.prepare('select 1 from staged_row where file_no = ? limit 1');
  for (const { fileNo, shopName, currency } of files) {
    if (shopName !== null) continue;
    const named = files.filter((file) => file.shopName !== null);
    const isNoise = hasOrders.get(fileNo) === undefined;
    const home = named.find((file) => file.currency === currency) ?? (isNoise ? named[0] : undefined);
    if (home === undefined) continue;
    for (const table of ['staged_block', 'staged_row', 'staged_problem']) {
      connection.prepare(`update ${table} set file_no = ? where file_no = ?`).run(home.fileNo, fileNo);
    }
    connection
      .prepare(
        'update staged_file set row_count = row_count + (select row_count from staged_file where file_no = ?) where file_no = ?',
      )
      .run(fileNo, home.fileNo);
    connection.prepare('delete from staged_file where file_no = ?').run(fileNo);
  }
}

/** Reads the whole file. Answers how many rows it has. */
export async function stageFile(
  connection: Database,
  source: StagedSource,
  table: Table,
  progress: Progress,
  report: (bytes: number) => void,
): Promise<number> {
  const normalise = normaliserFor(table.header, source.mapping);
  const book = groupBook(connection, source, table);
  const insertRow = inserter(connection, 'staged_row', [
    'file_no',
    'row_no',
    'order_number',
    'row_hash',
    'further',
    'fold_no',
  ]);
  const insertProblem = inserter(connection, 'staged_problem', [
    'file_no',
    'row_no',
    'code',
    'column_name',
    'found',
    'order_number',
    'planned',
  ]);
  const addFold = source.mapping.granularity === 'order' ? rowFolder(connection, source.marketplace) : null;
  let count = 0;
  for await (const batch of table.rows()) {
    for (const raw of batch) {
      const row = normalise(raw, book.currency());
      const group = book.groupOf(row);
      book.add(group, raw);
      count += 1;
      const stopped = row.problems.some(isStopped);
      for (const problem of row.problems) {
        // Only what stops an order names it here: see `leaveOut`.
        const order = isStopped(problem) ? row.orderNumber : null;
        insertProblem(group.fileNo, problem.row, problem.code, problem.column, problem.found, order, 0);
      }
      if (row.statement === null || stopped) continue;
      const fold = addFold?.(row.statement) ?? null;
      insertRow(group.fileNo, raw.row, row.statement.orderNumber, hashOfRow(raw.cells), row.further ? 1 : 0, fold);
    }
    report(table.bytesRead());
    stopIfCancelled(progress);
  }
  book.finish();
  joinUnnamed(connection, source.sourceNo);
  leaveOut(connection, source.sourceNo, source.mapping.firstRow !== undefined);
  return count;
}
