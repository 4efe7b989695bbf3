/** Which phones and addresses of anybody the owner said are good no longer, for lists and labels. */

import { standingFactsSql, wrongPhonesSql } from '../ledger/profile/facts-sql.ts';
import type { Reading } from '../ledger/transaction.ts';

/** Whose present phone is wrong, and which addresses are old, as the owner marked them: few, so all are read once. */
export function markedPoints({ connection }: Reading): {
  readonly wrong: ReadonlySet<number>;
  readonly old: ReadonlyMap<number, ReadonlySet<string>>;
} {
  const wrong = new Set(connection.prepare<[], number>(wrongPhonesSql).pluck().all());
  const old = new Map<number, Set<string>>();
  const points = connection.prepare<[], { customer_id: number; content: string }>(standingFactsSql('point'));
  for (const { customer_id: id, content } of points.all()) {
    const { value } = JSON.parse(content) as { readonly value: string };
    old.set(id, (old.get(id) ?? new Set()).add(value));
  }
  return { wrong, old };
}
