/**
 * Which customers a list shows, and in which order, as it stands in the page's address: so going back brings the same
 * list, and printing prints what is seen. Also which list a customer was opened from, for next and previous.
 */

import { create } from 'zustand';
import type { CustomerFilter, CustomerSort } from '../../src-shared/contract/customers.ts';
import { customerSorts, mostPicked } from '../../src-shared/contract/customers.ts';
import { type FilterNode, filterNodeSchema, listReaches } from '../../src-shared/contract/filters.ts';
import { isFieldColumn } from '../../src-shared/custom-field.ts';
import { isDay } from '../../src-shared/day.ts';
import { minorOf } from '../../src-shared/money.ts';
import { type Tier, tiers } from '../../src-shared/rfm.ts';

export type { CustomerSort };

/** A list of customers: who is in it, and how it is sorted. */
export interface CustomerView {
  readonly filter: CustomerFilter;
  readonly sort: { readonly by: CustomerSort; readonly descending: boolean };
}

export const firstView: CustomerView = { filter: {}, sort: { by: 'lastDay', descending: true } };

const numberKeys = ['shop', 'recencyFrom', 'recencyTo', 'ordersFrom', 'ordersTo'] as const;
const moneyKeys = ['netFrom', 'netTo'] as const;
const wordKeys = { search: 200, region: 100 } as const;
const dayKeys = ['lastDayFrom', 'lastDayTo'] as const;

/** The view as the query of an address, without '?'; '' for the first view. */
export function queryOfView({ filter, sort }: CustomerView): string {
  const query = new URLSearchParams();
  if (filter.tiers !== undefined && filter.tiers.length > 0) query.set('tiers', filter.tiers.join('.'));
  if (filter.certainty !== undefined) query.set('certainty', filter.certainty);
  if (filter.reach !== undefined) query.set('reach', filter.reach);
  for (const key of dayKeys) if (filter[key] !== undefined) query.set(key, filter[key]);
  for (const key of [...numberKeys, ...moneyKeys]) if (filter[key] !== undefined) query.set(key, String(filter[key]));
  for (const key of ['search', 'region'] as const) {
    const words = filter[key];
    if (words !== undefined && words !== '') query.set(key, words);
  }
  if (filter.ids !== undefined) query.set('ids', shortIds(filter.ids));
  if (filter.exceptIds !== undefined) query.set('except', shortIds(filter.exceptIds));
  const segment = segmentOf(filter);
  if (segment !== null) query.set('segment', String(segment));
  else if (filter.where !== undefined) query.set('where', JSON.stringify(filter.where));
  if (filter.noTier === true) query.set('noTier', 'yes');
  if (filter.withoutCounted === false) query.set('withoutCounted', 'no');
  if (sort.by !== firstView.sort.by || sort.descending !== firstView.sort.descending) {
    query.set('sort', `${sort.by}.${sort.descending ? 'down' : 'up'}`);
  }
  return query.toString();
}

/** Reads the query of an address. What it cannot read is left out: an old or mistyped address shows a wider list. */
export function viewOfQuery(text: string): CustomerView {
  const query = new URLSearchParams(text);
  const filter: CustomerFilter = {};
  const wanted = (query.get('tiers') ?? '').split('.');
  const found = tiers.filter((tier) => wanted.includes(tier));
  if (found.length > 0) filter.tiers = found;
  const certainty = query.get('certainty');
  if (certainty === 'certain' || certainty === 'likely') filter.certainty = certainty;
  const reach = listReaches.find((known) => known === query.get('reach'));
  if (reach !== undefined) filter.reach = reach;
  for (const key of dayKeys) {
    const day = query.get(key);
    if (day !== null && isDay(day)) filter[key] = day;
  }
  for (const key of numberKeys) {
    const number = query.get(key);
    if (number !== null && /^\d{1,9}$/.test(number)) filter[key] = Number(number);
  }
  for (const key of moneyKeys) {
    const amount = query.get(key);
    if (amount !== null && /^-?\d{1,13}$/.test(amount)) filter[key] = minorOf(Number(amount));
  }
  for (const key of ['search', 'region'] as const) {
    const words = (query.get(key) ?? '').slice(0, wordKeys[key]);
    if (words !== '') filter[key] = words;
  }
  const ids = idsOf(query.get('ids'));
  if (ids !== null) filter.ids = ids;
  const exceptIds = idsOf(query.get('except'));
  if (exceptIds !== null) filter.exceptIds = exceptIds;
  const where = whereOf(query);
  if (where !== null) filter.where = where;
  if (query.get('noTier') === 'yes') filter.noTier = true;
  if (query.get('withoutCounted') === 'no') filter.withoutCounted = false;
  return { filter, sort: sortOf(query.get('sort')) };
}

