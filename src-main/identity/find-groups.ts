/** Looks through the whole book for groups to review: what a job of its own does once after every import. Before `review`. */

import type { EvidenceField, IdentityKey } from '../../src-shared/identity.ts';
import { maskPhone } from '../../src-shared/phone.ts';
import type { Reading } from '../ledger/transaction.ts';
import type { ContactPoint } from './contact-point.ts';
import type { Evidence } from './evidence-bits.ts';
import { type FoundGroup, likelyGroups } from './likely-groups.ts';

export interface FoundEvidence extends Evidence {
  readonly left: string | null;
  readonly right: string | null;
}

/** A group by its people's anchors, which outlive their numbers. */
export interface GroupFound {
  readonly strength: FoundGroup['strength'];
  readonly anchors: readonly IdentityKey[];
  /** `a`, `b`: places in `anchors`. */
  readonly pairs: readonly {
    readonly a: number;
    readonly b: number;
    readonly bits: number;
    readonly evidence: readonly FoundEvidence[];
  }[];
}

/** What a point has to show for a field; a phone masked. */
function shownOf(field: EvidenceField, point: ContactPoint): string | null {
  switch (field) {
    case 'name':
      return point.name;
    case 'phone':
      return point.number.value === '' ? null : maskPhone(point.number.value);
    case 'address':
      return point.address;
    case 'region':
      return [point.province, point.city, point.district].filter((part) => part !== null).join(' ');
    case 'nick':
      return point.nick;
    case 'email':
      return point.email;
    case 'gift':
    case 'likeness':
      return null;
  }
}

const tenth = (bits: number): number => Math.round(bits * 10) / 10;

/** `report`: how many customers were looked at so far. Throws what `report` throws. */
export function findGroups({ connection }: Reading, report: (looked: number) => void): readonly GroupFound[] {
  const work = likelyGroups(connection);
  let step = work.next();
  while (step.done !== true) {
    report(step.value);
    step = work.next();
  }
  const anchorOf = connection.prepare<[number], IdentityKey>(
    'select anchor_kind as kind, anchor_value as value from customer where customer_id = ?',
  );
  return step.value.map(({ strength, customers, pairs }) => ({
    strength,
    anchors: customers.map((customer) => anchorOf.get(customer)).filter((anchor) => anchor !== undefined),
    pairs: pairs.map(({ a, b, bits, evidence, points: [left, right] }) => ({
      a: customers.indexOf(a),
      b: customers.indexOf(b),
      bits: tenth(bits),
      evidence: evidence.map((found) => ({
        ...found,
        bits: tenth(found.bits),
        left: shownOf(found.field, left),
        right: shownOf(found.field, right),
      })),
    })),
  }));
}
