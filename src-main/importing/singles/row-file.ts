/**
 * A SQLite file whose tables are filled with whole pages instead of statements: the side file of the orders that one row alone speaks
 * of. Its tables are made by SQLite, its leaf pages by `record-pages`, and what leads to them here. A side file may be lost at any
 * moment without harm.
 */

import { closeSync, openSync, writeSync } from 'node:fs';
import { openSideFile } from '../../ledger/open-ledger.ts';
import { giveBack } from './give-back.ts';
import { type Pages, pageBytes, writeVarint } from './record-pages.ts';

const INTERIOR = 0x05;
const INTERIOR_HEADER = 12;
/** SQLite locks bytes at this place in the file: their page is never used. */
const PENDING_PAGE = 0x4000_0000 / pageBytes + 1;
/** Where the header of the file says how many pages it has. */
const PAGE_COUNT_AT = 28;
const CHILD = 4;
const POINTER = 2;

interface Child {
  readonly page: number;
  /** The last row number beneath it. */
  readonly last: number;
}

interface Table {
  readonly root: number;
  readonly leaves: Child[];
  /** The first leaf waits: if it stays the only one, it is the root itself. */
  waiting: Pages | null;
}

export interface RowFile {
  /** Puts further pages to a table; their rows follow those before. The pages are the file's from then on: their memory is given back. */
  append(table: string, pages: Pages): void;
  /** Makes the file one that SQLite can open. */
  finish(): void;
  /** Leaves the file as it is, unfinished. */
  abandon(): void;
}

/** Children of one page that leads to others: as many as fit, the last one rightmost. */
function interiorPage(children: readonly Child[]): Uint8Array {
  const page = new Uint8Array(pageBytes);
  const view = new DataView(page.buffer);
  let content = pageBytes;
  children.slice(0, -1).forEach(({ page: child, last }, index) => {
    const cell = new Uint8Array(CHILD + 9);
    new DataView(cell.buffer).setUint32(0, child);
    const end = writeVarint(cell, CHILD, last);
    content -= end;
    page.set(cell.subarray(0, end), content);
    view.setUint16(INTERIOR_HEADER + POINTER * index, content);
  });
  page[0] = INTERIOR;
  view.setUint16(3, children.length - 1);
  view.setUint16(5, content);
  view.setUint32(8, children.at(-1)?.page ?? 0);
  return page;
}

/** A cell takes at most 13 bytes and its pointer 2. */
const CHILDREN_AT_MOST = Math.floor((pageBytes - INTERIOR_HEADER) / (CHILD + 9 + POINTER));

function rootsOf(path: string, schema: string): Map<string, Table> {
  const connection = openSideFile(path, { mode: 'create' });
  try {
    connection.pragma(`page_size = ${pageBytes}`);
    // The file may be lost, and its pages are written past SQLite anyway: no table of it waits for the disk.
    connection.pragma('synchronous = off');
    connection.pragma('journal_mode = memory');
    connection.exec(schema);
    const roots = connection
      .prepare<[], { name: string; root: number }>(
        "select name, rootpage as root from sqlite_schema where type = 'table'",
      )
      .all();
    return new Map(roots.map(({ name, root }) => [name, { root, leaves: [], waiting: null }]));
  } finally {
    connection.close();
  }
}

/** `schema` makes the tables, which must have an integer key and no index. */
export function makeRowFile(path: string, schema: string): RowFile {
  const tables = rootsOf(path, schema);
  const file = openSync(path, 'r+');
  let next = Math.max(...[...tables.values()].map(({ root }) => root)) + 1;

  const place = (page: number): number => (page - 1) * pageBytes;
  function write(bytes: Uint8Array, page: number): void {
    for (let done = 0; done < bytes.length; )
      done += writeSync(file, bytes, done, bytes.length - done, place(page) + done);
  }
  /** Writes new pages, answers their numbers. */
  function add(bytes: Uint8Array): number[] {
    const numbers: number[] = [];
    const count = bytes.length / pageBytes;
    if (next <= PENDING_PAGE && next + count > PENDING_PAGE) {
      for (let index = 0; index < count; index += 1) {
        if (next === PENDING_PAGE) next += 1;
        write(bytes.subarray(index * pageBytes, (index + 1) * pageBytes), next);
        numbers.push(next++);
      }
      return numbers;
    }
    write(bytes, next);
    for (let index = 0; index < count; index += 1) numbers.push(next++);
    return numbers;
  }

  function addLeaves(table: Table, { bytes, lastRows }: Pages): void {
    for (const [index, page] of add(bytes).entries()) table.leaves.push({ page, last: lastRows[index] ?? 0 });
    giveBack(bytes);
  }

  /** One level of pages above these, about equally full: none has a single child. */
  function levelAbove(level: readonly Child[]): readonly Child[] {
    const pages = Math.ceil(level.length / CHILDREN_AT_MOST);
    return Array.from({ length: pages }, (_, index) => {
      const from = Math.floor((index * level.length) / pages);
      const children = level.slice(from, Math.floor(((index + 1) * level.length) / pages));
      const [page = 0] = add(interiorPage(children));
      return { page, last: children.at(-1)?.last ?? 0 };
    });
  }

  function finishTable({ root, leaves, waiting }: Table): void {
    if (waiting !== null) write(waiting.bytes, root);
    let level: readonly Child[] = leaves;
    while (level.length > CHILDREN_AT_MOST) level = levelAbove(level);
    if (level.length > 0) write(interiorPage(level), root);
  }

  return {
    append(name, pages) {
      const table = tables.get(name);
      if (table === undefined) throw new Error(`the side file has no table ${name}`);
      if (pages.bytes.length === 0) return;
      if (table.waiting === null && table.leaves.length === 0 && pages.lastRows.length === 1) {
        table.waiting = pages;
        return;
      }
      if (table.waiting !== null) addLeaves(table, table.waiting);
      table.waiting = null;
      addLeaves(table, pages);
    },
    finish() {
      for (const table of tables.values()) finishTable(table);
      const pages = Buffer.alloc(CHILD);
      pages.writeUInt32BE(next - 1);
      writeSync(file, pages, 0, CHILD, PAGE_COUNT_AT);
      closeSync(file);
    },
    abandon() {
      closeSync(file);
    },
  };
}
