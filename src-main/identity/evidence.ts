/**
 * What speaks for and against two contact points being one person's, field by field, in bits (Fellegi & Sunter 1969): how many times
 * likelier the agreement is for one person than for two, as a power of two. Agreement on something rare counts more than on something
 * common (Newcombe 1959): 王伟 less than 单予安, a parcel station less than a door. Before `pair-score`.
 */

import type { EvidenceField, EvidenceSays } from '../../src-shared/identity.ts';
import { compareAddresses } from './address-words.ts';
import { type ContactPoint, nickEnds } from './contact-point.ts';
import { compareNames } from '../../src-shared/person-name.ts';
import { jaroWinkler } from '../../src-shared/words-alike.ts';

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
export type RarityKind = 'name' | 'surname' | 'pattern' | 'tail' | 'word' | 'nick' | 'city' | 'district' | 'email';

/** Bits against. A surname does not change; a house, a phone, a city may. */
const AGAINST = {
  name: -60,
  surname: -12,
  phone: -4,
  maskedPhone: -4,
  word: -0.8,
  number: -4,
  moved: -3,
  city: -4,
  district: -2,
  twoIds: -7,
  nick: -9,
  email: -2,
} as const;
const MOST = {
  name: 13,
  surname: 5,
  phone: 16,
  pattern: 13,
  tail: 11,
  address: 16,
  nick: 7,
  region: 9,
  email: 16,
} as const;
/** Words of one address come together: each says less than it would alone. */
const TOGETHER = 0.75;

const MAIL_SLIP = 0.9;
const CITY_SLIP = 0.75;

const found = (field: EvidenceField, says: EvidenceSays, bits: number): Evidence => ({ field, says, bits });

function rare(rarity: Rarity, kind: RarityKind, value: string, most: number): number {
  // The two at hand have it anyway: how many others do?
  return Math.min(most, Math.max(0, Math.log2(rarity.customers / Math.max(1, rarity.count(kind, value) - 1))));
}

function nameEvidence(a: ContactPoint, b: ContactPoint, rarity: Rarity): Evidence | null {
  const says = compareNames(a.person, b.person);
  const surname = (): number => rare(rarity, 'surname', a.surname, MOST.surname);
  switch (says) {
    case 'unknown':
      return null;
    case 'agree': {
      const isPartial = a.person.isPartial || b.person.isPartial;
      const bits = isPartial ? surname() : Math.max(surname(), rare(rarity, 'name', a.person.text, MOST.name));
      return found('name', isPartial ? 'close' : 'agree', bits);
    }
    case 'close':
      return found('name', 'close', surname() + 3);
    case 'part': {
      const bits = Math.max(
        ...a.person.words.map((word) => (b.person.words.includes(word) ? rare(rarity, 'word', word, MOST.surname) : 1)),
      );
      // One of two words, where the other says only that: John, John Smith.
      const isShort = Math.min(a.person.words.length, b.person.words.length) === 1;
      return found('name', 'close', isShort ? bits : bits - 4);
    }
    case 'differ': {
      const isWhole = !a.person.isPartial && !b.person.isPartial;
      return found('name', 'differ', isWhole ? AGAINST.name : AGAINST.surname);
    }
  }
}

/** Do two numbers agree in every digit that both show? null: they show too little, or are not of one length. */
function digitsAgree(a: string, b: string): boolean | null {
  if (a.length !== b.length) return null;
  let both = 0;
  for (let at = 0; at < a.length; at += 1) {
    if (a[at] === '*' || b[at] === '*') continue;
    if (a[at] !== b[at]) return false;
    both += 1;
  }
  return both >= 4 ? true : null;
}

function phoneEvidence(a: ContactPoint, b: ContactPoint, rarity: Rarity): Evidence | null {
  const kinds = [a.number.kind, b.number.kind];
  if (kinds.some((kind) => kind === 'none' || kind === 'virtual')) return null;
  const isWhole = kinds.every((kind) => kind === 'whole');
  const agree = digitsAgree(a.number.value, b.number.value);
  if (agree === null) return isWhole ? found('phone', 'differ', AGAINST.phone) : null;
  if (!agree) return found('phone', 'differ', isWhole ? AGAINST.phone : AGAINST.maskedPhone);
  const pattern = a.pattern === '' ? b.pattern : a.pattern;
  if (pattern === '' || !(a.pattern !== '' && b.pattern !== '')) {
    return found('phone', 'close', rare(rarity, 'tail', a.number.value.slice(-4), MOST.tail));
  }
  return found(
    'phone',
    isWhole ? 'agree' : 'close',
    rare(rarity, 'pattern', pattern, isWhole ? MOST.phone : MOST.pattern),
  );
}

