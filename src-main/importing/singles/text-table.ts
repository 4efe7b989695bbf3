/**
 * Each distinct text as a number, its place: the words of a million orders in a few large arrays instead of a million strings. Texts with
 * one hash are told apart by their bytes. Part of `singles`.
 */

import { type PackedTexts, textPacker } from './packed-texts.ts';
import type { Utf8Span } from './record-pages.ts';

export interface TextTable {
  count(): number;
  /** Places of these texts; new ones if need be. */
  placesOf(texts: PackedTexts): Int32Array;
  placeOf(text: string): number;
  find(text: string): number | undefined;
  text(place: number): string;
  /** Code of its first letter, which is an ASCII one. */
  letter(place: number): number;
  /** Its bytes behind the first letter. */
  behindLetter(place: number): Utf8Span;
}

const FREE = -1;
const FIRST_ROOM = 1 << 14;
const FIRST_BYTES = 1 << 18;

/** The same values in twice the room; what they stood in is given back at once. */
function roomier(values: Uint8Array<ArrayBuffer>, least = 0): Uint8Array<ArrayBuffer> {
  return new Uint8Array(values.buffer.transfer(Math.max(2 * values.length, least)));
}

function roomierNumbers(values: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  return new Uint32Array(values.buffer.transfer(2 * values.byteLength));
}

export function textTable(): TextTable {
  let slots = new Int32Array(2 * FIRST_ROOM).fill(FREE);
  /** Two numbers each. */
  let hashes = new Uint32Array(2 * FIRST_ROOM);
  /** Where each begins; one more says where the last ends. */
  let starts = new Uint32Array(FIRST_ROOM + 1);
  let bytes = new Uint8Array(FIRST_BYTES);
  let count = 0;

  function isAt(place: number, from: Uint8Array, start: number, end: number): boolean {
    const own = starts[place] ?? 0;
    if ((starts[place + 1] ?? 0) - own !== end - start) return false;
    for (let at = start; at < end; at += 1) if (bytes[own + at - start] !== from[at]) return false;
    return true;
  }

  /** The slot of this text, or the free one where it belongs. */
  function slotOf(high: number, low: number, from: Uint8Array, start: number, end: number): number {
    const last = slots.length - 1;
    for (let slot = low & last; ; slot = (slot + 1) & last) {
      const place = slots[slot] ?? FREE;
      if (place === FREE) return slot;
      if (hashes[2 * place] === high && hashes[2 * place + 1] === low && isAt(place, from, start, end)) return slot;
    }
  }

  function grow(): void {
    slots = new Int32Array(2 * slots.length).fill(FREE);
    const last = slots.length - 1;
    for (let place = 0; place < count; place += 1) {
      let slot = (hashes[2 * place + 1] ?? 0) & last;
      while (slots[slot] !== FREE) slot = (slot + 1) & last;
      slots[slot] = place;
    }
  }

  function add(slot: number, high: number, low: number, from: Uint8Array, start: number, end: number): number {
    const place = count;
    const begin = starts[place] ?? 0;
    const ending = begin + end - start;
    if (2 * place + 2 > hashes.length) hashes = roomierNumbers(hashes);
    if (place + 2 > starts.length) starts = roomierNumbers(starts);
    if (ending > bytes.length) bytes = roomier(bytes, ending);
    for (let at = start; at < end; at += 1) bytes[begin + at - start] = from[at] ?? 0;
    starts[place + 1] = ending;
    hashes[2 * place] = high;
    hashes[2 * place + 1] = low;
    slots[slot] = place;
    count += 1;
    if (2 * count > slots.length) grow();
    return place;
  }

  function placesOf({ bytes: from, ends, hashes: given }: PackedTexts): Int32Array {
    const places = new Int32Array(ends.length);
    let start = 0;
    for (let at = 0; at < ends.length; at += 1) {
      const high = given[2 * at] ?? 0;
      const low = given[2 * at + 1] ?? 0;
      const end = ends[at] ?? 0;
      const slot = slotOf(high, low, from, start, end);
      const known = slots[slot] ?? FREE;
      places[at] = known === FREE ? add(slot, high, low, from, start, end) : known;
      start = end;
    }
    return places;
  }

  function packed(text: string): PackedTexts {
    const packer = textPacker();
    packer.add(text);
    return packer.take();
  }

  return {
    count: () => count,
    placesOf,
    placeOf: (text) => placesOf(packed(text))[0] ?? 0,
    find(text) {
      const { bytes: from, ends, hashes: given } = packed(text);
      const place = slots[slotOf(given[0] ?? 0, given[1] ?? 0, from, 0, ends[0] ?? 0)] ?? FREE;
      return place === FREE ? undefined : place;
    },
    text: (place) =>
      place < count
        ? Buffer.from(bytes.buffer, starts[place], (starts[place + 1] ?? 0) - (starts[place] ?? 0)).toString()
        : '',
    letter: (place) => bytes[starts[place] ?? 0] ?? 0,
    behindLetter: (place) => ({ source: bytes, start: (starts[place] ?? 0) + 1, end: starts[place + 1] ?? 0 }),
  };
}
