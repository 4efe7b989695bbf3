/**
 * What a filter means, the slow and obvious way: one customer at a time, over plain objects. Knows nothing of SQL, nor of how the program
 * compiles a filter.
 */

import {
  type CustomCondition,
  conditionsIn,
  type Days,
  type FilterCondition,
  type FilterNode,
} from '../../../../src-shared/contract/filters.ts';
import type { Level } from '../../../../src-shared/levels.ts';
import type { RfmDefinition, TypedLines } from '../../../../src-shared/rfm.ts';
import { slowLevel } from '../../metrics/slow-level.ts';
import type { SmallContent, SmallCustomer, SmallOrder } from '../../metrics/small-ledger.ts';

export interface SlowQuestion {
  readonly content: SmallContent;
  readonly on: string;
  readonly shop: number | undefined;
  readonly definition: RfmDefinition;
  readonly likely: boolean;
  readonly lines: TypedLines;
  /** Orders that are excluded count too. */
  readonly excluded: boolean;
  /** The kind of rule that takes an order out. */
  readonly excludedAs: (order: SmallOrder) => string | null;
  /** Customers fixed by a segment, or the filter it stands for. */
  readonly segments: Readonly<Record<number, FilterNode | readonly number[]>>;
  /** Whom which run contacts. */
  readonly runs: Readonly<Record<number, readonly number[]>>;
  /** Who has which tag. */
  readonly tags: Readonly<Record<number, readonly number[]>>;
  /** Levels in force, the lowest first, and who was given one by hand: from a day, up to a day. */
  readonly levels: readonly Level[];
  readonly givenLevels: Readonly<Record<number, { level: number; from: string; until: string | null }>>;
  /** What stands in which of the owner's fields, by customer: numbers, numbers of choices, days, yes or no, texts. */
  readonly fields: Readonly<Record<number, Readonly<Record<number, number | string | boolean>>>>;
}

interface Figures {
  readonly customer: SmallCustomer;
  readonly placed: readonly SmallOrder[];
  readonly counted: readonly SmallOrder[];
  readonly net: number;
  readonly last: string | null;
  readonly first: string | null;
}

const number = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
const lower = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
const trimmed = (text: string): string => text.replace(/^[ \u3000\t\n\r]+|[ \u3000\t\n\r]+$/g, '');
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const shopOf = (order: SmallOrder): number => order.shop ?? 1;
const paidOf = (order: SmallOrder): number => (order.paidMinor === undefined ? 1000 : (order.paidMinor ?? 0));
const netOf = (order: SmallOrder): number =>
  order.paidMinor === null ? 0 : paidOf(order) - (order.refundMinor === undefined ? 0 : (order.refundMinor ?? 0));
const counts = (order: SmallOrder): boolean =>
  order.day !== null && ['paid', 'shipped', 'completed', 'partiallyRefunded'].includes(order.status ?? 'completed');

function currencyOf({ content, shop }: SlowQuestion): string {
  const shops = content.shops ?? [{ name: '小店' }];
  const currencies = shops.map(({ currency = 'CNY' }) => currency);
  if (shop !== undefined) return currencies[shop - 1] ?? '';
  const weight = (currency: string): number =>
    content.orders.filter((order) => order.customer !== null && currencies[shopOf(order) - 1] === currency).length;
  return (
    [...new Set(currencies)].sort(
      (a, b) => weight(b) - weight(a) || currencies.indexOf(a) - currencies.indexOf(b),
    )[0] ?? ''
  );
}

function inScope(question: SlowQuestion): (order: SmallOrder) => boolean {
  const currency = currencyOf(question);
  const shops = question.content.shops ?? [{ name: '小店' }];
  return (order) =>
    (shops[shopOf(order) - 1]?.currency ?? 'CNY') === currency &&
    (question.shop === undefined || question.shop === shopOf(order));
}

function everybody(question: SlowQuestion): Figures[] {
  const scope = inScope(question);
  const here = question.content.orders.filter(
    (order) => scope(order) && (question.excluded || question.excludedAs(order) === null),
  );
  return question.content.customers
    .filter(({ id }) => here.some(({ customer }) => customer === id))
    .map((customer) => {
      const placed = here.filter(
        (order) => order.customer === customer.id && (order.day === null || order.day <= question.on),
      );
      const counted = placed.filter(counts);
      const days = counted.map(({ day }) => day ?? '').sort();
      return {
        customer,
        placed,
        counted,
        net: sum(counted.map(netOf)),
        first: days[0] ?? null,
        last: days.at(-1) ?? null,
      };
    });
}

type Scores = ReadonlyMap<number, { r: number; f: number; m: number }>;

