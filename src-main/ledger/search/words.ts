/** A name as words for the search box: single Chinese characters, pinyin, initials. The door of pinyin-pro. */

import { pinyin } from 'pinyin-pro';

export interface SearchWords {
  /** 'wangyuan': the whole name, joined. Latin letters and digits stay, in lower case. */
  readonly pinyin: string;
  /** 'wya'. */
  readonly initials: string;
  /** For the full-text index, parted by spaces. */
  readonly words: string;
}

const HAN = /\p{Script=Han}/u;
const WORD = /\p{Script=Han}|[\p{L}\p{N}]+/gu;

// Names share characters: after some thousand names nearly every reading is known.
const readings = new Map<string, string>();

function readingOf(character: string): string {
  let known = readings.get(character);
  if (known === undefined) {
    known = pinyin(character, { toneType: 'none', v: true }).toLowerCase();
    readings.set(character, known);
  }
  return known;
}

const surnames = new Map<string, string>();

/** Some characters are read differently in front of a name: 单 shan, 曾 zeng, 仇 qiu. */
function surnameReadingOf(character: string): string {
  let known = surnames.get(character);
  if (known === undefined) {
    known = pinyin(character, { mode: 'surname', surname: 'head', toneType: 'none', v: true }).toLowerCase();
    surnames.set(character, known);
  }
  return known;
}

/** 王予安 → { pinyin: 'wangyuan', initials: 'wya', words: '王 予 安 wang yu an wangyuan wya' }. */
export function searchWords(name: string): SearchWords {
  const pieces = name.normalize('NFKC').match(WORD) ?? [];
  const sounds = pieces.map((piece, index) => {
    if (!HAN.test(piece)) return piece.toLowerCase();
    return index === 0 ? surnameReadingOf(piece) : readingOf(piece);
  });
  const whole = sounds.join('');
  const initials = sounds.map((sound) => Array.from(sound)[0] ?? '').join('');
  const words = new Set(
    [...pieces.map((piece) => piece.toLowerCase()), ...sounds, whole, initials].filter((word) => word !== ''),
  );
  return { pinyin: whole, initials, words: [...words].join(' ') };
}
