/**
 * Very many short texts kept as few long ones: bytes are put side by side, made a string a stretch at a time, and cut where a text is asked
 * for. Half a million shared texts cost little more than their letters, and no work for the collector. Between workbook-parts and sheet-rows.
 */

import { isUtf8 } from 'node:buffer';

export interface TextStore {
  readonly size: number;
  /** undefined beyond the last. */
  at(index: number): string | undefined;
}

export interface TextStoreInMaking extends TextStore {
  /** `isAscii`: all bytes are below 128, the caller has seen them. */
  addBytes(bytes: Buffer, from: number, to: number, isAscii: boolean): void;
  addText(text: string): void;
  /** Call once after the last text. */
  finish(): void;
}

/** Whoever keeps one cut text keeps its stretch: small ones. */
const STRETCH_BITS = 15;
const STRETCH = 1 << STRETCH_BITS;
/** Longer ones stand alone. */
const LONGEST_SHORT = 4096;
const FIRST_SIZE = 1024;
/** Marks a text that stands alone. */
const ALONE = 0xffff_ffff;

/** Bytes on their way to a stretch. */
interface Filling {
  readonly bytes: Buffer;
  /** Number of the stretch they will be. */
  stretch: number;
  used: number;
  /** UTF-16 units of the bytes so far, if they are sound UTF-8. */
  units: number;
  /** Which texts are in it, and where their bytes begin: needed if they are not sound. */
  readonly members: number[];
  readonly starts: number[];
}

function grown(numbers: Uint32Array<ArrayBuffer>, wanted: number): Uint32Array<ArrayBuffer> {
  if (wanted <= numbers.length) return numbers;
  const larger = new Uint32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}

export function textStore(): TextStoreInMaking {
  const stretches: string[] = [];
  const alone = new Map<number, string>();
  // Of each text: stretch × STRETCH + first unit, and its length in units.
  let places = new Uint32Array(FIRST_SIZE);
  let lengths = new Uint32Array(FIRST_SIZE);
  let size = 0;

  const newFilling = (): Filling => {
    const stretch = stretches.push('') - 1;
    return { bytes: Buffer.allocUnsafe(STRETCH), stretch, used: 0, units: 0, members: [], starts: [] };
  };
  // Letters of one byte are kept apart: a string of them takes half the room.
  const narrow = newFilling();
  const wide = newFilling();

  const settle = (filling: Filling): void => {
    const bytes = filling.bytes.subarray(0, filling.used);
    if (filling === narrow) stretches[filling.stretch] = bytes.toString('latin1');
    else if (isUtf8(bytes)) stretches[filling.stretch] = bytes.toString('utf8');
    else {
      filling.members.forEach((member, at) => {
        places[member] = ALONE;
        alone.set(member, bytes.toString('utf8', filling.starts[at], filling.starts[at + 1] ?? filling.used));
      });
    }
    filling.members.length = 0;
    filling.starts.length = 0;
    filling.used = 0;
    filling.units = 0;
  };
  const renew = (filling: Filling): void => {
    settle(filling);
    filling.stretch = stretches.push('') - 1;
  };

  const addPlace = (place: number, length: number): void => {
    places = grown(places, size + 1);
    lengths = grown(lengths, size + 1);
    places[size] = place;
    lengths[size] = length;
    size += 1;
  };
  const addText = (text: string): void => {
    alone.set(size, text);
    addPlace(ALONE, 0);
  };

  return {
    get size() {
      return size;
    },
    at: (index) => {
      const place = index < size ? places[index] : undefined;
      if (place === undefined) return undefined;
      if (place === ALONE) return alone.get(index);
      const length = lengths[index] ?? 0;
      if (length === 0) return '';
      const from = place & (STRETCH - 1);
      return stretches[place >>> STRETCH_BITS]?.slice(from, from + length);
    },
    addBytes: (bytes, from, to, isAscii) => {
      // A text that begins in the middle of a letter would borrow the end of its neighbour.
      const isOdd = to > from && ((bytes[from] ?? 0) & 0xc0) === 0x80;
      if (to - from > LONGEST_SHORT || isOdd) {
        addText(bytes.toString('utf8', from, to));
        return;
      }
      const filling = isAscii ? narrow : wide;
      if (filling.used + to - from > STRETCH) renew(filling);
      const { bytes: target, units: first } = filling;
      let { used, units } = filling;
      if (!isAscii) {
        filling.members.push(size);
        filling.starts.push(used);
      }
      for (let at = from; at < to; at++) {
        const byte = bytes[at] ?? 0;
        target[used++] = byte;
        // Bytes after the first of a letter begin with 10; letters of four bytes are two units.
        if ((byte & 0xc0) !== 0x80) units += byte < 0xf0 ? 1 : 2;
      }
      filling.used = used;
      filling.units = units;
      addPlace(filling.stretch * STRETCH + first, units - first);
    },
    addText,
    finish: () => {
      settle(narrow);
      settle(wide);
    },
  };
}