function regionEvidence(a: ContactPoint, b: ContactPoint, rarity: Rarity): Evidence | null {
  if (a.city === null || b.city === null) return null;
  if (a.city !== b.city) {
    // Letters change places: Bolton, Bolotn. Chinese cities are written from lists.
    const isSlip =
      /^[a-z\s'.-]+$/i.test(a.city + b.city) && jaroWinkler(a.city.toLowerCase(), b.city.toLowerCase()) >= CITY_SLIP;
    return isSlip ? found('region', 'close', 2) : found('region', 'differ', AGAINST.city);
  }
  if (a.district === null || b.district === null) {
    return found('region', 'agree', rare(rarity, 'city', a.city, MOST.region));
  }
  if (a.district !== b.district) return found('region', 'differ', AGAINST.district);
  return found('region', 'agree', rare(rarity, 'district', `${a.city} ${a.district}`, MOST.region));
}

function addressEvidence(a: ContactPoint, b: ContactPoint, rarity: Rarity): Evidence | null {
  if (a.words.length === 0 || b.words.length === 0) return null;
  const { shared, close, onlyLeft, onlyRight } = compareAddresses(a.words, b.words);
  if (shared.length + close.length === 0) return found('address', 'differ', AGAINST.moved);
  const weigh = (word: string): number => rare(rarity, 'word', word, MOST.address);
  const forIt =
    shared.reduce((sum, word) => sum + weigh(word), 0) + close.reduce((sum, [word]) => sum + 0.6 * weigh(word), 0);
  // One of two addresses often says less than the other: only what both have and is not the same stands against.
  const others = Math.min(onlyLeft.length, onlyRight.length);
  const numbers = Math.min(...[onlyLeft, onlyRight].map((words) => words.filter((word) => /\d/.test(word)).length));
  const against = numbers * AGAINST.number + (others - numbers) * AGAINST.word;
  const bits = Math.min(MOST.address, TOGETHER * forIt) + against;
  if (bits <= 0) return found('address', 'differ', Math.max(bits, AGAINST.moved));
  return found('address', others === 0 && close.length === 0 ? 'agree' : 'close', bits);
}

function nickEvidence(a: ContactPoint, b: ContactPoint, rarity: Rarity): Evidence | null {
  if (a.marketplace !== b.marketplace) return null;
  const [left, right] = [nickEnds(a.nick), nickEnds(b.nick)];
  if (left.isWhole && right.isWhole) return a.nick === b.nick ? null : found('nick', 'differ', AGAINST.twoIds);
  if (left.first === '' || right.first === '') return null;
  const isSame = left.first === right.first && (left.last === right.last || left.last === '' || right.last === '');
  if (!isSame) return found('nick', 'differ', AGAINST.nick);
  const last = left.last === '' ? right.last : left.last;
  return found('nick', 'close', rare(rarity, 'nick', `${a.marketplace}:${left.first}${last}`, MOST.nick));
}

function emailEvidence(a: ContactPoint, b: ContactPoint, rarity: Rarity): Evidence | null {
  const [left, right] = [a.email?.trim().toLowerCase() ?? '', b.email?.trim().toLowerCase() ?? ''];
  if (left === '' || right === '' || /[*＊]/.test(left + right)) return null;
  const bits = (mail: string): number => rare(rarity, 'email', mail, MOST.email);
  if (left === right) return found('email', 'agree', bits(left));
  // A slip of the pen may fall on the sign itself: 'hannah88opowersc@m'.
  return jaroWinkler(left, right) >= MAIL_SLIP
    ? found('email', 'close', Math.min(MOST.email, 0.75 * Math.max(bits(left), bits(right))))
    : found('email', 'differ', AGAINST.email);
}

/** All that two contact points say of one another. An address that agrees says its region too. */
export function evidenceOf(a: ContactPoint, b: ContactPoint, rarity: Rarity): readonly Evidence[] {
  const address = addressEvidence(a, b, rarity);
  const region = regionEvidence(a, b, rarity);
  const saysMore = address === null || (address.says === 'differ' && region?.says === 'differ');
  return [
    nameEvidence(a, b, rarity),
    phoneEvidence(a, b, rarity),
    // Where both streets are known, that they are in one city says nothing more; a move to another one says it all.
    address?.says === 'differ' && saysMore ? null : address,
    saysMore ? region : null,
    nickEvidence(a, b, rarity),
    emailEvidence(a, b, rarity),
  ].filter((found) => found !== null);
}

export function bitsOf(evidence: readonly Evidence[]): number {
  return evidence.reduce((sum, { bits }) => sum + bits, 0);
}
