/** After how many days customers of a shop usually come again: the lines for who has no rhythm of their own. */

import type { LifeLines } from '../../../src-shared/lifecycle.ts';
import type { CustomerScores } from '../customers-scores.ts';
import { keptSql } from '../exclusions/kept-orders.ts';
import type { Reading } from '../transaction.ts';
import shopRhythmSql from './shop-rhythm.sql?raw';

/** All scores of one state of the ledger, one day, shop and choice of orders say the same; the cache of scores forgets them together. */
const known = new WeakMap<CustomerScores, LifeLines | null>();

/** Of everybody on the ground of the scores; null: nobody ever came a second time. Asked once for each scores. */
export function shopRhythm(reading: Reading, scores: CustomerScores): LifeLines | null {
  const kept = known.get(scores);
  if (kept !== undefined) return kept;
  const { on, currency, basis } = scores;
  const found = reading.connection
    .prepare<[object], { readonly [line in keyof LifeLines]: number | null }>(shopRhythmStatement(reading, scores))
    .get({ on, currency, shop: basis.shop ?? null });
  const { due = null, sleeping = null, lost = null } = found ?? {};
  const lines = due === null || sleeping === null || lost === null ? null : { due, sleeping, lost };
  known.set(scores, lines);
  return lines;
}

/** The statement as it is asked. */
export function shopRhythmStatement(reading: Reading, { basis }: CustomerScores): string {
  return keptSql(reading, shopRhythmSql, basis.excluded);
}
