/** After how many days single customers usually come again, as `own-rhythm.sql` says it: for the rows of a list, a page, and saying why. */

import type { CustomerScores } from '../customers-scores.ts';
import { keptSql } from '../exclusions/kept-orders.ts';
import type { Reading } from '../transaction.ts';
import sql from './own-rhythm.sql?raw';

export interface OwnRhythm {
  readonly purchase_days: number;
  /** null: never bought. */
  readonly since_days: number | null;
  readonly gaps: number;
  /** null: fewer than two gaps. */
  readonly own_days: number | null;
}

export function ownRhythmStatement(reading: Reading, { basis }: Pick<CustomerScores, 'basis'>): string {
  return keptSql(reading, sql, basis.excluded);
}

/** On the ground of the scores. Asked once, answered for each customer. */
export function ownRhythms(reading: Reading, scores: CustomerScores): (customer: number) => OwnRhythm {
  const { on, currency, basis } = scores;
  const ask = reading.connection.prepare<[object], OwnRhythm>(ownRhythmStatement(reading, scores));
  const nothing = { purchase_days: 0, since_days: null, gaps: 0, own_days: null };
  return (customer) => ask.get({ customer, on, currency, shop: basis.shop ?? null }) ?? nothing;
}
