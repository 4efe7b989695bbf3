/** Tables made beside the ledger hold, row by row and index by index, what the ledger itself is given without them. */

import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { applyCheck } from '../../../../src-main/importing/apply.ts';
import { noProgress } from '../../../../src-main/importing/progress.ts';
import { plannedSingles } from '../../../../src-main/importing/singles/carry-out-singles.ts';
import { readyAsk } from '../../../../src-main/importing/singles/ready-crew.ts';
import { makeReady } from '../../../../src-main/importing/singles/ready-tables.ts';
import { openSideFile } from '../../../../src-main/ledger/open-ledger.ts';
import { writeTaobaoFile } from '../../../support/taobao-file.ts';
import { type Book, newBook, now } from '../imports-at-hand.ts';

let book: Book;
afterEach(() => book.close());

it('are the customers, their keys and sums, and the lines of a first import', async () => {
  book = newBook();
  const { check } = await book.check([writeTaobaoFile(join(book.folder, 'orders.csv'), { orders: 700 })]);
  const at = (name: string): string => join(book.stage, check, `${name}.db`);
  const stage = openSideFile(at('stage'), { mode: 'read' });
  const base = plannedSingles(stage, 'main')?.base ?? Number.NaN;
  stage.close();
  const path = join(book.folder, 'ready.db');
  makeReady(readyAsk(book.ledger.connection, { path, folds: at('folds'), people: at('people') }, base));
  await applyCheck(book.ledger, book.stage, check, { now }, noProgress);
  const ready = openSideFile(path, { mode: 'read' });
  try {
    for (const table of ['customer', 'identity', 'customer_total', 'search_pending', 'order_line']) {
      const sql = `select * from ${table} order by 1, 2`.replace(
        'search_pending order by 1, 2',
        'search_pending order by 1',
      );
      const rows = ready.prepare(sql).all();
      expect(rows.length, table).toBeGreaterThan(100);
      expect(rows, table).toEqual(book.ledger.connection.prepare(sql).all());
    }
    const indexes =
      "select name, sql from sqlite_schema where type = 'index' and tbl_name in ('customer', 'identity', 'order_line') order by 1";
    expect(ready.prepare(indexes).all()).toEqual(book.ledger.connection.prepare(indexes).all());
    expect(ready.pragma('integrity_check', { simple: true })).toBe('ok');
  } finally {
    ready.close();
  }
});
