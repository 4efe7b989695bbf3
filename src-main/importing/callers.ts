/**
 * Who answers at one phone: which of the names that parcels of one number were addressed to are one person's. A phone without a buyer id
 * is as good as its owner only while nothing speaks of two: two names that clearly differ are two people (a household, a shop's counter).
 * A pure function of the set of names. Between `identity-keys` and `group-numbers`.
 */

import { compareNames, HAN, type PersonName, personName } from '../../src-shared/person-name.ts';
import { forestOf, join, rootOf } from './forest.ts';

const PARTIAL = '*';
/** A mark of the owner's: like no name but itself. */
const MARK = '#';
/** More names than these at one phone are a counter's: each stands for itself. */
const MOST_NAMES = 60;

/** A receiver's name as it stands in a key: a star behind it where only its beginning is known; '' when nothing is to be seen. */
export function callerName(receiver: string | null): string {
  const { text, isPartial } = personName(receiver);
  return text !== '' && isPartial ? `${text}${PARTIAL}` : text;
}

/** The mark of a split as a name. */
export function markedCaller(mark: string): string {
  return `${MARK}${mark}`;
}

interface Caller extends PersonName {
  readonly isMark: boolean;
  /** 小王, 安安, 阿芳 say one character of a name. */
  readonly core: string;
}

function readCaller(name: string): Caller {
  const isMark = name.startsWith(MARK);
  const isPartial = name.endsWith(PARTIAL);
  const text = isPartial ? name.slice(0, -PARTIAL.length) : name;
  const [first = '', second = '', ...others] = Array.from(text);
  const isPet =
    HAN.test(text) && second !== '' && others.length === 0 && (first === second || '小阿老'.includes(first));
  return { text, isPartial, words: HAN.test(text) ? [text] : text.split(' '), isMark, core: isPet ? second : text };
}

function wordsWithin(few: readonly string[], many: readonly string[]): boolean {
  const left = [...many];
  return few.every((word) => {
    // An initial stands for a word.
    const at = left.findIndex((other) => other === word || (word.length === 1 && other.startsWith(word)));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

/** Is all that `a` says in `b` too, which says more? Nothing and 王**, 王** and 王予安, 安安 and 王予安, John and John Smith. */
function saysLess(a: Caller, b: Caller): boolean {
  if (a.isMark || b.isMark || b.text === '') return false;
  if (a.text === '') return true;
  if (HAN.test(a.text) !== HAN.test(b.text)) return false;
  if (a.core === b.core) return a.isPartial && !b.isPartial;
  if (a.isPartial) return b.core.startsWith(a.core);
  if (HAN.test(a.text)) return b.core.includes(a.core);
  return wordsWithin(a.words, b.words) && !wordsWithin(b.words, a.words);
}

function isOne(a: Caller, b: Caller): boolean {
  if (a.isMark || b.isMark) return false;
  if (a.core === b.core) return a.isPartial === b.isPartial;
  if (a.isPartial || b.isPartial) return false;
  const says = compareNames(a, b);
  return says === 'agree' || says === 'close';
}

/** Fits several people, so it is nobody's for sure. */
export const ANYBODY = -1;

/** The person behind each name, as a number of their own; `ANYBODY` where it fits several. Names are distinct, in any order. */
export function peopleBehind(names: readonly string[]): readonly number[] {
  const callers = names.map(readCaller);
  if (callers.length > MOST_NAMES) return callers.map((_, place) => place);
  const fuller = callers.map((caller) => callers.flatMap((other, place) => (saysLess(caller, other) ? [place] : [])));
  const forest = forestOf(callers.length);
  const isFull = (place: number): boolean => fuller[place]?.length === 0;
  callers.forEach((caller, place) => {
    for (let other = 0; other < place; other += 1) {
      const before = callers[other];
      if (before !== undefined && isFull(place) && isFull(other) && isOne(before, caller)) join(forest, other, place);
    }
  });
  return callers.map((_, place) => {
    if (isFull(place)) return rootOf(forest, place);
    const people = new Set((fuller[place] ?? []).filter(isFull).map((full) => rootOf(forest, full)));
    const [only = ANYBODY] = people;
    return people.size === 1 ? only : ANYBODY;
  });
}
