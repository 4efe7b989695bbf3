/**
 * What two receivers' names say of one another, in bits. Chinese names are one word and compared whole. Names in letters are words in any
 * order, one of them often left out or misspelt: they are compared word by word. Part of `evidence`.
 */

import { compareNames, HAN, SLIP } from '../../src-shared/person-name.ts';
import { jaroWinkler, sameLetters } from '../../src-shared/words-alike.ts';
import type { ContactPoint } from './contact-point.ts';
import { type Evidence, found, type Rarity, rare } from './evidence-bits.ts';

/** Bits against. */
const AGAINST = {
  /** Names that clearly differ are two people's, also where only their surnames are to be seen: a couple has one door and one phone. */
  name: -60,
  /** A word alone that none of the other's is like. */
  alone: -12,
  /** One of two words is another: John Smith, John Brown. */
  word: -4,
  /** A word alone and another one: a first name and a surname say nothing of one another. */
  oneWordEach: -2,
} as const;
const MOST = { name: 13, surname: 5 } as const;
/** Beside a surname, a name with a slip of the pen. */
const CLOSE_BITS = 3;
/** What a misspelt word says of what it would say spelt right. */
const MISSPELT = 0.6;
const SAME_LETTERS = 0.8;

/** The words of a name in letters, in an order of their own: as they are counted. */
export function wordsKey({ person }: Pick<ContactPoint, 'person'>): string {
  return HAN.test(person.text) ? person.text : [...person.words].sort().join(' ');
}

/** One word with a slip of the pen: letters left out, exchanged, or in another place. */
function isMisspelt(a: string, b: string): boolean {
  const [short, long] = [Math.min(a.length, b.length), Math.max(a.length, b.length)];
  if (short < 3) return false;
  return jaroWinkler(a, b) >= SLIP || sameLetters(a, b) >= Math.min(SAME_LETTERS, (long - 1) / long);
}

interface WordsSay {
  readonly same: readonly string[];
  /** Of one and of the other name. */
  readonly misspelt: readonly (readonly [string, string])[];
  readonly onlyLeft: number;
  readonly onlyRight: number;
}

function compareWords(a: readonly string[], b: readonly string[]): WordsSay {
  const others = [...b];
  const take = (at: number): string | undefined => (at < 0 ? undefined : others.splice(at, 1)[0]);
  const same = a.filter((word) => take(others.indexOf(word)) !== undefined);
  const rest = [...a];
  for (const word of same) rest.splice(rest.indexOf(word), 1);
  const misspelt: [string, string][] = [];
  for (const word of rest) {
    const other = take(others.findIndex((known) => isMisspelt(word, known)));
    if (other !== undefined) misspelt.push([word, other]);
  }
  return { same, misspelt, onlyLeft: rest.length - misspelt.length, onlyRight: others.length };
}

function lettersEvidence(a: ContactPoint, b: ContactPoint, rarity: Rarity): Evidence {
  const [left, right] = [a.person.words, b.person.words];
  const { same, misspelt, onlyLeft, onlyRight } = compareWords(left, right);
  const of = (word: string): number => rare(rarity, 'word', word, MOST.surname);
  if (onlyLeft + onlyRight + misspelt.length === 0) {
    const bits = Math.max(...same.map(of), left.length < 2 ? 0 : rare(rarity, 'name', wordsKey(a), MOST.name));
    return found('name', 'agree', bits);
  }
  if (same.length + misspelt.length === 0) {
    // A space too many or too few: 'Eh na Carr', 'Ethan Carr'.
    const isTorn = sameLetters(left.join(''), right.join('')) >= SAME_LETTERS && left.join('').length >= 6;
    if (isTorn) return found('name', 'close', CLOSE_BITS);
    const words = [left.length, right.length];
    if (words.every((count) => count === 1)) return found('name', 'differ', AGAINST.oneWordEach);
    return found('name', 'differ', words.includes(1) ? AGAINST.alone : AGAINST.name);
  }
  const others = misspelt.map(([one, other]) => MISSPELT * Math.max(of(one), of(other)));
  const bits = [...same.map(of), ...others].reduce((sum, each) => sum + each, 0);
  return found('name', 'close', bits + Math.min(onlyLeft, onlyRight) * AGAINST.word);
}

/** null: one of them says nothing. */
export function nameEvidence(a: ContactPoint, b: ContactPoint, rarity: Rarity): Evidence | null {
  const says = compareNames(a.person, b.person);
  if (says === 'unknown') return null;
  const isPartial = a.person.isPartial || b.person.isPartial;
  if (!isPartial && !HAN.test(a.person.text) && !HAN.test(b.person.text)) return lettersEvidence(a, b, rarity);
  const surname = rare(rarity, 'surname', a.surname, MOST.surname);
  if (says === 'differ') return found('name', 'differ', AGAINST.name);
  if (says === 'agree' && !isPartial)
    return found('name', 'agree', Math.max(surname, rare(rarity, 'name', wordsKey(a), MOST.name)));
  return found('name', 'close', isPartial ? surname : surname + CLOSE_BITS);
}
