/** Who would be in a run: whom the conditions mean, without those whom the guard holds back, each with the arm they have or are drawn into. */

import type { TierBasis } from '../../../src-shared/contract/customers.ts';
import type { Held } from '../../../src-shared/contract/follow-ups.ts';
import type { StrategyContent } from '../../../src-shared/contract/strategies.ts';
import type { CustomerScores, ScoresOf } from '../../ledger/customers-scores.ts';
import { filteredIds } from '../../ledger/filter/filtered-customers.ts';
import { type Drawn, knownArms } from '../../ledger/strategies/members.ts';
import type { Reading } from '../../ledger/transaction.ts';
import { drawArms } from '../../metrics/uplift/draw.ts';
import { guardOf } from '../guard/held-back.ts';
import { stratumOf } from '../stratum-of.ts';

export interface AudienceQuestion {
  /** null: one that is not kept yet. */
  readonly strategy: number | null;
  readonly content: StrategyContent;
  readonly basis: TierBasis;
  /** Whom something else has already: they are in neither arm. */
  readonly without?: ReadonlySet<number>;
}

export interface AudienceMember extends Omit<Drawn, 'drawnIn'> {
  readonly customer: number;
  /** The run they were drawn in; null: they are drawn in this one. */
  readonly drawnIn: number | null;
}

export interface Audience {
  readonly scores: CustomerScores;
  readonly members: readonly AudienceMember[];
  /** How many were left out for `without`. */
  readonly taken: number;
  readonly guarded: readonly { readonly customer: number; readonly held: readonly Held[] }[];
}

/** The seed of a strategy that has none yet: its arms are an example. */
const EXAMPLE_SEED = 1;

function anchorsOf({ connection }: Reading, customers: readonly number[]): ReadonlyMap<number, string> {
  const rows = connection
    .prepare<[string], { customer: number; key: string }>(
      `select customer_id as customer, anchor_kind || ':' || anchor_value as key
       from customer where customer_id in (select value from json_each(?))`,
    )
    .all(JSON.stringify(customers));
  return new Map(rows.map(({ customer, key }) => [customer, key]));
}

/**
 * Whoever the guard holds back is left out before the draw, so that both arms hold the same kind of people. Whoever has an arm is in it whatever the guard
 * says: it would hold back more of those who were contacted, and the arms would not be alike any more; the contact list still minds it. Throws
 * `segment-unknown`.
 */
export function audienceOf(reading: Reading, question: AudienceQuestion, scoresOf: ScoresOf): Audience {
  const { strategy, content, basis, without } = question;
  const scores = scoresOf(reading, basis);
  const guard = guardOf(reading, { on: basis.on });
  const known = knownArms(reading, { strategy, isShared: content.isShared });
  const meant = filteredIds(reading, scores, content.where);
  const left = without === undefined ? meant : meant.filter((customer) => !without.has(customer));
  const all = left.map((customer) => ({
    customer,
    held: known.has(customer) ? [] : guard(customer),
  }));
  const free = all.filter(({ held }) => held.length === 0).map(({ customer }) => customer);
  const anchors = anchorsOf(reading, free);
  const arms = drawArms(
    free.map((customer) => ({
      key: anchors.get(customer) ?? '',
      stratum: stratumOf(scores, customer),
      known: known.get(customer)?.arm ?? null,
    })),
    content.seed ?? EXAMPLE_SEED,
    content.share,
  );
  const members = free.map((customer, at) => ({
    customer,
    stratum: stratumOf(scores, customer),
    arm: arms[at] ?? 'contacted',
    drawnIn: null,
    ...known.get(customer),
  }));
  return { scores, members, taken: meant.length - left.length, guarded: all.filter(({ held }) => held.length > 0) };
}
