/**
 * Tells rows that say the very same from others: 64 bits of the cells, mixed after cyrb53 (two multiplicative hashes with a final
 * avalanche). Not for keeping secrets: two rows of one order that differ share it once in 2^64.
 */

export const HASH_BYTES = 8;
/** Beyond every UTF-16 unit: ['a', 'b'] is not ['ab']. */
const CELL_END = 0x11_0000;

let [high, low] = [0, 0];

function begin(): void {
  high = 0xdead_beef;
  low = 0x41c6_ce57;
}

function add(code: number): void {
  high = Math.imul(high ^ code, 2_654_435_761);
  low = Math.imul(low ^ code, 1_597_334_677);
}

function addText(text: string): void {
  for (let at = 0; at < text.length; at += 1) add(text.charCodeAt(at));
}

function finish(): void {
  let [a, b] = [high, low];
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  high = a >>> 0;
  low = b >>> 0;
}

/** Of a row's cells, as eight bytes for `source_row.row_hash`. */
export function hashOfRow(cells: readonly string[]): Uint8Array {
  begin();
  for (const cell of cells) {
    addText(cell);
    add(CELL_END);
  }
  finish();
  const bytes = new Uint8Array(HASH_BYTES);
  new DataView(bytes.buffer).setUint32(0, high);
  new DataView(bytes.buffer).setUint32(4, low);
  return bytes;
}

/** Of one text, as two numbers of 32 bits. */
export function hashOfText(text: string): readonly [high: number, low: number] {
  begin();
  addText(text);
  finish();
  return [high, low];
}
