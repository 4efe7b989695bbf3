/** The problems of a check laid out on paper: each kind with its sentence, and beneath it every place. Pure. */

import type { BatchReport, ReportProblem } from '../../../src-shared/contract/imports.ts';
import type { RowProblemCode } from '../../../src-shared/row-problem.ts';
import { rowsPerPage, type Sheet } from '../print/paper.ts';
import { problemKinds, problemsInOrder } from './problem-order.ts';

export type ReportLine =
  | { readonly kind: 'head'; readonly code: RowProblemCode; readonly count: number; readonly goesOn: boolean }
  | { readonly kind: 'place'; readonly problem: ReportProblem };

/** A head with its sentence is as high as so many rows; on narrow paper the sentence runs over more lines. */
export function headRowsOn({ widthMm }: Pick<Sheet, 'widthMm'>): number {
  return widthMm < 180 ? 3 : 2;
}

/** Page by page. A kind that goes on over the page has its head there again; no head stands alone at the foot of a page. */
export function reportPages(
  batch: Pick<BatchReport, 'problems' | 'problemCounts'>,
  sheet: Sheet,
): readonly (readonly ReportLine[])[] {
  const { first, later } = rowsPerPage(sheet);
  const headRows = headRowsOn(sheet);
  const pages: ReportLine[][] = [[]];
  let room = first;
  const turn = (): void => {
    pages.push([]);
    room = later;
  };
  const put = (line: ReportLine): void => {
    pages.at(-1)?.push(line);
    room -= line.kind === 'head' ? headRows : 1;
  };
  const problems = problemsInOrder(batch.problems);
  for (const { code, count } of problemKinds(batch.problemCounts)) {
    if (room < headRows + 1) turn();
    put({ kind: 'head', code, count, goesOn: false });
    for (const problem of problems.filter((one) => one.code === code)) {
      if (room < 1) {
        turn();
        put({ kind: 'head', code, count, goesOn: true });
      }
      put({ kind: 'place', problem });
    }
  }
  return pages;
}
