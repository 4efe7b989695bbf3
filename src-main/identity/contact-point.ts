/** What orders say about whom they went to, read for comparing: a customer has one point for every way a parcel was addressed. */

import { type PersonName, personName, surnameOf } from '../../src-shared/person-name.ts';
import { type Phone, readPhone } from '../../src-shared/phone.ts';
import { addressWords } from './address-words.ts';

/** As the orders have it. */
export interface PrintedPoint {
  readonly marketplace: string;
  readonly nick: string | null;
  readonly email: string | null;
  readonly name: string | null;
  readonly phone: string | null;
  readonly province: string | null;
  readonly city: string | null;
  readonly district: string | null;
  readonly address: string | null;
  /** How many orders went there, and the newest one's day. */
  readonly orders: number;
  readonly lastDay: string | null;
}

export interface ContactPoint extends PrintedPoint {
  readonly person: PersonName;
  readonly surname: string;
  readonly number: Phone;
  /** The digits that masking leaves, first three and last four; '' when they are not to be seen. */
  readonly pattern: string;
  readonly words: readonly string[];
}

export function readPoint(printed: PrintedPoint): ContactPoint {
  const person = personName(printed.name);
  const number = readPhone(printed.phone ?? '');
  const region = [printed.province, printed.city, printed.district];
  return {
    ...printed,
    person,
    surname: surnameOf(person),
    number,
    pattern: patternOf(number),
    words: addressWords(printed.address, region),
  };
}

/** 138****8001 of a whole mobile number and of a masked one alike. */
export function patternOf({ kind, value }: Phone): string {
  if (kind !== 'whole' && kind !== 'masked') return '';
  const seen = `${value.slice(0, 3)}${value.slice(-4)}`;
  return value.length === 11 && /^\d{7}$/.test(seen) ? seen : '';
}

const MASK = /[*＊]/;

/** A nick as masking leaves it: its first and its last character; '' without one. Both masks and short ones keep at least the first. */
export function nickEnds(nick: string | null): {
  readonly first: string;
  readonly last: string;
  readonly isWhole: boolean;
} {
  const letters = Array.from((nick ?? '').trim());
  const [first, last] = [letters[0] ?? '', letters.at(-1) ?? ''];
  return {
    first: MASK.test(first) ? '' : first,
    last: MASK.test(last) ? '' : last,
    isWhole: letters.length > 0 && !letters.some((letter) => MASK.test(letter)),
  };
}
