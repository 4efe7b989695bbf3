/** After how many days customers of a shop usually come again: the lines for who has no rhythm of their own. */

import type { LifeLines } from '../../../src-shared/lifecycle.ts';
import type { CustomerScores } from '../customers-scores.ts';
import { keptSql } from '../exclusions/kept-orders.ts';
import { type Purchases, purchasesOf } from '../levels/purchases.ts';
import type { Reading } from '../transaction.ts';
import shopRhythmSql from './shop-rhythm.sql?raw';

/** All scores of one state of the ledger, one day, shop and choice of orders say the same; the cache of scores forgets them together. */
const known = new WeakMap<CustomerScores, LifeLines | null>();

/** How often each gap between two purchase days of one customer happened, by its days. */
function gapsOf({ days, starts }: Purchases): ReadonlyMap<number, number> {
  const times = new Map<number, number>();
  for (let place = 0; place + 1 < starts.length; place += 1) {
    for (let at = (starts[place] ?? 0) + 1; at < (starts[place + 1] ?? 0); at += 1) {
      const gap = (days[at] ?? 0) - (days[at - 1] ?? 0);
      // Several orders of one day are one purchase.
      if (gap > 0) times.set(gap, (times.get(gap) ?? 0) + 1);
    }
  }
  return times;
}

/** The days that half, 75 % and 90 % of the gaps take at most. */
function linesOf(times: ReadonlyMap<number, number>): LifeLines | null {
  const byDays = [...times].sort(([one], [other]) => one - other);
  const gaps = byDays.reduce((sum, [, count]) => sum + count, 0);
  if (gaps === 0) return null;
  const reached = (percent: number): number => {
    let upTo = 0;
    for (const [days, count] of byDays) {
      upTo += count;
      if (upTo * 100 >= gaps * percent) return days;
    }
    return byDays.at(-1)?.[0] ?? 0;
  };
  return { due: reached(50), sleeping: reached(75), lost: reached(90) };
}

/**
 * Of everybody on the ground of the scores; null: nobody ever came a second time. Worked out once for each scores, as `shop-rhythm.sql` says it,
 * but faster: the sorting is done on numbers.
 */
export function shopRhythm(reading: Reading, scores: CustomerScores): LifeLines | null {
  const kept = known.get(scores);
  if (kept !== undefined) return kept;
  const lines = linesOf(gapsOf(purchasesOf(reading, scores)));
  known.set(scores, lines);
  return lines;
}

/** The statement that says the same, to be shown. */
export function shopRhythmStatement(reading: Reading, { basis }: CustomerScores): string {
  return keptSql(reading, shopRhythmSql, basis.excluded);
}
