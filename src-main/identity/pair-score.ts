/** Two customers compared: by the points of both that agree best, and against presents. After `evidence`. */

import { compareNames } from '../../src-shared/person-name.ts';
import type { ContactPoint } from './contact-point.ts';
import { bitsOf, evidenceOf } from './evidence.ts';
import type { Evidence, Rarity } from './evidence-bits.ts';
import type { Person } from './person-points.ts';

export interface Comparison {
  readonly bits: number;
  readonly evidence: readonly Evidence[];
  readonly points: readonly [ContactPoint, ContactPoint];
  /** There is more to go by than one parcel, which may be a present. */
  readonly isSure: boolean;
}

/** A present went to the other one: as good as proof that they are two. */
const GIFT_BITS = -60;

/** How many orders went to this receiver, as far as masked names tell, and how many there are in all. */
function ordersTo({ points }: Person, { person }: ContactPoint): { readonly own: number; readonly all: number } {
  let [own, all] = [0, 0];
  for (const point of points) {
    all += point.orders;
    const says = compareNames(point.person, person);
    if (says === 'agree' || says === 'close' || says === 'part') own += point.orders;
  }
  return { own, all };
}

/** So many orders to the same receiver are no presents any more, of two accounts on one marketplace and of others. */
const NO_PRESENT = { twoIds: 4, else: 3, undivided: 2 } as const;

/**
 * Could the parcels that agree be presents from one to the other? null: hardly. They are where most of the parcels of one of the two go to
 * somebody else; they may be where there is only one parcel to go by.
 */
function giftEvidence(a: Person, b: Person, best: Omit<Comparison, 'isSure'>): Evidence | null {
  // Of parcels to nobody by name it is not known whether they went to somebody else.
  if (best.points.some(({ person }) => person.text === '')) return { field: 'gift', says: 'close', bits: 0 };
  const [left, right] = [ordersTo(a, best.points[0]), ordersTo(b, best.points[1])];
  if (left.own * 2 <= left.all || right.own * 2 <= right.all) return { field: 'gift', says: 'differ', bits: GIFT_BITS };
  const least = Math.min(left.own, right.own);
  const isTwoIds = best.evidence.some(({ field, says }) => field === 'nick' && says === 'differ');
  if (isTwoIds && least < NO_PRESENT.twoIds) return { field: 'gift', says: 'differ', bits: GIFT_BITS };
  // Nobody of the two ever had anything sent to somebody else.
  const isUndivided = left.own === left.all && right.own === right.all;
  return least < (isUndivided ? NO_PRESENT.undivided : NO_PRESENT.else)
    ? { field: 'gift', says: 'close', bits: 0 }
    : null;
}

/** null: nothing to compare. */
export function comparePeople(a: Person, b: Person, rarity: Rarity): Comparison | null {
  let best: Omit<Comparison, 'isSure'> | null = null;
  for (const left of a.points) {
    for (const right of b.points) {
      const evidence = evidenceOf(left, right, rarity);
      const bits = bitsOf(evidence);
      if (best === null || bits > best.bits) best = { bits, evidence, points: [left, right] };
    }
  }
  if (best === null) return null;
  const gift = giftEvidence(a, b, best);
  if (gift === null) return { ...best, isSure: true };
  return { ...best, bits: best.bits + gift.bits, evidence: [...best.evidence, gift], isSure: false };
}
