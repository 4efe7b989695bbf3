/** Evidence and what it is weighed by. Beneath `evidence`. */

import type { EvidenceField, EvidenceSays } from '../../src-shared/identity.ts';

export interface Evidence {
  readonly field: EvidenceField;
  readonly says: EvidenceSays;
  /** In bits; below 0 it speaks against. */
  readonly bits: number;
}

/** How rare something is among the customers. */
export interface Rarity {
  readonly customers: number;
  /** Customers that have the value; at least 1. */
  count(kind: RarityKind, value: string): number;
}
export type RarityKind = 'name' | 'surname' | 'pattern' | 'tail' | 'word' | 'nick' | 'city' | 'district';

export const found = (field: EvidenceField, says: EvidenceSays, bits: number): Evidence => ({ field, says, bits });

/** In bits, at most `most`. */
export function rare(rarity: Rarity, kind: RarityKind, value: string, most: number): number {
  // The two at hand have it anyway: how many others do?
  return Math.min(most, Math.max(0, Math.log2(rarity.customers / Math.max(1, rarity.count(kind, value) - 1))));
}
