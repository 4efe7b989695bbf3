/** Notes which days each file of an import covers: once, when it is applied. Taking the import back takes its days away, for they are its files'. */

import type { Database } from 'better-sqlite3';
import { type Day, dayOf } from '../../src-shared/day.ts';
import orderedDays from './ordered-days.sql?raw';
import { coveredPeriod, statedPeriod } from './stated-period.ts';

interface OrderedFile {
  readonly file: number;
  readonly name: string;
  readonly notice: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

function linesOf(notice: string | null): string[] {
  const found: unknown = notice === null ? [] : JSON.parse(notice);
  return Array.isArray(found) ? found.filter((line) => typeof line === 'string') : [];
}

/** `now`: an instant with Z. */
export function noteCoverage(connection: Database, batches: readonly number[], now: string): void {
  const files = connection.prepare<[number], OrderedFile>(orderedDays);
  const save = connection.prepare(
    'update import_file set covers_from = ?, covers_to = ?, covers_stated = ? where file_id = ?',
  );
  const today = dayOf(now.slice(0, 10));
  for (const { file, name, notice, from, to } of batches.flatMap((batch) => files.all(batch))) {
    const [first, last] = [dayOf(from ?? ''), dayOf(to ?? '')];
    const ordered = first === null || last === null ? null : { from: first, to: last };
    const covered = coveredPeriod(statedPeriod(name, linesOf(notice)), ordered, today ?? ('9999-12-31' as Day));
    if (covered !== null) save.run(covered.from, covered.to, covered.stated ? 1 : 0, file);
  }
}
