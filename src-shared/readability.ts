/** How much of a personal field can be read: a masked value never displaces a readable one. Pure. */

import type { OrderFacts } from './order.ts';
import { readPhone } from './phone.ts';

export const personalFields = ['buyerId', 'buyerEmail', 'receiverName', 'receiverPhone', 'address'] as const;
export type PersonalField = (typeof personalFields)[number];

function readability(field: PersonalField, value: string): number {
  if (field !== 'receiverPhone') return value.includes('*') ? 1 : 2;
  const { kind } = readPhone(value);
  if (kind === 'whole') return 3;
  return kind === 'masked' ? 2 : 1;
}

/** The freshest of the most readable values; `facts` stand freshest first. */
export function mostReadable(facts: Iterable<Pick<OrderFacts, PersonalField>>, field: PersonalField): string | null {
  let best: string | null = null;
  let bestReadability = 0;
  for (const { [field]: value } of facts) {
    if (value === null) continue;
    const found = readability(field, value);
    if (found > bestReadability) [best, bestReadability] = [value, found];
  }
  return best;
}
