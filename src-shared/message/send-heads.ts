/** What the columns of a send list are called, where the owner did not say; and layouts to begin with. */

import type { LayoutContent, SendColumn } from '../contract/send-lists.ts';
import type { Language } from '../problem-texts.ts';
import { mergeFieldNames } from './merge-fields.ts';

export const sendHeads: Readonly<Record<Language, Readonly<Record<SendColumn, string>>>> = {
  'zh-CN': {
    ...mergeFieldNames['zh-CN'],
    phone: '手机号',
    message: '内容',
    fields: '模板里的各项',
    customer: '客户',
    email: '邮箱',
    address: '地址',
    blank: '空列',
  },
  en: {
    ...mergeFieldNames.en,
    phone: 'phone',
    message: 'message',
    fields: 'the fields of the text',
    customer: 'customer',
    email: 'e-mail',
    address: 'address',
    blank: 'empty',
  },
};

type Names = Readonly<Record<Language, string>>;

const first: readonly (Omit<LayoutContent, 'name' | 'columns'> & {
  readonly name: Names;
  readonly columns: readonly SendColumn[];
})[] = [
  {
    name: { 'zh-CN': '手机号 + 内容', en: 'Phone + message' },
    format: 'xlsx',
    heads: true,
    columns: ['phone', 'message'],
  },
  {
    name: { 'zh-CN': '手机号 + 各项（变量短信）', en: 'Phone + fields (filled in by the sending tool)' },
    format: 'xlsx',
    heads: true,
    columns: ['phone', 'fields'],
  },
  {
    name: { 'zh-CN': '只要手机号（CSV，无表头）', en: 'Phones only (CSV, no header row)' },
    format: 'csv',
    heads: false,
    columns: ['phone'],
  },
  {
    name: { 'zh-CN': '昵称 + 单号 + 内容（旺旺、微信）', en: 'Nickname + order + message (chats)' },
    format: 'xlsx',
    heads: true,
    columns: ['customer', 'nick', 'lastOrder', 'message'],
  },
  {
    name: { 'zh-CN': '客户 + 邮箱 + 内容', en: 'Customer + e-mail + message' },
    format: 'xlsx',
    heads: true,
    columns: ['customer', 'email', 'message'],
  },
  {
    name: { 'zh-CN': '客户 + 地址 + 内容（信件）', en: 'Customer + address + message (letters)' },
    format: 'xlsx',
    heads: true,
    columns: ['customer', 'address', 'message'],
  },
];

/** Always at hand; the owner's own stand beside them. */
export function firstLayouts(language: Language): readonly LayoutContent[] {
  return first.map(({ name, columns, ...layout }) => ({
    ...layout,
    name: name[language],
    columns: columns.map((what) => ({ head: '', what })),
  }));
}
