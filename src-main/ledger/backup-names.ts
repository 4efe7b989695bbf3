/** How backups are named, and which of them are worth keeping. Pure: names and a moment in, names out. */

import { backupSchema } from '../../src-shared/contract/ledger.ts';

export const backupReasons = backupSchema.shape.reason.options;
export type BackupReason = (typeof backupReasons)[number];

export interface BackupName {
  readonly name: string;
  /** An instant with Z. */
  readonly madeAt: string;
  readonly reason: BackupReason;
}

// '2026-03-05T02-00-00-000Z-import.db'; a second one of the same moment and reason ends in '-2'. No colons: Windows forbids them.
const SHAPE = /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z-([a-z]+)(?:-\d+)?\.db$/;

/** `now` is an instant with Z. */
export function backupName(now: string, reason: BackupReason, turn = 1): string {
  const instant = now.includes('.') ? now : now.replace('Z', '.000Z');
  return `${instant.replaceAll(/[:.]/g, '-')}-${reason}${turn === 1 ? '' : `-${turn}`}.db`;
}

/** null when the file is not one of our backups. */
export function readBackupName(name: string): BackupName | null {
  const [, day, hour, minute, second, ms, word] = SHAPE.exec(name) ?? [];
  const reason = backupReasons.find((known) => known === word);
  if (day === undefined || reason === undefined) return null;
  return { name, madeAt: `${day}T${hour}:${minute}:${second}.${ms}Z`, reason };
}

const TODAY_KEPT = 3;
const DAYS_KEPT = 10;

/**
 * Of all names, the ones to keep at the moment `now`: three of today, and today's newest of every reason (the one before a
 * restore is the way back); the newest of each of the last ten days that have any; the newest of each month. What is newer
 * than `now` stays: the clock was put back, and the newest backup is never thinned. Days are those of UTC.
 */
export function backupsToKeep(names: readonly string[], now: string): ReadonlySet<string> {
  const newestFirst = names
    .map(readBackupName)
    .filter((found) => found !== null)
    .sort((a, b) => (a.madeAt === b.madeAt ? (a.name < b.name ? 1 : -1) : a.madeAt < b.madeAt ? 1 : -1));
  const keep = new Set<string>(newestFirst.slice(0, 1).map((found) => found.name));
  const keepFirst = (of: readonly BackupName[], group: (found: BackupName) => string, groups = Infinity): void => {
    const seen = new Set<string>();
    for (const found of of) {
      const key = group(found);
      if (seen.has(key) || seen.size >= groups) continue;
      seen.add(key);
      keep.add(found.name);
    }
  };
  const today = newestFirst.filter((found) => found.madeAt.slice(0, 10) === now.slice(0, 10));
  const before = newestFirst.filter((found) => found.madeAt.slice(0, 10) < now.slice(0, 10));
  for (const found of newestFirst) if (found.madeAt > now) keep.add(found.name);
  for (const found of today.slice(0, TODAY_KEPT)) keep.add(found.name);
  keepFirst(today, (found) => found.reason);
  keepFirst(before, (found) => found.madeAt.slice(0, 10), DAYS_KEPT);
  keepFirst(newestFirst, (found) => found.madeAt.slice(0, 7));
  return keep;
}
