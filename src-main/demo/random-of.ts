/** A generator of its own for each thing that is made, so that any of them can be made again alone. */

import { type Random, seededRandom } from './random.ts';

/** What a generator is for: no two of them begin alike. */
export type Purpose = 'house' | 'person' | 'visits' | 'order' | 'damage' | 'fill';

const salts: Readonly<Record<Purpose, number>> = {
  house: 0x51_7c_c1_b7,
  person: 0x27_22_0a_95,
  visits: 0x6c_8e_94_4d,
  order: 0x1b_87_35_93,
  damage: 0x38_49_5a_ab,
  fill: 0x7f_4a_7c_15,
};

function mixed(value: number): number {
  let mix = Math.imul(value ^ (value >>> 16), 0x85_eb_ca_6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2_b2_ae_35);
  return (mix ^ (mix >>> 16)) >>> 0;
}

/** The same seed, purpose and number always draw the same. */
export function randomOf(seed: number, purpose: Purpose, number: number): Random {
  return seededRandom(mixed(mixed(seed ^ salts[purpose]) + Math.imul(number + 1, 0x9e_37_79_b1)));
}