function scored(question: SlowQuestion, people: readonly Figures[]): Scores {
  const among = people.filter(
    ({ customer, counted }) => counted.length > 0 && (question.likely || customer.likely !== true),
  );
  const businessId = ({ id, likely, nick }: SmallCustomer): string =>
    likely === true ? `王|${id}` : (nick ?? `nick${id}`);
  const rank = (value: (one: Figures) => number, line: number) => {
    const sorted = among.map(value).sort((a, b) => a - b);
    const cuts = [1, 2, 3, 4].map((k) => {
      const place = ((sorted.length - 1) * k) / 5;
      const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
      // Five times the value, so that it stays whole.
      return 5 * low + (high - low) * (((sorted.length - 1) * k) % 5);
    });
    const inOrder = [...among].sort((a, b) => {
      const [one, other] = [businessId(a.customer), businessId(b.customer)];
      return value(a) - value(b) || (one < other ? -1 : one > other ? 1 : 0) || a.customer.id - b.customer.id;
    });
    return (one: Figures): number => {
      switch (question.definition) {
        case 'typed':
          return value(one) >= line ? 5 : 1;
        case 'quantile':
          return 1 + cuts.filter((cut) => cut < 5 * value(one)).length;
        case 'ntile': {
          // The first groups are one larger.
          const [size, larger] = [Math.floor(among.length / 5), among.length % 5];
          let place = inOrder.indexOf(one);
          for (let group = 1; group <= 5; group += 1) {
            const width = size + (group <= larger ? 1 : 0);
            if (place < width) return group;
            place -= width;
          }
          throw new Error('beyond the fifth group');
        }
      }
    };
  };
  const r = rank((one) => number(one.last ?? '') - number(question.on), -question.lines.recencyDays);
  const f = rank((one) => one.counted.length, question.lines.frequency);
  const m = rank((one) => one.net, question.lines.netMinor);
  return new Map(among.map((one) => [one.customer.id, { r: r(one), f: f(one), m: m(one) }]));
}

type Ends = { readonly from?: number | undefined; readonly to?: number | undefined };
const lies = (value: number | null, { from, to }: Ends): boolean =>
  value !== null && (from === undefined || value >= from) && (to === undefined || value <= to);

function fallsIn(day: string | null, days: Days, on: string): boolean {
  if (day === null) return false;
  if ('daysAgo' in days) {
    const ago = number(on) - number(day);
    return ago >= (days.daysAgo.from ?? 0) && (days.daysAgo.to === undefined || ago <= days.daysAgo.to);
  }
  if (!('calendar' in days))
    return (days.from === undefined || day >= days.from) && (days.to === undefined || day <= days.to);
  const [year, month] = [Number(on.slice(0, 4)), Number(on.slice(5, 7))];
  const [dayYear, dayMonth] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  switch (days.calendar) {
    case 'thisMonth':
      return dayYear === year && dayMonth === month && day <= on;
    case 'lastMonth':
      return dayYear * 12 + dayMonth === year * 12 + month - 1;
    case 'thisYear':
      return dayYear === year && day <= on;
    case 'lastYear':
      return dayYear === year - 1;
  }
}

interface Words {
  readonly test: string;
  readonly texts?: readonly string[];
}

function says(value: string | null | undefined, { test, texts = [] }: Words, isPhone = false): boolean {
  const bare = (text: string): string => (isPhone ? text.replace(/[ -]/g, '') : text);
  const text = trimmed(bare(lower(value ?? '')));
  if (test === 'filled') return text !== '';
  if (test === 'empty') return text === '';
  if (value === null || value === undefined) return false;
  return texts.some((looked) => {
    const word = bare(lower(looked));
    switch (test) {
      case 'contains':
        return text.includes(word);
      case 'is':
        return text === word;
      case 'starts':
        return text.startsWith(word);
      default:
        return text.endsWith(word);
    }
  });
}

const purchaseDays = ({ counted }: Figures): number[] =>
  [...new Set(counted.map(({ day }) => number(day ?? '')))].sort((a, b) => a - b);

/** Ascending. */
function gapsOf(one: Figures): number[] {
  const days = purchaseDays(one);
  return days
    .slice(1)
    .map((day, index) => day - (days[index] ?? 0))
    .sort((a, b) => a - b);
}

function rhythmOf(one: Figures): number | null {
  const gaps = gapsOf(one);
  if (gaps.length < 2) return null;
  const half = gaps.length / 2;
  return ((gaps[Math.floor(half)] ?? 0) + (gaps[Math.ceil(half) - 1] ?? 0)) / 2;
}

