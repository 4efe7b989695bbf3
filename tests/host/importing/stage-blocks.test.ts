/** Rows of several shops and currencies by turns: each is found by its number, in the check and when it is imported. */

import { expect, test } from 'vitest';
import { applyCheck } from '../../../src-main/importing/apply.ts';
import { checkFiles } from '../../../src-main/importing/check.ts';
import { rowAsk } from '../../../src-main/importing/damage/staged-files.ts';
import { noProgress } from '../../../src-main/importing/progress.ts';
import { sourceStatements } from '../../../src-main/importing/source-statements.ts';
import { openStage } from '../../../src-main/importing/stage.ts';
import { rowsOfCheck } from '../../../src-main/importing/stage-rows.ts';
import { newBook, now, today } from './imports-at-hand.ts';

const mapping = {
  profile: 'own',
  granularity: 'order' as const,
  columns: { orderNumber: [0], buyerId: [1], total: [2], currency: [3], orderedAt: [4], paidAt: [5], shopName: [6] },
  dateOrder: 'ymd' as const,
  assumePaid: false,
  currency: 'CNY',
  // So it is read row by row, and kept in blocks of many rows.
  firstRow: ['total' as const],
};

/** Rows without a shop in dollars stand between others, before the first row names a shop in dollars: they become that shop's. */
function turns(rounds: number): string {
  const header = 'order number,buyer,total,currency,order date,payment date,shop';
  const row = (at: number, currency: string, shop: string): string =>
    `A${1000 + at},B${at},${at + 1}.00,${currency},2024-05-01 10:00:00,2024-05-01 10:00:00,${shop}`;
  const before = Array.from({ length: rounds }, (_, at) => (at % 2 === 0 ? row(at, 'CNY', 'Ann') : row(at, 'USD', '')));
  const behind = Array.from({ length: rounds }, (_, index) => {
    const at = rounds + index;
    return at % 3 === 1 ? row(at, 'CNY', 'Ann') : row(at, 'USD', at % 3 === 0 ? 'Bob' : '');
  });
  // A row in other money than the one above is nobody's yet: what goes to Bob and what to nobody stands by turns.
  return [header, ...before, ...behind].join('\r\n');
}

test('rows that went to a shop afterwards stand in their places among its others', async () => {
  const book = newBook();
  const rounds = 900;
  const text = turns(rounds);
  const file = { ticket: 't', path: book.file('turns.csv', text), name: 'turns.csv', bytes: text.length, mapping };
  const { check, batches } = await checkFiles(book.ledger, book.stage, [file], { today }, noProgress);
  expect(batches.map(({ orders }) => orders.new).reduce((sum, count) => sum + count)).toBe(2 * rounds);
  const stage = openStage(book.stage, check).connection;
  const files = stage.prepare('select file_no, row_count from staged_file order by file_no').raw().all() as [
    number,
    number,
  ][];
  expect(files).toHaveLength(2);
  const found = new Set<number>();
  const rawAt = rowAsk(stage);
  for (const [index, [fileNo, count]] of files.entries()) {
    const all = rowsOfCheck(book.stage, { check, batch: index, file: 0, from: 1, count: 5000 }).rows;
    expect(all).toHaveLength(count);
    expect(all.map(({ row }) => row)).toEqual(all.map(({ row }) => row).toSorted((a, b) => a - b));
    for (const { row, cells } of all) {
      found.add(row);
      expect(cells[0]).toBe(`A${998 + row}`);
      if (row % 9 === 0) expect(rawAt(fileNo, row)?.cells).toEqual(cells);
    }
    const middle = all[Math.floor(all.length / 2)]?.row ?? 0;
    const beneath = rowsOfCheck(book.stage, { check, batch: index, file: 0, from: middle, count: 3 }).rows;
    expect(beneath).toEqual(all.filter(({ row }) => row >= middle).slice(0, 3));
  }
  expect(found.size).toBe(2 * rounds);
  stage.close();
  await applyCheck(book.ledger, book.stage, check, { now }, noProgress);
  const ledger = sourceStatements(book.ledger.connection, 'ledger');
  for (const [file, row, number] of book.all(
    'select file_id, row_no, order_number from source_row join order_key using (order_id)',
  ) as [number, number, string][])
    expect(ledger.rawRows(file, [row])[0]?.cells[0]).toBe(number);
  book.close();
});
