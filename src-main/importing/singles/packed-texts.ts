/** Many short texts as bytes, so that they can be sent from a reading thread in one piece. From `fold-book` to `text-table`. */

import { hashOfText } from '../row-hash.ts';
import { writeText } from './record-pages.ts';

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

const FIRST_BYTES = 1 << 14;
/** UTF-8 needs at most three bytes for one UTF-16 unit. */
const BYTES_OF_UNIT = 3;

/** `room`: bytes to begin with; more are taken as they are needed. */
export function textPacker(room: number = FIRST_BYTES): TextPacker {
  let bytes = new Uint8Array(room);
  let end = 0;
  let ends: number[] = [];
  let hashes: number[] = [];
  function clear(): void {
    end = 0;
    ends = [];
    hashes = [];
  }
  return {
    clear,
    add(text) {
      const most = end + BYTES_OF_UNIT * text.length;
      if (most > bytes.length) bytes = new Uint8Array(bytes.buffer.transfer(2 * most));
      end = writeText(bytes, end, text);
      const [high, low] = hashOfText(text);
      hashes.push(high, low);
      return ends.push(end) - 1;
    },
    take() {
      const taken = { bytes: bytes.slice(0, end), ends: Uint32Array.from(ends), hashes: Uint32Array.from(hashes) };
      clear();
      return taken;
    },
  };
}
