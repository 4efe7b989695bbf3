/** The heads of our own customer lists, on paper and in files; and how such a file is known again. */

import type { OwnListColumn } from './contract/lists.ts';

export const listHeads: Readonly<Record<'zh-CN' | 'en', Readonly<Record<OwnListColumn, string>>>> = {
  'zh-CN': {
    name: '客户',
    certainty: '把握',
    tier: '层',
    level: '等级',
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
  en: {
    name: 'Customer',
    certainty: 'Certainty',
    tier: 'Tier',
    level: 'Level',
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
    averageMinor: 'Per order',
    lastItem: 'Bought last',
    tags: 'Tags',
    note: 'Note',
    tick: 'Done',
    result: 'Result',
  },
};

/** Fewer columns than this may be anybody's. */
const FEWEST = 4;

/**
 * Is this the header of a list that this program has written? Whatever columns were chosen, in whatever order; `fields`: what the owner's fields are
 * called.
 */
export function isOwnList(header: readonly string[], fields: readonly string[] = []): boolean {
  const heads = header.map((head) => head.trim()).filter((head) => head !== '');
  return Object.values(listHeads).some((known) => {
    const words = new Set<string>(Object.values(known));
    return (
      heads.filter((head) => words.has(head)).length >= FEWEST &&
      heads.includes(known.name) &&
      heads.every((head) => words.has(head) || fields.includes(head))
    );
  });
}
