/** Numbers for drawing again: the same seed gives the same, so that an interval does not change from one look to the next. */

import { hash } from 'node:crypto';

/** 0 ≤ x < 1, by sfc32: C. Doty-Humphrey, PractRand (2010). */
export function seededNumbers(seed: string): () => number {
  const start = hash('sha256', seed, 'hex');
  const word = (nth: number): number => Number.parseInt(start.slice(8 * nth, 8 * nth + 8), 16) | 0;
  let [a, b, c, counter] = [word(0), word(1), word(2), 1];
  return () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 2 ** 32;
  };
}
