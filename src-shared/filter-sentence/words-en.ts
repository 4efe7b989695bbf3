/** A filter in English words. */

import type { Bought, CustomCondition, Days, FilterCondition, Range, TextField, Wording } from '../contract/filters.ts';
import { marketplaceNames } from '../marketplace.ts';
import { formatMinor, type Minor } from '../money.ts';
import { lifeNamesEn, noTierEn, tierNamesEn } from '../tier-names.ts';
import type { SentenceNames } from './sentence.ts';

const gradeWords = { large: 'large', medium: 'medium', small: 'small', none: 'nothing bought for a year' } as const;
const tierWords = { ...tierNamesEn, none: noTierEn } as const;

const texts: Readonly<Record<TextField, string>> = {
  name: 'name',
  buyerId: 'buyer ID',
  phone: 'phone',
  email: 'e-mail',
  note: 'note',
  province: 'province',
  city: 'city',
  district: 'district',
  address: 'delivery address',
  buyerNote: 'buyer note',
  sellerNote: 'seller note',
};

const or = (words: readonly string[]): string => words.join(' or ');
const quoted = (text: string): string => `“${text}”`;
const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;

function range<Value extends number>(
  { from, to }: { readonly from?: Value | undefined; readonly to?: Value | undefined },
  text: (value: Value) => string,
): string {
  if (from !== undefined && to !== undefined) return from === to ? text(from) : `${text(from)} to ${text(to)}`;
  if (from !== undefined) return `at least ${text(from)}`;
  return to === undefined ? '' : `at most ${text(to)}`;
}

/** The unit agrees with the last number said. */
function counted(ends: Range, one: string, several: string): string {
  return `${range(ends, String)} ${(ends.to ?? ends.from) === 1 ? one : several}`;
}

function money(ends: Range<Minor>, { currency }: SentenceNames): string {
  return range(ends, (amount) => formatMinor(amount, currency));
}

/** '60 to 120 days ago', 'in the last 30 days', '90 days ago or earlier'. */
function ago({ from = 0, to }: Range): string {
  if (to === undefined) return from === 0 ? 'until today' : `${days(from)} ago or earlier`;
  if (from === to) return from === 0 ? 'today' : `${days(from)} ago`;
  return from === 0 ? `in the last ${days(to)}` : `${from} to ${days(to)} ago`;
}

const calendar = {
  thisMonth: 'this month',
  lastMonth: 'last month',
  thisYear: 'this year',
  lastYear: 'last year',
} as const;

function when(span: Days): string {
  if ('daysAgo' in span) return ago(span.daysAgo);
  if ('calendar' in span) return calendar[span.calendar];
  const { from, to } = span;
  if (from !== undefined && to !== undefined) return from === to ? `on ${from}` : `from ${from} to ${to}`;
  return from === undefined ? `on ${to ?? ''} or before` : `on ${from} or after`;
}

function wording(what: string, { test, texts: wanted }: Wording): string {
  const words = or(wanted.map(quoted));
  return {
    contains: `${what} contains ${words}`,
    is: `${what} is ${words}`,
    starts: `${what} begins with ${words}`,
    ends: `${what} ends with ${words}`,
  }[test];
}

function bought(condition: Bought, names: SentenceNames): string {
  const { orders = 'counted', product, days: span, shops, times, spent } = condition;
  const never = times?.to === 0;
  const verb = {
    counted: 'bought',
    all: 'placed an order (unpaid and closed ones too)',
    refunded: 'got a refund',
  }[orders];
  const link = orders === 'counted' ? 'something whose' : 'for something whose';
  const what = product === undefined ? '' : ` ${link} ${wording('title', product)}`;
  const where = shops === undefined ? '' : ` at ${or(shops.map((id) => quoted(names.shop(id) ?? `#${id}`)))}`;
  const plain = times === undefined || never || (times.from === 1 && times.to === undefined);
  const often = plain ? '' : `, ${counted(times, 'order', 'orders')}`;
  const much = spent === undefined ? '' : `, in all ${money(spent, names)}`;
  return `${never ? 'never ' : ''}${verb}${what}${where}${span === undefined ? '' : ` ${when(span)}`}${often}${much}`;
}

const reachWords = {
  phone: 'can be called',
  email: 'has only an e-mail',
  neither: 'has neither phone nor e-mail',
} as const;
const wishWords = {
  noContact: 'not to be contacted',
  quiet: 'has quiet hours',
  channel: 'prefers a way to be reached',
  none: 'no contact wishes known',
} as const;
function said(condition: Extract<FilterCondition, { readonly field: TextField }>): string {
  const what = texts[condition.field];
  if ('texts' in condition) return wording(what, condition);
  return `${condition.test === 'filled' ? 'has' : 'has no'} ${what}`;
}

