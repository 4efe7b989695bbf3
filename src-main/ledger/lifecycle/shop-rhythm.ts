/** After how many days customers of a shop usually come again: the lines for who has no rhythm of their own. */

import type { LifeLines } from '../../../src-shared/lifecycle.ts';
import type { CustomerScores } from '../customers-scores.ts';
import { keptSql } from '../exclusions/kept-orders.ts';
import type { Reading } from '../transaction.ts';
import purchaseDays from './purchase-days.sql?raw';
import shopRhythmSql from './shop-rhythm.sql?raw';

/** All scores of one state of the ledger, one day, shop and choice of orders say the same; the cache of scores forgets them together. */
const known = new WeakMap<CustomerScores, LifeLines | null>();

/** More than any day since 1970 that is one: a customer and a day make one number that sorts by both. */
const dayRoom = 2 ** 22;

/** How often each gap between two purchase days of one customer happened, by its days. */
function gapsOf(customers: string, days: string): ReadonlyMap<number, number> {
  const dayTexts = days.split(',');
  const keys = Float64Array.from(
    customers.split(','),
    (customer, at) => Number(customer) * dayRoom + Number(dayTexts[at]),
  );
  keys.sort();
  const times = new Map<number, number>();
  for (let at = 1; at < keys.length; at += 1) {
    const [before, after] = [keys[at - 1] ?? 0, keys[at] ?? 0];
    const gap = after - before;
    if (gap === 0 || Math.floor(after / dayRoom) !== Math.floor(before / dayRoom)) continue;
    times.set(gap, (times.get(gap) ?? 0) + 1);
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
  const { on, currency, basis } = scores;
  const [customers, days] = reading.connection
    .prepare<[object], [string | null, string | null]>(keptSql(reading, purchaseDays, basis.excluded))
    .raw()
    .get({ on, currency, shop: basis.shop ?? null }) ?? [null, null];
  const lines = customers === null || days === null ? null : linesOf(gapsOf(customers, days));
  known.set(scores, lines);
  return lines;
}

/** The statement that says the same, to be shown. */
export function shopRhythmStatement(reading: Reading, { basis }: CustomerScores): string {
  return keptSql(reading, shopRhythmSql, basis.excluded);
}
