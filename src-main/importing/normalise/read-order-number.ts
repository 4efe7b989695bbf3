/** Order numbers are text. A number that a spreadsheet has damaged is named and never becomes a key. */

import { halfWidth } from './clean-cell.ts';

export type OrderNumberRead =
  | { readonly kind: 'number'; readonly value: string }
  | {
      readonly kind: 'problem';
      readonly code:
        | 'order-number-missing'
        | 'order-number-scientific'
        | 'order-number-zeroed-tail'
        | 'order-number-unreadable';
    };

/** Spreadsheets keep 15 digits of a number and write zeros for the rest. */
const KEPT_DIGITS = 15;
const LONGEST = 80;

/** Does a number look as if a spreadsheet had rounded it to 15 digits? */
export function hasZeroedTail(text: string): boolean {
  return text.length > KEPT_DIGITS && /^\d+$/.test(text) && /^0+$/.test(text.slice(KEPT_DIGITS));
}

/** Is the raw cell marked as text (="…", an apostrophe, a tab before or behind)? No spreadsheet has rounded such a number. */
export function isGuarded(raw: string): boolean {
  return /^\s*(?:="|')|^\t|\t$/.test(raw);
}

/** Reads a cleaned cell. `whole`: the number is known to have kept all its digits, so zeros at its end are genuine. */
export function readOrderNumber(cell: string, whole = false): OrderNumberRead {
  if (cell === '') return { kind: 'problem', code: 'order-number-missing' };
  const text = halfWidth(cell).replace(/^(\d+)\.0+$/, '$1');
  if (/^[+-]?\d+(?:[.,]\d+)?e\+?\d+$/i.test(text)) return { kind: 'problem', code: 'order-number-scientific' };
  if (!whole && hasZeroedTail(text)) {
    return { kind: 'problem', code: 'order-number-zeroed-tail' };
  }
  if (text.length > LONGEST || /[\p{Cc}\ufffd]/u.test(text) || !/[\p{L}\p{N}]/u.test(text)) {
    return { kind: 'problem', code: 'order-number-unreadable' };
  }
  return { kind: 'number', value: text };
}
