/** Settings, kept in the ledger so that they travel with its backups. Changes are in the journal. */

import { eq } from 'drizzle-orm';
import { type SettingChanges, type Settings, settingsSchema } from '../../src-shared/contract/settings.ts';
import { write } from './journal.ts';
import { setting, tablesOf } from './schema/tables.ts';
import type { Reading, Writing } from './transaction.ts';

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // The table checks for JSON; text that slipped past it is a broken value, and those fall back to the default.
    return undefined;
  }
}

/** Every setting. A value of an unknown name or that no longer fits its schema is passed over: the default stands. */
export function readSettings(reading: Reading): Settings {
  const stored = new Map(
    tablesOf(reading)
      .select()
      .from(setting)
      .all()
      .map((row) => [row.name, parsed(row.value)]),
  );
  const sound = Object.entries(settingsSchema.shape)
    .filter(([name, schema]) => stored.has(name) && schema.safeParse(stored.get(name)).success)
    .map(([name]) => [name, stored.get(name)]);
  return settingsSchema.parse(Object.fromEntries(sound));
}

/** Puts one setting to a value given as JSON; null brings the default back. The journal is the caller's matter. */
export function storeSetting(writing: Writing, name: string, json: string | null): void {
  const tables = tablesOf(writing);
  if (json === null) tables.delete(setting).where(eq(setting.name, name)).run();
  else {
    tables
      .insert(setting)
      .values({ name, value: json })
      .onConflictDoUpdate({ target: setting.name, set: { value: json } })
      .run();
  }
}

/** Changes what is given, each with its own entry in the journal; what already stands so is left out of it. */
export function changeSettings(ledger: Reading, changes: SettingChanges, act: { readonly now: string }): Settings {
  return write(ledger, { reason: 'settings.change', now: act.now }, (writing, record) => {
    const present = new Map(Object.entries(readSettings(writing)));
    for (const [name, value] of Object.entries(changes)) {
      if (value === undefined) continue;
      const [before, after] = [JSON.stringify(present.get(name)), JSON.stringify(value)];
      if (before === after) continue;
      record({ table: 'setting', rowKey: { name }, field: 'value', before, after });
      storeSetting(writing, name, after);
    }
    return readSettings(writing);
  });
}
