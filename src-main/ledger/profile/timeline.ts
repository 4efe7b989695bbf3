/**
 * Everything that happened with a person, on one line of time. Each source gives entries of its kinds: a new kind is one more source, a word
 * in `timelineKinds`, and its mark and sentence on the page.
 */

import { serviceContentSchema } from '../../../src-shared/contract/after-sales.ts';
import { type TimelineEntry, type TimelineKind, timelineKinds } from '../../../src-shared/contract/timeline.ts';
import { minorOf } from '../../../src-shared/money.ts';
import type { OrderStatus } from '../../../src-shared/order.ts';
import { levelsOf } from '../levels/stored-levels.ts';
import type { Reading } from '../transaction.ts';
import { anchorOf } from './person-facts.ts';
import contactsSql from './timeline-contacts.sql?raw';
import editsSql from './timeline-edits.sql?raw';
import importsSql from './timeline-imports.sql?raw';
import itemsSql from './timeline-items.sql?raw';
import { levelSteps, marks, nothing, type TimelineDay } from './timeline-marks.ts';
import ordersSql from './timeline-orders.sql?raw';
import ticketsSql from './timeline-tickets.sql?raw';

type Source = (reading: Reading, customer: number) => Iterable<TimelineEntry>;

interface StoredOrder {
  readonly id: number;
  readonly at: string | null;
  readonly status: OrderStatus;
  readonly currency: string;
  readonly paid: number | null;
  readonly refund: number | null;
}

/**
 * Orders, each with its refund as an entry of its own: no file says when money went back, so it stands beside its order. What was bought is
 * told by `withItems`.
 */
function* orders({ connection }: Reading, customer: number): Generator<TimelineEntry> {
  for (const order of connection.prepare<[number], StoredOrder>(ordersSql).iterate(customer)) {
    const { id, at, status, currency, paid, refund } = order;
    const of = { ...nothing, at, text: '', order: id, status, currency };
    const amount = (minor: number | null) => (minor === null ? null : minorOf(minor));
    yield { ...of, kind: 'order', key: `order ${id}`, amountMinor: amount(paid) };
    if ((refund ?? 0) > 0) yield { ...of, kind: 'refund', key: `refund ${id}`, amountMinor: amount(refund) };
  }
}

/** The entries of orders with what was bought: a person may have thousands, and only a window of them is seen. */
function withItems({ connection }: Reading, entries: readonly TimelineEntry[]): readonly TimelineEntry[] {
  const ask = connection.prepare<[number], string>(itemsSql).pluck();
  return entries.map((entry) => (entry.order === null ? entry : { ...entry, text: ask.get(entry.order) ?? '' }));
}

interface StoredContact extends NonNullable<TimelineEntry['contact']> {
  readonly key: string;
  readonly at: string;
  readonly text: string;
}

function* contacts({ connection }: Reading, customer: number): Generator<TimelineEntry> {
  for (const { outcome, channel, ...told } of connection
    .prepare<[{ customer: number }], StoredContact>(contactsSql)
    .iterate({ customer }))
    yield { ...nothing, ...told, kind: 'contact', contact: { outcome, channel } };
}

function* tickets({ connection }: Reading, customer: number): Generator<TimelineEntry> {
  for (const { ticket, content } of connection
    .prepare<[{ customer: number }], { ticket: number; content: string }>(ticketsSql)
    .iterate({ customer })) {
    const { about, opened, closed, text, outcome } = serviceContentSchema.parse(JSON.parse(content));
    const of = { ...nothing, kind: 'ticket' as const };
    yield { ...of, key: `ticket ${ticket}`, at: opened, text, ticket: { about, isClosed: false } };
    if (closed !== null)
      yield { ...of, key: `ticket ${ticket} closed`, at: closed, text: outcome, ticket: { about, isClosed: true } };
  }
}

interface StoredImport {
  readonly batch: number;
  readonly at: string;
  readonly undoneAt: string | null;
  readonly files: string;
  readonly orders: number;
}

function* imports({ connection }: Reading, customer: number): Generator<TimelineEntry> {
  for (const found of connection.prepare<[number], StoredImport>(importsSql).iterate(customer)) {
    const { batch, at, files: text, orders: brought, undoneAt } = found;
    yield {
      ...nothing,
      kind: 'file',
      key: `file ${batch}`,
      at,
      text,
      batch,
      orders: brought,
      undone: undoneAt !== null,
    };
  }
}

interface StoredEdit {
  readonly edit: number;
  readonly at: string;
  readonly reason: string;
  readonly tableName: string;
  readonly field: string;
  readonly after: string | null;
  readonly undoneAt: string | null;
}

function kindOfEdit({ tableName, field }: StoredEdit): TimelineKind {
  if (tableName === 'customer_edit') return 'note';
  if (tableName !== 'person_fact') return 'who';
  return field.startsWith('relation') ? 'relation' : 'wish';
}

function* edits({ connection }: Reading, customer: number): Generator<TimelineEntry> {
  for (const found of connection.prepare<[{ customer: number }], StoredEdit>(editsSql).iterate({ customer })) {
    const { edit, at, reason, tableName, after, undoneAt } = found;
    const text = tableName === 'customer_edit' ? (after ?? '') : '';
    yield {
      ...nothing,
      kind: kindOfEdit(found),
      key: `edit ${edit}`,
      at,
      text,
      reason,
      edit,
      undone: undoneAt !== null,
    };
  }
}

const sources: readonly Source[] = [orders, contacts, tickets, imports, edits, marks];

/** Later first; of one moment a refund before its order; without a day last. */
function newestFirst(a: TimelineEntry, b: TimelineEntry): number {
  const [one, other] = [a.at?.replace('T', ' ') ?? '', b.at?.replace('T', ' ') ?? ''];
  if (one !== other) return one < other ? 1 : -1;
  const [left, right] = [timelineKinds.indexOf(a.kind), timelineKinds.indexOf(b.kind)];
  return right - left || (a.key < b.key ? 1 : -1);
}

export interface Timeline {
  readonly total: number;
  readonly counts: Record<TimelineKind, number>;
  readonly entries: readonly TimelineEntry[];
}

/** `day`: asked only where levels are in force. Throws `customer-unknown`. */
export function timelineOf(
  reading: Reading,
  asked: {
    readonly customer: number;
    readonly kinds?: readonly TimelineKind[] | undefined;
    readonly window: { readonly from: number; readonly count: number };
  },
  day: () => TimelineDay,
): Timeline {
  anchorOf(reading, asked.customer);
  const levelled = levelsOf(reading).length === 0 ? [] : [...levelSteps(reading, asked.customer, day())];
  const all = [...sources.flatMap((source) => [...source(reading, asked.customer)]), ...levelled];
  const counts = Object.fromEntries(timelineKinds.map((kind) => [kind, 0])) as Record<TimelineKind, number>;
  for (const { kind } of all) counts[kind] += 1;
  const { kinds } = asked;
  const meant = (kinds === undefined ? all : all.filter(({ kind }) => kinds.includes(kind))).sort(newestFirst);
  const { from, count } = asked.window;
  return { total: meant.length, counts, entries: withItems(reading, meant.slice(from, from + count)) };
}
