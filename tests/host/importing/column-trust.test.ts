/** How sure each column is, and why. */

import { afterEach, expect, test } from 'vitest';
import { rememberMapping } from '../../../src-main/importing/own-mappings.ts';
import { recognise } from '../../../src-main/importing/recognise.ts';
import { transact } from '../../../src-main/ledger/transaction.ts';
import type { Finding } from '../../../src-shared/contract/imports.ts';
import { csvOf, head, soundRows } from './damaged-shop.ts';
import { type Book, newBook } from './imports-at-hand.ts';

let book: Book;

afterEach(() => book.close());

function find(text: string): Promise<Finding> {
  const path = book.file('a.csv', text);
  return recognise(book.ledger, { ticket: 't', path, name: 'a.csv', bytes: text.length }, {});
}

function trustOf(finding: Finding, name: string): Finding['trust'][number] | undefined {
  return finding.trust[finding.header.indexOf(name)];
}

test('by its own name, by another, by its cells, and not at all', async () => {
  book = newBook();
  const text =
    '流水,什么时候,手机,买了啥,收了\nMD2600001,2026-07-01 10:20,13912345001,茶,68.00\nMD2600002,2026-07-02 10:20,13912345002,茶,70.00\n';
  const finding = await find(text);
  expect(trustOf(finding, '流水')).toEqual({ by: 'looks', cells: true, confidence: 0.65 });
  expect(trustOf(finding, '手机')).toMatchObject({ by: 'alias', cells: true });
  expect(trustOf(finding, '买了啥')).toEqual({ by: null, cells: null, confidence: 0 });
});

test('a known export is sure, but for a column whose cells are of another kind', async () => {
  book = newBook();
  const rows = soundRows(6).map((cells) => cells.with(head.indexOf('联系手机'), '送到门口'));
  const finding = await find(csvOf(rows));
  expect(trustOf(finding, '订单编号')).toEqual({ by: 'name', cells: true, confidence: 1 });
  const phone = trustOf(finding, '联系手机');
  expect(phone?.cells).toBe(false);
  expect(phone?.confidence).toBeLessThan(0.6);
});

test('what was remembered is the owner’s word', async () => {
  book = newBook();
  const text = '流水,什么时候,收了\nMD2600001,2026-07-01 10:20,68.00\n';
  const { header, guess } = await find(text);
  transact(book.ledger, (writing) =>
    rememberMapping(writing, header, 'a.csv', { ...guess, columns: { orderNumber: [0], orderedAt: [1], paid: [2] } }),
  );
  const again = await find(text);
  expect(again.trust.map(({ by }) => by)).toEqual(['remembered', 'remembered', 'remembered']);
});
