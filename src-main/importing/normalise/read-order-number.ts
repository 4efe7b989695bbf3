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
  return text.length > KEPT_DIGITS && text.endsWith('0') && /^\d{15}0+$/.test(text);
}

/** Is the raw cell marked as text (="…", an apostrophe, a tab before or behind)? No spreadsheet has rounded such a number. */
export function isGuarded(raw: string): boolean {
  return /^\s*(?:="|')|^\t|\t$/.test(raw);
}

/** Nothing but digits, as most order numbers are. */
function isDigits(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

/** Reads a cleaned cell. `whole`: the number is known to have kept all its digits, so zeros at its end are genuine. */
export function readOrderNumber(cell: string, whole = false): OrderNumberRead {
  if (cell === '') return { kind: 'problem', code: 'order-number-missing' };
  if (cell.length <= LONGEST && isDigits(cell)) {
    if (!whole && hasZeroedTail(cell)) return { kind: 'problem', code: 'order-number-zeroed-tail' };
    return { kind: 'number', value: cell };
  }
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
