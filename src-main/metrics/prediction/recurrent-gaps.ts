/**
 * How long it is from one time to the next, when people come again and again and the last wait of each is not over yet. Pure.
 *
 * M.-C. Wang and S.-H. Chang, Nonparametric estimation of a recurrent survival function, J. of the American Statistical Association 94 (1999):
 * Kaplan–Meier over the gaps that are over, each person counting once however many they have; of who never came again the wait so far is one
 * that is not over. Taking every gap alike would lean to those who come often, and leaving out who did not come again to those who are quick.
 */

import type { Purchases } from './purchases.ts';

/** The days of one person, oldest first, each once. */
export type Times = Purchases['days'];

export interface GapShare {
  readonly days: number;
  /** 0 … 1: so many have not come again after so many days. */
  readonly away: number;
}

interface Mass {
  over: number;
  cut: number;
}

/** Where the share of those still away falls, by days. `on`: the last day that is known; who came on none is passed over. */
export function shareStillAway(people: Iterable<Times>, on: number): readonly GapShare[] {
  const masses = new Map<number, Mass>();
  const massAt = (days: number): Mass => {
    const known = masses.get(days) ?? { over: 0, cut: 0 };
    masses.set(days, known);
    return known;
  };
  let waiting = 0;
  for (const times of people) {
    const last = times.at(-1);
    if (last === undefined) continue;
    waiting += 1;
    const gaps = times.length - 1;
    for (let at = 1; at < times.length; at += 1) massAt((times[at] ?? 0) - (times[at - 1] ?? 0)).over += 1 / gaps;
    if (gaps === 0) massAt(on - last).cut += 1;
  }
  let away = 1;
  const shares: GapShare[] = [];
  for (const [days, { over, cut }] of [...masses].sort(([a], [b]) => a - b)) {
    if (over > 0) {
      away *= Math.max(0, 1 - over / waiting);
      shares.push({ days, away });
    }
    waiting -= over + cut;
  }
  return shares;
}

/** After how many days so large a share (0 < share < 1) is back; null: not so many are. Sums of thirds are not quite whole. */
export function daysUntilBack(shares: readonly GapShare[], share: number): number | null {
  return shares.find(({ away }) => away <= 1 - share + 1e-9)?.days ?? null;
}
