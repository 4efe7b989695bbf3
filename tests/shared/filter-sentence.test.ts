/** What a filter says in words: true to its groups, in both languages, for every condition there is. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conditionsIn, type FilterNode, textFields } from '../../src-shared/contract/filters.ts';
import { dayOf } from '../../src-shared/day.ts';
import { filterSentence, type SentenceNames } from '../../src-shared/filter-sentence/sentence.ts';
import { minorOf } from '../../src-shared/money.ts';
import { filter } from '../host/ledger/filter/random-filter.ts';

const names: SentenceNames = {
  currency: 'CNY',
  shop: (shop) => (shop === 1 ? '山岚茶铺' : null),
  segment: (segment) => (segment === 1 ? '老客' : null),
  run: (run) => (run === 2 ? '召回 2026-03-01' : null),
  field: (field: number) =>
    field === 1
      ? { name: '皮肤类型', choices: [{ choice: 2, name: '油性' }] }
      : field === 2
        ? { name: '罐数', choices: [] }
        : null,
  tag: (tag) => (tag === 3 ? '爱茶' : null),
  level: (level) => (level === 2 ? '金卡' : null),
};
const zh = (node: FilterNode): string => filterSentence(node, 'zh-CN', names);
const en = (node: FilterNode): string => filterSentence(node, 'en', names);
const day = (text: string) => dayOf(text) ?? expect.fail(text);

describe('a filter in words', () => {
  test('says all, any and none, and keeps inner groups together', () => {
    const node: FilterNode = {
      all: [
        { field: 'bought', product: { test: 'contains', texts: ['龙井'] }, times: { from: 2 } },
        { none: [{ field: 'bought', product: { test: 'contains', texts: ['白茶'] } }] },
        {
          any: [
            { field: 'province', test: 'contains', texts: ['浙江'] },
            { field: 'netMinor', from: minorOf(50_000) },
          ],
        },
        { field: 'lastDay', days: { daysAgo: { from: 60, to: 120 } } },
      ],
    };
    expect(zh(node)).toBe(
      '买过名称含“龙井”的商品，至少 2 单，并且不是：买过名称含“白茶”的商品，并且（省份含“浙江”，或者净额至少 500.00），并且最近一次下单在 60 到 120 天前',
    );
    expect(en(node)).toBe(
      'bought something whose title contains “龙井”, at least 2 orders, and not: bought something whose title contains “白茶”, and (province contains “浙江”, or net at least 500.00), and last ordered 60 to 120 days ago',
    );
  });

  test('a group of one is that one, an empty one everybody', () => {
    expect(zh({ all: [{ any: [{ field: 'orders', from: 1 }] }] })).toBe('有效单至少 1 单');
    expect(en({ all: [{ all: [] }, { field: 'orders', from: 1, to: 1 }] })).toBe('1 counted order');
    expect([zh({ all: [] }), en({ all: [{ all: [] }] })]).toEqual(['全部客户', 'all customers']);
  });

  test.each<[FilterNode, string, string]>([
    [
      { field: 'bought', times: { to: 0 }, days: { calendar: 'lastMonth' } },
      '上个月没有买过',
      'never bought last month',
    ],
    [
      { field: 'bought', shops: [1, 9], spent: { from: minorOf(100) } },
      '在“山岚茶铺”或“#9”买过，共计至少 1.00',
      'bought at “山岚茶铺” or “#9”, in all at least 1.00',
    ],
    [{ field: 'recencyDays', to: 30 }, '最近一次下单在最近 30 天内', 'last ordered in the last 30 days'],
    [{ field: 'firstDaysAgo', from: 1 }, '第一次下单在 1 天前或更早', 'first ordered 1 day ago or earlier'],
    [
      { field: 'firstDay', days: { from: day('2026-01-01') } },
      '第一次下单在 2026-01-01 或更晚',
      'first ordered on 2026-01-01 or after',
    ],
    [
      { field: 'tier', in: ['RFM', 'none'] },
      '层是重要价值或没有层（没成交过）',
      'tier is Champions or no tier (never bought)',
    ],
    [
      { field: 'grade', in: ['large', 'none'] },
      '贡献是大客或一年没买',
      'contribution is large or nothing bought for a year',
    ],
    [{ field: 'level', in: [2, 0, 7] }, '等级是金卡或没有或#7', 'has level 金卡 or none or #7'],
    [{ field: 'tag', in: [3, 4] }, '有标签“爱茶”或“#4”', 'has tag “爱茶” or “#4”'],
    [{ field: 'segment', in: [1] }, '在人群“老客”里', 'is in segment “老客”'],
    [{ field: 'note', test: 'empty' }, '没有备注', 'has no note'],
    [
      { any: [{ all: [] }, { field: 'orders', from: 2 }] },
      '全部客户，或者有效单至少 2 单',
      'all customers, or at least 2 counted orders',
    ],
    [{ none: [{ all: [] }] }, '不是：全部客户', 'not: all customers'],
    [
      { none: [{ field: 'refundMinor', from: minorOf(1) }] },
      '不是：退款至少 0.01',
      'without a refund of at least 0.01',
    ],
    [
      {
        none: [
          { field: 'r', from: 4 },
          { field: 'f', to: 2 },
        ],
      },
      '下面哪条都不是（“近”的得分至少 4 分；“勤”的得分最多 2 分）',
      'none of these (recency score at least 4; frequency score at most 2)',
    ],
  ])('%j', (node, chinese, english) => {
    expect(zh(node)).toBe(chinese);
    expect(en(node)).toBe(english);
  });

  test('says every word and number that it looks for, whatever is nested', () => {
    fc.assert(
      fc.property(filter, (node) => {
        for (const said of [zh(node), en(node)]) {
          expect(said).not.toMatch(/undefined|NaN|null|\[object/);
          for (const condition of conditionsIn(node)) {
            const isText = textFields.some((field) => field === condition.field);
            if (isText && 'texts' in condition) for (const text of condition.texts) expect(said).toContain(`“${text}”`);
            if (condition.field === 'orders' && condition.from !== undefined)
              expect(said).toContain(String(condition.from));
          }
        }
        // Chinese is spoken in Chinese: no word of the English side slips in.
        expect(zh(node)).not.toMatch(/contains|ordered|least|bought/);
      }),
      { numRuns: 500 },
    );
  });
});
