/** Every figure of a check and of a past import is what its orders come to, also after what came later was imported, taken back, brought back. */

import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { applyCheck } from '../../../src-main/importing/apply.ts';
import { batchOrdersIn, explainBatch, rowsLeftOut } from '../../../src-main/importing/explain-batch.ts';
import {
  checkOrdersIn,
  explainCheck,
  rowsOfLeftOut,
  rowsOfPlanned,
} from '../../../src-main/importing/explain-check.ts';
import { noProgress } from '../../../src-main/importing/progress.ts';
import { splitCustomer } from '../../../src-main/importing/split-customer.ts';
import { transact } from '../../../src-main/ledger/transaction.ts';
import { type ExplainedOrder, type Explanation, explanationSchema } from '../../../src-shared/contract/explanations.ts';
import type { BatchReport } from '../../../src-shared/contract/imports.ts';
import { figureOf, type ImportFigure, importFigures, isAmount } from '../../../src-shared/import-figure.ts';
import { samples } from './files-at-hand.ts';
import { type Book, newBook, now } from './imports-at-hand.ts';
import { madeFiles } from './laws-files.ts';

const books: Book[] = [];
afterEach(() => {
  for (const book of books.splice(0)) book.close();
});

function freshBook(): Book {
  const book = newBook();
  books.push(book);
  return book;
}

const foldersOf = (book: Book) => ({ ledger: book.folder, stage: book.stage });
const factOf = (why: Explanation): number | null => (why.facts[0] === undefined ? null : Number(why.facts[0].value));

/** What the orders listed come to, counted by hand. */
function countedByHand(figure: ImportFigure, orders: readonly ExplainedOrder[]): number | null {
  if (isAmount(figure)) return orders.reduce((sum, order) => sum + (order[figure] ?? 0), 0);
  if (figure === 'lines') return orders.reduce((sum, order) => sum + (order.lines ?? 0), 0);
  return figure.endsWith('Customers') ? null : orders.length;
}

type Pages = (window: { from: number; count: number }) => ExplainedOrder[];

/** The explanation says the figure, its orders add up to it, and its pages are its orders. */
function expectExplained(report: BatchReport, figure: ImportFigure, why: Explanation, pages: Pages): void {
  expect(explanationSchema.parse(why)).toEqual(why);
  const shown = figureOf(report, figure);
  expect([figure, factOf(why)]).toEqual([figure, shown]);
  const byHand = countedByHand(figure, why.orders);
  if (byHand !== null) expect([figure, byHand]).toEqual([figure, shown ?? 0]);
  const listed = [...pages({ from: 0, count: 3 }), ...pages({ from: 3, count: 500 })];
  expect(listed).toEqual(why.orders);
  expect(listed).toHaveLength(why.orderCount);
}

function expectCheckExplained(book: Book, check: string, reports: readonly BatchReport[]): void {
  const folders = foldersOf(book);
  reports.forEach((report, batch) => {
    for (const figure of importFigures) {
      const question = { check, batch, figure };
      expectExplained(report, figure, explainCheck(folders, question), (window) =>
        checkOrdersIn(folders, question, window),
      );
    }
  });
}

function expectBatchExplained(book: Book, report: BatchReport): void {
  const batch = report.id ?? expect.fail('an import has a number');
  for (const figure of importFigures) {
    const question = { batch, figure };
    expectExplained(report, figure, explainBatch(book.ledger, question), (window) =>
      batchOrdersIn(book.ledger, question, window),
    );
  }
}

type Act =
  | { readonly kind: 'import'; readonly files: readonly number[] }
  | { readonly kind: 'turn'; readonly batch: number }
  | { readonly kind: 'split'; readonly customer: number };

const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('import' as const),
        files: fc.uniqueArray(fc.nat(3), { minLength: 1, maxLength: 2 }),
      }),
    },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('turn' as const), batch: fc.nat(9) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('split' as const), customer: fc.nat(9) }) },
  ),
  { minLength: 2, maxLength: 7 },
);

function splitSome(book: Book, at: number): void {
  const found = book.all(
    "select customer_id, min(order_id) from customer join shop_order using (customer_id) where certainty = 'likely' group by 1",
  ) as [number, number][];
  const [customer, order] = found[at % Math.max(1, found.length)] ?? [];
  if (customer === undefined || order === undefined) return;
  transact(book.ledger, (writing) => splitCustomer(writing, customer, [order], `mark${at}`));
}

