/** Laws of what an import leaves behind: taken back it never was, money is whole, lists come back as they were, people stay apart. */

import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanCell } from '../../../src-main/importing/normalise/clean-cell.ts';
import { openTable } from '../../../src-main/importing/readers/open-table.ts';
import { verifyLedger } from '../../../src-main/importing/verify.ts';
import { editCustomer } from '../../../src-main/ledger/customer-edits.ts';
import { ledgerTotals } from '../../../src-main/ledger/totals.ts';
import type { ListCell } from '../../../src-main/output/customer-list.ts';
import { writeCsv } from '../../../src-main/output/write-csv.ts';
import { writeXlsx } from '../../../src-main/output/write-xlsx.ts';
import { minorOf, zeroMinor } from '../../../src-shared/money.ts';
import { holdsAlways, runsOr, seedOr } from '../../support/law.ts';
import { type Book, newBook, now } from './imports-at-hand.ts';
import { anyShops, keepShop, soundShops, withShop } from './made-cases.ts';

const runs = runsOr(12);
const seed = seedOr(20_260_108);
const long = { timeout: 3_600_000 };

const batchesOf = (book: Book): readonly number[] =>
  book.all('select batch_id from import_batch where undone_at is null order by 1').flat() as number[];

test(`I5 what is taken back never was, and the owner's notes stay, in ${runs} shops`, long, async () => {
  await holdsAlways({
    name: 'I5 undo',
    runs,
    seed,
    cases: fc.tuple(soundShops, fc.nat(1000)).map(([[wish], pick]): [typeof wish, number] => [wish, pick]),
    keep: (folder, wish) => keepShop(folder, wish),
    holds: (wish, pick) =>
      withShop(wish, async (book, { paths }) => {
        const empty = book.hash();
        for (const path of paths) await book.import([path]);
        const full = book.hash();
        const batches = batchesOf(book);
        const backwards = pick % 2 === 0 ? batches.toReversed() : batches;
        for (const batch of backwards) book.undo(batch);
        expect(book.hash()).toBe(empty);
        for (const batch of backwards.toReversed()) book.redo(batch);
        expect(book.hash()).toBe(full);
        const customers = book
          .all('select customer_id from customer order by anchor_kind, anchor_value')
          .flat() as number[];
        const customer = customers[pick % Math.max(1, customers.length)];
        if (customer === undefined) return;
        editCustomer(book.ledger, { customer, field: 'note', value: '老客' }, { reason: 'customers.edit', now });
        const noted = book.hash();
        const kept = batches.flatMap((batch) => book.undo(batch).editsKept);
        expect(kept.map(({ field, value }) => [field, value])).toContainEqual(['note', '老客']);
        for (const batch of batches) book.redo(batch);
        expect(book.hash()).toBe(noted);
        expect(verifyLedger(book.ledger)).toMatchObject({ ok: true });
      }),
  });
});

/** Every column of an amount, in every table, by what SQLite holds in it. */
function kindsOfMoney(book: Book): ReadonlySet<unknown> {
  const columns = book.all(`
    select m.name, c.name from sqlite_schema m join pragma_table_info(m.name) c
    where m.type = 'table' and c.name like '%\\_minor' escape '\\'
  `) as [string, string][];
  expect(columns.length).toBeGreaterThan(6);
  return new Set(
    columns.flatMap(([table, column]) => book.all(`select distinct typeof("${column}") from "${table}"`).flat()),
  );
}

test(`I6 money is whole and adds up, in ${runs} shops`, long, async () => {
  await holdsAlways({
    name: 'I6 money',
    runs,
    seed: seed + 1,
    cases: soundShops,
    keep: keepShop,
    holds: (wish) =>
      withShop(wish, async (book, made) => {
        await book.import(made.paths);
        expect([...kindsOfMoney(book)].filter((kind) => kind !== 'integer' && kind !== 'null')).toEqual([]);
        const sum = (of: 'paidMinor' | 'refundMinor'): number => made.orders.reduce((all, order) => all + order[of], 0);
        const truth = { paidMinor: sum('paidMinor'), refundMinor: sum('refundMinor') };
        const [money] = Object.values(ledgerTotals(book.ledger).byCurrency);
        expect(money).toEqual({ ...truth, netMinor: truth.paidMinor - truth.refundMinor });
        const parts = book.all(`
          select coalesce(sum(paid_minor), 0), coalesce(sum(refund_minor), 0)
          from shop_order group by customer_id is null, status
        `) as [number, number][];
        expect(parts.reduce((all, [paid]) => all + paid, 0)).toBe(truth.paidMinor);
        expect(parts.reduce((all, [, refund]) => all + refund, 0)).toBe(truth.refundMinor);
      }),
  });
});

