/** The lines of the contribution grades on the ground of the scores: over the twelve months up to their day. */

import { addDays, addMonths, type Day, daysBetween } from '../../../src-shared/day.ts';
import { type GradeLines, gradeLines, gradeMonths } from '../../../src-shared/grades.ts';
import type { CustomerScores } from '../customers-scores.ts';
import { purchasesOf } from '../levels/purchases.ts';
import type { Reading } from '../transaction.ts';

export interface GradeGround extends GradeLines {
  /** The first day of the months. */
  readonly from: Day;
}

const known = new WeakMap<CustomerScores, GradeGround>();

/** The first of the days a grade looks at. */
export function gradesFrom(on: Day): Day {
  return addDays(addMonths(on, -gradeMonths), 1);
}

/** Of everybody, likely or not: who they are changes no share. Worked out once for each scores. */
export function gradeGround(reading: Reading, scores: CustomerScores): GradeGround {
  const kept = known.get(scores);
  if (kept !== undefined) return kept;
  const from = gradesFrom(scores.on);
  const first = daysBetween('1970-01-01' as Day, from);
  const { days, upTo, starts } = purchasesOf(reading, scores);
  const nets: number[] = [];
  for (let at = 0; at < scores.customer.length; at += 1) {
    const end = starts[at + 1] ?? 0;
    let start = end;
    while (start > (starts[at] ?? 0) && (days[start - 1] ?? 0) >= first) start -= 1;
    if (start < end) nets.push((upTo[end] ?? 0) - (upTo[start] ?? 0));
  }
  const ground = { from, ...gradeLines(nets) };
  known.set(scores, ground);
  return ground;
}
