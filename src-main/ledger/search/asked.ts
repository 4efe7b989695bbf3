/** What is typed into the search box, as words to look for and as questions to the full-text index. */

import { readPhone } from '../../../src-shared/phone.ts';
import { squeezeText } from './fold-text.ts';
import { digitWords, nameWords } from './words.ts';

export interface AskedWord {
  /** As typed, half width: for order numbers and e-mails. */
  readonly typed: string;
  /** Letters and digits only, as the index has them; never empty. */
  readonly squeezed: string;
  /** The word when it is nothing but digits, else empty. */
  readonly digits: string;
  /** Typed with stars, as marketplaces mask: a star stands for anything. null: it has none. In lower case, as SQLite's GLOB reads it. */
  readonly pattern: string | null;
}

const PARTS_OF_PHONES = 4;
const DIGITS = 3;

/** Digits that may be parted as people part a telephone number. */
const likeNumber = /^[+\d(][\d\s()-]*$/;

/** Stars that follow each other are one; other signs of GLOB mean themselves. */
function patternOf(typed: string): string | null {
  return typed.includes('*')
    ? typed
        .toLowerCase()
        .replace(/[[\]?]/g, '[$&]')
        .replace(/\*+/g, '*')
    : null;
}

function wordOf(typed: string): AskedWord {
  return {
    typed,
    squeezed: squeezeText(typed),
    digits: /^\d+$/.test(typed) ? typed : '',
    pattern: patternOf(typed),
  };
}

/** A pattern of telephone numbers: nothing but digits and stars. */
export function isPhonePattern({ pattern }: AskedWord): boolean {
  return pattern !== null && /^[\d*]+$/.test(pattern) && /\d{2}/.test(pattern);
}

/** A pattern as it is held against one text. */
export function patternTest({ pattern }: AskedWord): ((text: string) => boolean) | null {
  if (pattern === null) return null;
  const source = pattern
    .replace(/\[([[\]?])\]/g, '$1')
    .split('*')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  const test = new RegExp(`^${source}$`, 's');
  return (text) => test.test(text.toLowerCase());
}

/** A whole number may be known with its middle masked: how it begins and ends then. null: it is no such number. */
export function maskedEnds({ digits }: AskedWord): readonly [begins: string, ends: string] | null {
  return /^1\d{10}$/.test(digits) ? [digits.slice(0, 3), digits.slice(-4)] : null;
}

/** The words of a text; a customer is meant when every one of them fits. A telephone number is one word, however it is parted. */
export function askedWords(text: string): readonly AskedWord[] {
  // A mask may be parted as a telephone number is: 138 **** 9004.
  const wanted = text
    .normalize('NFKC')
    .trim()
    .replace(/(?<=\d)\s*(\*+)\s*(?=\d)/g, '$1');
  if (likeNumber.test(wanted)) {
    const phone = readPhone(wanted);
    const digits = phone.kind === 'whole' ? phone.value : wanted.replace(/\D/g, '');
    return digits === '' ? [] : [wordOf(digits)];
  }
  const words = wanted.split(/\s+/u).map(wordOf);
  return words.filter(({ squeezed }) => squeezed !== '');
}

function endsShort(squeezed: string): boolean {
  const tail = /[a-z0-9]*$/.exec(squeezed)?.[0] ?? '';
  return tail !== '' && tail.length < DIGITS;
}

/** Part of a name, or of a buyer id. null: one or two letters alone are too common to be looked for inside. */
export function nameMatch({ squeezed, pattern }: AskedWord): string | null {
  if (pattern !== null) return null;
  if (squeezed.length < DIGITS && /^[a-z0-9]*$/.test(squeezed)) return null;
  // Only letters and digits stand between the quotes: no word can end them.
  return `"${nameWords(squeezed).join(' ')}"${endsShort(squeezed) ? '*' : ''}`;
}

/** How a name sounds, or the beginning of a word in it. null: nothing sounds like that. */
export function soundMatch({ squeezed, pattern }: AskedWord): string | null {
  if (pattern !== null) return null;
  const letters = /^[a-z]+$/.test(squeezed);
  const short = squeezed.length < DIGITS && /^[a-z0-9]+$/.test(squeezed);
  return letters || short ? `"_${squeezed}"*` : null;
}

/** Digits that stand together in a phone. */
export function phoneMatch({ digits }: AskedWord): string | null {
  if (digits.length < PARTS_OF_PHONES) return null;
  return `"${digitWords(digits).join(' ')}"`;
}

/** The end of an order number; the index knows its last four digits, the rest is for the caller to compare. */
export function tailMatch({ digits }: AskedWord): string | null {
  return digits.length < PARTS_OF_PHONES ? null : `"#${digits.slice(-PARTS_OF_PHONES)}"`;
}
