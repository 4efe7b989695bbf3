/** Reminders (提醒): how many are to be contacted today, said once a day while the program runs; and what came due while it did not. */

import { z } from 'zod';
import type { ReminderState } from '../reminder.ts';
import { dueSchema, reasonKinds } from './follow-ups.ts';
import { method } from './method.ts';
import { countSchema, daySchema, doneSchema, emptySchema } from './schemas.ts';

/** Counts only: a reminder is read over the shoulder and on locked screens, so nobody's name or number is in it. */
export const reminderSchema = z.object({
  day: daySchema,
  /** The demo shop lies open. */
  demo: z.boolean(),
  people: countSchema,
  /** Of these: planned for this day; planned for an earlier one; suggested by the rules of care. */
  due: countSchema,
  overdue: countSchema,
  suggested: countSchema,
  /** So many of all of them are called. */
  calls: countSchema,
});
export type Reminder = z.output<typeof reminderSchema>;

/** Where one that came due stands now; `passed`: its time is over. */
export const missedPlaces = ['today', 'later', 'held', 'passed'] as const;

export const missedSchema = z.object({
  /** The days on which the program did not run. */
  from: daySchema,
  to: daySchema,
  count: countSchema,
  kinds: z.partialRecord(z.enum(reasonKinds), countSchema),
  /** The longest waiting first, 200 at most. */
  items: z.array(dueSchema.extend({ stands: z.enum(missedPlaces) })),
});
export type Missed = z.output<typeof missedSchema>;

export const reminderStateSchema: z.ZodType<ReminderState> = z.object({
  remindedOn: daySchema.nullable(),
  openOn: daySchema.nullable(),
  away: z.object({ from: daySchema, to: daySchema, on: daySchema }).nullable(),
});

export const reminderMethods = {
  /**
   * The program runs: whoever shows its pages says so each half minute. `remind`: to be shown now; null: nothing. It is given to one page at a
   * time, and to none once a page said that it stood there (`reminders.told`); a page that went away meanwhile keeps nobody else from it.
   * `away`: it did not run on the days before, and nobody has read what came due.
   */
  'reminders.tick': method(
    emptySchema,
    z.object({ today: daySchema, remind: reminderSchema.nullable(), away: z.boolean() }),
  ),
  /** The reminder of this day was shown: none comes again on it. */
  'reminders.told': method(z.object({ day: daySchema }), doneSchema),
  /** What a reminder would say now, whatever the hour. */
  'reminders.now': method(emptySchema, reminderSchema),
  /** What came due while the program did not run; null: nothing, or it was read. */
  'reminders.missed': method(emptySchema, z.object({ missed: missedSchema.nullable() })),
  /** It was read. */
  'reminders.dismiss': method(emptySchema, doneSchema),
};
