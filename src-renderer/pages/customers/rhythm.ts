/** How long a customer has been away against their average gap. Pure; needs at least two gaps to say anything. */

import type { CustomerRow } from '../../../src-shared/contract/customers.ts';
import { dayOf, daysBetween } from '../../../src-shared/day.ts';

export interface Rhythm {
  readonly sinceDays: number;
  /** Average days between counted orders. */
  readonly usualDays: number;
  /** sinceDays over usualDays. */
  readonly times: number;
}

type Facts = Pick<CustomerRow, 'orders' | 'firstDay' | 'lastDay' | 'recencyDays'>;

/** null below two gaps, or when all orders fell on one day. */
export function rhythmOf({ orders, firstDay, lastDay, recencyDays }: Facts): Rhythm | null {
  const first = firstDay === null ? null : dayOf(firstDay);
  const last = lastDay === null ? null : dayOf(lastDay);
  if (first === null || last === null || recencyDays === null || orders < 3) return null;
  const usualDays = daysBetween(first, last) / (orders - 1);
  return usualDays < 1 ? null : { sinceDays: recencyDays, usualDays, times: recencyDays / usualDays };
}

export interface RhythmState {
  readonly kind: 'fresh' | 'early' | 'due' | 'late';
  /** To the usual day, or beyond it. */
  readonly days: number;
}

/** Where in the usual gap a customer stands: in its first part, before its end, about its end, beyond it. */
export function stateOf({ sinceDays, usualDays, times }: Rhythm): RhythmState {
  const days = Math.max(1, Math.round(Math.abs(sinceDays - usualDays)));
  if (times > 1.15) return { kind: 'late', days };
  if (times > 0.8) return { kind: 'due', days };
  return { kind: times > 0.4 ? 'early' : 'fresh', days };
}
