/** Answers that take a look at everybody: worked out once for every question, and kept while what counts, and whose it is, stays. */

import { changesOf } from '../importing/carry-out.ts';
import type { Desk } from './desk.ts';
import type { Ways } from './handlers.ts';
import { remembered } from './remembered.ts';

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
  const keep = remembered<Answer>(REMEMBERED);
  return async (question) => {
    const state = await ways.ask(({ connection }) => [changesOf(connection), connection.prepare(counting).raw().get()]);
    return keep(JSON.stringify([desk.ledger.folder(), state, question]), () => make(question));
  };
}
