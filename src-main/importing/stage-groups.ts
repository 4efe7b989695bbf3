/**
 * The rows of a chosen file by shop and currency, as if each had come in a file of its own: which one a row belongs to, and its raw rows in
 * blocks. Part of `stage-file`.
 */

import type { Database } from 'better-sqlite3';
import type { Mapping } from '../../src-shared/contract/imports.ts';
import type { CellFix } from './damage/fix-rows.ts';
import type { NormalisedRow } from './normalise/normalised-row.ts';
import type { RawRow, Table } from './readers/reader.ts';
import { packBlock, rowsPerBlock } from './source-blocks.ts';
import { joinBlocks } from './stage-blocks.ts';

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
  /** Moments after this one have not come yet. */
  readonly latest: string;
  /** Cells the owner corrected. */
  readonly fixes: readonly CellFix[];
}

/** The rows of one shop and currency in one file. */
export interface Group {
  readonly fileNo: number;
  readonly shopName: string | null;
  currency: string;
  /** No row has stated its currency yet: so far there are no orders, only notes or lines whose order's first row stands elsewhere. */
  isProvisional: boolean;
  rows: RawRow[];
  count: number;
}

export type Insert = (...values: readonly (string | number | null | Uint8Array)[]) => void;

export function inserter(connection: Database, table: string, columns: readonly string[]): Insert {
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
  'notice',
] as const;

export interface GroupBook {
  /** Of the rows before; undefined before the first one. */
  currency(): string | undefined;
  /** The group a row belongs to. A row that names no shop goes with the rows before it. */
  groupOf(row: PlacedRow): Group;
  /** Ends the file: the last blocks and the row counts. */
  finish(): void;
  add(group: Group, raw: RawRow): void;
  /** Rows that are packed already. */
  addBlock(group: Group, firstRow: number, rows: number, block: Uint8Array): void;
}

/** What decides whose row it is. */
type PlacedRow = Pick<NormalisedRow, 'shopName' | 'currency' | 'orderNumber' | 'further' | 'isPlaced'>;

const nameOf = (shopName: string | null, currency: string): string => `${currency} ${shopName ?? ''}`;

/** The mapping a group is read with again: rows that do not state their currency have the group's. */
export function mappingIn(mapping: Mapping, currency: string): string {
  return JSON.stringify(mapping.firstRow === undefined ? mapping : { ...mapping, currency });
}

/** A notice is a few lines; a table of another kind above the header is not kept whole. */
const NOTICE_LENGTH = 2000;

export function noticeOf({ above }: Table): string | null {
  return above.length === 0 ? null : JSON.stringify(above.map((line) => line.slice(0, NOTICE_LENGTH)));
}

export function groupBook(connection: Database, source: StagedSource, table: Table): GroupBook {
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
    insertFile(...known, ...read, JSON.stringify(table.header), mappingIn(mapping, currency), 0, noticeOf(table));
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
    groupOf({ shopName, currency, orderNumber, further, isPlaced }) {
      const saysWhose = orderNumber !== null && !further && isPlaced;
      // A total row or an empty one belongs to whatever stands around it.
      if (!saysWhose && last !== null) return last;
      if (last?.isProvisional === true) settle(last, currency);
      const named = source.shopChosen ? null : shopName;
      const withoutName = !source.shopChosen && named === null && last !== null && last.currency === currency;
      last = withoutName && last !== null ? last : open(named, currency);
      if (!saysWhose) last.isProvisional = true;
      return last;
    },
    add(group, raw) {
      group.rows.push(raw);
      group.count += 1;
      if (group.rows.length >= rowsPerBlock) flush(group);
    },
    addBlock(group, firstRow, rows, block) {
      flush(group);
      insertBlock(group.fileNo, firstRow, rows, block);
      group.count += rows;
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
export function joinUnnamed(connection: Database, sourceNo: number): void {
  const files = connection
    .prepare<[number], { fileNo: number; shopName: string | null; currency: string }>(
      'select file_no as fileNo, shop_name as shopName, currency from staged_file where source_no = ? order by file_no',
    )
    .all(sourceNo);
  const hasOrders = connection.prepare(
    'select 1 from staged_row where file_no = @file union all select 1 from staged_segment where file_no = @file and folds > 0 limit 1',
  );
  for (const { fileNo, shopName, currency } of files) {
    if (shopName !== null) continue;
    const named = files.filter((file) => file.shopName !== null);
    const isNoise = hasOrders.get({ file: fileNo }) === undefined;
    const home = named.find((file) => file.currency === currency) ?? (isNoise ? named[0] : undefined);
    if (home === undefined) continue;
    joinBlocks(connection, fileNo, home.fileNo);
    for (const table of ['staged_row', 'staged_problem', 'staged_segment']) {
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
