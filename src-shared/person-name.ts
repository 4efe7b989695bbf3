/** Names of people as parcels are addressed to: whole, masked (王**), or a surname with a title (王女士). What two of them say of each other. */

import { jaroWinkler } from './words-alike.ts';

const MASK = /[*＊xX•]/;
const TITLE = /(?:女士|先生|小姐|太太|同学|老师|阿姨|老板|师傅|姐|哥|总|收)$/u;
export const HAN = /\p{Script=Han}/u;
/** Jaro–Winkler from here on: the same word but for a slip of the pen. */
export const SLIP = 0.88;

export interface PersonName {
  /** What is to be seen, in lower case, without spaces in Chinese; '' when nothing is. */
  readonly text: string;
  /** Only the beginning is known: the rest is masked, or a title. */
  readonly isPartial: boolean;
  /** Words of a name in letters; one for a Chinese one. */
  readonly words: readonly string[];
}

const NOBODY: PersonName = { text: '', isPartial: true, words: [] };

/** Masked in the middle (王*安) is known by its first letters: masks hide also how long a name is. */
export function personName(printed: string | null): PersonName {
  const text = (printed ?? '').normalize('NFKC').trim().toLowerCase();
  if (text === '') return NOBODY;
  if (!HAN.test(text)) {
    if (MASK.test(text) && /[*＊•]/.test(text)) {
      const seen = text.slice(0, text.search(/[*＊•]/)).trim();
      return seen === '' ? NOBODY : { text: seen, isPartial: true, words: [seen] };
    }
    const words = text.split(/[^\p{L}\p{N}']+/u).filter((word) => word !== '');
    return { text: words.join(' '), isPartial: words.length === 0, words };
  }
  const whole = text.replace(/[\s·.（(].*$/u, '') || text.replace(/\s+/g, '');
  const masked = whole.search(/[*＊•x]/);
  if (masked >= 0) {
    const seen = whole.slice(0, masked);
    return seen === '' ? NOBODY : { text: seen, isPartial: true, words: [seen] };
  }
  const bare = whole.replace(TITLE, '');
  if (bare !== whole && Array.from(bare).length <= 2 && bare !== '') {
    return { text: bare, isPartial: Array.from(bare).length === 1, words: [bare] };
  }
  return { text: whole, isPartial: Array.from(whole).length < 2, words: [whole] };
}

/** `agree`: the same as far as both are known. `close`: a slip of the pen. `part`: one of two words. `unknown`: one says nothing. */
export type NamesSay = 'agree' | 'close' | 'part' | 'differ' | 'unknown';

function lettersSay(a: readonly string[], b: readonly string[]): NamesSay {
  const left = [...a];
  let [same, alike] = [0, 0];
  for (const word of b) {
    const exact = left.indexOf(word);
    const at = exact >= 0 ? exact : left.findIndex((other) => jaroWinkler(word, other) >= SLIP);
    if (at < 0) continue;
    left.splice(at, 1);
    if (exact >= 0) same += 1;
    else alike += 1;
  }
  const most = Math.max(a.length, b.length);
  if (same === most) return 'agree';
  if (same + alike === most) return 'close';
  return same + alike > 0 ? 'part' : 'differ';
}

export function compareNames(a: PersonName, b: PersonName): NamesSay {
  if (a.text === '' || b.text === '') return 'unknown';
  if (a.isPartial || b.isPartial) {
    const [short, long] = a.text.length <= b.text.length ? [a, b] : [b, a];
    return long.text.startsWith(short.text) ? 'agree' : 'differ';
  }
  if (a.text === b.text) return 'agree';
  if (!HAN.test(a.text) && !HAN.test(b.text)) return lettersSay(a.words, b.words);
  const [left, right] = [Array.from(a.text), Array.from(b.text)];
  const others = left.filter((letter, at) => letter !== right[at]).length;
  // 张晓丽, 张小丽: one character heard and not read.
  return left.length === right.length && left.length >= 3 && others === 1 && left[0] === right[0] ? 'close' : 'differ';
}

/** What names are gathered by: the first character of a Chinese one. */
export function surnameOf({ text, words }: PersonName): string {
  if (text === '') return '';
  return HAN.test(text) ? (Array.from(text)[0] ?? '') : (words.at(-1) ?? '');
}
