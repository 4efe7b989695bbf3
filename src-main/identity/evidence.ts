/**
 * What speaks for and against two contact points being one person's, field by field, in bits (Fellegi & Sunter 1969): how many times
 * likelier the agreement is for one person than for two, as a power of two. Agreement on something rare counts more than on something
 * common (Newcombe 1959): 王伟 less than 单予安, a parcel station less than a door. Before `pair-score`.
 */

import { jaroWinkler, sameLetters } from '../../src-shared/words-alike.ts';
import { compareAddresses } from './address-words.ts';
import { type ContactPoint, nickEnds } from './contact-point.ts';
import { type Evidence, found, type Rarity, rare } from './evidence-bits.ts';
import { nameEvidence } from './name-evidence.ts';

/** Bits against: a house, a phone, a city may change. */
const AGAINST = {
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

/** A misspelt e-mail. */
const CLOSE_MAIL = 10;
/** Of letters that two e-mails have in common, and two cities. */
const MAIL_LETTERS = 0.85;
const CITY_LETTERS = 0.8;
const CITY_SLIP = 0.75;
const CLOSE_CITY = 2;

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

/** Letters change places: Bolton, Bolotn. Chinese cities are written from lists. */
function isSameTown(a: string, b: string): boolean {
  if (!/^[a-z\s'.-]+$/i.test(a + b)) return false;
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return jaroWinkler(left, right) >= CITY_SLIP || sameLetters(left, right) >= CITY_LETTERS;
}

function regionEvidence(a: ContactPoint, b: ContactPoint, rarity: Rarity): Evidence | null {
  if (a.city === null || b.city === null) return null;
  if (a.city !== b.city) {
    if (!isSameTown(a.city, b.city)) return found('region', 'differ', AGAINST.city);
    const bits = Math.max(...[a.city, b.city].map((city) => rare(rarity, 'city', city, CLOSE_CITY)));
    return found('region', 'close', bits);
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

const digitsIn = (text: string): string => text.replace(/\D/g, '');
const lettersIn = (text: string): string => text.replace(/\d/g, '');

/** A slip of the pen, which may fall on the sign itself: 'hannah88opowersc@m'. Numbered addresses are nobody's slip: buyer12@, buyer21@. */
function isMailSlip(a: string, b: string): boolean {
  const [left, right] = [digitsIn(a), digitsIn(b)];
  if (left !== right && (lettersIn(a) === lettersIn(b) || sameLetters(left, right) < 1)) return false;
  return sameLetters(a, b) >= MAIL_LETTERS;
}

/** An address is one person's by what it is: how many have it says nothing against it. */
function emailEvidence(a: ContactPoint, b: ContactPoint): Evidence | null {
  const [left, right] = [a.email?.trim().toLowerCase() ?? '', b.email?.trim().toLowerCase() ?? ''];
  if (left === '' || right === '' || /[*＊]/.test(left + right)) return null;
  if (left === right) return found('email', 'agree', MOST.email);
  return isMailSlip(left, right) ? found('email', 'close', CLOSE_MAIL) : found('email', 'differ', AGAINST.email);
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
    emailEvidence(a, b),
  ].filter((found) => found !== null);
}

export function bitsOf(evidence: readonly Evidence[]): number {
  return evidence.reduce((sum, { bits }) => sum + bits, 0);
}
