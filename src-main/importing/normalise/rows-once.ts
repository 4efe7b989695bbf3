/** Exports pasted beneath one another show the same rows twice: what is no second thing bought is left out. Part of `assemble-part`. */

import type { RowStatement } from './normalised-row.ts';

/** Rows that stand together in the file. */
function runsOf(statements: readonly RowStatement[]): readonly (readonly RowStatement[])[] {
  const runs: RowStatement[][] = [];
  let before = Number.NaN;
  for (const statement of statements.toSorted((a, b) => a.row - b.row)) {
    const run = statement.row === before + 1 ? runs.at(-1) : undefined;
    if (run === undefined) runs.push([statement]);
    else run.push(statement);
    before = statement.row;
  }
  return runs;
}

function countOf(run: readonly RowStatement[], keyOf: (statement: RowStatement) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const statement of run) {
    const key = keyOf(statement);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/**
 * Of rows with one key as many as the fullest run has, the freshest of them. Two rows that look alike in one place are two things; alike
 * in two places, they are one that was exported twice. `freshest`: freshest first.
 */
export function rowsOnce(
  freshest: readonly RowStatement[],
  keyOf: (statement: RowStatement) => string,
): readonly RowStatement[] {
  if (freshest.length < 2) return freshest;
  const runs = runsOf(freshest);
  if (runs.length < 2) return freshest;
  const most = new Map<string, number>();
  for (const run of runs) {
    for (const [key, count] of countOf(run, keyOf)) most.set(key, Math.max(most.get(key) ?? 0, count));
  }
  const taken = new Map<string, number>();
  return freshest.filter((statement) => {
    const key = keyOf(statement);
    const count = (taken.get(key) ?? 0) + 1;
    taken.set(key, count);
    return count <= (most.get(key) ?? 0);
  });
}
