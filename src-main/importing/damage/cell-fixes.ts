/**
 * Cells that the owner corrected. A correction belongs to one imported file, row and column: the file's own text is kept, and what the row
 * says is read from the corrected cells, here and every time it is read again. Files of the very same bytes take it over.
 */

import type { Database } from 'better-sqlite3';
import { inserter } from '../stage-groups.ts';
import type { CellFix } from './fix-rows.ts';
import { filesOfSource, rawRowAsk } from './staged-files.ts';

export interface KnownFix extends CellFix {
  /** It was made when the same file was imported before. */
  readonly earlier: boolean;
}

/** May an import of this file have corrections? Only then its bytes are looked at. */
export function mayHaveFixes(ledger: Database, bytes: number): boolean {
  return (
    ledger
      .prepare(
        `select 1 from cell_fix join import_file on import_file.file_id = cell_fix.file_id
         where byte_count = ? limit 1`,
      )
      .get(bytes) !== undefined
  );
}

/** Those of live imports of the same bytes and sheet; the newest of each cell. */
export function earlierFixes(ledger: Database, sha256: string, sheet: string | null): readonly KnownFix[] {
  const fixes = ledger
    .prepare<[string, string | null], CellFix>(
      `select row_no as row, column_no as "column", typed
       from cell_fix
       join import_file on import_file.file_id = cell_fix.file_id
       join import_batch on import_batch.batch_id = import_file.batch_id
       where sha256 = ? and sheet is ? and undone_at is null
       order by cell_fix.file_id`,
    )
    .all(sha256, sheet);
  const newest = new Map(fixes.map((fix) => [`${fix.row} ${fix.column}`, { ...fix, earlier: true }]));
  return [...newest.values()];
}

/** Both together. What was posted stands: another word for the same cell needs the import that has it taken back first. */
export function allFixes(earlier: readonly KnownFix[], now: readonly CellFix[]): readonly KnownFix[] {
  const taken = new Set(earlier.map(({ row, column }) => `${row} ${column}`));
  const fresh = now.filter(({ row, column }) => !taken.has(`${row} ${column}`));
  return [...earlier, ...fresh.map((fix) => ({ ...fix, earlier: false }))];
}

/** Writes them beside the staged rows they are about. One that says what the file says is none. */
export function placeFixes(stage: Database, sourceNo: number, fixes: readonly KnownFix[]): void {
  if (fixes.length === 0) return;
  const files = filesOfSource(stage, sourceNo);
  const rawAt = rawRowAsk(stage);
  const add = inserter(stage, 'staged_fix', ['file_no', 'row_no', 'column_no', 'found', 'typed', 'earlier']);
  for (const { row, column, typed, earlier } of fixes) {
    for (const { fileNo } of files) {
      const raw = rawAt(fileNo, row);
      if (raw === null) continue;
      const found = raw.cells[column] ?? '';
      if (found !== typed) add(fileNo, row, column, found, typed, earlier ? 1 : 0);
      break;
    }
  }
}
