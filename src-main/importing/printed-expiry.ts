/**
 * Until when a relay number works, where the marketplace's file prints it: read from the order's own rows when somebody asks, for a few
 * orders. Between the source rows and `contact-points`.
 */

import type { Database } from 'better-sqlite3';
import { type Day, dayOf } from '../../src-shared/day.ts';
import { headerKey } from '../../src-shared/header-words.ts';
import { liveFiles } from './live-files.ts';
import liveRows from './live-rows.sql?raw';
import { cleanCell } from './normalise/clean-cell.ts';
import { readTime } from './normalise/read-time.ts';
import { sourceStatements } from './source-statements.ts';

/** As Taobao's and Tmall's lists have it since 2022. */
const EXPIRY = headerKey('虚拟号过期时间');

interface SeenRow {
  readonly file: number;
  readonly row: number;
}

/** The last of the days that live rows print for an order; null: none does. */
export function printedExpiry(ledger: Database): (orderId: number) => Day | null {
  const askRows = ledger.prepare<[number], SeenRow>(liveRows);
  const live = liveFiles(ledger);
  const source = sourceStatements(ledger, 'ledger');
  const columns = new Map<number, number>();
  const columnOf = (file: number): number => {
    const known = columns.get(file) ?? source.header(file).findIndex((name) => headerKey(name) === EXPIRY);
    columns.set(file, known);
    return known;
  };
  return (orderId) => {
    let last: Day | null = null;
    for (const { file, row } of askRows.all(orderId)) {
      const column = live.has(file) ? columnOf(file) : -1;
      if (column < 0) continue;
      for (const { cells } of source.rawRows(file, [row])) {
        const read = readTime(cleanCell(cells[column] ?? ''), source.mapping(file).dateOrder);
        const day = read.kind === 'time' ? dayOf(read.time.slice(0, 10)) : null;
        if (day !== null && (last === null || day > last)) last = day;
      }
    }
    return last;
  };
}
