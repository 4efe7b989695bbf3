/**
 * Tells rows that say the very same from others: 64 bits of the cells, mixed after cyrb53 (two multiplicative hashes with a final
 * avalanche). Not for keeping secrets: two rows of one order that differ share it once in 2^64.
 */

export const HASH_BYTES = 8;
/** Beyond every UTF-16 unit: ['a', 'b'] is not ['ab']. */
export const CELL_END = 0x11_0000;

/** Where both halves of a hash begin, and by what they are multiplied at each unit. */
export const HIGH = 0xdead_beef;
export const LOW = 0x41c6_ce57;
export const HIGH_STEP = 2_654_435_761;
export const LOW_STEP = 1_597_334_677;

/** The final avalanche, half by half: the second needs the first. */
function mixedHigh(high: number, low: number): number {
  return (Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909)) >>> 0;
}

function mixedLow(low: number, mixed: number): number {
  return (Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(mixed ^ (mixed >>> 13), 3_266_489_909)) >>> 0;
}

/** The eight bytes of a hash that has met all its units. */
export function finishedHash(high: number, low: number, into: Uint8Array): Uint8Array {
  const a = mixedHigh(high, low);
  const b = mixedLow(low, a);
  for (let at = 0; at < 4; at += 1) {
    into[at] = a >>> (8 * at);
    into[at + 4] = b >>> (8 * at);
  }
  return into;
}

/** Of a row's cells, as eight bytes for `source_row.row_hash`; written into `into` where there is one. */
export function hashOfRow(cells: readonly string[], into: Uint8Array = new Uint8Array(HASH_BYTES)): Uint8Array {
  let high = HIGH;
  let low = LOW;
  for (const cell of cells) {
    for (let at = 0; at < cell.length; at += 1) {
      const code = cell.charCodeAt(at);
      high = Math.imul(high ^ code, HIGH_STEP);
      low = Math.imul(low ^ code, LOW_STEP);
    }
    high = Math.imul(high ^ CELL_END, HIGH_STEP);
    low = Math.imul(low ^ CELL_END, LOW_STEP);
  }
  return finishedHash(high, low, into);
}

/** Of one text, as two numbers of 32 bits. */
export function hashOfText(text: string): readonly [high: number, low: number] {
  let high = HIGH;
  let low = LOW;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, HIGH_STEP);
    low = Math.imul(low ^ code, LOW_STEP);
  }
  const mixed = mixedHigh(high, low);
  return [mixed, mixedLow(low, mixed)];
}

/** What `hashOfText` says of these UTF-16 units, as two numbers into `into` at `place`. */
export function hashOfUnits(units: Uint16Array, from: number, end: number, into: Uint32Array, place: number): void {
  let high = HIGH;
  let low = LOW;
  for (let at = from; at < end; at += 1) {
    const code = units[at] ?? 0;
    high = Math.imul(high ^ code, HIGH_STEP);
    low = Math.imul(low ^ code, LOW_STEP);
  }
  const mixed = mixedHigh(high, low);
  into[place] = mixed;
  into[place + 1] = mixedLow(low, mixed);
}
