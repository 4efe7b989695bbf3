/** '￥1,280.50' → 128050: amounts from digits, never through a float. */

import { type Currency, decimalsOf, type Minor, minorOf } from '../../../src-shared/money.ts';
import { halfWidth } from './clean-cell.ts';
import { MARKS } from './money-marks.ts';

/** `none`: the cell says that there is no amount (empty, 无退款申请). */
export type MoneyRead =
  | { readonly kind: 'amount'; readonly minor: Minor }
  | { readonly kind: 'none' | 'unreadable' | 'too-precise' };

const NONE: MoneyRead = { kind: 'none' };
const UNREADABLE: MoneyRead = { kind: 'unreadable' };
const NO_REFUND: ReadonlySet<string> = new Set(['无退款申请', '没有申请退款', '无退款', '无', '未退款']);
/** A phone number in the wrong column is no amount; and any sum of amounts stays a whole number. */
const LARGEST_MINOR = 999_999_999_999;
const PLAIN = /^\d{1,13}(?:\.\d+)?$/;

/** Takes grouping off: 1,234.56 and 1 234,56; null when the commas stand where no grouping puts them. */
function ungrouped(text: string): string | null {
  if (!text.includes(',') && !text.includes(' ') && !text.includes("'")) return text;
  const compact = text.replace(/[\s']/g, '');
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(compact)) return compact.replaceAll(',', '');
  if (/^\d{1,3}(?:\.\d{3})+,\d{1,2}$/.test(compact)) return compact.replaceAll('.', '').replace(',', '.');
  if (/^\d+,\d{1,2}$/.test(compact)) return compact.replace(',', '.');
  if (/^\d{1,4}(?:,\d{4})+(?:\.\d+)?$/.test(compact)) return compact.replaceAll(',', '');
  return compact.includes(',') ? null : compact;
}

function unsigned(text: string): { readonly negative: boolean; readonly text: string } {
  const inBrackets = /^\(([^()]*)\)$/.exec(text)?.[1];
  if (inBrackets !== undefined) return { negative: true, text: inBrackets.trim() };
  const signed = /^([-+\u2212\u2013])?\s*(.*?)\s*(-)?$/.exec(text);
  const sign = signed?.[1];
  return { negative: (sign !== undefined && sign !== '+') || signed?.[3] !== undefined, text: signed?.[2] ?? text };
}

const POINT = 46;

/** '128.50' and nothing else: most amounts, read without looking for signs and marks. In hundredths; -1: it is something else. */
function simpleHundredths(text: string): number {
  let [value, places] = [0, -1];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === POINT && places < 0 && at > 0) places = 0;
    else if (code >= 48 && code <= 57) {
      value = value * 10 + code - 48;
      if (places >= 0) places += 1;
    } else return -1;
  }
  if (text.length > 13 || places === 0 || places > 2 || text.length - Math.max(0, places + 1) > 10) return -1;
  return places < 0 ? value * 100 : places === 1 ? value * 10 : value;
}

/** Reads a cleaned cell. */
export function readMoney(cell: string, currency: Currency): MoneyRead {
  if (cell === '') return NONE;
  const simple = decimalsOf(currency) === 2 ? simpleHundredths(cell) : -1;
  if (simple >= 0) return { kind: 'amount', minor: minorOf(simple) };
  if (NO_REFUND.has(cell)) return NONE;
  if (cell.length > 60) return UNREADABLE;
  // Marks may stand before or behind the sign: ￥-12, -￥12. A note in brackets behind the number is no part of it.
  const noted = halfWidth(cell)
    .replace(/(\d\s*(?:元)?)\s*\([^()\d][^()]*\)$/, '$1')
    .trim();
  const outer = unsigned(noted.replace(MARKS, '').trim());
  const inner = unsigned(outer.text.replace(MARKS, '').trim());
  const plain = ungrouped(inner.text.startsWith('.') ? `0${inner.text}` : inner.text);
  if (plain === null || !PLAIN.test(plain) || (outer.negative && inner.negative)) return UNREADABLE;
  const [whole = '0', fraction = ''] = plain.split('.');
  const places = decimalsOf(currency);
  if (/[1-9]/.test(fraction.slice(places))) return { kind: 'too-precise' };
  const minor = Number(`${whole}${fraction.slice(0, places).padEnd(places, '0')}`);
  if (minor > LARGEST_MINOR) return UNREADABLE;
  return { kind: 'amount', minor: minorOf(outer.negative || inner.negative ? -minor : minor) };
}
