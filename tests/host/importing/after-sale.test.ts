/** After-sale exports: the second kind of file, which alone knows the amounts that went back, joins the orders whatever comes first. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { disputesInFiles } from '../../../src-main/followups/guard/disputes-in-files.ts';
import { guardOf } from '../../../src-main/followups/guard/held-back.ts';
import { saysUnderWay } from '../../../src-main/importing/normalise/after-sale.ts';
import { verifyLedger } from '../../../src-main/importing/verify.ts';
import type { Day } from '../../../src-shared/day.ts';
import { samples } from './files-at-hand.ts';
import { type Book, newBook } from './imports-at-hand.ts';

let book: Book;
beforeEach(() => {
  book = newBook();
});
afterEach(() => book.close());

const douyinOrders = join(samples, 'douyin_standard_73_orders.csv');
/** Two cases of one order that was refunded in part, one that is still open, one that was an exchange. */
const douyinCases = [
  '售后单号,订单号,商品单号,商品名称,应付金额（元）,售后类型,退商品金额（元）,退运费金额（元）,退支付优惠（元）,售后状态,售后申请时间,商家退款时间,售后完结时间',
  '"\t7001","\t6917926768834042815","\t6917926768834042815",手工桂花龙井茶礼盒,124.32,退货退款,100.00,0.00,3.00,同意退款，退款成功,2025-10-11 01:00:00,2025-10-12 01:00:00,2025-10-12 01:00:00',
  '"\t7002","\t6917926768834042815","\t6917926768834042816",不锈钢雪平锅,212.68,仅退款,12.68,6.00,0.00,同意退款，退款成功,2025-10-13 01:00:00,2025-10-14 01:00:00,2025-10-14 01:00:00',
  '"\t7003","\t6917926768836642581","\t6917926768836642581",儿童防晒帽,145.00,仅退款,145.00,0.00,0.00,待商家处理,2025-10-15 01:00:00,-,-',
  '"\t7004","\t6917926768841842113","\t6917926768841842113",亚麻短袖衬衫,318.00,换货,318.00,0.00,0.00,换货成功,2025-10-25 01:00:00,-,2025-10-26 01:00:00',
].join('\n');

const moneyOf = (number: string): unknown[] =>
  book.all(
    `select status, paid_minor, refund_minor, net_minor from shop_order join order_key using (order_id) where order_number = '${number}'`,
  )[0] as unknown[];

