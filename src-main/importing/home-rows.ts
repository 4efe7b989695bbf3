/**
 * Rows that do not say whose they are went with the rows above them. Where their order is named by other rows of the same table, they belong
 * there: else half an order would be imported, and the rest counted as another shop's. Part of `check`, before rows are left out.
 */

import type { Database } from 'better-sqlite3';
import { fixerOf } from './damage/fix-rows.ts';
import { type Normaliser, normaliserFor } from './normalise/normalise-row.ts';
import { sourceStatements } from './source-statements.ts';
import spreadRows from './spread-rows.sql?raw';
import { moveRows } from './stage-blocks.ts';

interface SpreadRow {
  readonly file: number;
  readonly row: number;
  readonly orderNumber: string;
  /** 1: the file ends inside of it, which its stored text does not say. */
  readonly broken: 0 | 1;
}

interface StagedFile {
  readonly file: number;
  readonly shopName: string | null;
  readonly currency: string;
}

/** A row that speaks of an order whose rows went to several files. */
interface AskedRow extends SpreadRow {
  /** By itself it says which file it belongs to. */
  readonly saysWhose: boolean;
  /** null: it states none that can be relied on. */
  readonly currency: string | null;
}

/** What a row says of whose it is. `isNamed`: the table names its shops. */
function rowsAsker(stage: Database, isNamed: boolean): (spread: SpreadRow) => AskedRow {
  const statements = sourceStatements(stage, 'stage');
  const readers = new Map<number, Normaliser>();
  return (spread) => {
    const { file, row, broken } = spread;
    const normalise = readers.get(file) ?? normaliserFor(statements.header(file), statements.mapping(file));
    readers.set(file, normalise);
    const [raw] = statements.rawRows(file, [row]);
    if (raw === undefined) throw new Error(`row ${row} is not in the stage's file ${file}`);
    const { isPlaced, further, shopName, currency } = normalise(fixerOf(statements.fixes(file))(raw));
    const isReliable = isPlaced && !further && broken === 0;
    return {
      ...spread,
      saysWhose: isReliable && (shopName !== null || !isNamed),
      currency: isReliable ? currency : null,
    };
  };
}

interface Move {
  readonly from: number;
  readonly to: number;
  readonly row: number;
}

/** Where an order belongs: to the file its rows name, or, where none says whose it is, with its first row; null: several shops have one of its number. */
function homeOf(rows: readonly AskedRow[]): number | null {
  const named = new Set(rows.filter(({ saysWhose }) => saysWhose).map(({ file }) => file));
  const [only] = named.size === 0 ? rows.map(({ file }) => file) : named;
  return named.size > 1 ? null : (only ?? null);
}

/** Those of one order's rows that belong elsewhere. `rows`: in the order of the table. */
function movesOf(rows: readonly AskedRow[], files: readonly StagedFile[]): readonly Move[] {
  const place = homeOf(rows);
  const home = files.find(({ file }) => file === place);
  if (home === undefined) return [];
  return rows
    .filter(({ file, currency }) => file !== home.file && (currency ?? home.currency) === home.currency)
    .map(({ file, row }) => ({ from: file, to: home.file, row }));
}

/** The moves between two files at once: their blocks are written again. */
function moveBetween(stage: Database, from: number, to: number, rows: readonly number[]): void {
  moveRows(stage, from, to, rows);
  for (const table of ['staged_row', 'staged_problem', 'staged_fix']) {
    const place = stage.prepare(`update ${table} set file_no = ? where file_no = ? and row_no = ?`);
    for (const row of rows) place.run(to, from, row);
  }
  const count = stage.prepare('update staged_file set row_count = row_count + ? where file_no = ?');
  count.run(-rows.length, from);
  count.run(rows.length, to);
}

/** Of one table, once all its rows are staged. */
export function bringHome(stage: Database, source: number): void {
  const files = stage
    .prepare<[number], StagedFile>(
      'select file_no as file, shop_name as shopName, currency from staged_file where source_no = ?',
    )
    .all(source);
  if (files.length < 2) return;
  const isNamed = files.some(({ shopName }) => shopName !== null);
  const spread = stage.prepare<[object], SpreadRow>(spreadRows).all({ source }).map(rowsAsker(stage, isNamed));
  const orders = Map.groupBy(spread, ({ orderNumber }) => orderNumber);
  const moves = [...orders.values()].flatMap((rows) => movesOf(rows, files));
  for (const own of Map.groupBy(moves, ({ from, to }) => `${from} ${to}`).values()) {
    const [{ from, to } = { from: 0, to: 0 }] = own;
    moveBetween(stage, from, to, [...new Set(own.map(({ row }) => row))]);
  }
}
