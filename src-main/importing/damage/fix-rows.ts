/** Rows as the owner corrected them: his words in place of the file's. Pure; the ways to and from the ledger are in `cell-fixes`. */

import type { RawRow } from '../readers/reader.ts';

export interface CellFix {
  readonly row: number;
  /** 0-based. */
  readonly column: number;
  readonly typed: string;
}

export type FixRow = (raw: RawRow) => RawRow;

const asItIs: FixRow = (raw) => raw;

/** Puts the owner's words in place of the file's. Rows without any come back as they are. */
export function fixerOf(fixes: readonly CellFix[]): FixRow {
  if (fixes.length === 0) return asItIs;
  const byRow = new Map<number, CellFix[]>();
  for (const fix of fixes) byRow.set(fix.row, [...(byRow.get(fix.row) ?? []), fix]);
  return (raw) => {
    const own = byRow.get(raw.row);
    if (own === undefined) return raw;
    const cells = [...raw.cells];
    for (const { column, typed } of own) {
      while (cells.length < column) cells.push('');
      cells[column] = typed;
    }
    // The cell in which the file ends is whole once the owner has written it.
    const stillEnds = raw.endsIn !== undefined && !own.some(({ column }) => column === raw.endsIn);
    return { row: raw.row, cells, ...(stillEnds ? { endsIn: raw.endsIn } : {}) };
  };
}
