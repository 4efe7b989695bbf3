/**
 * What is remembered of reminders, beside the ledgers and not in one: on which day this computer showed one and when the program ran on it. A
 * restored backup changes nothing of that.
 */

import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reminderStateSchema } from '../../src-shared/contract/reminders.ts';
import { freshReminders, type ReminderState } from '../../src-shared/reminder.ts';

/** Whose: of the owner's ledger, of the demo shop. */
export type ReminderPlace = 'own' | 'demo';

export interface ReminderFile {
  of(place: ReminderPlace): ReminderState;
  keep(place: ReminderPlace, state: ReminderState): void;
}

function stored(file: string): ReadonlyMap<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return new Map(Object.entries(typeof parsed === 'object' && parsed !== null ? parsed : {}));
  } catch {
    // Not there yet, or half of a file somebody else wrote: nothing is known.
    return new Map();
  }
}

export function reminderFile(folder: string): ReminderFile {
  const file = join(folder, 'reminders.json');
  const known = new Map<ReminderPlace, ReminderState>();
  for (const [place, state] of stored(file)) {
    const read = reminderStateSchema.safeParse(state);
    if (read.success && (place === 'own' || place === 'demo')) known.set(place, read.data);
  }
  return {
    of: (place) => known.get(place) ?? freshReminders,
    keep: (place, state) => {
      if (JSON.stringify(known.get(place)) === JSON.stringify(state)) return;
      known.set(place, state);
      try {
        const unfinished = `${file}.part`;
        writeFileSync(unfinished, `${JSON.stringify(Object.fromEntries(known), null, 2)}\n`);
        renameSync(unfinished, file);
      } catch {
        // A full disk, a folder that can only be read: it is known for as long as the program runs.
      }
    },
  };
}
