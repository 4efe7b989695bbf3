/** Files read in pieces, by threads and at once, and what becomes of orders that turn out not to stand alone. */

import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { encodeGb18030 } from '../../../../src-main/demo/gb18030.ts';
import { detectEncoding } from '../../../../src-main/importing/readers/detect-encoding.ts';
import { verifyLedger } from '../../../../src-main/importing/verify.ts';
import { type Book, newBook } from '../imports-at-hand.ts';

const header =
  '订单编号,买家会员名,买家支付宝账号,总金额,买家实际支付金额,订单状态,收货人姓名,收货地址,联系手机,订单创建时间,订单付款时间,宝贝标题,宝贝总数量,订单关闭原因,退款金额,买家留言';
const books: Book[] = [];

function book(): Book {
  const made = newBook();
  books.push(made);
  return made;
}

afterEach(() => {
  for (const made of books.splice(0)) made.close();
});

/** Every 7th order shares its phone with another buyer, every 11th second is that of the order before. */
function row(index: number, note = ''): string {
  const buyer = index % 997;
  const phone = `138${String(index % 7 === 0 ? 7 : buyer).padStart(8, '0')}`;
  const second = String((index + 60 - (index % 11 === 0 ? 1 : 0)) % 60).padStart(2, '0');
  const at = `2025-03-${String((index % 28) + 1).padStart(2, '0')} 09:00:${second}`;
  const price = `${10 + (index % 300)}.50`;
  const place = `浙江省 杭州市 西湖区 文三路${buyer}号(310000)`;
  const number = `="${1_793_153_131_000_000_000n + BigInt(index)}"`;
  return `${number},买家${buyer},,${price},${price},交易成功,王小${buyer % 90},${place},'${phone},${at},${at},茶叶${index % 50},1,订单未关闭,0.00,"${note}"`;
}

const rows = (from: number, to: number, note = ''): string[] =>
  Array.from({ length: to - from }, (_, index) => row(from + index, note));

const text = (lines: readonly string[]): string => `${header}\n${lines.join('\n')}\n`;

describe('a large file', () => {
  it('read by threads says what its parts say, read at once', { timeout: 300_000 }, async () => {
    const note = '请尽快发货，谢谢'.repeat(12);
    const all = rows(0, 9000, note);
    const [whole, parts] = [book(), book()];
    expect(Buffer.byteLength(text(all))).toBeGreaterThan(3 << 20);
    const [report] = await whole.import([whole.file('whole.csv', text(all))]);
    expect(report?.orders).toEqual({ new: 9000, changed: 0, same: 0, skipped: 0 });
    for (const [index, from] of [0, 3000, 6000].entries())
      await parts.import([parts.file(`part${index}.csv`, text(all.slice(from, from + 3000)))]);
    expect(whole.hash()).toBe(parts.hash());
    expect(verifyLedger(whole.ledger)).toMatchObject({ ok: true, ordersChecked: 9000 });
    expect(verifyLedger(parts.ledger)).toMatchObject({ ok: true, ordersChecked: 9000 });
    const [again] = await whole.import([`${whole.folder}/whole.csv`]);
    expect(again?.orders).toEqual({ new: 0, changed: 0, same: 9000, skipped: 0 });
    whole.undo(2);
    whole.undo(1);
    expect(whole.one('select count(*) from shop_order')).toBe(0);
    expect(whole.one('select count(*) from order_identity')).toBe(0);
    whole.redo(1);
    expect(whole.hash()).toBe(parts.hash());
  });
});

describe('a piece that is decoded in parts', () => {
  it('says what small files say, wherever a sign or a cell with line breaks is cut through', async () => {
    const notes = ['请尽快发货，谢谢', '放门口\n不要打电话，\n谢谢', '他说“好”', ''];
    const all = Array.from({ length: 700 }, (_, index) =>
      row(index, notes[index % notes.length]?.repeat(1 + (index % 5))),
    );
    const [whole, small] = [book(), book()];
    const path = whole.file('whole.csv', '');
    writeFileSync(path, encodeGb18030(text(all)));
    expect(statSync(path).size).toBeGreaterThan(4 * 32 * 1024);
    const [report] = await whole.import([path]);
    expect(report?.orders).toEqual({ new: 700, changed: 0, same: 0, skipped: 0 });
    for (let from = 0; from < all.length; from += 50) {
      const part = text(all.slice(from, from + 50));
      expect(Buffer.byteLength(part)).toBeLessThan(32 * 1024);
      await small.import([small.file(`part${from}.csv`, part)]);
    }
    expect(whole.hash()).toBe(small.hash());
  });
});

