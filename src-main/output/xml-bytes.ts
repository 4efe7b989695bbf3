/** XML of a workbook, written as UTF-8 bytes a piece at a time. */

export interface XmlBytes {
  /** Markup and numbers: ASCII that needs no escaping. */
  put(ascii: Uint8Array): void;
  /** A text between two tags, escaped. */
  text(text: string): void;
  /** Bytes that wait to be taken. */
  size(): number;
  /** Hands them over. They stand until the next but one are taken. */
  take(): Buffer;
}

const FIRST_ROOM = 320 * 1024;
/** One UTF-16 unit takes at most so many bytes: '_x0001_'. */
const MOST_BYTES = 7;
const [AMPERSAND, LESS, GREATER, UNDERSCORE] = [0x26, 0x3c, 0x3e, 0x5f];
const escapes: Readonly<Record<number, Uint8Array>> = {
  [AMPERSAND]: Buffer.from('&amp;'),
  [LESS]: Buffer.from('&lt;'),
  [GREATER]: Buffer.from('&gt;'),
};

/** What a workbook writes for a character that XML does not know, or that a reader of XML would change. */
function hexEscape(unit: number): Uint8Array {
  return Buffer.from(`_x${unit.toString(16).toUpperCase().padStart(4, '0')}_`);
}

const controls = Array.from({ length: 0x20 }, (_, unit) => hexEscape(unit));
const plainUnderscore = Buffer.from('_');
const escapedUnderscore = hexEscape(UNDERSCORE);
/** A text that would be read as an escape. */
const ESCAPE_LIKE = /^_x[0-9a-f]{4}_/i;

/** 1: stands for itself; of ASCII all but what is escaped. */
const isPlain = Uint8Array.from({ length: 128 }, (_, unit) =>
  (unit >= 0x20 || unit === 9 || unit === 10) && escapes[unit] === undefined && unit !== UNDERSCORE ? 1 : 0,
);

/** Of a unit that does not stand for itself; a character of two units is given whole. */
function rareBytes(text: string, at: number): Uint8Array {
  const unit = text.charCodeAt(at);
  if (unit === UNDERSCORE) return ESCAPE_LIKE.test(text.slice(at, at + 7)) ? escapedUnderscore : plainUnderscore;
  if (unit < 0x80) return escapes[unit] ?? controls[unit] ?? hexEscape(unit);
  if (unit >= 0xfffe) return hexEscape(unit);
  const point = text.codePointAt(at) ?? 0;
  // Half a character cannot be written.
  return Buffer.from(point > 0xffff ? String.fromCodePoint(point) : '\ufffd');
}

/** Writes a text into `bytes`, which has the room. Returns the index behind it. */
function encode(text: string, bytes: Buffer, start: number): number {
  let at = start;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80 && isPlain[unit] === 1) bytes[at++] = unit;
    else if (unit >= 0x80 && unit < 0x800) {
      bytes[at++] = 0xc0 | (unit >> 6);
      bytes[at++] = 0x80 | (unit & 0x3f);
    } else if (unit >= 0x800 && (unit < 0xd800 || (unit > 0xdfff && unit < 0xfffe))) {
      bytes[at++] = 0xe0 | (unit >> 12);
      bytes[at++] = 0x80 | ((unit >> 6) & 0x3f);
      bytes[at++] = 0x80 | (unit & 0x3f);
    } else {
      const rare = rareBytes(text, index);
      bytes.set(rare, at);
      at += rare.length;
      // Four bytes are a character of two units.
      if (rare.length === 4 && unit >= 0xd800 && unit < 0xdc00) index++;
    }
  }
  return at;
}

export function xmlBytes(): XmlBytes {
  // Two, in turns: one is filled while the other is on its way to the file.
  let bytes = Buffer.allocUnsafe(FIRST_ROOM);
  let other = Buffer.allocUnsafe(FIRST_ROOM);
  let used = 0;
  const makeRoom = (wanted: number): void => {
    if (used + wanted <= bytes.length) return;
    const larger = Buffer.allocUnsafe(2 * (used + wanted));
    bytes.copy(larger, 0, 0, used);
    bytes = larger;
  };
  return {
    put: (ascii) => {
      makeRoom(ascii.length);
      const target = bytes;
      const from = used;
      for (let at = 0; at < ascii.length; at++) target[from + at] = ascii[at] ?? 0;
      used = from + ascii.length;
    },
    text: (text) => {
      makeRoom(text.length * MOST_BYTES);
      used = encode(text, bytes, used);
    },
    size: () => used,
    take: () => {
      const taken = bytes.subarray(0, used);
      [bytes, other] = [other, bytes];
      used = 0;
      return taken;
    },
  };
}
