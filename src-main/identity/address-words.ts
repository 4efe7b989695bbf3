/** The words of an address below its region: roads, houses, rooms; in letters: words and numbers. Which of them two addresses share. */

import { jaroWinkler } from '../../src-shared/words-alike.ts';

/** What ends a part of a Chinese address, the longer ones first. */
const PART =
  /([\p{Script=Han}a-z0-9]*?(?:大道|街道|胡同|小区|花园|社区|公寓|大厦|广场|号楼|号院|单元|[路街道巷弄里村镇乡园苑城庄坊组栋幢座号院楼层室房]))/gu;
const HAN = /\p{Script=Han}/u;
const SLIP = 0.88;

const digits: Readonly<Record<string, string>> = {
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

function plain(printed: string): string {
  return printed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[（(]\d{6}[)）]/g, ' ')
    .replace(/([一二三四五六七八九])(?=号楼|单元|栋|幢|座|层|楼|期)/gu, (_, digit: string) => digits[digit] ?? digit);
}

/** The words, each once, without the region's own. A masked part ends the address: '长安街*号'. */
export function addressWords(printed: string | null, region: readonly (string | null)[]): readonly string[] {
  let text = plain(printed ?? '');
  for (const name of region) {
    const own = name === null ? '' : plain(name);
    if (own !== '' && HAN.test(own)) text = text.replace(own, ' ');
  }
  text = text.replace(/[*＊].*$/su, '');
  const words: string[] = [];
  for (const stretch of text.split(/[^\p{L}\p{N}]+/u)) {
    if (!HAN.test(stretch)) {
      if (stretch !== '') words.push(stretch);
      continue;
    }
    let rest = stretch;
    for (const [part] of stretch.matchAll(PART)) {
      words.push(part);
      rest = rest.slice(rest.indexOf(part) + part.length);
    }
    // '3-502' without its words, the name of a building at the end.
    words.push(...(rest.match(/\d+|[^\d]+/gu) ?? []));
  }
  return [...new Set(words.filter((word) => word !== ''))];
}

export interface SharedWords {
  readonly shared: readonly string[];
  /** Words of one that the other has with a slip of the pen. */
  readonly close: readonly (readonly [string, string])[];
  readonly onlyLeft: readonly string[];
  readonly onlyRight: readonly string[];
}

const isNumber = (word: string): boolean => /^\d/.test(word);

/** Two numbers are never a slip of one another unless one digit of at least four differs. */
function isSlip(a: string, b: string): boolean {
  if (isNumber(a) || isNumber(b)) {
    if (a.length !== b.length || a.length < 4) return false;
    return Array.from(a).filter((letter, at) => letter !== b[at]).length === 1;
  }
  if (HAN.test(a) || HAN.test(b)) return a.length >= 4 && jaroWinkler(a, b) >= 0.93;
  return jaroWinkler(a, b) >= SLIP;
}

export function compareAddresses(a: readonly string[], b: readonly string[]): SharedWords {
  const right = new Set(b);
  const shared = a.filter((word) => right.has(word));
  const has = new Set(shared);
  const others = b.filter((word) => !has.has(word));
  const close: [string, string][] = [];
  const onlyLeft: string[] = [];
  for (const word of a.filter((known) => !has.has(known))) {
    const at = others.findIndex((other) => isSlip(word, other));
    const [other] = at < 0 ? [] : others.splice(at, 1);
    if (other === undefined) onlyLeft.push(word);
    else close.push([word, other]);
  }
  return { shared, close, onlyLeft, onlyRight: others };
}