describe('an after-sale export', () => {
  it('says how much went back where the order file only says that it did, and to which line', async () => {
    const [first] = await book.import([douyinOrders]);
    expect(first?.refundMinor).toBe(59_732);
    expect(first?.problemCounts).toEqual({ 'refund-inferred': 3 });
    expect(moneyOf('6917926768834042815')).toEqual(['partiallyRefunded', 33_700, 12_432, 21_268]);
    const [cases] = await book.import([book.file('售后.csv', douyinCases)]);
    expect(cases).toMatchObject({
      marketplace: 'douyin',
      profile: 'douyin-refunds',
      shop: first?.shop,
      orders: { new: 0, skipped: 0 },
      problemCounts: {},
    });
    // 100.00 + 12.68 + 6.00 of shipping; what a payment discount gave goes back to the platform.
    expect(moneyOf('6917926768834042815')).toEqual(['partiallyRefunded', 33_700, 11_868, 21_832]);
    expect(
      book.all(
        `select refund_minor from order_line join order_key using (order_id) where order_number = '6917926768834042815' order by line_no`,
      ),
    ).toEqual([[10_000], [1868]]);
    // A case that is open, and an exchange: nothing went back.
    expect(moneyOf('6917926768836642581')).toEqual(['completed', 14_500, 0, 14_500]);
    expect(moneyOf('6917926768841842113')).toEqual(['completed', 31_800, 0, 31_800]);
    expect(verifyLedger(book.ledger).ok).toBe(true);
  });

  it('comes to the same whichever file is first, together, twice, and undone', async () => {
    const path = book.file('售后.csv', douyinCases);
    const empty = book.hash();
    const [together] = await book.import([douyinOrders, path]);
    const full = book.hash();
    expect(together?.orders).toMatchObject({ new: 16, skipped: 0 });
    const other = newBook();
    const batches = [...(await other.import([path])), ...(await other.import([douyinOrders]))];
    expect(other.hash()).toBe(full);
    await other.import([path]);
    expect(other.hash()).toBe(full);
    other.undo(3);
    other.undo(batches[0]?.id ?? 0);
    const alone = newBook();
    await alone.import([douyinOrders]);
    expect(other.hash()).toBe(alone.hash());
    book.undo(together?.id ?? 0);
    expect(book.hash()).toBe(empty);
    other.close();
    alone.close();
  });

  it('by itself tells of money that went back, never of an order that counts', async () => {
    const [cases] = await book.import([book.file('售后.csv', douyinCases)]);
    expect(cases).toMatchObject({ orders: { new: 3 }, paidMinor: null, refundMinor: 11_868 });
    expect(moneyOf('6917926768834042815')).toEqual(['refunded', null, 11_868, null]);
    expect(book.one('select sum(counts) from shop_order')).toBe(0);
  });

  it('of which a later one shows a case done that was open, counts it once', async () => {
    await book.import([douyinOrders, book.file('售后一.csv', douyinCases)]);
    const later = douyinCases
      .replace('待商家处理', '同意退款，退款成功')
      .split('\n')
      .filter((line) => !line.includes('7002'));
    await book.import([book.file('售后二.csv', later.join('\n'))]);
    expect(moneyOf('6917926768836642581')).toEqual(['refunded', 14_500, 14_500, 0]);
    expect(moneyOf('6917926768834042815')).toEqual(['partiallyRefunded', 33_700, 11_868, 21_832]);
  });

  it('opens a dispute with a case that is under way, and ends it by itself when a later list says that it is over', async () => {
    const asked = { on: '2025-10-20' as Day, most: 9 };
    const number = '6917926768836642581';
    // A file whose buyers can be read; of the order it says so itself.
    const orders = (status: string): string =>
      readFileSync(douyinOrders, 'utf8')
        .split('\n')
        .map((line) => {
          if (!line.includes(number)) return line;
          const readable = line.replace(/##密文\w+/, '王小明').replace(/\$\$密文\w+/, '13800138001');
          return readable.replace('待商家处理', status);
        })
        .join('\n');
    const held = () => {
      const customer = Number(
        book.one(`select customer_id from shop_order join order_key using (order_id) where order_number = '${number}'`),
      );
      expect(customer).toBeGreaterThan(0);
      return {
        files: disputesInFiles(book.ledger, asked).map((one) => [one.customer === customer, one.number, one.status]),
        why: guardOf(book.ledger, asked)(customer).map(({ why }) => why),
      };
    };
    await book.import([book.file('订单.csv', orders('-'))]);
    const [before, alone] = [held(), book.hash()];
    expect(before).toEqual({ files: [], why: [] });
    const [opened] = await book.import([book.file('售后一.csv', douyinCases)]);
    const during = held();
    expect(during).toEqual({ files: [[true, number, '已完成 / 售后中：待商家处理']], why: ['dispute'] });
    const full = book.hash();
    const [over] = await book.import([book.file('售后二.csv', douyinCases.replace('待商家处理', '退款关闭'))]);
    expect(held()).toEqual(before);
    // Taken back, it is under way again; and without the first list nothing is left of it.
    book.undo(over?.id ?? 0);
    expect([held(), book.hash()]).toEqual([during, full]);
    book.undo(opened?.id ?? 0);
    expect([held(), book.hash()]).toEqual([before, alone]);
    // An order file says it as well, and that it is over; an older one brought in once more opens nothing again.
    await book.import([book.file('订单二.csv', orders('待商家处理'))]);
    expect(held()).toEqual(during);
    await book.import([book.file('订单三.csv', orders('售后关闭'))]);
    expect(held()).toEqual(before);
    await book.import([book.file('订单四.csv', `${orders('待商家处理')}\n`)]);
    expect(held()).toEqual(before);
    expect(verifyLedger(book.ledger).ok).toBe(true);
  });

  it.each([
    ['待商家处理', true],
    ['商家已拒绝，待买家处理', true],
    ['退款中', true],
    ['买家已申请', true],
    ['买家已经申请退款，等待卖家同意', true],
    ['售后处理中', true],
    ['没有申请退款', false],
    ['无售后或售后取消', false],
    ['-', false],
    ['同意退款，退款成功', false],
    ['退款关闭', false],
    ['用户撤销申请', false],
    ['换货成功', false],
    ['已完成', false],
  ])('%s: under way %s', (word, isUnderWay) => {
    expect(saysUnderWay(word)).toBe(isUnderWay);
  });

  it('of Pinduoduo corrects what was taken to be all', async () => {
    const orders = join(samples, 'pdd_2023_orders_export.csv');
    const lines = [
      '售后编号,订单编号,商品名称,售后类型,退款金额(元),售后状态,申请时间,同意退款时间,退款成功时间,退货运单号',
      '90001\t,250318-310000007261723\t,衬衫,仅退款,313.00,退款成功,2025-03-18 09:00:00\t,2025-03-18 10:00:00\t,2025-03-18 10:00:10\t,\t',
      '90002\t,250328-310000012448668\t,锅,退货退款,200.00,退款成功,2025-03-29 09:00:00\t,2025-03-30 10:00:00\t,2025-03-30 10:00:10\t,SF1\t',
    ];
    await book.import([orders, book.file('after.csv', lines.join('\n'))]);
    expect(moneyOf('250318-310000007261723')).toEqual(['refunded', 31_300, 31_300, 0]);
    expect(moneyOf('250328-310000012448668')).toEqual(['partiallyRefunded', 20_350, 20_000, 350]);
  });

  it('of Xiaohongshu takes the amounts of cases that are done', async () => {
    const lines = [
      '售后单号,订单号,商品名称,售后类型,申请售后金额(元),状态,原因,订单支付时间,退货创建时间,商家确认收货时间',
      'R1,P802335189944019209,茶,退货退款,145.00,已完成,不喜欢,2026-03-29 11:31:38,2026-03-30 10:00:00,2026-04-02 10:00:00',
      'R2,P802335189941019092,锅,仅退款,209.50,已关闭,不喜欢,2026-04-03 13:34:07,2026-04-04 10:00:00,',
    ];
    await book.import([join(samples, 'xiaohongshu_72_orders.xlsx'), book.file('refunds.csv', lines.join('\n'))]);
    expect(moneyOf('P802335189944019209')).toEqual(['refunded', 14_500, 14_500, 0]);
    expect(moneyOf('P802335189941019092')).toEqual(['completed', 20_950, 0, 20_950]);
  });
});

describe('exports pasted beneath one another', () => {
  it.each([
    'xiaohongshu_72_orders.xlsx',
    'amazon_all_orders_report.txt',
    'youzan_items.csv',
    'jd_pop_2018_orders.csv',
    'kuaishou_64_orders.xlsx',
    'ebay_orders_report.csv',
  ])('have each thing bought once: %s', async (name) => {
    const [once] = await book.import([join(samples, name)]);
    const full = book.hash();
    if (!name.endsWith('.xlsx')) {
      const bytes = readFileSync(join(samples, name));
      const path = book.file(name, '');
      writeFileSync(path, Buffer.concat([bytes, Buffer.from('\n'), bytes]));
      const twice = newBook();
      const [pasted] = await twice.import([path]);
      expect(pasted).toMatchObject({
        lines: once?.lines,
        paidMinor: once?.paidMinor,
        refundMinor: once?.refundMinor,
        orders: { new: once?.orders.new, skipped: 0 },
      });
      twice.close();
    }
    await book.import([join(samples, name)]);
    expect(book.hash()).toBe(full);
  });
});
