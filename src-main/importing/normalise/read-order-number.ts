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

/** Reads a cleaned cell. */
export function readOrderNumber(cell: string): OrderNumberRead {
  if (cell === '') return { kind: 'problem', code: 'order-number-missing' };
  const text = halfWidth(cell).replace(/^(\d+)\.0+$/, '$1');
  if (/^[+-]?\d+(?:[.,]\d+)?e\+?\d+$/i.test(text)) return { kind: 'problem', code: 'order-number-scientific' };
  if (/^\d+$/.test(text) && text.length > KEPT_DIGITS && /^0+$/.test(text.slice(KEPT_DIGITS))) {
    return { kind: 'problem', code: 'order-number-zeroed-tail' };
  }
  if (text.length > LONGEST || /[\p{Cc}\ufffd]/u.test(text) || !/[\p{L}\p{N}]/u.test(text)) {
    return { kind: 'problem', code: 'order-number-unreadable' };
  }
  return { kind: 'number', value: text };
}
