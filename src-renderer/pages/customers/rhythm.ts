/** Where in their usual gap a customer of the list stands. Pure. */

import type { ListedCustomer } from '../../../src-shared/contract/customers.ts';
import { lateDays } from '../../../src-shared/rhythm.ts';

export interface Rhythm {
  readonly sinceDays: number;
  readonly usualDays: number;
  /** sinceDays over usualDays. */
  readonly times: number;
  readonly kind: 'fresh' | 'early' | 'due' | 'late';
  /** To the day they are due, or beyond it. */
  readonly days: number;
}

/** Up to this part of the usual gap somebody has just come. */
const freshTimes = 0.4;

/** null: no usual gap, or never bought. */
export function rhythmOf({
  recencyDays,
  rhythmDays,
}: Pick<ListedCustomer, 'recencyDays' | 'rhythmDays'>): Rhythm | null {
  const late = lateDays(recencyDays, rhythmDays);
  if (late === null || recencyDays === null || rhythmDays === null) return null;
  const times = recencyDays / rhythmDays;
  const kind = late > 0 ? 'late' : late === 0 ? 'due' : times > freshTimes ? 'early' : 'fresh';
  return { sinceDays: recencyDays, usualDays: rhythmDays, times, kind, days: Math.abs(late) };
}
