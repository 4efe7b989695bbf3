/**
 * Words that advertising may not use: superlatives and promises that nobody can prove (in China article 9 of the advertising law), as a list
 * that the owner edits. Found words are a warning with their place, never a bar: only a person can say whether one is meant so.
 */

export interface BannedPlace {
  /** As it stands in the list. */
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** To begin with. Words that are harmless in most sentences (最近, 第一次, best wishes) are not in it. */
export const firstBannedWords: readonly string[] = [
  '国家级',
  '世界级',
  '最高级',
  '最佳',
  '最好',
  '最优',
  '最强',
  '最低价',
  '最便宜',
  '最先进',
  '最受欢迎',
  '史上最',
  '全网最',
  '全网第一',
  '全国第一',
  '世界第一',
  '行业第一',
  '销量第一',
  '质量第一',
  '排名第一',
  '第一品牌',
  'No.1',
  'TOP1',
  '顶级',
  '顶尖',
  '极品',
  '绝无仅有',
  '独一无二',
  '史无前例',
  '首选',
  '唯一',
  '万能',
  '100%有效',
  '包治',
  '根治',
  '永不',
  'the best',
  'best price',
  'cheapest',
  'lowest price',
  'number one',
  '#1',
  'guaranteed',
  'risk-free',
  'unbeatable',
  'miracle',
];

/** Wide letters as narrow ones and capitals as small ones, every place as it was. */
function folded(text: string): string {
  return Array.from({ length: text.length }, (_, at) => {
    const code = text.charCodeAt(at);
    const narrow = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : text.charAt(at);
    const small = narrow.toLowerCase();
    return small.length === 1 ? small : narrow;
  }).join('');
}

const isLetter = (letter: string): boolean => /[a-z0-9]/.test(letter);

/** A word in Latin letters is a whole word: unbeatable, but not in the middle of one. */
function standsAlone(text: string, from: number, to: number): boolean {
  const cutsBefore = isLetter(text.charAt(from)) && isLetter(text.charAt(from - 1));
  const cutsAfter = isLetter(text.charAt(to - 1)) && isLetter(text.charAt(to));
  return !cutsBefore && !cutsAfter;
}

/** In the order in which they stand; where several begin or overlap, the longest of the first place. */
export function bannedIn(text: string, words: readonly string[]): readonly BannedPlace[] {
  const hay = folded(text);
  const needles = words.map((word) => ({ word, needle: folded(word.trim()) })).filter(({ needle }) => needle !== '');
  needles.sort((a, b) => b.needle.length - a.needle.length);
  const found: BannedPlace[] = [];
  for (let at = 0; at < hay.length; at += 1) {
    const hit = needles.find(({ needle }) => hay.startsWith(needle, at) && standsAlone(hay, at, at + needle.length));
    if (hit === undefined) continue;
    found.push({ word: hit.word, from: at, to: at + hit.needle.length });
    at += hit.needle.length - 1;
  }
  return found;
}
