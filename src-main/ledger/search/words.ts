/**
 * The words of a customer for the full-text index. Four kinds, told apart by a sign in front:
 *
 * - names, without a sign: every Chinese character is a word, letters and digits are words three by three, in the order they stand;
 *   so that any part of a name is a phrase. '豆豆mama' → 豆 豆 mam ama
 * - `_` how a name sounds from each of its characters on, whole and by initials: _wangyuan _wya _yuan _ya _an
 * - `@` digits of phones, three by three
 * - `#` the last four digits of order numbers
 *
 * `~` parts two names, so that no phrase runs over from one to the next.
 */

import { isLatin, squeezeText } from './fold-text.ts';
import { soundsOf } from './sounds.ts';

/** What a customer can be found by, apart from what e-mails and order numbers say themselves. */
export interface SearchedPerson {
  readonly id: number;
  /** The owner's name for them, and what orders call them. */
  readonly names: readonly string[];
  /** Buyer ids, without their marketplace. */
  readonly nicks: readonly string[];
  /** Whole or masked. */
  readonly phones: readonly string[];
}

const THREE = 3;

function endOfLatin(text: string, from: number): number {
  let end = from;
  while (end < text.length && isLatin(text.charCodeAt(end))) end += 1;
  return end;
}

/**
 * A squeezed text as words, any part of which is a phrase. Letters that another character follows also give their last two and their
 * last one: else a part that begins there would not be a phrase.
 */
export function nameWords(squeezed: string): string[] {
  const words: string[] = [];
  for (let at = 0; at < squeezed.length; ) {
    const end = endOfLatin(squeezed, at);
    if (end === at) {
      const character = String.fromCodePoint(squeezed.codePointAt(at) ?? 0);
      words.push(character);
      at += character.length;
      continue;
    }
    const first = at;
    for (; at < end; at += 1) {
      const whole = at + THREE <= end;
      if (whole || at === first || end < squeezed.length) words.push(squeezed.slice(at, Math.min(at + THREE, end)));
    }
  }
  return words;
}

/** Digits of a phone as words, any three of which that stand together are one. Fewer than three are none. */
export function digitWords(digits: string): string[] {
  const words: string[] = [];
  for (let at = 0; at + THREE <= digits.length; at += 1) words.push(`@${digits.slice(at, at + THREE)}`);
  return words;
}

/** The digits in a phone that stand together: a masked one has two such runs. */
export function digitRuns(phone: string): readonly string[] {
  return phone.match(/\d+/g) ?? [];
}

/** `tails`: the last four digits of their order numbers. */
export function indexWords(person: SearchedPerson, tails: Iterable<string>): string {
  const words: string[] = [];
  const marked = new Set<string>();
  for (const name of new Set([...person.names, ...person.nicks])) {
    words.push(...nameWords(squeezeText(name)), '~');
    const { whole, initials } = soundsOf(name);
    for (const sound of whole) marked.add(`_${sound}`);
    for (const sound of initials) marked.add(`_${sound}`);
  }
  for (const digits of new Set(person.phones.flatMap(digitRuns))) words.push(...digitWords(digits), '~');
  for (const tail of tails) marked.add(`#${tail}`);
  return [...words, ...marked].join(' ');
}
