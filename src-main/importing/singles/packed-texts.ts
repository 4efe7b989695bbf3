/** Many short texts as bytes, so that they can be sent from a reading thread in one piece. From `fold-book` to `text-table`. */

import { hashOfUnits } from '../readers/row-hash.ts';
import { writeUnits } from './record-pages.ts';

export interface PackedTexts {
  /** UTF-8, one text after the other. */
  readonly bytes: Uint8Array;
  /** Where each ends. */
  readonly ends: Uint32Array;
  /** Two numbers each: the hash of the text. */
  readonly hashes: Uint32Array;
}

export interface TextPacker {
  /** Its place among those packed. */
  add(text: string): number;
  /** All texts so far; begins anew. */
  take(): PackedTexts;
  /** Begins anew, whatever was added. */
  clear(): void;
}

/** UTF-8 needs at most three bytes for one UTF-16 unit. */
const BYTES_OF_UNIT = 3;

export function textPacker(): TextPacker {
  let texts: string[] = [];
  return {
    clear() {
      texts = [];
    },
    add: (text) => texts.push(text) - 1,
    take() {
      // Taken out of their strings together: much faster than sign by sign.
      const joined = texts.join('');
      const units = new Uint16Array(joined.length);
      Buffer.from(units.buffer).write(joined, 'utf16le');
      const bytes = new Uint8Array(BYTES_OF_UNIT * units.length);
      const ends = new Uint32Array(texts.length);
      const hashes = new Uint32Array(2 * texts.length);
      let [read, written] = [0, 0];
      for (let at = 0; at < texts.length; at += 1) {
        const end = read + (texts[at]?.length ?? 0);
        written = writeUnits(bytes, written, units, read, end);
        hashOfUnits(units, read, end, hashes, 2 * at);
        ends[at] = written;
        read = end;
      }
      texts = [];
      return { bytes: bytes.slice(0, written), ends, hashes };
    },
  };
}
