/** Which people the owner has said of that they are one: a likely person among them is a certain one. After the matching. */

import type { Certainty, Decision, IdentityKey } from '../../src-shared/identity.ts';
import { type CustomerGroup, textOfKey } from './match-customer.ts';

/** By the texts of their keys. */
export type Confirmed = ReadonlySet<string>;

/** The keys of decisions that hold: all that belong to anybody belong to one. `ownerOf` a key's text; null or undefined: nobody's. */
export function confirmedKeys(
  decisions: readonly Decision[],
  ownerOf: (key: string) => number | null | undefined,
): Confirmed {
  const confirmed = new Set<string>();
  for (const { verdict, sides } of decisions) {
    if (verdict !== 'same') continue;
    const keys = sides.flat().map(textOfKey);
    const owners = new Set(keys.map(ownerOf).filter((owner) => owner !== null && owner !== undefined));
    if (owners.size === 1) for (const key of keys) confirmed.add(key);
  }
  return confirmed;
}

export function certaintyOf(
  { anchor, keys, isUnsure }: Pick<CustomerGroup, 'anchor' | 'keys' | 'isUnsure'>,
  confirmed: Confirmed,
): Certainty {
  if (anchor.kind !== 'likely' && !isUnsure) return 'certain';
  return keys.some((key: IdentityKey) => confirmed.has(textOfKey(key))) ? 'certain' : 'likely';
}