function lifeOf(one: Figures, question: SlowQuestion): string {
  const days = purchaseDays(one);
  if (one.last === null) return 'none';
  const gaps = everybody(question).flatMap(gapsOf);
  const reached = (share: number): number =>
    Math.min(...gaps.filter((gap) => gaps.filter((other) => other <= gap).length * 100 >= gaps.length * share));
  const own = rhythmOf(one);
  const [due, sleeping, lost] =
    own === null ? [reached(50), reached(75), reached(90)] : [own, own + own / 2, own + own + own];
  const since = number(question.on) - number(one.last);
  if (since > lost) return 'lost';
  if (since > sleeping) return 'sleeping';
  if (since > due) return 'due';
  return days.length === 1 ? 'new' : 'active';
}

function stepOf(one: Figures, question: SlowQuestion): string | null {
  const asked = (other: Figures): boolean => question.likely || other.customer.likely !== true;
  if (one.placed.length === 0 || !asked(one)) return null;
  const orders = one.counted.length;
  if (orders === 0) return 'A';
  const means = everybody(question)
    .filter((other) => asked(other) && other.counted.length > 0)
    .map(({ net, counted }) => net / counted.length)
    .sort((a, b) => a - b);
  const half = means.length / 2;
  const line = ((means[Math.floor(half)] ?? 0) + (means[Math.ceil(half) - 1] ?? 0)) / 2;
  const [seldom, often] = one.net / orders < line ? ['B', 'C'] : ['D', 'E'];
  return (orders >= question.lines.frequency ? often : seldom) ?? null;
}

/** The random ledgers hold less than a year, so a year's net is all of it, but for days asked long after. */
function yearNet({ counted }: Figures, on: string): number | null {
  const [year, ...rest] = on.split('-');
  const after = [String(Number(year) - 1), ...rest].join('-');
  const meant = counted.filter(({ day }) => day !== null && day > after);
  return meant.length === 0 ? null : sum(meant.map(netOf));
}

function gradeOf(one: Figures, question: SlowQuestion): string {
  const net = yearNet(one, question.on);
  if (net === null) return 'none';
  const nets = everybody(question).flatMap((other) => yearNet(other, question.on) ?? []);
  const gained = sum(nets.map((value) => Math.max(value, 0)));
  const before = sum(nets.filter((value) => value > net && value > 0));
  if (net <= 0) return 'small';
  if (before * 100 < gained * 80) return 'large';
  return before * 100 < gained * 95 ? 'medium' : 'small';
}

function levelOf({ customer, counted }: Figures, question: SlowQuestion): number {
  const { levels, on } = question;
  const given = question.givenLevels[customer.id];
  const isGiven = given !== undefined && given.from <= on && (given.until === null || given.until >= on);
  if (isGiven && (given.level === 0 || levels.some(({ id }) => id === given.level))) return given.level;
  if (!question.likely && customer.likely === true) return 0;
  return slowLevel(
    counted.map((order) => ({ day: order.day ?? '', net: netOf(order) })),
    levels,
    on,
  );
}

function holdsProduct(order: SmallOrder, words: Words): boolean {
  if (order.titles !== undefined && order.titles.length > 0) return order.titles.some((title) => says(title, words));
  return says(order.titles === undefined ? '一件东西' : '', words);
}

function boughtThat(one: Figures, condition: Extract<FilterCondition, { field: 'bought' }>, on: string): boolean {
  const { orders = 'counted', product, days, shops, times = { from: 1 }, spent = {} } = condition;
  const meant = one.placed.filter((order) => {
    if (orders === 'counted' && !counts(order)) return false;
    const went = ['refunded', 'partiallyRefunded'].includes(order.status ?? '') || (order.refundMinor ?? 0) > 0;
    if (orders === 'refunded' && !went) return false;
    if (days !== undefined && !fallsIn(order.day, days, on)) return false;
    if (shops !== undefined && !shops.includes(shopOf(order))) return false;
    return product === undefined || holdsProduct(order, product);
  });
  return lies(meant.length, times) && lies(sum(meant.filter(counts).map(netOf)), spent);
}

/** Known by their number: see `random-filter.ts`. */
function wishOf(customer: number): string {
  return (['none', 'noContact', 'quiet', 'channel'] as const)[customer % 4] ?? 'none';
}

function reachOf({ phone, email, likely }: SmallCustomer): string {
  if (likely !== true && phone !== undefined && !phone.includes('*')) return 'phone';
  return email === undefined ? 'neither' : 'email';
}

function ago(day: string | null, on: string): number | null {
  return day === null ? null : number(on) - number(day);
}

