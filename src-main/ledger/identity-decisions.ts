/** The owner's decisions about who is who, as they stand: kept, taken back, read. What follows from them, importing works out. */

import type { Database } from 'better-sqlite3';
import { and, eq } from 'drizzle-orm';
import {
  type ChoiceField,
  choiceFields,
  type Decision,
  type IdentityKey,
  type Verdict,
} from '../../src-shared/identity.ts';
import choicesSql from './identity-choices.sql?raw';
import { decisionChoice, identityDecision, tablesOf } from './schema/tables.ts';
import type { Writing } from './transaction.ts';

interface StoredKey extends IdentityKey {
  readonly editId: number;
  readonly nth: number;
  readonly verdict: Verdict;
  readonly side: number;
}

interface Growing extends Decision {
  readonly sides: IdentityKey[][];
}

/** All decisions that stand, oldest first, without what was chosen for the people. */
export function readDecisions(connection: Database): readonly Decision[] {
  const rows = connection.prepare<[], StoredKey>(
    `select edit_id as editId, nth, verdict, side, kind, value from identity_decision
     order by edit_id, nth, side, kind, value`,
  );
  const decisions: Growing[] = [];
  let last: readonly [number, number] = [0, 0];
  for (const { editId, nth, verdict, side, kind, value } of rows.iterate()) {
    if (last[0] !== editId || last[1] !== nth) {
      decisions.push({ verdict, sides: verdict === 'same' ? [[]] : [[], []] });
      last = [editId, nth];
    }
    decisions.at(-1)?.sides[side - 1]?.push({ kind, value });
  }
  return decisions;
}

/** Keeps the decisions of an act under its entry in the journal. Working out whose the orders are then is the caller's matter. */
export function storeDecisions(writing: Writing, editId: number, decisions: readonly Decision[]): void {
  const tables = tablesOf(writing);
  decisions.forEach(({ verdict, sides, choices = {} }, index) => {
    const nth = index + 1;
    sides.forEach((keys, place) => {
      for (const { kind, value } of keys)
        tables
          .insert(identityDecision)
          .values({ editId, nth, verdict, side: place + 1, kind, value })
          .run();
    });
    for (const field of choiceFields) {
      const content = choices[field];
      if (content !== undefined) tables.insert(decisionChoice).values({ editId, nth, field, content }).run();
    }
  });
}

export function dropDecisions(writing: Writing, editId: number): void {
  const tables = tablesOf(writing);
  tables.delete(identityDecision).where(eq(identityDecision.editId, editId)).run();
  tables.delete(decisionChoice).where(eq(decisionChoice.editId, editId)).run();
}

/** Does any decision of this verdict name the identity? */
export function isNamed(writing: Writing, verdict: Verdict, { kind, value }: IdentityKey): boolean {
  const here = and(
    eq(identityDecision.verdict, verdict),
    eq(identityDecision.kind, kind),
    eq(identityDecision.value, value),
  );
  return tablesOf(writing).select().from(identityDecision).where(here).limit(1).get() !== undefined;
}

/** Every identity that decisions name, each once. */
export function keysOfDecisions(decisions: readonly Decision[]): readonly IdentityKey[] {
  const keys = decisions.flatMap(({ sides }) => sides.flat());
  return [...new Map(keys.map((key) => [`${key.kind} ${key.value}`, key])).values()];
}

/** Decisions as the journal keeps them. */
export function decisionsIn(journalled: string): readonly Decision[] {
  return JSON.parse(journalled) as readonly Decision[];
}

export interface Choice {
  /** Of the act that chose it. */
  readonly editId: number;
  readonly field: ChoiceField;
  readonly content: string;
}

/** What was chosen for a customer by decisions that hold: of their identities, all that belong to anybody belong to that customer. */
export function choicesOf(connection: Database): (customerId: number) => readonly Choice[] {
  const ask = connection.prepare<[number], Choice>(choicesSql);
  const any = connection.prepare('select 1 from decision_choice limit 1').get() !== undefined;
  return (customerId) => (any ? ask.all(customerId) : []);
}
