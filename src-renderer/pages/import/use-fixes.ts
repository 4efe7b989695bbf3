/** Cells the owner corrects in the check: kept with the file they are in, and checked anew. */

import { useCallback } from 'react';
import type { CellFix, Finding } from '../../../src-shared/contract/imports.ts';
import { useImportState } from '../../state/import.ts';

export interface Fixes {
  /** Those of one file, made now. */
  of(name: string): readonly CellFix[];
  /** Words for cells of one row; null takes the owner's word back. */
  fix(name: string, row: number, cells: ReadonlyMap<number, string | null>): void;
}

/** A cell means one thing: the newest word for it stands. */
export function withFixes(
  known: readonly CellFix[],
  row: number,
  cells: ReadonlyMap<number, string | null>,
): readonly CellFix[] {
  const kept = known.filter((fix) => fix.row !== row || !cells.has(fix.column));
  const fresh = [...cells].flatMap(([column, typed]) => (typed === null ? [] : [{ row, column, typed }]));
  return [...kept, ...fresh].toSorted((a, b) => a.row - b.row || a.column - b.column);
}

export function useFixes(findings: readonly Finding[]): Fixes {
  const choices = useImportState((state) => state.choices);
  const choose = useImportState((state) => state.choose);
  const ticketOf = useCallback(
    (name: string): string | undefined => findings.find((finding) => finding.name === name)?.ticket,
    [findings],
  );
  const of = useCallback(
    (name: string): readonly CellFix[] => choices[ticketOf(name) ?? '']?.fixes ?? [],
    [choices, ticketOf],
  );
  const fix = useCallback<Fixes['fix']>(
    (name, row, cells) => {
      const ticket = ticketOf(name);
      if (ticket !== undefined) choose(ticket, { fixes: [...withFixes(of(name), row, cells)] });
    },
    [choose, of, ticketOf],
  );
  return { of, fix };
}
