/**
 * Which order numbers were seen, as hashes of 64 bits in open addressing: a million of them in 24 MB. Two numbers that share a hash are
 * taken for one, and so go the way of orders with several rows, which compares the numbers themselves.
 */

/** Nothing was seen under this number. */
export const UNSEEN = -1;
/** Seen in a row that is no fold. */
export const OTHER = -2;

const FREE = -1;
const FIRST_ROOM = 1 << 14;

export interface NumberTable {
  /** Notes a number, `fold` or OTHER, and answers what it was noted with before; UNSEEN when it is new. */
  note(high: number, low: number, fold: number): number;
}

export function numberTable(): NumberTable {
  let room = FIRST_ROOM;
  let highs = new Uint32Array(room);
  let lows = new Uint32Array(room);
  let folds = new Int32Array(room).fill(FREE);
  let count = 0;

  const slotOf = (high: number, low: number): number => {
    let slot = low & (room - 1);
    while (folds[slot] !== FREE && (lows[slot] !== low || highs[slot] !== high)) slot = (slot + 1) & (room - 1);
    return slot;
  };

  function grow(): void {
    const [oldHighs, oldLows, oldFolds] = [highs, lows, folds];
    room *= 2;
    highs = new Uint32Array(room);
    lows = new Uint32Array(room);
    folds = new Int32Array(room).fill(FREE);
    for (let old = 0; old < oldFolds.length; old += 1) {
      const fold = oldFolds[old] ?? FREE;
      if (fold === FREE) continue;
      const slot = slotOf(oldHighs[old] ?? 0, oldLows[old] ?? 0);
      highs[slot] = oldHighs[old] ?? 0;
      lows[slot] = oldLows[old] ?? 0;
      folds[slot] = fold;
    }
  }

  return {
    note(high, low, fold) {
      const slot = slotOf(high, low);
      const before = folds[slot] ?? FREE;
      if (before !== FREE) return before;
      highs[slot] = high;
      lows[slot] = low;
      folds[slot] = fold;
      count += 1;
      if (count * 2 > room) grow();
      return UNSEEN;
    },
  };
}
