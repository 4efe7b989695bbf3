/**
 * Does a word fit a person? Looked up in the person's own words, without any index: for those whose words are not indexed yet, and to
 * tell why somebody was found. Says the same as the questions of `asked.ts`.
 */

import { type AskedWord, isPhonePattern, maskedEnds, nameMatch, patternTest, phoneMatch, soundMatch } from './asked.ts';
import { foldText } from './fold-text.ts';
import { soundsOf } from './sounds.ts';
import { digitRuns, type SearchedPerson } from './words.ts';

export type PersonReason = 'phone' | 'buyerId' | 'name' | 'initials' | 'pinyin';

/** A person's words laid out for looking; parted by '~', which no word holds. */
export interface KnownPerson {
  readonly id: number;
  readonly names: string;
  readonly nicks: string;
  readonly phones: string;
  /** As they are written, for what is typed with stars. */
  readonly written: Pick<SearchedPerson, 'names' | 'nicks' | 'phones'>;
  /** Asked for by letters only, and then kept: it is most of the work. */
  readonly sounds: () => { readonly whole: string; readonly initials: string };
}

const laidOut = (words: readonly string[]): string => `~${words.join('~')}~`;

export function knownPerson({ id, names, nicks, phones }: SearchedPerson): KnownPerson {
  let sounds: { readonly whole: string; readonly initials: string } | null = null;
  return {
    id,
    names: laidOut(names.map(foldText)),
    nicks: laidOut(nicks.map(foldText)),
    phones: laidOut(phones.flatMap(digitRuns)),
    written: { names, nicks, phones },
    sounds: () => {
      if (sounds === null) {
        const all = [...names, ...nicks].map(soundsOf);
        sounds = {
          whole: laidOut(all.flatMap(({ whole }) => whole)),
          initials: laidOut(all.flatMap(({ initials }) => initials)),
        };
      }
      return sounds;
    },
  };
}

/** One or two letters begin a word; more of them, and Chinese characters, stand anywhere in a name. */
function isIn(names: string, asked: AskedWord, anywhere: boolean): boolean {
  if (anywhere) return names.replaceAll(' ', '').includes(asked.squeezed);
  return names.split(/[^a-z0-9]+/).some((word) => word.startsWith(asked.squeezed));
}

/** Typed with stars. */
function reasonOfPattern({ names, nicks, phones }: KnownPerson['written'], asked: AskedWord): PersonReason | null {
  const fits = patternTest(asked);
  if (fits === null) return null;
  if (isPhonePattern(asked)) return phones.some(fits) ? 'phone' : null;
  if (nicks.some(fits)) return 'buyerId';
  return names.some(fits) ? 'name' : null;
}

/** The weightiest reason why the word fits; null when it does not. */
export function reasonFor(person: KnownPerson, asked: AskedWord): PersonReason | null {
  if (asked.pattern !== null) return reasonOfPattern(person.written, asked);
  const ends = maskedEnds(asked);
  if (ends !== null && person.phones.includes(`~${ends.join('~')}~`)) return 'phone';
  if (phoneMatch(asked) !== null && person.phones.includes(asked.digits)) return 'phone';
  const anywhere = nameMatch(asked) !== null;
  if (isIn(person.nicks, asked, anywhere)) return 'buyerId';
  if (isIn(person.names, asked, anywhere)) return 'name';
  if (soundMatch(asked) === null) return null;
  const begin = `~${asked.squeezed}`;
  const { whole, initials } = person.sounds();
  if (initials.includes(begin)) return 'initials';
  return whole.includes(begin) ? 'pinyin' : null;
}
