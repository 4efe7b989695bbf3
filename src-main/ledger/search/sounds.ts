/** How a name sounds from each of its characters on: what is typed in letters is meant when one of the sounds begins with it. */

import { foldText, isLatin } from './fold-text.ts';
import { readingOf, surnameReadingOf } from './readings.ts';

/** 王予安 → wangyuan yuan an, and wya ya. */
export interface Sounds {
  readonly whole: string[];
  readonly initials: string[];
}

/** A sound reaches over so many pieces at most: nobody types more of a name. */
const SOUNDED = 8;
/** Of a word in letters so much of its beginning; more of it is found as any part of a name is. */
const BEGINNING = 2;

function addSound(sounds: Sounds, readings: readonly string[]): void {
  const part = readings.slice(0, SOUNDED);
  sounds.whole.push(part.join(''));
  if (part.length > 1) sounds.initials.push(part.map((reading) => reading.charAt(0)).join(''));
}

/** What stands together and can be read, piece by piece: a Chinese character, or letters that stand together. Digits end it. */
interface Run {
  readonly readings: string[];
  /** So many of its pieces reach to the last Chinese character. */
  chinese: number;
}

function readingOfPiece(piece: string): string {
  if (/^[a-z]/.test(piece)) return piece;
  return isLatin(piece.charCodeAt(0)) ? '' : readingOf(piece);
}

function readRuns(squeezed: string): Run[] {
  const runs: Run[] = [];
  let open = false;
  for (const piece of squeezed.match(/[a-z]+|[^a-z]/gsu) ?? []) {
    const reading = readingOfPiece(piece);
    if (reading !== '' && !open) runs.push({ readings: [], chinese: 0 });
    open = reading !== '';
    const run = runs.at(-1);
    if (run === undefined || !open) continue;
    run.readings.push(reading);
    if (reading !== piece) run.chinese = run.readings.length;
  }
  return runs;
}

/** How the words in letters begin, and their initials: 'alice smith' → al sm, as. */
function addLatin(sounds: Sounds, folded: string): void {
  const words = folded.match(/[a-z0-9]+/g) ?? [];
  for (const word of words) sounds.whole.push(word.slice(0, BEGINNING));
  if (words.length > 1) sounds.initials.push(words.map((word) => word.charAt(0)).join(''));
}

/** The reading of a surname in front, where it differs from the usual one; else empty. */
function otherHead(squeezed: string): string {
  const head = String.fromCodePoint(squeezed.codePointAt(0) ?? 0);
  if (isLatin(head.charCodeAt(0)) || readingOf(head) === '') return '';
  const reading = surnameReadingOf(head);
  return reading === readingOf(head) ? '' : reading;
}

/** All sounds of one name. */
export function soundsOf(name: string): Sounds {
  const folded = foldText(name);
  const squeezed = folded.replaceAll(' ', '');
  const sounds: Sounds = { whole: [], initials: [] };
  const runs = readRuns(squeezed);
  for (const { readings, chinese } of runs)
    for (let from = 0; from < chinese; from += 1) addSound(sounds, readings.slice(from, from + SOUNDED));
  // 单车 is 'danche', 单雄信 is 'shanxiongxin': nobody can tell which of the two a name is.
  const surname = squeezed === '' ? '' : otherHead(squeezed);
  if (surname !== '') addSound(sounds, [surname, ...(runs[0]?.readings ?? []).slice(1, SOUNDED)]);
  addLatin(sounds, folded);
  return sounds;
}
