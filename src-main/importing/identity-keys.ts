/** What an order says about who bought: its identity keys. From a folded order, to `match-customer`. */

import { callerKey, type IdentityKey } from '../../src-shared/identity.ts';
import type { OrderFacts } from '../../src-shared/order.ts';
import { readPhone } from '../../src-shared/phone.ts';
import { callerName, markedCaller } from './callers.ts';

/** The facts of an order that can name a person. */
export type PersonalFacts = Pick<
  OrderFacts,
  'buyerId' | 'buyerEmail' | 'receiverName' | 'receiverPhone' | 'province' | 'city' | 'district' | 'address'
>;

const LEAST_VISIBLE_DIGITS = 7;
const LEAST_ADDRESS_LENGTH = 6;
const MASK = /[*＊]/;

function textOf(value: string | null): string | null {
  const trimmed = value?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

function readableOf(value: string | null): string | null {
  const text = textOf(value);
  return text === null || MASK.test(text) ? null : text;
}

/** The first character of the receiver's name: all that masking leaves (王** and 王予安 agree). */
function surnameOf(name: string | null): string | null {
  const [first] = Array.from(textOf(name) ?? '');
  return first === undefined || MASK.test(first) ? null : first.toUpperCase();
}

function regionOf(facts: PersonalFacts): string | null {
  const parts = [facts.province, facts.city, facts.district].map(textOf).filter((part) => part !== null);
  return textOf(facts.province) === null && textOf(facts.city) === null ? null : parts.join(' ');
}

/** Three weak fields that agree: surname + visible digits + region, or surname + whole address + masked nick. */
function likelyWords(marketplace: string, facts: PersonalFacts): readonly string[] | null {
  const surname = surnameOf(facts.receiverName);
  if (surname === null) return null;
  const phone = readPhone(facts.receiverPhone ?? '');
  const region = regionOf(facts);
  const visible = phone.value.replace(/\D/g, '').length;
  if (phone.kind === 'masked' && visible >= LEAST_VISIBLE_DIGITS && region !== null) {
    return [surname, phone.value, region];
  }
  const address = readableOf(facts.address);
  const nick = textOf(facts.buyerId);
  if (address !== null && address.length >= LEAST_ADDRESS_LENGTH && nick !== null) {
    return [surname, address.replace(/\s+/g, ' '), `${marketplace}:${nick}`];
  }
  return null;
}

/**
 * The keys of an order in falling order of trust, none when nobody can say whose it is. Masked values and virtual numbers are never keys by
 * themselves. Who answers at a phone is asked where nothing better is known. `split` is the owner's mark that keeps orders apart from a
 * likely person.
 */
export function keysOfOrder(marketplace: string, facts: PersonalFacts, split: string | null): readonly IdentityKey[] {
  const keys: IdentityKey[] = [];
  const buyer = readableOf(facts.buyerId);
  if (buyer !== null) keys.push({ kind: 'buyer', value: `${marketplace}:${buyer}` });
  const email = readableOf(facts.buyerEmail);
  if (email?.includes('@')) keys.push({ kind: 'email', value: email.toLowerCase() });
  const phone = readPhone(facts.receiverPhone ?? '');
  if (phone.kind === 'whole') {
    // Where something better is known nobody asks who answers, and a name takes long to read.
    if (keys.length === 0) {
      const caller = split === null ? callerName(facts.receiverName) : markedCaller(split);
      keys.push(callerKey(phone.value, caller));
    }
    keys.push({ kind: 'phone', value: phone.value });
  }
  if (keys.length > 0) return keys;
  const words = likelyWords(marketplace, facts);
  if (words === null) return [];
  return [{ kind: 'likely', value: [...words, ...(split === null ? [] : [split])].join(' | ') }];
}