describe('orders that do not stand alone', () => {
  it('are folded from all their rows, wherever the others stand', async () => {
    const made = book();
    const lines = [...rows(0, 40), row(3).replace('交易成功', '交易关闭'), row(17)];
    const [report] = await made.import([made.file('twice.csv', text(lines))]);
    expect(report?.orders.new).toBe(40);
    expect(report?.problemCounts).toMatchObject({ 'order-rows-disagree': 1 });
    expect(made.one('select count(*) from source_row')).toBe(42);
    expect(verifyLedger(made.ledger)).toMatchObject({ ok: true, ordersChecked: 40 });
  });

  it('stand in two files of one check', async () => {
    const made = book();
    const paths = [made.file('a.csv', text(rows(0, 30))), made.file('b.csv', text(rows(20, 50)))];
    const [report] = await made.import(paths);
    expect(report?.orders.new).toBe(50);
    expect(made.one('select count(*) from source_row')).toBe(60);
    expect(verifyLedger(made.ledger)).toMatchObject({ ok: true, ordersChecked: 50 });
  });

  it('are left out where another row of theirs is damaged', async () => {
    const made = book();
    const broken = row(5).replace(',15.50,15.50,', ',—？,15.50,');
    const [report] = await made.import([made.file('half.csv', text([...rows(0, 10), broken]))]);
    expect(report?.orders).toMatchObject({ new: 9, skipped: 1 });
    expect(report?.problemCounts).toMatchObject({ 'order-left-out': 1, 'amount-unreadable': 1 });
  });
});

describe('a row longer than a page', () => {
  it('is imported as it is', async () => {
    const made = book();
    const note = '长'.repeat(9000);
    const [report] = await made.import([made.file('long.csv', text([row(1), row(2, note), row(3)]))]);
    expect(report?.orders.new).toBe(3);
    expect(made.one('select buyer_note from shop_order where buyer_note is not null')).toBe(note);
    expect(verifyLedger(made.ledger)).toMatchObject({ ok: true, ordersChecked: 3 });
  });
});

describe('empty rows', () => {
  it('count in the middle of a file and not at its end', async () => {
    const made = book();
    const lines = [row(1), '', ',,,', row(2), '', ''];
    const [report] = await made.import([made.file('gaps.csv', text(lines))]);
    expect(report?.files[0]?.rows).toBe(4);
    expect(report?.problemCounts).toMatchObject({ 'empty-row': 2 });
    expect(report?.orders.new).toBe(2);
  });
});

describe('a cell of more than a million signs', () => {
  it('leaves its own row out, and no other', { timeout: 120_000 }, async () => {
    const made = book();
    const lines = [row(1), row(2, '\n'.repeat(1_200_000)), row(3)];
    const [report] = await made.import([made.file('long.csv', text(lines))]);
    expect(report?.problemCounts).toMatchObject({ 'cell-too-long': 1 });
    expect(report?.orders).toEqual({ new: 2, changed: 0, same: 0, skipped: 1 });
  });
});

describe('an encoding that the beginning of a file does not tell', () => {
  it('is looked for in the whole file', { timeout: 120_000 }, async () => {
    const made = book();
    const path = join(made.folder, 'mixed.csv');
    const beginning = Buffer.from(text(rows(0, 6000)));
    expect(beginning.length).toBeGreaterThan(1 << 20);
    const [before = '', after = ''] = row(6001).split('茶叶');
    writeFileSync(path, Buffer.concat([beginning, Buffer.from(before), Buffer.from([0xff, 0xfe]), Buffer.from(after)]));
    const [report] = await made.import([path]);
    expect(report?.files[0]?.encoding).toBe(await detectEncoding(path));
    expect(report?.orders.new).toBe(6001);
  });
});
