/** Words of a list that goes on paper or into a file, in both languages. */

import type { ListColumn } from '../../src-shared/contract/lists.ts';
import type { Certainty } from '../../src-shared/identity.ts';
import type { Tier } from '../../src-shared/rfm.ts';
import { tierNamesEn, tierNamesZh } from '../../src-shared/tier-names.ts';

export type ListLanguage = 'zh-CN' | 'en';

export interface ListWords {
  readonly heads: Readonly<Record<ListColumn, string>>;
  readonly tiers: Readonly<Record<Tier, string>>;
  /** In place of a phone. */
  readonly noContact: string;
  readonly certainty: Readonly<Record<Certainty, string>>;
  readonly sheet: string;
  /** Between several tags of one person. */
  readonly comma: string;
}

export const listWords: Readonly<Record<ListLanguage, ListWords>> = {
  'zh-CN': {
    heads: {
      name: '客户',
      certainty: '把握',
      tier: '层',
      buyerId: '买家号',
      phone: '电话',
      province: '省',
      city: '城市',
      address: '地址',
      lastDay: '最近下单',
      firstDay: '第一次下单',
      recencyDays: '隔天数',
      orders: '次数',
      netMinor: '净额',
      paidMinor: '实付',
      refundMinor: '退款',
      averageMinor: '客单',
      lastItem: '上次买的',
      tags: '标签',
      note: '备注',
      tick: '联系了',
      result: '结果',
    },
    tiers: tierNamesZh,
    certainty: { certain: '确定', likely: '推测' },
    noContact: '不要联系',
    sheet: '客户',
    comma: '、',
  },
  en: {
    heads: {
      name: 'Customer',
      certainty: 'Certainty',
      tier: 'Tier',
      buyerId: 'Buyer ID',
      phone: 'Phone',
      province: 'Province',
      city: 'City',
      address: 'Address',
      lastDay: 'Last order',
      firstDay: 'First order',
      recencyDays: 'Days since',
      orders: 'Orders',
      netMinor: 'Net',
      paidMinor: 'Paid',
      refundMinor: 'Refunds',
      averageMinor: 'Average',
      lastItem: 'Bought last',
      tags: 'Tags',
      note: 'Note',
      tick: 'Done',
      result: 'Result',
    },
    tiers: tierNamesEn,
    noContact: 'no contact',
    certainty: { certain: 'certain', likely: 'likely' },
    sheet: 'Customers',
    comma: ', ',
  },
};
