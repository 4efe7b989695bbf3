/** Follow-ups as they stand in the ledger, and the acts upon them. Each hangs on the identity its person is known by best. */

import { and, eq, inArray } from 'drizzle-orm';
import { type FollowUpContent, followUpContentSchema } from '../../../src-shared/contract/follow-ups.ts';
import { noWishes } from '../../../src-shared/contract/profiles.ts';
import type { IdentityKey } from '../../../src-shared/identity.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { type Act, type Recorder, write } from '../journal.ts';
import { nextNumber } from '../next-number.ts';
import { anchorOf, setFactIn } from '../profile/person-facts.ts';
import { wishesOf } from '../profile/wishes.ts';
import { followUp, identity, tablesOf } from '../schema/tables.ts';
import type { Reading, Writing } from '../transaction.ts';

export interface StoredFollowUp extends IdentityKey {
  readonly followUp: number;
  readonly origin: string;
  /** null: nobody in the book any more, until their orders are back. */
  readonly customer: number | null;
  readonly content: FollowUpContent;
}

const columns = {
  followUp: followUp.followUpId,
  origin: followUp.origin,
  kind: followUp.kind,
  value: followUp.value,
  customer: identity.customerId,
  content: followUp.content,
};

function read(row: Omit<StoredFollowUp, 'content'> & { readonly content: string }): StoredFollowUp {
  return { ...row, content: followUpContentSchema.parse(JSON.parse(row.content)) };
}

function asked(reading: Reading) {
  return tablesOf(reading)
    .select(columns)
    .from(followUp)
    .leftJoin(identity, and(eq(identity.kind, followUp.kind), eq(identity.value, followUp.value)));
}

/** In the order they were made. */
export function followUpsOf(reading: Reading, state: FollowUpContent['state']): StoredFollowUp[] {
  return asked(reading).where(eq(followUp.state, state)).orderBy(followUp.followUpId).all().map(read);
}

export function hasOpenFollowUps({ connection }: Reading): boolean {
  return connection.prepare("select 1 from follow_up where state = 'open' limit 1").get() !== undefined;
}

/** Of one person, by whatever identity. */
export function followUpsWith(reading: Reading, customer: number): StoredFollowUp[] {
  return asked(reading).where(eq(identity.customerId, customer)).orderBy(followUp.followUpId).all().map(read);
}

/** Those with a contact on one of the days. */
export function followUpsContacted(reading: Reading, from: string, to: string): StoredFollowUp[] {
  const ids = reading.connection
    .prepare<[string, string], number>(
      'select distinct follow_up_id from contacted where follow_up_id is not null and day between ? and ?',
    )
    .pluck()
    .all(from, to);
  const found: StoredFollowUp[] = [];
  // SQLite takes so many values at once.
  for (let at = 0; at < ids.length; at += 500)
    found.push(
      ...asked(reading)
        .where(inArray(followUp.followUpId, ids.slice(at, at + 500)))
        .orderBy(followUp.followUpId)
        .all()
        .map(read),
    );
  return found;
}

/** Origins that somebody acted on: they are not suggested again. */
export function actedOrigins({ connection }: Reading): ReadonlySet<string> {
  return new Set(connection.prepare<[], string>('select origin from follow_up').pluck().all());
}

/** Puts one to a content given as JSON, or takes it away. The journal is the caller's matter. */
export function storeFollowUp(
  writing: Writing,
  of: IdentityKey & { readonly followUp: number; readonly origin: string },
  stands: { readonly content: string; readonly edit: number } | null,
): void {
  const tables = tablesOf(writing);
  tables.delete(followUp).where(eq(followUp.followUpId, of.followUp)).run();
  if (stands === null) return;
  tables
    .insert(followUp)
    .values({
      followUpId: of.followUp,
      origin: of.origin,
      kind: of.kind,
      value: of.value,
      content: stands.content,
      editId: stands.edit,
    })
    .run();
}

type Place = IdentityKey & { readonly followUp: number; readonly origin: string };

function turn(
  writing: Writing,
  record: Recorder,
  place: Place,
  before: FollowUpContent | null,
  after: FollowUpContent,
): number {
  const { followUp: number, origin, kind, value } = place;
  const json = JSON.stringify(after);
  const edit = record({
    table: 'follow_up',
    rowKey: { followUp: number, origin, kind, value },
    field: 'content',
    before: before === null ? null : JSON.stringify(before),
    after: json,
  });
  storeFollowUp(writing, place, { content: json, edit });
  return edit;
}

/** Plans one by hand. Throws `customer-unknown`. */
export function planFollowUp(
  ledger: Reading,
  { customer, content }: { readonly customer: number; readonly content: FollowUpContent },
  act: Act,
): { edit: number; followUp: number } {
  return write(ledger, act, (writing, record) => {
    const number = nextNumber(writing, 'follow_up', 'followUp');
    const { kind, value } = anchorOf(writing, customer);
    const place = { followUp: number, origin: `hand:${number}`, kind, value };
    return { edit: turn(writing, record, place, null, content), followUp: number };
  });
}

/** What is acted on: one that stands, or a suggestion with what it says. */
export interface ActedOn {
  readonly origin: string;
  readonly customer: number;
  /** What a suggestion says; null: it is one that stands. */
  readonly suggested: FollowUpContent | null;
}

/**
 * Changes what stands, or makes a follow-up of a suggestion. `after` gives the new content; `optsOut`: they are not to be contacted any more, which
 * is a part of the same step. Throws `customer-unknown`, `follow-up-unknown`.
 */
export function changeFollowUp(
  ledger: Reading,
  on: ActedOn,
  after: (before: FollowUpContent) => FollowUpContent,
  act: Act,
  optsOut = false,
): { edit: number } {
  return write(ledger, act, (writing, record) => {
    const stored = asked(writing).where(eq(followUp.origin, on.origin)).all().map(read)[0];
    const before = stored?.content ?? on.suggested;
    if (before === null) throw new Problem('follow-up-unknown', { origin: on.origin });
    const place =
      stored ??
      ({
        followUp: nextNumber(writing, 'follow_up', 'followUp'),
        origin: on.origin,
        ...anchorOf(writing, on.customer),
      } satisfies Place);
    const edit = turn(writing, record, place, stored === undefined ? null : before, after(before));
    if (optsOut) {
      const wishes = { ...(wishesOf(writing, on.customer) ?? noWishes), optOut: true };
      setFactIn(writing, record, { customer: on.customer, topic: 'wishes', item: '', content: wishes, partOf: edit });
    }
    return { edit };
  });
}
