/** How Chinese characters are read aloud. The door of pinyin-pro. */

import { pinyin } from 'pinyin-pro';

// Names share characters: after some thousand names nearly every reading is known.
const usual = new Map<string, string>();
const asSurname = new Map<string, string>();

function remembered(known: Map<string, string>, character: string, read: () => string): string {
  let reading = known.get(character);
  if (reading === undefined) {
    const said = read().toLowerCase();
    reading = /^[a-z]+$/.test(said) ? said : '';
    known.set(character, reading);
  }
  return reading;
}

/** The usual reading in letters a–z, ü as v: 予 yu, 女 nv. Empty when it has none (kana, hangul). */
export function readingOf(character: string): string {
  return remembered(usual, character, () => pinyin(character, { toneType: 'none', v: true }));
}

/** The reading in front of a name, where some differ: 单 shan, 曾 zeng, 仇 qiu. */
export function surnameReadingOf(character: string): string {
  return remembered(asSurname, character, () =>
    pinyin(character, { mode: 'surname', surname: 'head', toneType: 'none', v: true }),
  );
}

/** A word character by character as it is read as a whole: 重庆 chong qing, though 重 alone is zhong. Letters stay; what has no reading is left out. */
export function phraseReadings(text: string): readonly string[] {
  return pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' })
    .map((reading) => reading.toLowerCase().replaceAll(/[^a-z]/g, ''))
    .filter((reading) => reading !== '');
}
