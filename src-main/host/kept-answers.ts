/** Answers that take a look at everybody: worked out once for every question, and kept while what counts, and whose it is, stays. */

import { changesOf } from '../importing/carry-out.ts';
import type { Desk } from './desk.ts';
import type { Ways } from './handlers.ts';

/** Of the owner's acts those that change what counts and whose it is, as imports do. A note or a tag is none: nothing is worked out anew for it. */
const counting = `select max(edit_id), count(undone_at) from journal
  where table_name in ('exclusion_rule', 'identity_decision', 'split_mark', 'source_row')`;

/** So many questions are remembered: shops and days that a page goes to and fro between. */
const REMEMBERED = 8;

export function keptAnswers<Question, Answer>(
  desk: Desk,
  ways: Ways,
  make: (question: Question) => Promise<Answer>,
): (question: Question) => Promise<Answer> {
  const known = new Map<string, Promise<Answer>>();
  return async (question) => {
    const state = await ways.ask(({ connection }) => [changesOf(connection), connection.prepare(counting).raw().get()]);
    const key = JSON.stringify([desk.ledger.folder(), state, question]);
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = make(question);
    known.set(key, made);
    for (const oldest of [...known.keys()].slice(0, -REMEMBERED)) known.delete(oldest);
    // What failed is tried again when it is asked for again.
    made.catch(() => known.delete(key));
    return made;
  };
}
