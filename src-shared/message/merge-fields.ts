/**
 * Merge fields of templates: what a text can say of each person. A closed list; every field has a Chinese and an English name, and both are
 * understood whatever language the program speaks.
 *
 * | field | 中文 | English | what it says |
 * |---|---|---|---|
 * | name | 称呼 | name | the owner's own name for them, else the newest receiver's name that is not masked |
 * | nick | 昵称 | nickname | what they are called on the marketplace |
 * | shop | 店铺 | shop | the shop of their newest order |
 * | lastItem | 上次买的 | last item | the first thing of their newest order that counts |
 * | lastDay | 上次购买日 | last day | the day of it |
 * | lastMonth | 上次购买月 | last month | its month |
 * | days | 天数 | days | whole days since it |
 * | orders | 购买次数 | orders | how many orders of theirs count |
 * | city | 城市 | city | where they live |
 * | lastOrder | 上次单号 | last order | its number on the marketplace |
 * | today | 今天 | today | the day the text is for |
 */

import type { Language } from '../problem-texts.ts';

export const mergeFields = [
  'name',
  'nick',
  'shop',
  'lastItem',
  'lastDay',
  'lastMonth',
  'days',
  'orders',
  'city',
  'lastOrder',
  'today',
] as const;
export type MergeField = (typeof mergeFields)[number];

export const mergeFieldNames: Readonly<Record<Language, Readonly<Record<MergeField, string>>>> = {
  'zh-CN': {
    name: '称呼',
    nick: '昵称',
    shop: '店铺',
    lastItem: '上次买的',
    lastDay: '上次购买日',
    lastMonth: '上次购买月',
    days: '天数',
    orders: '购买次数',
    city: '城市',
    lastOrder: '上次单号',
    today: '今天',
  },
  en: {
    name: 'name',
    nick: 'nickname',
    shop: 'shop',
    lastItem: 'last item',
    lastDay: 'last day',
    lastMonth: 'last month',
    days: 'days',
    orders: 'orders',
    city: 'city',
    lastOrder: 'last order',
    today: 'today',
  },
};

const byName = new Map<string, MergeField>([
  ...Object.values(mergeFieldNames).flatMap((names) => mergeFields.map((field) => [names[field], field] as const)),
  // What it was called before: templates that say it stay right.
  ['nick', 'nick'],
]);

/** A field as it is written in a text. */
export function mergeFieldWord(field: MergeField, language: Language): string {
  return `{${mergeFieldNames[language][field]}}`;
}

/** The field a word between braces means, in either language; null: none. */
export function mergeFieldNamed(word: string): MergeField | null {
  return byName.get(word.trim().toLowerCase().replace(/\s+/g, ' ')) ?? null;
}