/** The list of one saved segment, whatever narrows it further. */
export function segmentFilter(segment: number): CustomerFilter {
  return { where: { field: 'segment', in: [segment] } };
}

/** The one saved segment a list is about; null: it is about none, or its conditions say more than that. */
export function segmentOf({ where }: CustomerFilter): number | null {
  if (where === undefined || !('field' in where) || where.field !== 'segment') return null;
  const [only, ...others] = where.in;
  return only === undefined || others.length > 0 ? null : only;
}

function whereOf(query: URLSearchParams): FilterNode | null {
  const segment = query.get('segment') ?? '';
  if (/^[1-9]\d{0,8}$/.test(segment)) return { field: 'segment', in: [Number(segment)] };
  try {
    return filterNodeSchema.parse(JSON.parse(query.get('where') ?? ''));
  } catch {
    // Nobody wrote it, or nobody can read it: a wider list.
    return null;
  }
}

/** Customers picked by hand, as steps from one to the next: thousands of them still make an address. */
function shortIds(ids: readonly number[]): string {
  const sorted = [...new Set(ids)].sort((a, b) => a - b);
  return sorted.map((id, index) => (id - (sorted[index - 1] ?? 0)).toString(36)).join('.');
}

function idsOf(text: string | null): number[] | null {
  if (text === null) return null;
  let id = 0;
  const ids: number[] = [];
  for (const step of text.split('.').slice(0, mostPicked)) {
    id += /^[0-9a-z]{1,8}$/.test(step) ? Number.parseInt(step, 36) : Number.NaN;
    if (!Number.isSafeInteger(id) || id < 1) return null;
    ids.push(id);
  }
  return ids;
}

function sortOf(text: string | null): CustomerView['sort'] {
  const [by = '', direction] = (text ?? '').split('.');
  const known = isFieldColumn(by) ? by : customerSorts.find((name) => name === by);
  return known === undefined ? firstView.sort : { by: known, descending: direction === 'down' };
}

/** The filter with one condition changed; `undefined` takes the condition away. */
export function withCondition<Key extends keyof CustomerFilter>(
  filter: CustomerFilter,
  key: Key,
  value: CustomerFilter[Key] | undefined,
): CustomerFilter {
  const { [key]: _before, ...rest } = filter;
  return value === undefined ? (rest as CustomerFilter) : { ...filter, [key]: value };
}

/** Clicking a tier: adds it, or takes it away when it is already chosen. */
export function toggleTier(filter: CustomerFilter, tier: Tier): CustomerFilter {
  const chosen = filter.tiers ?? [];
  const next = chosen.includes(tier) ? chosen.filter((other) => other !== tier) : [...chosen, tier];
  return withCondition(filter, 'tiers', next.length === 0 ? undefined : next);
}

/** The filter with all tiers in it again. */
export function withoutTiers({ tiers: _tiers, noTier: _noTier, ...others }: CustomerFilter): CustomerFilter {
  return others;
}

/** Conditions beside the search, for “is anything filtered?”. */
export function hasConditions(filter: CustomerFilter): boolean {
  return queryOfView({ filter, sort: firstView.sort }) !== '';
}

/** Sorting by a head again turns it round; a new head starts with what one looks for first: names from A, figures from the largest, own fields from the first. */
export function sortAfter(sort: CustomerView['sort'], by: CustomerSort): CustomerView['sort'] {
  if (sort.by === by) return { by, descending: !sort.descending };
  return { by, descending: by !== 'name' && by !== 'recencyDays' && !isFieldColumn(by) };
}

interface OpenList {
  /** The list a customer was opened from, and where in it; null when found by search. */
  readonly view: CustomerView | null;
  readonly index: number | null;
  readonly openFrom: (view: CustomerView, index: number) => void;
  readonly openAlone: () => void;
}

export const useOpenList = create<OpenList>((set) => ({
  view: null,
  index: null,
  openFrom: (view, index) => set({ view, index }),
  openAlone: () => set({ view: null, index: null }),
}));
