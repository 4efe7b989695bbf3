/** Who belongs to a person, and the days that matter: with the next time each comes. */

import { randomUUID } from 'node:crypto';
import { type Relation, relationSchema } from '../../../src-shared/contract/profiles.ts';
import { type Day, daysBetween } from '../../../src-shared/day.ts';
import { nextOccurrence } from '../../../src-shared/lunar/occasions.ts';
import type { Act } from '../journal.ts';
import type { Reading } from '../transaction.ts';
import { factsOf, setFact } from './person-facts.ts';

export interface KnownRelation extends Relation {
  readonly relationId: string;
  readonly next: { readonly day: Day; readonly days: number; readonly turns: number | null } | null;
}

function nextOf({ date }: Relation, on: Day): KnownRelation['next'] {
  const found = date === null ? null : nextOccurrence(date.on, on);
  if (date === null || found === null) return null;
  const turns = date.on.year === null ? null : found.year - date.on.year;
  return { day: found.day, days: daysBetween(on, found.day), turns: turns === null || turns < 0 ? null : turns };
}

/** The nearest day first, those without one last. */
export function relationsOf(reading: Reading, customer: number, on: Day): KnownRelation[] {
  const known = factsOf(reading, customer, 'relation').flatMap(({ item, content }) => {
    const relation = relationSchema.nullable().parse(JSON.parse(content));
    return relation === null ? [] : [{ ...relation, relationId: item, next: nextOf(relation, on) }];
  });
  const far = Number.MAX_SAFE_INTEGER;
  return known.sort((a, b) => (a.next?.days ?? far) - (b.next?.days ?? far) || (a.relationId < b.relationId ? -1 : 1));
}

/** Adds, changes or takes away. Throws `customer-unknown`. */
export function relate(
  ledger: Reading,
  asked: { readonly customer: number; readonly relationId?: string | undefined; readonly content: Relation | null },
  act: Act,
): { readonly edit: number; readonly relationId: string } {
  const relationId = asked.relationId ?? randomUUID();
  const { customer, content } = asked;
  return { edit: setFact(ledger, { customer, topic: 'relation', item: relationId, content }, act), relationId };
}
