/**
 * Identity keys in falling order of trust. Of the phones, one with the name of who answers there is trusted more than one alone. Beneath
 * `match-customer` and the single orders of a check.
 */

import { callerOfPhoneKey, type IdentityKey, type IdentityKind } from '../../src-shared/identity.ts';

/** Their first letters differ: they stand for them where keys are texts. */
export const keyRanks = ['buyer', 'email', 'caller', 'phone', 'likely'] as const;
export type KeyRank = (typeof keyRanks)[number];

/** Places in `keyRanks`. */
export const [BUYER, EMAIL, CALLER, PHONE, LIKELY] = [0, 1, 2, 3, 4] as const;

const places = new Map<string, number>(keyRanks.map((rank, place) => [rank, place]));

export function rankOf({ kind, value }: IdentityKey): number {
  return kind === 'phone' && callerOfPhoneKey(value) !== null ? CALLER : (places.get(kind) ?? LIKELY);
}

/** The kind of the keys of a rank. */
export function kindOfRank(rank: number): IdentityKind {
  const name = keyRanks[rank] ?? 'likely';
  return name === 'caller' ? 'phone' : name;
}
