/** How a person wants to be reached, and which of their phones and addresses are good no longer. */

import { noWishes, type PointMark, type Wishes, wishesSchema } from '../../../src-shared/contract/profiles.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { pointValue } from '../contact-points.ts';
import type { Act } from '../journal.ts';
import type { Reading } from '../transaction.ts';
import { anchorOf, factsOf, setFact } from './person-facts.ts';

export function wishesOf(reading: Reading, customer: number): Wishes {
  const [fact] = factsOf(reading, customer, 'wishes');
  return fact === undefined ? noWishes : (wishesSchema.nullable().parse(JSON.parse(fact.content)) ?? noWishes);
}

/** Throws `customer-unknown`. */
export function setWishes(ledger: Reading, customer: number, wishes: Wishes, act: Act): number {
  const isNone = !wishes.optOut && wishes.quiet === null && wishes.channel === null;
  return setFact(ledger, { customer, topic: 'wishes', item: '', content: isNone ? null : wishes }, act);
}

/** Throws `customer-unknown`, `contact-unknown`. */
export function markPoint(
  ledger: Reading,
  { customer, point, mark }: { readonly customer: number; readonly point: string; readonly mark: PointMark | null },
  act: Act,
): number {
  anchorOf(ledger, customer);
  const value = pointValue(ledger, customer, point);
  if (value === null) throw new Problem('contact-unknown', { customer: String(customer) });
  return setFact(
    ledger,
    { customer, topic: 'point', item: point, content: mark === null ? null : { mark, value } },
    act,
  );
}