function custom(condition: CustomCondition, names: SentenceNames): string {
  const { name = `#${condition.custom}`, choices = [] } = names.field(condition.custom) ?? {};
  const what = quoted(name);
  if ('in' in condition) {
    return `${what} is ${or(condition.in.map((id) => quoted(choices.find(({ choice }) => choice === id)?.name ?? `#${id}`)))}`;
  }
  if ('is' in condition) return `${what} is ${condition.is ? 'yes' : 'no'}`;
  if ('days' in condition) return `${what} is ${when(condition.days)}`;
  if (!('test' in condition)) return `${what} is ${range(condition, String)}`;
  if ('texts' in condition) return wording(what, condition);
  return condition.test === 'filled' ? `${what} is set` : `${what} is empty`;
}

/** 'refunded at least ¥0.01' denied is said as one says it; for the others the plain way does. */
function without(part: string): string {
  return part.startsWith('refunded ') ? `without a refund of ${part.slice('refunded '.length)}` : `not: ${part}`;
}

const scores = { r: 'recency', f: 'frequency', m: 'money' } as const;

export const englishWords = {
  everybody: 'all customers',
  condition(condition: FilterCondition, names: SentenceNames): string {
    switch (condition.field) {
      case 'orders':
        return counted(condition, 'counted order', 'counted orders');
      case 'allOrders':
        return `${counted(condition, 'order', 'orders')} in all (unpaid and closed ones too)`;
      case 'recencyDays':
        return `last ordered ${ago(condition)}`;
      case 'firstDaysAgo':
        return `first ordered ${ago(condition)}`;
      case 'rhythmDays':
        return `usual gap ${counted(condition, 'day', 'days')}`;
      case 'r':
      case 'f':
      case 'm':
        return `${scores[condition.field]} score ${range(condition, String)}`;
      case 'netMinor':
        return `net ${money(condition, names)}`;
      case 'paidMinor':
        return `paid ${money(condition, names)}`;
      case 'refundMinor':
        return `refunded ${money(condition, names)}`;
      case 'averageMinor':
        return `average order ${money(condition, names)}`;
      case 'firstDay':
      case 'lastDay':
        return `${condition.field === 'firstDay' ? 'first' : 'last'} ordered ${when(condition.days)}`;
      case 'tier':
        return `tier is ${or(condition.in.map((tier) => tierWords[tier]))}`;
      case 'lifecycle':
        return `lifecycle is ${or(condition.in.map((stage) => lifeNamesEn[stage]))}`;
      case 'level':
        return `has level ${or(condition.in.map((id) => (id === 0 ? 'none' : (names.level(id) ?? `#${id}`))))}`;
      case 'grade':
        return `contribution is ${or(condition.in.map((grade) => gradeWords[grade]))}`;
      case 'ladder':
        return `is on step ${or(condition.in)} of the ladder`;
      case 'certainty':
        return `is ${or(condition.in)}`;
      case 'reach':
        return or(condition.in.map((one) => reachWords[one]));
      case 'wish':
        return or(condition.in.map((one) => wishWords[one]));
      case 'shop':
        return `ordered at ${or(condition.in.map((id) => quoted(names.shop(id) ?? `#${id}`)))}`;
      case 'marketplace':
        return `ordered on ${or(condition.in.map((one) => marketplaceNames[one].en))}`;
      case 'excluded':
        return `has an excluded order (${or(condition.in)})`;
      case 'segment':
        return `is in segment ${or(condition.in.map((id) => quoted(names.segment(id) ?? `#${id}`)))}`;
      case 'run':
        return `is on the contact list of ${or(condition.in.map((id) => quoted(names.run(id) ?? `#${id}`)))}`;
      case 'tag':
        return `has tag ${or(condition.in.map((id) => quoted(names.tag(id) ?? `#${id}`)))}`;
      case 'custom':
        return custom(condition, names);
      case 'bought':
        return bought(condition, names);
      case 'name':
      case 'buyerId':
      case 'phone':
      case 'email':
      case 'note':
      case 'province':
      case 'city':
      case 'district':
      case 'address':
      case 'buyerNote':
      case 'sellerNote':
        return said(condition);
    }
  },
  all: (parts: readonly string[], isInner: boolean): string => {
    const text = parts.join(', and ');
    return isInner ? `(${text})` : text;
  },
  any: (parts: readonly string[], isInner: boolean): string => {
    const text = parts.join(', or ');
    return isInner ? `(${text})` : text;
  },
  none: (parts: readonly string[]): string =>
    parts.length === 1 ? without(parts[0] ?? '') : `none of these (${parts.join('; ')})`,
};
