/**
 * Contribution grades: customers of the last twelve months by their net, the largest first. Those who together bring four fifths are large, up
 * to nineteen twentieths medium, the rest small; equal nets are graded alike. As `metrics/contribution-grades.sql` has it.
 */

export const grades = ['large', 'medium', 'small'] as const;
export type Grade = (typeof grades)[number];

/** `none`: bought nothing in these months. */
export const gradeChoices = [...grades, 'none'] as const;
export type GradeChoice = (typeof gradeChoices)[number];

/** So far back a grade looks, from the day it is asked for. */
export const gradeMonths = 12;

/** From which net on somebody is large, or medium, in minor units; null: nobody is. */
export interface GradeLines {
  readonly large: number | null;
  readonly medium: number | null;
}

/** `nets`: of everybody with a counted order in the months, in no order. */
export function gradeLines(nets: ArrayLike<number>): GradeLines {
  const sorted = Float64Array.from(nets).sort().reverse();
  let gained = 0;
  for (const net of sorted) gained += Math.max(net, 0);
  let [large, medium, before, same]: [number | null, number | null, number, number] = [null, null, 0, 0];
  sorted.forEach((net, at) => {
    if (net <= 0) return;
    // What those before bring: nobody is parted from who has as much.
    if (at > 0 && net !== sorted[at - 1]) {
      before += same;
      same = 0;
    }
    same += net;
    if (5 * before < 4 * gained) large = net;
    if (20 * before < 19 * gained) medium = net;
  });
  return { large, medium };
}

export function gradeOf(netMinor: number, { large, medium }: GradeLines): Grade {
  if (large !== null && netMinor >= large) return 'large';
  return medium !== null && netMinor >= medium ? 'medium' : 'small';
}
