/** Says in people's words what a journal entry is about. Read by the journal's list. */

import { and, eq, inArray } from 'drizzle-orm';
import { careRuleContentSchema } from '../../src-shared/contract/care-rules.ts';
import { journalledChangeSchema } from '../../src-shared/contract/tags.ts';
import { fieldOfColumn } from '../../src-shared/custom-field.ts';
import { type IdentityKey, type IdentityKind, identityKinds } from '../../src-shared/identity.ts';
import { saidOfField } from './fields/journal-words.ts';
import { fieldContentIn } from './fields/stored-fields.ts';
import { decisionsIn } from './identity-decisions.ts';
import { leadField, leadIn } from './leads/lead-mark.ts';
import { handLevelIn, levelField, levelRules } from './levels/stored-levels.ts';
import { customer, identity, orderKey, shop, tablesOf } from './schema/tables.ts';
import { contentIn } from './segments/stored-segments.ts';
import { runIn, strategyIn } from './strategies/stored-strategies.ts';
import { markField, rootOf, storedTags, tagContentIn } from './tags/stored-tags.ts';
import type { Reading } from './transaction.ts';
import { viewContentIn } from './views/stored-views.ts';

/** The parts of a row's business key that the tables of the journal use. */
export interface RowKey {
  readonly kind: IdentityKind | null;
  readonly value: string;
  readonly name: string;
  /** A group of the review. */
  readonly group: string;
  readonly orders: readonly number[];
  /** A span of days of a shop. */
  readonly shop: number;
  readonly from: string;
  readonly to: string;
  /** An exclusion rule. */
  readonly rule: number;
  readonly segment: number;
  readonly tag: number;
  /** A field of the owner's. */
  readonly customField: number;
  readonly savedView: number;
  readonly careRule: number;
  readonly strategy: number;
  readonly plan: number;
  readonly followUp: number;
  readonly origin: string;
  readonly template: number;
  readonly layout: number;
  /** A service ticket. */
  readonly ticket: number;
  /** How many a change of many changed. */
  readonly customers: number;
  /** A row of an imported file; 0 where none is meant. */
  readonly file: number;
  readonly row: number;
}

export function readRowKey(json: string): RowKey {
  const found = Object.entries(JSON.parse(json) as Readonly<Record<string, unknown>>);
  const of = (name: string): unknown => found.find(([key]) => key === name)?.[1];
  const text = (name: string): string => {
    const value = of(name);
    return typeof value === 'string' ? value : '';
  };
  const number = (name: string): number => {
    const value = of(name);
    return typeof value === 'number' ? value : 0;
  };
  const orders = of('orders') ?? of('order');
  const list: readonly unknown[] = Array.isArray(orders) ? orders : [orders];
  return {
    kind: identityKinds.find((kind) => kind === of('kind')) ?? null,
    value: text('value'),
    name: text('name'),
    group: text('group'),
    file: number('file'),
    row: number('row'),
    orders: list.filter((order) => typeof order === 'number'),
    shop: number('shop'),
    from: text('from'),
    to: text('to'),
    rule: number('rule'),
    segment: number('segment'),
    tag: number('tag'),
    customField: number('customField'),
    savedView: number('savedView'),
    careRule: number('careRule'),
    strategy: number('strategy'),
    plan: number('plan'),
    followUp: number('followUp'),
    origin: text('origin'),
    ticket: number('ticket'),
    template: number('template'),
    layout: number('layout'),
    customers: number('customers'),
  };
}

/** The customer an identity belongs to at present. */
export function customerOfIdentity(reading: Reading, kind: IdentityKind, value: string): number | null {
  const row = tablesOf(reading)
    .select({ customerId: identity.customerId })
    .from(identity)
    .where(and(eq(identity.kind, kind), eq(identity.value, value)))
    .get();
  return row?.customerId ?? null;
}

/** `field`: about the name the owner gave, that name says nothing; about anything else it is how he knows the person. */
function nameOfIdentity(reading: Reading, kind: IdentityKind, value: string, field: string): string {
  const id = customerOfIdentity(reading, kind, value);
  // The orders of this person may have been taken back; the edit is still on record.
  if (id === null) return value;
  const found = tablesOf(reading)
    .select({ name: customer.name, displayName: customer.displayName })
    .from(customer)
    .where(eq(customer.customerId, id))
    .get();
  if (found === undefined) return value;
  return field === 'displayName' ? found.name : (found.displayName ?? found.name);
}

const SHOWN_ORDERS = 3;

function orderNumbers(reading: Reading, orders: readonly number[]): string {
  const shown = tablesOf(reading)
    .select({ orderNumber: orderKey.orderNumber })
    .from(orderKey)
    .where(inArray(orderKey.orderId, orders.slice(0, SHOWN_ORDERS)))
    .orderBy(orderKey.orderNumber)
    .all();
  const text = shown.map((row) => row.orderNumber).join(', ');
  return orders.length > SHOWN_ORDERS ? `${text} … (${orders.length})` : text;
}

function shopName(reading: Reading, id: number): string {
  return tablesOf(reading).select({ name: shop.name }).from(shop).where(eq(shop.shopId, id)).get()?.name ?? `#${id}`;
}

const SHOWN_PEOPLE = 4;

