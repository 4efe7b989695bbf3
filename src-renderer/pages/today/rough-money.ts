/** An estimated amount: without decimals, and without the last figures. */

import { formatMinor, minorOf } from '../../../src-shared/money.ts';

/** To the next one, above a hundred to the next ten. */
export function roughMoney(minor: number, currency: string): string {
  const step = Math.abs(minor) >= 100_00 ? 10_00 : 1_00;
  return formatMinor(minorOf(Math.round(minor / step) * step), currency).replace(/\.00$/, '');
}
