/** A level given by hand, and taken back: a mark of the person, through the journal. */

import type { HandLevel } from '../../../src-shared/contract/levels.ts';
import { noLevel } from '../../../src-shared/levels.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { type Act, write } from '../journal.ts';
import { anchorOf } from '../profile/person-facts.ts';
import { storeMark } from '../tags/stored-tags.ts';
import type { Reading } from '../transaction.ts';
import { levelField, levelRules } from './stored-levels.ts';

interface Word {
  readonly kind: string;
  readonly value: string;
  readonly content: string;
}

/** The person's marks, the newest first. */
function wordsOf({ connection }: Reading, customer: number): readonly Word[] {
  return connection
    .prepare<[number, string], Word>(
      `select customer_mark.kind, customer_mark.value, content
       from identity
       cross join customer_mark on customer_mark.kind = identity.kind and customer_mark.value = identity.value
       where identity.customer_id = ? and field = ?
       order by edit_id desc`,
    )
    .all(customer, levelField);
}

/** null takes it back. An older one on another identity of theirs is then hidden by an empty mark. Throws `customer-unknown`, `level-unknown`. */
export function giveLevel(
  ledger: Reading,
  { customer, level }: { readonly customer: number; readonly level: HandLevel | null },
  act: Act,
): { edit: number | null } {
  const known = levelRules(ledger).levels;
  if (level !== null && level.level !== noLevel && !known.some(({ id }) => id === level.level)) {
    throw new Problem('level-unknown', { level: String(level.level) });
  }
  return write(ledger, act, (writing, record) => {
    const anchor = anchorOf(writing, customer);
    const words = wordsOf(writing, customer);
    const standing = words[0]?.content ?? '';
    const isElsewhere = words.some(({ kind, value }) => kind !== anchor.kind || value !== anchor.value);
    const after = level === null ? (isElsewhere ? '' : null) : JSON.stringify(level);
    if (standing === (after ?? '')) return { edit: null };
    const before = standing === '' ? null : standing;
    const edit = record({ table: 'customer_mark', rowKey: { ...anchor }, field: levelField, before, after });
    storeMark(writing, { ...anchor, field: levelField }, after === null ? null : { edit, content: after });
    return { edit };
  });
}
