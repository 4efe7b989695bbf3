/** Estimates have no false decimals: two figures of them are all that can be meant. */

import { formatMinor, minorOf } from '../../src-shared/money.ts';

/** 1,234 → 1,200; 0.047 → 0.05; below a half of the last figure it is 0. */
export function roughly(value: number): number {
  if (!Number.isFinite(value) || value === 0) return 0;
  if (Math.abs(value) < 1) return Math.round(value * 100) / 100;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.abs(value))) - 1);
  return Math.round(value / step) * step;
}

/** Whole per cents, and neither certainty nor its opposite: nobody knows that of what is to come. */
export function roughShare(share: number): string {
  if (share > 0.99) return '>99%';
  return share < 0.01 ? '<1%' : `${Math.round(100 * share)}%`;
}

/** Money of an estimate, without decimals. `minor` need not be whole. */
export function roughMoney(minor: number, currency: string): string {
  return formatMinor(minorOf(Math.round(roughly(minor / 100)) * 100), currency).replace(/\.00$/, '');
}