/** Names and notes as people and spreadsheets spell them. */
const text = fc.oneof(
  fc.constantFrom(
    '=1+1',
    '@SUM(A1)',
    '+86 138',
    '-5',
    '\u202e反',
    '王\u200b予',
    '𠮷田 䶮',
    '__proto__',
    "'引号",
    '"a","b"',
    '1e5',
    '０',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);

test(`I7 a list that is written and read again says the same, in ${runs} lists`, long, async () => {
  await holdsAlways({
    name: 'I7 export and import',
    runs,
    seed: seed + 2,
    cases: fc
      .array(fc.tuple(text, text, fc.integer({ min: -999_999, max: 99_999_999 })), { minLength: 1, maxLength: 20 })
      .map((rows): [typeof rows] => [rows]),
    holds: async (rows) => {
      const book = newBook();
      const cells = rows.map(([name, note, minor], at): readonly ListCell[] => [
        { kind: 'text', text: `N${at}` },
        { kind: 'text', text: name },
        { kind: 'text', text: note },
        { kind: 'money', minor: minorOf(minor) },
      ]);
      const heads = ['编号', '称呼', '备注', '净额'];
      const kinds = ['text', 'text', 'text', 'money'] as const;
      const list = {
        heads,
        columns: [],
        kinds,
        rows: () => cells,
        total: cells.length,
        sumMinor: zeroMinor,
        currency: 'CNY',
      };
      const [csv, xlsx] = [join(book.folder, 'list.csv'), join(book.folder, 'list.xlsx')];
      writeCsv(csv, list, () => undefined);
      await writeXlsx(xlsx, list, '名单', () => undefined);
      for (const path of [csv, xlsx]) {
        const table = await openTable(path, path);
        const read: (readonly string[])[] = [];
        for await (const batch of table.rows()) read.push(...batch.map((row) => row.cells));
        expect(read.map((row) => [1, 2].map((column) => cleanCell(row[column] ?? '')))).toEqual(
          rows.map(([name, note]) => [cleanCell(name), cleanCell(note)]),
        );
        expect(read.map((row) => Math.round(Number(cleanCell(row[3] ?? '')) * 100))).toEqual(
          rows.map(([, , minor]) => minor),
        );
      }
      book.close();
    },
  });
});

test(`I8 damaged numbers join nothing, and readable names stay apart, in ${runs} shops`, long, async () => {
  await holdsAlways({
    name: 'I8 people',
    runs,
    seed: seed + 3,
    cases: anyShops.map(([wish]): [typeof wish] => [{ ...wish, damage: { scientific: 3, zeroedTail: 3 } }]),
    keep: keepShop,
    holds: (wish) =>
      withShop(wish, async (book, made) => {
        await book.import(made.paths);
        const truth = new Map(made.orders.map((order) => [order.number, order]));
        const stored = book.all('select order_number, buyer_id from shop_order join order_key using (order_id)') as [
          string,
          string | null,
        ][];
        for (const [number, buyer] of stored) {
          const order = truth.get(number);
          expect(order).toBeDefined();
          if (buyer === null || buyer.includes('*')) continue;
          expect([order?.nick, order?.userId, `buyer${order?.nick.replace(/^\D*/, '')}@example.com`, buyer]).toContain(
            buyer,
          );
        }
        // Two readable names of one marketplace in one customer.
        expect(
          book.all(`
            select customer_id from shop_order
            where buyer_id is not null and buyer_id not like '%*%'
            group by customer_id having count(distinct buyer_id) > 1
          `),
        ).toEqual([]);
      }),
  });
});

const nick = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  '豆豆',
  '豆 豆',
  '豆豆\u200b',
  '豆豆１',
  '豆豆1',
  'Ａlice',
  'Alice',
  'alice',
  '豆豆ma',
);

test(`I8 names that look alike or mean something to a program stay apart, in ${runs} files`, long, async () => {
  await holdsAlways({
    name: 'I8 names',
    runs,
    seed: seed + 4,
    cases: fc
      .uniqueArray(nick, { minLength: 2, maxLength: 8, selector: cleanCell })
      .map((nicks): [string[]] => [nicks]),
    holds: async (nicks) => {
      const book = newBook();
      const rows = nicks.map(
        (name, at) =>
          `="27931531314732935${10 + at}",${name},10.00,10.00,交易成功,2025-03-03 09:00:00,2025-03-03 09:01:00,茶,1`,
      );
      const header =
        '订单编号,买家会员名,总金额,买家实际支付金额,订单状态,订单创建时间,订单付款时间,宝贝标题,宝贝总数量';
      const [batch] = await book.import([book.file('list.csv', [header, ...rows].join('\r\n'))]);
      expect(batch?.customers.new).toBe(nicks.length);
      expect(batch?.orders.new).toBe(nicks.length);
      book.close();
    },
  });
});
