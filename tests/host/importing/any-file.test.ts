/** Files nobody would export: any text in any cell. Never a bug, no row lost, the same again, and undone without a trace. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verifyLedger } from '../../../src-main/importing/verify.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { type Book, newBook } from './imports-at-hand.ts';

const RUNS = Number(process.env['REGULARS_RUNS'] ?? 30);
const SEED = Number(process.env['REGULARS_SEED'] ?? 20_260_104);

const listHeader =
  '订单编号,买家会员名,买家支付宝账号,总金额,买家实际支付金额,订单状态,收货人姓名,收货地址,联系手机,订单创建时间,订单付款时间,宝贝标题,宝贝总数量,店铺名称,订单关闭原因,退款金额';
const detailHeader =
  '子订单编号,主订单编号,标题,价格,购买数量,商品属性,订单状态,商家编码,买家应付货款,店铺名称,退款状态,退款金额,订单创建时间,订单付款时间';

const usual = fc.constantFrom(
  '',
  '-',
  '1793153131473293579',
  '="1793153131473293580"',
  "'179315313147329357",
  '1.79315E+18',
  '1793153131473290000',
  '豆豆mama',
  '豆**',
  '__proto__',
  '王予安',
  '王**',
  '13800138005',
  '138****8005',
  '15000000000-1234',
  '86-13800138006',
  'a@b.cn',
  '北京市 北京市 朝阳区 胡同1号',
  '北京市 北京市 朝阳区 ****',
  '10.00',
  '0',
  '-3.5',
  '1,280.50',
  '9999999999.99',
  '0.005',
  '交易成功',
  '交易关闭',
  '等待买家付款',
  '退款成功',
  '没有申请退款',
  '2024-05-01 10:00:00',
  '2024-02-30',
  '2024/5/1',
  '03/04/2024',
  '45413.5',
  '一店',
  '二店',
  '合计',
  '订单编号',
  '#REF!',
  '2',
  '两',
  'x"y',
  'a,b',
  'c\nd',
  '\ufeff',
  '\u0000',
  '😀',
);
const cell = fc.oneof(
  { weight: 12, arbitrary: usual },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
);

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Numbers stand where numbers are wanted, in most rows: else every file would only be damage. */
const rowUnder = (header: string): fc.Arbitrary<string> => {
  const columns = header.split(',').map((word): fc.Arbitrary<string> => {
    if (word.endsWith('订单编号'))
      return fc.oneof(
        { weight: 8, arbitrary: fc.nat(5).map((n) => `="17931531314732935${10 + n}"`) },
        { weight: 1, arbitrary: cell },
      );
    if (/金额|货款|价格/.test(word))
      return fc.oneof(
        { weight: 12, arbitrary: fc.constantFrom('10.00', '20.50', '0.00', '') },
        { weight: 1, arbitrary: cell },
      );
    if (word.endsWith('时间'))
      return fc.oneof(
        { weight: 12, arbitrary: fc.constantFrom('2024-05-01 10:00:00', '2024-05-02 10:00:00', '') },
        { weight: 1, arbitrary: cell },
      );
    return cell;
  });
  return fc.tuple(...columns).map((cells) => cells.map(quoted).join(','));
};

const oneFile = fc
  .constantFrom(listHeader, detailHeader)
  .chain((header) =>
    fc
      .tuple(fc.array(rowUnder(header), { minLength: 1, maxLength: 8 }), fc.constantFrom('\r\n', '\n', '\r'))
      .map(([rows, end]) => [header, ...rows].join(end)),
  );

function lostRows(book: Book): unknown[] {
  return book.all(`
    select file_id, row_count from import_file
    where row_count <> (
      select count(*) from (
        select row_no from source_row where source_row.file_id = import_file.file_id
        union select row_no from row_problem where row_problem.file_id = import_file.file_id
      )
    )`);
}

/** Imports what is a table of orders, one file after the other. Answers their paths. */
async function importAll(book: Book, texts: readonly string[], shop?: string): Promise<readonly string[]> {
  const live: string[] = [];
  for (const [index, text] of texts.entries()) {
    const path = book.file(`f${index}.csv`, text);
    try {
      await book.import([path], { shop });
      live.push(path);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
  }
  return live;
}

async function holds(texts: readonly string[]): Promise<void> {
  const book = newBook();
  try {
    const empty = book.hash();
    const live = await importAll(book, texts);
    expect(lostRows(book)).toEqual([]);
    expect(verifyLedger(book.ledger)).toMatchObject({ ok: true });
    const full = book.hash();
    for (const path of live) {
      for (const { orders } of await book.import([path])) expect(orders).toMatchObject({ new: 0, changed: 0 });
    }
    expect(book.hash()).toBe(full);
    for (const [batch] of book.all('select batch_id from import_batch order by 1') as [number][]) book.undo(batch);
    expect(book.hash()).toBe(empty);
  } finally {
    book.close();
  }
}

async function converges(texts: readonly string[]): Promise<void> {
  const [there, back] = [newBook(), newBook()];
  try {
    await importAll(there, texts, '小铺');
    await importAll(back, texts.toReversed(), '小铺');
    expect(back.hash()).toBe(there.hash());
  } finally {
    there.close();
    back.close();
  }
}

test(`${RUNS} times any text in any cell is imported or named`, { timeout: 1_800_000 }, async () => {
  const files = fc.array(oneFile, { minLength: 1, maxLength: 3 });
  await fc.assert(fc.asyncProperty(files, holds), { numRuns: RUNS, seed: SEED });
});

test(`${RUNS} times such files come to the same in any order`, { timeout: 1_800_000 }, async () => {
  const files = fc.array(oneFile, { minLength: 2, maxLength: 4 });
  await fc.assert(fc.asyncProperty(files, converges), { numRuns: RUNS, seed: SEED });
});
