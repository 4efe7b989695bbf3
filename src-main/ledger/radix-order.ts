/**
 * Puts numbers in order digit by digit, sixteen bits at a time: hundreds of thousands in some milliseconds, whatever they are. Nothing is
 * compared, so equal numbers stay as they came. For the lists of customers.
 */

const DIGIT_BITS = 16;
const DIGITS = 1 << DIGIT_BITS;
const SIGN = 0x8000_0000;
/** Digits of a number of 64 bits. */
const PARTS = 4;

/** The bits of each number, changed so that they are in order as whole numbers: two of 32 bits each, the low one first, as processors have them. In place. */
function orderedBits(keys: Float64Array, descending: boolean): Uint32Array {
  const bits = new Uint32Array(keys.buffer, keys.byteOffset, 2 * keys.length);
  const turned = descending ? -1 : 0;
  for (let at = 0; at < bits.length; at += 2) {
    const high = bits[at + 1] ?? 0;
    // Among negative numbers larger bits are a smaller number.
    const isNegative = high >= SIGN;
    const flips = turned ^ (isNegative ? -1 : 0);
    bits[at] = (bits[at] ?? 0) ^ flips;
    bits[at + 1] = high ^ flips ^ (isNegative ? 0 : SIGN);
  }
  return bits;
}

/** How often each digit occurs, part by part. */
function digitCounts(bits: Uint32Array): Uint32Array {
  const counts = new Uint32Array(PARTS * DIGITS);
  for (let at = 0; at < bits.length; at += 1) {
    const half = bits[at] ?? 0;
    const first = (at & 1) * 2 * DIGITS;
    const [low, high] = [first + (half & (DIGITS - 1)), first + DIGITS + (half >>> DIGIT_BITS)];
    counts[low] = (counts[low] ?? 0) + 1;
    counts[high] = (counts[high] ?? 0) + 1;
  }
  return counts;
}

/** Fewer than this are sooner compared than counted. */
const FEW = 4096;

function compared(keys: Float64Array, descending: boolean): Int32Array {
  const sign = descending ? -1 : 1;
  const key = (at: number): number => keys[at] ?? 0;
  return Int32Array.from(keys, (_, at) => at).sort((a, b) => sign * (key(a) - key(b)) || a - b);
}

/** Where the numbers stand, the first of the order first. `keys`: none is NaN; they are used up. */
export function orderOf(keys: Float64Array, descending: boolean): Int32Array {
  const count = keys.length;
  if (count < FEW) return compared(keys, descending);
  const bits = orderedBits(keys, descending);
  const counts = digitCounts(bits);
  let order = new Int32Array(count);
  let next = new Int32Array(count);
  for (let at = 0; at < count; at += 1) order[at] = at;
  for (let part = 0; part < PARTS; part += 1) {
    const starts = counts.subarray(part * DIGITS, (part + 1) * DIGITS);
    const [half, shift] = [part >> 1, (part & 1) * DIGIT_BITS];
    const digitOf = (at: number): number => ((bits[2 * at + half] ?? 0) >>> shift) & (DIGITS - 1);
    // All have the same digit here: whole numbers end in zeros, and days are close together.
    if (count === 0 || starts[digitOf(0)] === count) continue;
    let sum = 0;
    for (let digit = 0; digit < DIGITS; digit += 1) {
      const own = starts[digit] ?? 0;
      starts[digit] = sum;
      sum += own;
    }
    for (let step = 0; step < count; step += 1) {
      const at = order[step] ?? 0;
      const digit = digitOf(at);
      const place = starts[digit] ?? 0;
      starts[digit] = place + 1;
      next[place] = at;
    }
    [order, next] = [next, order];
  }
  return order;
}