async function live(book: Book, paths: readonly string[], doings: readonly Act[]): Promise<void> {
  const reports: BatchReport[] = [];
  const dead = new Set<number>();
  for (const act of doings) {
    if (act.kind === 'import') {
      const chosen = [...new Set(act.files.flatMap((file) => paths[file % paths.length] ?? []))];
      const { check, batches } = await book.check(chosen, { shop: '小铺' });
      expectCheckExplained(book, check, batches);
      reports.push(...(await applyCheck(book.ledger, book.stage, check, { now }, noProgress)).batches);
    } else if (act.kind === 'split') splitSome(book, act.customer);
    else {
      const id = reports[act.batch % Math.max(1, reports.length)]?.id ?? null;
      if (id === null) continue;
      if (dead.delete(id)) book.redo(id);
      else {
        book.undo(id);
        dead.add(id);
      }
    }
    for (const report of reports) expectBatchExplained(book, report);
  }
}

describe('the figures of an import', () => {
  test('are what its orders come to, before posting and ever after', { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(madeFiles, acts, async (files, doings) => {
        const book = newBook();
        try {
          await live(
            book,
            files.map(({ name, text }) => book.file(name, text)),
            doings,
          );
        } finally {
          book.close();
        }
      }),
      { numRuns: Number(process.env['REGULARS_RUNS'] ?? 20), seed: Number(process.env['REGULARS_SEED'] ?? 20_260_102) },
    );
  });
});

const header =
  '订单编号,买家会员名,总金额,买家实际支付金额,订单状态,收货人姓名,订单创建时间,订单付款时间,宝贝标题,店铺名称,退款金额';
const sound = (number: string, shop = '小铺'): string =>
  `="${number}",豆豆mama,30.00,30.00,交易成功,王予安,2024-05-01 10:00:00,2024-05-01 11:00:00,茶叶,${shop},0.00`;

/** One sound order, one whose number a spreadsheet spoilt, one with an unreadable amount in one of its two rows. */
const spoilt = [
  header,
  sound('1793153131473293501'),
  '1.79315E+18,Kevin吴,20.00,20.00,交易成功,吴家树,2024-05-02 10:00:00,2024-05-02 11:00:00,茶杯,小铺,0.00',
  '="1793153131473293503",听雨,2o.oo,20.00,交易成功,单阿姨,2024-05-03 10:00:00,2024-05-03 11:00:00,茶壶,小铺,0.00',
  '="1793153131473293503",听雨,20.00,20.00,交易成功,单阿姨,2024-05-03 10:00:00,2024-05-03 11:00:00,茶杯,小铺,0.00',
].join('\r\n');

describe('what is left out', () => {
  test('is counted by orders, said with its reason, and opens to all its rows, before and after posting', async () => {
    const book = freshBook();
    const { check, batches } = await book.check([book.file('spoilt.csv', spoilt)]);
    expect(batches[0]?.orders).toEqual({ new: 1, changed: 0, same: 0, skipped: 2 });
    expectCheckExplained(book, check, batches);
    const folders = foldersOf(book);
    const { orders } = explainCheck(folders, { check, batch: 0, figure: 'skipped' });
    expect(orders.map(({ orderNumber, why, action }) => [orderNumber, why, action])).toEqual([
      ['', 'order-number-scientific', 'skipped'],
      ['1793153131473293503', 'amount-unreadable', 'skipped'],
    ]);
    const stopped = orders.map((order) => order.stopped ?? expect.fail('it stands in a row'));
    const staged = stopped.map((at) => rowsOfLeftOut(folders, check, at));
    expect(staged.map(({ rows }) => rows.map(({ file, row }) => `${file} ${row}`))).toEqual([
      ['spoilt.csv 3'],
      ['spoilt.csv 4', 'spoilt.csv 5'],
    ]);
    expect(staged[1]?.rows[0]?.cells.find(({ letter }) => letter === 'C')).toMatchObject({
      value: '2o.oo',
      field: 'total',
    });
    expect(staged[1]?.rows.map(({ problems }) => problems?.map(({ code }) => code))).toEqual([
      ['amount-unreadable'],
      ['order-left-out'],
    ]);
    const [report] = (await applyCheck(book.ledger, book.stage, check, { now }, noProgress)).batches;
    const batch = report?.id ?? expect.fail('it is posted');
    if (report !== undefined) expectBatchExplained(book, report);
    const past = explainBatch(book.ledger, { batch, figure: 'skipped' }).orders;
    expect(past.map(({ orderNumber, why }) => [orderNumber, why])).toEqual(
      orders.map(({ orderNumber, why }) => [orderNumber, why]),
    );
    const stored = past.map(({ stopped: at }) =>
      rowsLeftOut(book.ledger, batch, at ?? expect.fail('it stands in a row')),
    );
    expect(stored.map(({ rows }) => rows.map(({ row, cells }) => [row, cells]))).toEqual(
      staged.map(({ rows }) => rows.map(({ row, cells }) => [row, cells])),
    );
  });
});

