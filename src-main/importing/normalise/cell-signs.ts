/** What a reader notes of a cell's signs while it cuts it, so that most cells need not be gone through again. Between readers and `row-cells`. */

import { isSuspect } from './cell-damage.ts';
import { isOdd } from './clean-cell.ts';

/** Bits of a cell: it has an odd sign (`clean-cell`), or one that may be what is left of a letter (`cell-damage`). */
export const ODD = 1;
export const SUSPECT = 2;

const SIGNS = 0x1_0000;

/** By unit, the bits of each sign. */
export const cellSigns = new Uint8Array(SIGNS);
for (let code = 0; code < SIGNS; code += 1) cellSigns[code] = (isOdd(code) ? ODD : 0) | (isSuspect(code) ? SUSPECT : 0);
