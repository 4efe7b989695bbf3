/**
 * What decisions say of phones, said in the keys at hand. A decision outlives the names it was made by: who answered at a phone may be
 * written otherwise now; and while a phone was known by its number alone, the number stood for all who answer there. Before `decided`.
 */

import {
  callerOfPhoneKey,
  type Decision,
  type IdentityKey,
  numberOfPhoneKey,
  phoneOfKey,
} from '../../src-shared/identity.ts';
import { ANYBODY, peopleBehind } from './callers.ts';
import { CALLER } from './key-ranks.ts';
import type { Numbered } from './numbered-keys.ts';

/** Who answers at each of these phones, of the keys at hand; in an order that is not that of the orders. */
function callersAt(all: Numbered, phones: ReadonlySet<string>): ReadonlyMap<string, readonly IdentityKey[]> {
  const found = new Map<string, IdentityKey[]>();
  all.ranks.forEach((rank, key) => {
    if (rank !== CALLER) return;
    const value = all.textOf(key);
    const phone = numberOfPhoneKey(value);
    if (phones.has(phone)) found.set(phone, [...(found.get(phone) ?? []), { kind: 'phone', value }]);
  });
  for (const callers of found.values()) callers.sort((a, b) => (a.value < b.value ? -1 : 1));
  return found;
}

const nameIn = ({ value }: IdentityKey): string => callerOfPhoneKey(value) ?? '';

/** Those at hand who are the same as somebody that is not. */
function sameCallers(gone: IdentityKey, here: readonly IdentityKey[]): readonly IdentityKey[] {
  const [person, ...people] = peopleBehind([gone, ...here].map(nameIn));
  return person === ANYBODY ? [] : here.filter((_, place) => people[place] === person);
}

/** Decisions that name no phone are passed on as they are. */
export function decisionsAtHand(decisions: readonly Decision[], all: Numbered): readonly Decision[] {
  const named = decisions.flatMap(({ sides }) => sides.flat()).map(phoneOfKey);
  const phones = new Set(named.filter((phone) => phone !== null));
  if (phones.size === 0) return decisions;
  const callers = callersAt(all, phones);
  const atHand = (key: IdentityKey, side: readonly IdentityKey[]): readonly IdentityKey[] => {
    const phone = phoneOfKey(key);
    if (phone === null) return [key];
    const here = callers.get(phone) ?? [];
    if (callerOfPhoneKey(key.value) !== null) return all.keyNumber(key) === undefined ? sameCallers(key, here) : [key];
    const isOfCallers = side.some((other) => other !== key && phoneOfKey(other) === phone);
    return isOfCallers ? [] : [key, ...here];
  };
  return decisions.map((decision) => ({
    ...decision,
    sides: decision.sides.map((side) => side.flatMap((key) => atHand(key, side))),
  }));
}