describe('an order of a check', () => {
  test('opens to its rows in the files checked, and to those the ledger has seen before', async () => {
    const book = freshBook();
    await book.import([`${samples}/taobao_detail_2022_ExportOrderDetailList.csv`]);
    const { check, batches } = await book.check([`${samples}/taobao_list_2022_ExportOrderList.xlsx`]);
    expectCheckExplained(book, check, batches);
    const folders = foldersOf(book);
    const { orders } = explainCheck(folders, { check, batch: 0, figure: 'changed' });
    const order = orders.find(({ orderNumber }) => orderNumber === '1793153132450296510') ?? expect.fail('the order');
    const { rows } = rowsOfPlanned(folders, check, order.order);
    expect(rows.map(({ file, row, batch }) => [file, row, batch])).toEqual([
      ['taobao_list_2022_ExportOrderList.xlsx', 3, null],
      ['taobao_detail_2022_ExportOrderDetailList.csv', 3, 1],
      ['taobao_detail_2022_ExportOrderDetailList.csv', 4, 1],
    ]);
    expect(rows[0]?.cells.find(({ column }) => column === '总金额')).toMatchObject({ value: '816.00', letter: 'I' });
  });

  test('is explained no more when the ledger has moved on, until it is checked again', async () => {
    const book = freshBook();
    const first = await book.check([book.file('a.csv', `${header}\r\n${sound('1793153131473293501')}`)]);
    await book.import([book.file('b.csv', `${header}\r\n${sound('1793153131473293502')}`)]);
    const ask = () => explainCheck(foldersOf(book), { check: first.check, batch: 0, figure: 'new' });
    expect(ask).toThrow(expect.objectContaining({ code: 'check-is-stale' }));
    await applyCheck(book.ledger, book.stage, first.check, { now }, noProgress).catch(() => undefined);
    expect(factOf(ask())).toBe(1);
  });
});

test('a file with two shops makes two imports, each explained by itself, and both together', async () => {
  const book = freshBook();
  const rows = [
    sound('1793153131473293501', '甲'),
    sound('1793153131473293502', '乙'),
    sound('1793153131473293503', '乙'),
  ];
  const { check, batches } = await book.check([book.file('two.csv', [header, ...rows].join('\r\n'))]);
  expect(batches.map(({ shop, customers }) => [shop, customers])).toEqual([
    ['甲', { new: 1, matched: 0, likely: 0 }],
    // The same person, counted once.
    ['乙', { new: 0, matched: 1, likely: 0 }],
  ]);
  expectCheckExplained(book, check, batches);
  for (const figure of importFigures) {
    if (isAmount(figure)) continue;
    const together = batches.reduce((sum, report) => sum + (figureOf(report, figure) ?? 0), 0);
    expect([figure, factOf(explainCheck(foldersOf(book), { check, figure }))]).toEqual([figure, together]);
  }
  const applied = (await applyCheck(book.ledger, book.stage, check, { now }, noProgress)).batches;
  for (const report of applied) expectBatchExplained(book, report);
});

test('an import of before its orders were noted says so, and lists them as they stand', async () => {
  const book = freshBook();
  const [report] = await book.import([`${samples}/taobao_list_2022_ExportOrderList.xlsx`]);
  const batch = report?.id ?? expect.fail('it is posted');
  book.ledger.connection.exec(
    'delete from batch_order; update import_batch set usual_action = null, usual_buyer = null',
  );
  const why = explainBatch(book.ledger, { batch, figure: 'changed' });
  expect([why.facts, why.rules, why.orderCount]).toEqual([[], ['notNoted'], 16]);
  book.undo(batch);
  expect(explainBatch(book.ledger, { batch, figure: 'changed' }).rules).toEqual(['notNoted', 'takenBack']);
});

test('an import, a check or a row that is not there is a Problem', () => {
  const book = freshBook();
  expect(() => explainBatch(book.ledger, { batch: 9, figure: 'new' })).toThrow(
    expect.objectContaining({ code: 'batch-unknown' }),
  );
  expect(() => rowsLeftOut(book.ledger, 9, { file: 1, row: 2 })).toThrow(
    expect.objectContaining({ code: 'batch-unknown' }),
  );
  expect(() => explainCheck(foldersOf(book), { check: 'ffffffffffffffffffffffff', figure: 'new' })).toThrow(
    expect.objectContaining({ code: 'check-unknown' }),
  );
});
