/**
 * How the windows of this computer look: language, theme, size of letters, height of rows, widths of columns. Kept beside the ledgers, not in
 * one: neither the demo shop nor a restored backup changes what the owner's eyes are used to.
 */

import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Look,
  lookFields,
  lookSchema,
  type SettingChanges,
  settingChangesSchema,
} from '../../src-shared/contract/settings.ts';
import { withProblems } from '../ledger/sqlite-problems.ts';

/** Only what is to change. */
export type LookChanges = Pick<SettingChanges, keyof Look>;

function stored(folder: string): ReadonlyMap<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(readFileSync(join(folder, 'look.json'), 'utf8'));
    return new Map(Object.entries(typeof parsed === 'object' && parsed !== null ? parsed : {}));
  } catch {
    // Not there yet, or half of a file somebody else wrote: the look of a fresh window.
    return new Map();
  }
}

/** A value that does not fit is passed over: the default stands. */
export function readLook(folder: string): Look {
  const values = stored(folder);
  const sound = Object.entries(lookSchema.shape)
    .filter(([name, schema]) => values.has(name) && schema.safeParse(values.get(name)).success)
    .map(([name]) => [name, values.get(name)]);
  return lookSchema.parse(Object.fromEntries(sound));
}

/** Throws `ledger-read-only` and `ledger-full`, as a write to the ledger would. */
export function changeLook(folder: string, changes: LookChanges): void {
  const next = JSON.stringify({ ...readLook(folder), ...changes }, null, 2);
  withProblems(folder, () => {
    // Beside and renamed: there is the old look or the new one, never half of either.
    const unfinished = join(folder, 'look.json.part');
    writeFileSync(unfinished, `${next}\n`);
    renameSync(unfinished, join(folder, 'look.json'));
  });
}

/** What of a change belongs to this computer, and what to the ledger. */
export function partChanges(changes: SettingChanges): { readonly look: LookChanges; readonly book: SettingChanges } {
  const isLook = ([name]: readonly [string, unknown]): boolean => name in lookSchema.shape;
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  return {
    look: settingChangesSchema.pick(lookFields).parse(Object.fromEntries(given.filter(isLook))),
    book: settingChangesSchema.parse(Object.fromEntries(given.filter((entry) => !isLook(entry)))),
  };
}
