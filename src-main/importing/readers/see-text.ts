/**
 * Texts as spreadsheet programs write them, seen at once in the bytes of their XML. Whatever looks otherwise (rich text, rare spellings) is
 * not seen and left to the scanner, which reads the same from it. Behind the last byte stand zeros. Between xml-scan and the workbook's parts.
 */

/** Where the last element seen ends, and the text in it. */
export interface Seen {
  /** Behind the element. */
  end: number;
  /** Bounds of its text; equal when it is empty. */
  from: number;
  to: number;
  /** All bytes of the text are below 128. */
  isAscii: boolean;
  /** The text holds references or escapes. */
  isCoded: boolean;
}

export function newSeen(): Seen {
  return { end: 0, from: 0, to: 0, isAscii: true, isCoded: false };
}

export const LESS = 60;
export const GREATER = 62;
export const SLASH = 47;
export const SPACE = 32;
const COLON = 58;
const AMPERSAND = 38;
const UNDERSCORE = 95;
const [LETTER_I, LETTER_S, LETTER_T, LETTER_X] = [105, 115, 116, 120];
const LONGEST_PREFIX = 12;
const preserving = Buffer.from(' xml:space="preserve"');

/** Do these bytes stand at `at`? */
export function standsAt(bytes: Buffer, at: number, word: Buffer): boolean {
  for (let index = 0; index < word.length; index++) if (bytes[at + index] !== word[index]) return false;
  return true;
}

/** Index of the local name that stands at `at`, perhaps behind a prefix. */
export function localName(bytes: Buffer, at: number): number {
  for (let next = at + 1; next < at + LONGEST_PREFIX; next++) {
    const byte = bytes[next] ?? 0;
    if (byte === COLON) return next + 1;
    if (byte <= SPACE || byte === GREATER || byte === SLASH) break;
  }
  return at;
}

/** Behind `<letter>` whose name is at `at`; 0 when something else stands there. */
export function behindName(bytes: Buffer, at: number, letter: number): number {
  if (bytes[at] === letter && bytes[at + 1] === GREATER) return at + 2;
  const name = localName(bytes, at);
  return bytes[name] === letter && bytes[name + 1] === GREATER ? name + 2 : 0;
}

/** Behind `</letter>` at `at`. */
export function behindClosing(bytes: Buffer, at: number, letter: number): number {
  return bytes[at] === LESS && bytes[at + 1] === SLASH ? behindName(bytes, at + 2, letter) : 0;
}

/** Behind `<is>` or `<si>` whose name is at `at`. */
function behindPair(bytes: Buffer, at: number, first: number, second: number): number {
  const name = localName(bytes, at);
  return bytes[name] === first && bytes[name + 1] === second && bytes[name + 2] === GREATER ? name + 3 : 0;
}

/** Sets the bounds of the text at `at` and returns the `<` behind it; 0 when it is not all here. */
export function seeText(bytes: Buffer, at: number, seen: Seen): number {
  let all = 0;
  let isCoded = false;
  let to = at;
  for (;;) {
    const byte = bytes[to] ?? 0;
    if (byte === LESS) break;
    if (byte === 0) return 0;
    all |= byte;
    if (byte === AMPERSAND || (byte === UNDERSCORE && bytes[to + 1] === LETTER_X)) isCoded = true;
    to++;
  }
  seen.from = at;
  seen.to = to;
  seen.isAscii = all < 128;
  seen.isCoded = isCoded;
  return to;
}

/** `<t>…</t>` at `at`. */
function seeT(bytes: Buffer, at: number, seen: Seen): number {
  if (bytes[at] !== LESS) return 0;
  let next = localName(bytes, at + 1);
  if (bytes[next] !== LETTER_T) return 0;
  next++;
  if (bytes[next] === SPACE) {
    if (!standsAt(bytes, next, preserving)) return 0;
    next += preserving.length;
  }
  if (bytes[next] === SLASH && bytes[next + 1] === GREATER) {
    seen.from = next;
    seen.to = next;
    seen.isCoded = false;
    return next + 2;
  }
  if (bytes[next] !== GREATER) return 0;
  const less = seeText(bytes, next + 1, seen);
  return less === 0 ? 0 : behindClosing(bytes, less, LETTER_T);
}

/** `<is><t>…</t></is>` or `<si>…` at `at`. */
function seeTextIn(bytes: Buffer, at: number, first: number, second: number, seen: Seen): number {
  const from = behindPair(bytes, at + 1, first, second);
  if (bytes[at] !== LESS || from === 0) return 0;
  const next = seeT(bytes, from, seen);
  if (next === 0 || bytes[next] !== LESS || bytes[next + 1] !== SLASH) return 0;
  return behindPair(bytes, next + 2, first, second);
}

/** `<is><t>…</t></is>` at `at`; returns what stands behind it. */
export function seeInlineText(bytes: Buffer, at: number, seen: Seen): number {
  return seeTextIn(bytes, at, LETTER_I, LETTER_S, seen);
}

/** A shared text whose `<` is at `at`. */
export function seeSharedText(bytes: Buffer, at: number, seen: Seen): boolean {
  seen.end = seeTextIn(bytes, at, LETTER_S, LETTER_I, seen);
  return seen.end > 0;
}