function meets(one: Figures, condition: FilterCondition, question: SlowQuestion, scores: Scores): boolean {
  const { customer, placed, counted } = one;
  const { on } = question;
  const score = scores.get(customer.id);
  switch (condition.field) {
    case 'orders':
      return lies(counted.length, condition);
    case 'allOrders':
      return lies(placed.length, condition);
    case 'recencyDays':
      return lies(ago(one.last, on), condition);
    case 'firstDaysAgo':
      return lies(ago(one.first, on), condition);
    case 'rhythmDays':
      return lies(rhythmOf(one), condition);
    case 'netMinor':
      return lies(one.net, condition);
    case 'paidMinor':
      return lies(sum(counted.map(paidOf)), condition);
    case 'refundMinor':
      return lies(sum(counted.map((order) => order.refundMinor ?? 0)), condition);
    case 'averageMinor':
      return lies(counted.length === 0 ? null : one.net / counted.length, condition);
    case 'r':
    case 'f':
    case 'm':
      return lies(score?.[condition.field] ?? null, condition);
    case 'firstDay':
      return fallsIn(one.first, condition.days, on);
    case 'lastDay':
      return fallsIn(one.last, condition.days, on);
    case 'name':
      return says(customer.name ?? `客户${customer.id}`, condition);
    case 'buyerId':
      return says(customer.likely === true ? null : (customer.nick ?? `nick${customer.id}`), condition);
    case 'phone':
      return says(customer.phone, condition, true);
    case 'email':
    case 'note':
    case 'province':
    case 'city':
    case 'district':
      return says(customer[condition.field], condition);
    case 'address':
    case 'buyerNote':
    case 'sellerNote': {
      const notes = placed.map((order) =>
        condition.field === 'address' ? order.receiver?.[2] : order[condition.field as 'buyerNote'],
      );
      return condition.test === 'empty'
        ? notes.every((note) => says(note, condition))
        : notes.some((note) => says(note, condition));
    }
    case 'tier': {
      if (score === undefined) return condition.in.includes('none');
      const letter = (of: 'r' | 'f' | 'm'): string => (score[of] >= 4 ? of.toUpperCase() : of);
      return condition.in.some((tier) => tier === `${letter('r')}${letter('f')}${letter('m')}`);
    }
    case 'lifecycle':
      return condition.in.some((stage) => stage === lifeOf(one, question));
    case 'ladder':
      return condition.in.some((step) => step === stepOf(one, question));
    case 'level':
      return condition.in.includes(levelOf(one, question));
    case 'grade':
      return condition.in.some((grade) => grade === gradeOf(one, question));
    case 'certainty':
      return condition.in.includes(customer.likely === true ? 'likely' : 'certain');
    case 'reach':
      return condition.in.some((reach) => reach === reachOf(customer));
    case 'wish':
      return condition.in.some((wish) => wish === wishOf(customer.id));
    case 'shop':
      return placed.some((order) => condition.in.includes(shopOf(order)));
    case 'marketplace':
      return placed.some((order) =>
        condition.in.some((name) => name === (question.content.shops?.[shopOf(order) - 1]?.marketplace ?? 'taobao')),
      );
    case 'excluded': {
      const scope = inScope(question);
      return question.content.orders.some(
        (order) =>
          order.customer === customer.id &&
          scope(order) &&
          (order.day === null || order.day <= on) &&
          condition.in.some((kind) => kind === question.excludedAs(order)),
      );
    }
    case 'segment':
      return condition.in.some((id) => {
        const said = question.segments[id] ?? [];
        return Array.isArray(said) ? said.includes(customer.id) : holds(one, said as FilterNode, question, scores);
      });
    case 'run':
      return condition.in.some((run) => question.runs[run]?.includes(customer.id) === true);
    case 'tag':
      return condition.in.some((tag) => question.tags[tag]?.includes(customer.id) === true);
    case 'custom':
      return fieldThat(question.fields[condition.custom]?.[customer.id] ?? null, condition, on);
    case 'bought':
      return boughtThat(one, condition, on);
  }
}

function fieldThat(value: number | string | boolean | null, condition: CustomCondition, on: string): boolean {
  const text = value === null ? null : String(value);
  if ('in' in condition) return condition.in.some((choice) => choice === value);
  if ('is' in condition) return value === condition.is;
  if ('days' in condition) return fallsIn(text, condition.days, on);
  if (!('test' in condition)) return lies(value === null ? null : Number(value), condition);
  return says(text, condition);
}

function holds(one: Figures, node: FilterNode, question: SlowQuestion, scores: Scores): boolean {
  const each = (parts: readonly FilterNode[]) => parts.map((part) => holds(one, part, question, scores));
  if ('all' in node) return each(node.all).every(Boolean);
  if ('any' in node) return each(node.any).some(Boolean);
  if ('none' in node) return !each(node.none).some(Boolean);
  return meets(one, node, question, scores);
}

/** Numbers of the customers who meet it, ascending. */
export function slowlyFiltered(question: SlowQuestion, node: FilterNode): number[] {
  const people = everybody(question);
  const scores = conditionsIn(node).length === 0 ? new Map() : scored(question, people);
  return people
    .filter((one) => holds(one, node, question, scores))
    .map(({ customer }) => customer.id)
    .sort((a, b) => a - b);
}