/** The people of an act's first decision; how many decisions there are, if more. */
function namesIn(reading: Reading, journalled: string | null): string {
  const decisions = decisionsIn(journalled ?? '[]');
  const [first] = decisions;
  const [kept, parted] = [first?.sides[0] ?? [], first?.sides[1] ?? []];
  const nameOf = ({ kind, value }: IdentityKey): string => nameOfIdentity(reading, kind, value, 'names');
  const named = (keys: readonly IdentityKey[]): string => {
    const names = [...new Set(keys.map(nameOf))];
    return names.length > SHOWN_PEOPLE ? `${names.slice(0, SHOWN_PEOPLE).join('、')} …` : names.join('、');
  };
  const text = parted.length === 0 ? named(kept) : `${named(kept)} / ${named(parted)}`;
  return decisions.length > 1 ? `${text} … (${decisions.length})` : text;
}

export interface JournalRow {
  readonly tableName: string;
  readonly rowKey: string;
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What a segment is called in an entry of the journal. */
function segmentName(content: string | null): string {
  return content === null ? '' : contentIn(content).name;
}

/** What a thing with a name of its own is called in an entry. */
function nameIn(content: string | null): string {
  return content === null ? '' : (JSON.parse(content) as { readonly name: string }).name;
}

/** What a tag is called now, or was called last. */
function tagOfField(reading: Reading, field: string): string {
  const tags = storedTags(reading);
  const found = tags.find(({ tag }) => markField(tag) === field);
  if (found !== undefined) return (rootOf(tags, found.tag) ?? found).content.name;
  const last = reading.connection
    .prepare<[string], string>(
      "select coalesce(after, before) from journal where table_name = 'tag' and row_key = ? order by edit_id desc limit 1",
    )
    .pluck()
    .get(JSON.stringify({ tag: Number(field.slice('tag:'.length)) }));
  return last === undefined ? '' : tagContentIn(last).name;
}

/** The name of a level given by hand; '—' for none. */
function levelSaid(reading: Reading, content: string): string {
  const given = handLevelIn(content);
  if (given === null || given.level === 0) return '—';
  return levelRules(reading).levels.find(({ id }) => id === given.level)?.name ?? `#${given.level}`;
}

/** A level or a tag by its name, a lead by its stage. */
function wordOfMark(reading: Reading, field: string, content: string): string {
  if (field === levelField) return levelSaid(reading, content);
  return field === leadField ? (leadIn(content)?.stage ?? '') : tagOfField(reading, field);
}

/** What stood or stands in an entry, as people read it: a tag by its name; of a change of many what it wrote. */
export function markSaid(reading: Reading, { tableName, field }: JournalRow, content: string | null): string | null {
  if (content === null || content === '') return content;
  const ofField = fieldOfColumn(field);
  if (ofField !== null) return saidOfField(reading, ofField, tableName, content);
  if (tableName === 'custom_field') return fieldContentIn(content).name;
  if (tableName === 'saved_view') return viewContentIn(content).name;
  if (tableName === 'tag') return tagContentIn(content).name;
  if (tableName === 'customer_mark') return wordOfMark(reading, field, content);
  if (tableName !== 'bulk_edit') return content;
  const change = journalledChangeSchema.parse(JSON.parse(content));
  if (change.field === 'custom') return 'file' in change ? change.file : change.value;
  return change.field === 'note' ? change.text : 'add' in change ? `+ ${change.add}` : `− ${change.remove}`;
}

const tablesOfPeople: ReadonlySet<string> = new Set([
  'customer_edit',
  'person_fact',
  'customer_mark',
  'follow_up',
  'service_ticket',
]);

/** Things whose content says their name. */
const namedTables: ReadonlySet<string> = new Set(['template', 'send_layout', 'plan', 'plan_run']);

export function subjectOf(reading: Reading, { tableName, rowKey, field, before, after }: JournalRow): string {
  const key = readRowKey(rowKey);
  if (tablesOfPeople.has(tableName) && key.kind !== null) return nameOfIdentity(reading, key.kind, key.value, field);
  if (tableName === 'tag') return tagContentIn(after ?? before ?? '').name;
  if (tableName === 'custom_field') return fieldContentIn(after ?? before ?? '').name;
  if (tableName === 'saved_view') return viewContentIn(after ?? before ?? '').name;
  if (tableName === 'bulk_edit' || tableName === 'contact') return String(key.customers);
  if (tableName === 'strategy') return strategyIn(after ?? before ?? '').name;
  if (tableName === 'strategy_run') return runIn(after ?? before ?? '').name;
  if (tableName === 'care_rule') return careRuleContentSchema.parse(JSON.parse(after ?? before ?? '')).name;
  if (namedTables.has(tableName)) return nameIn(after ?? before);
  if (tableName === 'split_mark') return orderNumbers(reading, key.orders);
  if (tableName === 'quiet_span') return `${shopName(reading, key.shop)} ${key.from} – ${key.to}`;
  if (tableName === 'exclusion_rule') return `#${key.rule}`;
  if (tableName === 'segment') return segmentName(after ?? before);
  if (tableName === 'identity_decision') return namesIn(reading, after);
  if (tableName === 'review_later') return after ?? before ?? '';
  return key.name === '' ? rowKey : key.name;
}
