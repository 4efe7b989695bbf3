/**
 * How long a text message is, and into how many it is cut (3GPP TS 23.038, 23.040). In the GSM alphabet one message holds 160 septets and each
 * of several 153; else, in UCS-2, 70 and 67 units of 16 bits. Neither an escape sequence nor a surrogate pair is cut in half.
 */

export interface SmsLength {
  readonly alphabet: 'gsm' | 'ucs2';
  /** Septets, or units of 16 bits. */
  readonly units: number;
  /** 0 of an empty text. */
  readonly segments: number;
  /** What each of them holds. */
  readonly perSegment: number;
  /** Units that are free in the last one. */
  readonly left: number;
}

const gsmBasic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Take two septets each: an escape and the letter. */
const gsmExtended = new Set('\f^{}\\[~]|€');

const limits = { gsm: { single: 160, several: 153 }, ucs2: { single: 70, several: 67 } } as const;

function isGsm(text: string): boolean {
  for (const letter of text) if (!gsmBasic.has(letter) && !gsmExtended.has(letter)) return false;
  return true;
}

function unitsOf(letter: string, alphabet: SmsLength['alphabet']): number {
  return alphabet === 'gsm' ? (gsmExtended.has(letter) ? 2 : 1) : letter.length;
}

export function smsLength(text: string): SmsLength {
  const alphabet = isGsm(text) ? 'gsm' : 'ucs2';
  const { single, several } = limits[alphabet];
  let units = 0;
  for (const letter of text) units += unitsOf(letter, alphabet);
  if (units <= single) {
    return { alphabet, units, segments: units === 0 ? 0 : 1, perSegment: single, left: single - units };
  }
  let [segments, used] = [1, 0];
  for (const letter of text) {
    const size = unitsOf(letter, alphabet);
    if (used + size > several) {
      segments += 1;
      used = 0;
    }
    used += size;
  }
  return { alphabet, units, segments, perSegment: several, left: several - used };
}

export interface SmsFrame {
  /** 【店名】 in front. */
  readonly signature: string;
  /** How to hear no more, at the end. */
  readonly optOut: string;
}

const isLatin = (letter: string): boolean => /[\x21-\x7e]/.test(letter);

function joined(left: string, right: string): string {
  if (left === '' || right === '') return left + right;
  const gap = isLatin(left.slice(-1)) && isLatin(right.slice(0, 1)) ? ' ' : '';
  return `${left}${gap}${right}`;
}

/** The whole message as it leaves: what the owner wrote into the text already is not said twice. */
export function smsText(text: string, { signature, optOut }: SmsFrame): string {
  const body = text.trim();
  const signed = body.startsWith(signature) ? body : joined(signature, body);
  return signed.endsWith(optOut) ? signed : joined(signed, optOut);
}
