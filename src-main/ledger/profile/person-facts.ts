/**
 * What the owner knows about a person: facts by topic. Each hangs on an identity, not on a customer's number, so it outlives the import it
 * was made upon and comes back with the person. Where two people turned out to be one, the newest of each item is in force.
 */

import { and, eq } from 'drizzle-orm';
import type { IdentityKey } from '../../../src-shared/identity.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { type Act, type Recorder, standingEntry, write } from '../journal.ts';
import { readRowKey } from '../journal-subject.ts';
import { type journal, personFact, tablesOf } from '../schema/tables.ts';
import type { Reading, Writing } from '../transaction.ts';

export const factTopics = ['wishes', 'point', 'relation'] as const;
export type FactTopic = (typeof factTopics)[number];

export interface PersonFact extends IdentityKey {
  readonly topic: FactTopic;
  /** '' where a topic has only one. */
  readonly item: string;
  /** The journal's entry. */
  readonly edit: number;
  /** JSON; 'null': nothing, and nothing older either. */
  readonly content: string;
}

/** The newest of each item. Those that hide older ones are among them. */
export function factsOf({ connection }: Reading, customer: number, topic: FactTopic): readonly PersonFact[] {
  const all = connection
    .prepare<[number, string], PersonFact>(
      `select person_fact.kind, person_fact.value, topic, item, edit_id as edit, content
       from identity cross join person_fact on person_fact.kind = identity.kind and person_fact.value = identity.value
       where identity.customer_id = ? and topic = ?
       order by edit_id`,
    )
    .all(customer, topic);
  return [...new Map(all.map((fact) => [fact.item, fact])).values()];
}

/** Throws `customer-unknown`. */
export function anchorOf({ connection }: Reading, customer: number): IdentityKey {
  const anchor = connection
    .prepare<[number], IdentityKey>(
      'select anchor_kind as kind, anchor_value as value from customer where customer_id = ?',
    )
    .get(customer);
  if (anchor === undefined) throw new Problem('customer-unknown', { customer: String(customer) });
  return anchor;
}

/** An item's name in the journal. */
function fieldOf(topic: FactTopic, item: string): string {
  return item === '' ? topic : `${topic}/${item}`;
}

function storeFact(
  writing: Writing,
  { kind, value, topic, item }: Omit<PersonFact, 'edit' | 'content'>,
  stands: { readonly edit: number; readonly content: string } | null,
): void {
  const tables = tablesOf(writing);
  const here = and(
    eq(personFact.kind, kind),
    eq(personFact.value, value),
    eq(personFact.topic, topic),
    eq(personFact.item, item),
  );
  tables.delete(personFact).where(here).run();
  if (stands !== null) {
    tables.insert(personFact).values({ kind, value, topic, item, editId: stands.edit, content: stands.content }).run();
  }
  // Lists kept in memory may show, or be chosen by, what is known about people.
  writing.connection.exec("update ledger_state set value = value + 1 where name = 'names'");
}

export interface FactEdit {
  readonly customer: number;
  readonly topic: FactTopic;
  readonly item: string;
  /** null takes it away. */
  readonly content: unknown;
  /** The entry of the journal it is a part of. */
  readonly partOf?: number;
}

/**
 * Sets what is known of an item. It hangs on the person's anchor, or stays where it hangs already. Returns the journal's number, for undo.
 * Throws `customer-unknown`.
 */
export function setFact(ledger: Reading, fact: FactEdit, act: Act): number {
  return write(ledger, act, (writing, record) => setFactIn(writing, record, fact));
}

/** The same within an act that does more. */
export function setFactIn(
  writing: Writing,
  record: Recorder,
  { customer, topic, item, content, ...whole }: FactEdit,
): number {
  const anchor = anchorOf(writing, customer);
  const standing = factsOf(writing, customer, topic).find((fact) => fact.item === item);
  const { kind, value } = standing ?? anchor;
  const before = standing === undefined || standing.content === 'null' ? null : standing.content;
  // Whatever hangs on another identity of theirs is older, and hidden by a newer nothing.
  const after = content === null && standing === undefined ? null : JSON.stringify(content);
  const field = fieldOf(topic, item);
  const edit = record({ table: 'person_fact', rowKey: { kind, value }, field, before, after, ...whole });
  storeFact(writing, { kind, value, topic, item }, after === null ? null : { edit, content: after });
  return edit;
}

/** Makes an item what the journal now says it is. */
export function settleFact(writing: Writing, entry: typeof journal.$inferSelect): void {
  const { kind, value } = readRowKey(entry.rowKey);
  const [word = '', ...rest] = entry.field.split('/');
  const topic = factTopics.find((known) => known === word);
  if (kind === null || topic === undefined) throw new Error(`journal entry ${entry.editId} names no fact`);
  const stands = standingEntry(writing, entry);
  const content = stands?.after ?? null;
  const edit = stands === null || content === null ? null : { edit: stands.editId, content };
  storeFact(writing, { kind, value, topic, item: rest.join('/') }, edit);
}
