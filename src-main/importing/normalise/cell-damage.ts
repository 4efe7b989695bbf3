/** What spreadsheets and wrong encodings do to cells that are kept as words: numbers that lost digits, letters that are none any more. */

import type { MappableField } from '../../../src-shared/contract/mappings.ts';
import { hasZeroedTail } from './read-order-number.ts';
import { signTable } from './sign-table.ts';

/** Words that are numbers by nature. One that lost digits is that of many, so it must not be kept as if it were whole. */
export const numberFields: ReadonlySet<MappableField> = new Set([
  'buyerId',
  'buyerAlipay',
  'receiverPhone',
  'trackingNumber',
  'itemSku',
]);

/** '1.38E+10', as a spreadsheet shows a number that is too long for its column. */
function isScientific(text: string): boolean {
  return text.length >= 5 && text.length <= 24 && /^[+-]?\d(?:[.,]\d+)?e\+\d{1,3}$/i.test(text);
}

/** 16 digits or more, all zeros from the 16th on. */
function isRounded(text: string): boolean {
  return text.length > 15 && hasZeroedTail(text);
}

export function numberDamage(text: string): 'number-scientific' | 'number-zeroed-tail' | null {
  if (isScientific(text)) return 'number-scientific';
  return isRounded(text) ? 'number-zeroed-tail' : null;
}

const QUESTION = '?'.charCodeAt(0);

/** Of the letters that Windows puts at 0x80 to 0x9f those that do not often stand beside one another in real words. */
const WESTERN =
  '\\u0080-\\u00bf\\u0152\\u0153\\u0160\\u0161\\u0178\\u017d\\u017e\\u0192\\u02c6\\u02dc\\u2020-\\u2022\\u2030\\u2039\\u203a\\u20ac\\u2122';
/**
 * The sign for a letter that could not be read, and what comes of it when it is read as GBK; UTF-8 read as Western letters; question marks
 * where letters were lost.
 */
const GARBLED = new RegExp(
  [
    '\\ufffd',
    '锟斤|斤拷|烫烫烫',
    '\\u00ef\\u00bb\\u00bf',
    `[\\u00c2\\u00c3][${WESTERN}]`,
    '\\u00e2\\u20ac',
    `[\\u00e4-\\u00e9][${WESTERN}]{2}`,
    '^[?？]{2,}$|\\?{3,}',
  ].join('|'),
);

/** Could this sign be one that the pattern asks for? */
export function isSuspect(code: number): boolean {
  if (code < 0x80) return code === QUESTION;
  return code <= 0xef || code === 0x65a4 || code === 0x70eb || code === 0xff1f || code === 0xfffd;
}

const suspects = signTable(isSuspect);

/** Letters that are no longer those that were written. Looks for single signs first: nearly every text has none of them. */
export function isGarbled(text: string): boolean {
  if (text.length === 1) return text === '\ufffd';
  return suspects(text) && GARBLED.test(text);
}

/** Area code and number. Not the numbers of 400 and 800, Hong Kong, Macau and Taiwan. */
const MAINLAND_AREA = /^(?!400|800|85[23]|886)(?:(?:10|2\d)\d{8}|[3-9]\d{9,10})$/;

/** A landline of mainland China without the zero of its area code. No mobile number begins with a zero. */
export function lostAreaZero(phone: string): boolean {
  return phone.length >= 9 && phone.length <= 11 && MAINLAND_AREA.test(phone);
}

/** Postcodes that may begin with a zero: what is left of one that lost it. Of other countries short ones are whole. */
const cutPostcodes: readonly (readonly [countries: RegExp, cut: RegExp])[] = [
  [/^(?:cn|chn|china|中国|中国大陆|中国内地)$/i, /^\d{4,5}$/],
  [/^(?:us|usa|united states(?: of america)?|puerto rico|pr|美国)$/i, /^\d{3,4}(?:-\d{4})?$/],
  [
    /^(?:de|deu|germany|deutschland|fr|fra|france|it|ita|italy|italia|es|esp|spain|españa|德国|法国|意大利|西班牙)$/i,
    /^\d{4}$/,
  ],
  [/^(?:jp|jpn|japan|日本)$/i, /^(?:\d{6}|\d{2}-\d{4})$/],
];
const homeOf: Readonly<Record<string, string>> = { CNY: 'CN', USD: 'US' };

/** `country`: as the file names it; null where it has no column for it: that of its money then, of the two whose money is spent at home. */
export function lostPostcodeZero(postcode: string, country: string | null, currency: string): boolean {
  if (!/^\d{2,6}(?:-\d{4})?$/.test(postcode)) return false;
  const named = country ?? homeOf[currency] ?? '';
  return cutPostcodes.some(([countries, cut]) => countries.test(named) && cut.test(postcode));
}
