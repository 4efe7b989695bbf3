import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { columnsFor, rankProfiles } from '../../../src-main/importing/profiles/rank.ts';
import { foldOrder } from '../../../src-main/ledger/fold-order.ts';
import type { OrderStatus } from '../../../src-shared/order.ts';
import { sharedFile, whySkipped } from '../../support/shared-folder.ts';
import { readFileWhole, samples } from './files-at-hand.ts';

interface Expected {
  readonly orders: number;
  readonly line_items: number;
  readonly paid_gross_cents: number | null;
  readonly refund_cents: number | null;
  readonly status_counts: Readonly<Record<string, number>>;
}

// Our own file, of our own making.
const expected = (
  JSON.parse(readFileSync(join(samples, 'expected.json'), 'utf8')) as { files: Record<string, Expected> }
).files;
const taobaoSamples = Object.keys(expected).filter((name) => name.startsWith('taobao_'));

function sum(amounts: readonly (number | null)[]): number | null {
  const known = amounts.filter((amount) => amount !== null);
  return known.length === 0 ? null : known.reduce((total, amount) => total + amount, 0);
}

function ourName(status: string): string {
  return status === 'partially_refunded' ? 'partiallyRefunded' : status;
}

describe('the Taobao profiles', () => {
  it.each(taobaoSamples)('reach the expected figures of %s', async (name) => {
    const wanted = expected[name];
    if (wanted === undefined) throw new Error(name);
    const { finding, mapping, parts, problems } = await readFileWhole(join(samples, name));
    expect([finding.source, finding.marketplace]).toEqual(['profile', 'taobao']);
    expect(problems).toEqual([]);
    expect(parts.length).toBe(wanted.orders);
    const lines = parts.reduce((count, part) => count + part.lines.length, 0);
    expect(mapping.granularity === 'line' ? lines : parts.length).toBe(wanted.line_items);
    expect(sum(parts.map((part) => part.paidMinor))).toBe(wanted.paid_gross_cents);
    expect(sum(parts.map((part) => part.refundMinor))).toBe(wanted.refund_cents);
    const counts: Partial<Record<OrderStatus, number>> = {};
    for (const part of parts) {
      const status = foldOrder([part])?.status;
      if (status !== undefined) counts[status] = (counts[status] ?? 0) + 1;
    }
    expect(counts).toEqual(
      Object.fromEntries(Object.entries(wanted.status_counts).map(([key, n]) => [ourName(key), n])),
    );
  });

  it('read a buyer as far as the file shows one', async () => {
    const { parts } = await readFileWhole(join(samples, 'taobao_list_2017_ExportOrderList201707081012.csv'));
    expect(parts[1]).toMatchObject({
      orderNumber: '1793153132450296510',
      buyerId: 'mimi酱~',
      buyerEmail: 'xu.xm@example.com',
      receiverName: '许星眠',
      receiverPhone: '13800138011',
      province: '陕西省',
      city: '西安市',
      district: '雁塔区',
      closeReason: null,
      trackingNumber: 'YT8800000000007',
      orderedAt: '2025-03-06 01:44:35',
      paidAt: '2025-03-06 01:46:12',
      totalMinor: 40100,
      buyerNote: '请周末送货\n不要放门卫，谢谢"老板"',
    });
    expect(parts[0]?.buyerEmail).toBeNull();
  });

  const list = [
    '订单编号',
    '买家会员名',
    '买家应付货款',
    '总金额',
    '订单状态',
    '收货地址 ',
    '订单付款时间 ',
    '退款金额',
  ];

  it('find their columns in any order, with others between, by trimmed words of either width', () => {
    const shuffled = ['别的', '总金额（元）', '订单付款时间 ', '\ufeff订单编号', '买家会员名', '退款金额(元)', '备用'];
    const [best] = rankProfiles(shuffled);
    expect(best?.profile.id).toBe('taobao-orders');
    expect(best?.mapping.columns).toMatchObject({
      orderNumber: [3],
      total: [1],
      paidAt: [2],
      buyerId: [4],
      refund: [5],
    });
    expect(best?.reasons.find(({ code }) => code === 'marks')?.words).toEqual(['买家会员名', '订单付款时间']);
  });

  it('take the changed address before the first one', () => {
    expect(columnsFor([...list, '修改后的收货地址'], { address: ['修改后的收货地址', '收货地址'] })).toEqual({
      address: [8, 5],
    });
  });

  it('leave other files alone', () => {
    expect(rankProfiles(['订单号', '日期', '金额', '手机'])).toEqual([]);
    expect(rankProfiles(['Order', 'Email', 'Total'])).toEqual([]);
    expect(rankProfiles(['订单号', '商品ID', '商品价', '订单金额', '帐号', '订单状态'])).toEqual([]);
  });

  const generations = sharedFile('formats/profiles.json');
  it.skipIf(generations === null)(
    `know every generation of every list${generations === null ? ` (${whySkipped('formats/profiles.json')})` : ''}`,
    () => {
      const wanted = new Map([
        ['taobao_order_list', 'taobao-orders'],
        ['taobao_order_detail', 'taobao-lines'],
        ['jd_pop_orders', 'jd-orders'],
        ['pdd_orders', 'pinduoduo-orders'],
        ['douyin_orders', 'douyin-orders'],
        ['kuaishou_orders', 'kuaishou-orders'],
        ['xiaohongshu_orders', 'xiaohongshu-orders'],
        ['wechat_shop_orders', 'wechat-orders'],
        ['alibaba1688_orders', '1688-orders'],
        ['youzan_orders', 'youzan-orders'],
        ['youzan_items', 'youzan-lines'],
        ['shopify_orders', 'shopify-orders'],
        ['woocommerce_aoe', 'woocommerce-orders'],
        ['woocommerce_analytics', 'woocommerce-analytics'],
        ['woocommerce_csv_suite', 'woocommerce-suite'],
        ['amazon_all_orders', 'amazon-orders'],
        ['amazon_unshipped_orders', 'amazon-unshipped'],
        ['ebay_orders', 'ebay-orders'],
        ['etsy_sold_orders', 'etsy-orders'],
        ['etsy_sold_order_items', 'etsy-lines'],
        ['tiktok_shop_orders', 'tiktok-orders'],
        ['shopee_orders', 'shopee-orders'],
        ['lazada_orders', 'lazada-orders'],
      ]);
      // A file of known shape.
      const { profiles } = JSON.parse(readFileSync(generations ?? '', 'utf8')) as {
        profiles: { id: string; header_generations: { name: string; headers: string[] }[] }[];
      };
      let seen = 0;
      for (const { id, header_generations } of profiles) {
        for (const { name, headers } of header_generations) {
          const [best] = rankProfiles(headers);
          expect([id, name, best?.profile.id]).toEqual([id, name, wanted.get(id)]);
          // Every word of a known header is known.
          expect(best?.unknown.map((column) => headers[column])).toEqual([]);
          seen++;
        }
      }
      expect(seen).toBe(43);
    },
  );

  const cdnow = sharedFile('oracles/data/cdnow_sample_taobao_like.gb18030.csv');
  it.skipIf(cdnow === null)(
    `fit a list with few columns${cdnow === null ? ` (${whySkipped('oracles/data')})` : ''}`,
    async () => {
      const { finding, parts, problems } = await readFileWhole(cdnow ?? '');
      expect([finding.mapping?.profile, finding.encoding, parts.length, problems]).toEqual([
        'taobao-orders',
        'gb18030',
        6919,
        [],
      ]);
      expect(parts[0]).toMatchObject({ orderNumber: '110000000000000', paidMinor: 2933, buyerId: 'tb_00004' });
    },
  );
});
