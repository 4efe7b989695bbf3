/** The order in which problems are looked at: what is stopped first, then kind by kind, then as they stand in the file. */

import type { ReportProblem } from '../../../src-shared/contract/imports.ts';
import { type RowProblemCode, type RowProblemLevel, rowProblemLevels } from '../../../src-shared/row-problem.ts';

const ranks: Readonly<Record<RowProblemLevel, number>> = { stopped: 0, noted: 1, info: 2 };

function compareCodes(a: RowProblemCode, b: RowProblemCode): number {
  return ranks[rowProblemLevels[a]] - ranks[rowProblemLevels[b]] || a.localeCompare(b);
}

export function problemsInOrder(problems: readonly ReportProblem[]): readonly ReportProblem[] {
  return problems.toSorted((a, b) => compareCodes(a.code, b.code) || a.file.localeCompare(b.file) || a.line - b.line);
}

export interface ProblemKind {
  readonly code: RowProblemCode;
  readonly level: RowProblemLevel;
  readonly count: number;
}

export function problemKinds(counts: Readonly<Partial<Record<RowProblemCode, number>>>): readonly ProblemKind[] {
  return (Object.keys(rowProblemLevels) as RowProblemCode[])
    .map((code) => ({ code, level: rowProblemLevels[code], count: counts[code] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => compareCodes(a.code, b.code));
}
