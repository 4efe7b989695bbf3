/**
 * Tells rows that say the very same from others: 64 bits of the cells, mixed after cyrb53 (two multiplicative hashes with a final
 * avalanche). Not for keeping secrets: two rows of one order that differ share it once in 2^64.
 */

export const HASH_BYTES = 8;
/** Beyond every UTF-16 unit: ['a', 'b'] is not ['ab']. */
const CELL_END = 0x11_0000;

const HIGH = 0xdead_beef;
const LOW = 0x41c6_ce57;
const HIGH_STEP = 2_654_435_761;
const LOW_STEP = 1_597_334_677;

/** The final avalanche; answers in `mixed`. */
const mixed = new Uint32Array(2);
function mix(high: number, low: number): Uint32Array {
  const a = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  const b = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  mixed[0] = a;
  mixed[1] = b;
  return mixed;
}

/** Of a row's cells, as eight bytes for `source_row.row_hash`; written into `into` where there is one. */
export function hashOfRow(cells: readonly string[], into: Uint8Array = new Uint8Array(HASH_BYTES)): Uint8Array {
  let [high, low] = [HIGH, LOW];
  for (const cell of cells) {
    for (let at = 0; at < cell.length; at += 1) {
      const code = cell.charCodeAt(at);
      high = Math.imul(high ^ code, HIGH_STEP);
      low = Math.imul(low ^ code, LOW_STEP);
    }
    high = Math.imul(high ^ CELL_END, HIGH_STEP);
    low = Math.imul(low ^ CELL_END, LOW_STEP);
  }
  const [a = 0, b = 0] = mix(high, low);
  for (let at = 0; at < HASH_BYTES; at += 1) into[at] = (at < 4 ? a : b) >>> (8 * (at % 4));
  return into;
}

/** Of one text, as two numbers of 32 bits. */
export function hashOfText(text: string): readonly [high: number, low: number] {
  let [high, low] = [HIGH, LOW];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, HIGH_STEP);
    low = Math.imul(low ^ code, LOW_STEP);
  }
  const [a = 0, b = 0] = mix(high, low);
  return [a, b];
}
