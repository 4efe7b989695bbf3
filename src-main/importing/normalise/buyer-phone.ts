/** A buyer whom his marketplace knows by the phone of his account: the phone as an id, which is no phone any more. */

import { createHash } from 'node:crypto';
import { readPhone } from '../../../src-shared/phone.ts';

const LEAST_DIGITS = 11;

/**
 * 138·5f2a9c·8001: ids are shown and written into lists where phones are hidden, so the middle digits are told apart but not said. A masked
 * number stays as it is and, like any masked id, names nobody. A virtual one is another's tomorrow, a short one may be: null.
 */
export function idOfBuyersPhone(printed: string): string | null {
  const { kind, value } = readPhone(printed);
  if (kind === 'masked') return value;
  if (kind !== 'whole' || value.length < LEAST_DIGITS) return null;
  const middle = createHash('sha256').update(value).digest('hex').slice(0, 6);
  return `${value.slice(0, 3)}·${middle}·${value.slice(-4)}`;
}
