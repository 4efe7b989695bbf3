/** Levels given by hand, as they stand in the ledger: marks of people, the newest of a person's counts. */

import type { HandLevel } from '../../../src-shared/contract/levels.ts';
import { handLevelSchema } from '../../../src-shared/contract/levels.ts';
import type { Day } from '../../../src-shared/day.ts';
import { type Level, type LevelRules, levelsInForce, noLevel } from '../../../src-shared/levels.ts';
import { readSettings } from '../settings.ts';
import type { Reading } from '../transaction.ts';

/** The field of the mark. */
export const levelField = 'level';

/** The owner's rules. */
export function levelRules(reading: Reading): LevelRules {
  return readSettings(reading).levels;
}

/** Does it say something about this day, by these levels? One that names a level that is gone says nothing. */
export function holdsOn({ level, from, until }: HandLevel, levels: readonly Level[], on: Day): boolean {
  return from <= on && (until === null || on <= until) && (level === noLevel || levels.some(({ id }) => id === level));
}

const ofEverybody = `select identity.customer_id as customer, content, max(edit_id) as edit
  from customer_mark
  cross join identity on identity.kind = customer_mark.kind and identity.value = customer_mark.value
  where field = 'level' and identity.customer_id is not null
  group by identity.customer_id`;

const ofOne = `select content
  from identity
  cross join customer_mark
    on customer_mark.kind = identity.kind and customer_mark.value = identity.value and field = 'level'
  where identity.customer_id = ?
  order by edit_id desc
  limit 1`;

export function handLevelIn(content: string | undefined | null): HandLevel | null {
  return content === undefined || content === null || content === ''
    ? null
    : handLevelSchema.parse(JSON.parse(content));
}

/** Whoever has one that holds on the day: the rank, 0 for none. */
export function ranksByHand({ connection }: Reading, levels: readonly Level[], on: Day): ReadonlyMap<number, number> {
  const ranks = new Map<number, number>();
  if (levels.length === 0) return ranks;
  for (const { customer, content } of connection
    .prepare<[], { customer: number; content: string }>(ofEverybody)
    .iterate()) {
    const given = handLevelIn(content);
    if (given === null || !holdsOn(given, levels, on)) continue;
    ranks.set(customer, levels.findIndex(({ id }) => id === given.level) + 1);
  }
  return ranks;
}

/** The newest word about each asked, whether it holds or not. */
export function handLevels({ connection }: Reading): (customer: number) => HandLevel | null {
  const ask = connection.prepare<[number], string>(ofOne).pluck();
  return (customer) => handLevelIn(ask.get(customer));
}

/** The owner's levels, where they are in force; none otherwise. */
export function levelsOf(reading: Reading): readonly Level[] {
  return levelsInForce(levelRules(reading));
}
