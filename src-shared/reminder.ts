/** When the morning's reminder is due, and on which days the program did not run. Pure: what day and what time it is comes from outside. */

import { addDays, type Day, daysBetween } from './day.ts';

export interface ReminderRule {
  readonly on: boolean;
  /** 'HH:MM' on the shop's clock. */
  readonly at: string;
}

/** A moment on the shop's clock. */
export interface Moment {
  readonly day: Day;
  /** 'HH:MM'. */
  readonly clock: string;
}

/** What is remembered of a ledger from one run of the program to the next. */
export interface ReminderState {
  /** The last day that was looked at for a reminder; null: none yet. */
  readonly remindedOn: Day | null;
  /** The last day the program ran on. */
  readonly openOn: Day | null;
  /** The days before `on` on which it did not run; told on that day only, until it is read. */
  readonly away: { readonly from: Day; readonly to: Day; readonly on: Day } | null;
}

export const freshReminders: ReminderState = { remindedOn: null, openOn: null, away: null };

/**
 * Once a day, from its time on. Flying west gives a part of a day twice: it was reminded of already. A clock that once ran years ahead must not
 * silence the reminders until then: no time zone is more than a day ahead.
 */
export function isReminderDue({ on, at }: ReminderRule, now: Moment, remindedOn: Day | null): boolean {
  if (!on || now.clock < at) return false;
  return remindedOn === null || now.day > remindedOn || daysBetween(now.day, remindedOn) > 1;
}

/** The program runs on this day. After days on which it did not, it says which they were; at the first start of all nobody knows. */
export function runsOn(state: ReminderState, today: Day): ReminderState {
  const { openOn } = state;
  if (openOn === today) return state;
  const isAway = openOn !== null && daysBetween(openOn, today) > 1;
  return {
    ...state,
    openOn: today,
    away: isAway ? { from: addDays(openOn, 1), to: addDays(today, -1), on: today } : null,
  };
}
