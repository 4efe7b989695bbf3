/** Writes a mark of a person, or takes it away, through the journal. */

import type { Recorder } from '../journal.ts';
import { anchorOf } from '../profile/person-facts.ts';
import type { Writing } from '../transaction.ts';
import { storeMark } from './stored-tags.ts';

interface Word {
  readonly kind: string;
  readonly value: string;
  readonly content: string;
}

/**
 * `next`: the content after, by the one that stands ('' for none); null takes it away. An older one on another identity of theirs is then hidden by an empty mark.
 * edit null: it was so already. Throws `customer-unknown`.
 */
export function writeMark(
  writing: Writing,
  record: Recorder,
  { customer, field }: { readonly customer: number; readonly field: string },
  next: (standing: string) => string | null,
): { edit: number | null } {
  const anchor = anchorOf(writing, customer);
  // The newest first.
  const words = writing.connection
    .prepare<[number, string], Word>(
      `select customer_mark.kind, customer_mark.value, content
       from identity
       cross join customer_mark on customer_mark.kind = identity.kind and customer_mark.value = identity.value
       where identity.customer_id = ? and field = ?
       order by edit_id desc`,
    )
    .all(customer, field);
  const standing = words[0]?.content ?? '';
  const isElsewhere = words.some(({ kind, value }) => kind !== anchor.kind || value !== anchor.value);
  const after = next(standing) ?? (isElsewhere ? '' : null);
  if (standing === (after ?? '')) return { edit: null };
  const before = standing === '' ? null : standing;
  const edit = record({ table: 'customer_mark', rowKey: { ...anchor }, field, before, after });
  storeMark(writing, { ...anchor, field }, after === null ? null : { edit, content: after });
  return { edit };
}
