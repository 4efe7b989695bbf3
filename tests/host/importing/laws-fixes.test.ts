/** The laws hold for corrected files: any damage put right is the sound file, check is apply, and taking back and repeating change nothing. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyCheck } from '../../../src-main/importing/apply.ts';
import { checkFiles } from '../../../src-main/importing/check.ts';
import { noProgress } from '../../../src-main/importing/progress.ts';
import { verifyLedger } from '../../../src-main/importing/verify.ts';
import type { CellFix } from '../../../src-shared/contract/imports.ts';
import { at, csvOf, type Head, soundRow, soundRows } from './damaged-shop.ts';
import { type Book, newBook, now, today } from './imports-at-hand.ts';

const ROWS = 12;

/** What a spreadsheet makes of a cell. */
const damages: readonly { readonly head: Head; readonly words: string }[] = [
  { head: '订单编号', words: '3.94822E+18' },
  { head: '订单编号', words: '3948217560183350000' },
  { head: '订单编号', words: '' },
  { head: '买家实际支付金额', words: '一百' },
  { head: '订单付款时间', words: '昨天' },
  { head: '订单创建时间', words: '2025-13-45' },
  { head: '联系手机', words: '1.38E+10' },
  { head: '收货人姓名', words: '沈锟斤拷' },
  { head: '宝贝总数量', words: '几件' },
];

const damaged = fc.uniqueArray(fc.record({ row: fc.nat(ROWS - 1), damage: fc.nat(damages.length - 1) }), {
  minLength: 1,
  maxLength: 8,
  selector: ({ row, damage }) => `${row} ${damages[damage]?.head ?? ''}`,
});

interface Life {
  readonly text: string;
  readonly fixes: readonly CellFix[];
}

function lifeOf(places: readonly { readonly row: number; readonly damage: number }[]): Life {
  const rows = soundRows(ROWS);
  const fixes: CellFix[] = [];
  for (const { row, damage } of places) {
    const spoilt = damages[damage];
    const cells = rows[row];
    if (spoilt === undefined || cells === undefined) continue;
    const column = at(spoilt.head);
    cells[column] = spoilt.words;
    fixes.push({ row: row + 2, column, typed: soundRow(row)[column] ?? '' });
  }
  return { text: csvOf(rows), fixes };
}

async function hashOfSound(): Promise<string> {
  const book = newBook();
  try {
    await book.import([book.file('sound.csv', csvOf(soundRows(ROWS)))]);
    return book.hash();
  } finally {
    book.close();
  }
}

async function live(book: Book, { text, fixes }: Life, sound: string): Promise<void> {
  const empty = book.hash();
  const path = book.file('订单.csv', text);
  const file = { ticket: 't', path, name: '订单.csv', bytes: Buffer.byteLength(text), fixes };
  const checked = await checkFiles(book.ledger, book.stage, [file], { today }, noProgress);
  const { batches } = await applyCheck(book.ledger, book.stage, checked.check, { now }, noProgress);
  expect(batches).toEqual(checked.batches.map((batch, index) => ({ ...batch, id: index + 1 })));
  expect(book.hash()).toBe(sound);
  // The same bytes again, without a word.
  const [again] = await book.import([path]);
  expect(again?.orders).toEqual({ new: 0, changed: 0, same: ROWS, skipped: 0 });
  expect(book.hash()).toBe(sound);
  book.undo(again?.id ?? 0);
  book.undo(1);
  expect(book.hash()).toBe(empty);
  book.redo(1);
  expect(book.hash()).toBe(sound);
  expect(verifyLedger(book.ledger).ok).toBe(true);
}

test('any damage put right is the sound file', { timeout: 120_000 }, async () => {
  const sound = await hashOfSound();
  await fc.assert(
    fc.asyncProperty(damaged, async (places) => {
      const book = newBook();
      try {
        await live(book, lifeOf(places), sound);
      } finally {
        book.close();
      }
    }),
    { numRuns: 30 },
  );
});
