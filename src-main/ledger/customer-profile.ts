/** One customer on a page: who they are, what they bought and gave back, their rhythm and their tier. */

import type { CustomerProfile, TierBasis } from '../../src-shared/contract/customers.ts';
import { type IdentityKind, numberOfPhoneKey } from '../../src-shared/identity.ts';
import { maskPhone, readPhone } from '../../src-shared/phone.ts';
import { Problem } from '../../src-shared/problem.ts';
import { accountOf, keptOrders, totalsOf } from './customer-profile-account.ts';
import { favouritesOf, type ProfileOrder, profileOrders, receiversOf } from './customer-profile-orders.ts';
import { customerRows } from './customers-rows.ts';
import { type CustomerScores, placeOf, type ScoresOf } from './customers-scores.ts';
import { ownRhythms } from './lifecycle/own-rhythm.ts';
import { wrongPhonesSql } from './profile/facts-sql.ts';
import type { Reading } from './transaction.ts';

interface Reach {
  readonly scores: CustomerScores;
  readonly shop: number | undefined;
}

/** The scores that hold the customer: over all shops, or in the shop where they bought when that sells in another currency. */
function reachOf(reading: Reading, customer: number, basis: TierBasis, scoresOf: ScoresOf): Reach {
  const scores = scoresOf(reading, basis);
  if (placeOf(scores, customer) >= 0) return { scores, shop: undefined };
  const shop = reading.connection
    .prepare('select shop_id from customer_total where customer_id = ? order by orders desc, shop_id limit 1')
    .pluck()
    .get(customer);
  return typeof shop === 'number'
    ? { scores: scoresOf(reading, { ...basis, shop }), shop }
    : { scores, shop: undefined };
}

function tierScores(scores: CustomerScores, customer: number, tier: CustomerProfile['customer']['tier']) {
  const at = placeOf(scores, customer);
  if (tier === null || at < 0) return null;
  return { r: scores.r[at] ?? 0, f: scores.f[at] ?? 0, m: scores.m[at] ?? 0, tier };
}

function shownReceivers(orders: readonly ProfileOrder[]): CustomerProfile['receivers'] {
  return receiversOf(orders).map((row) => ({ ...row, phone: row.phone === null ? null : shownPhone(row.phone) }));
}

/** A receiver's phone as printed, its middle hidden. */
function shownPhone(printed: string): string {
  const phone = readPhone(printed);
  return phone.kind === 'whole' ? maskPhone(phone.value) : phone.kind === 'none' ? '' : printed;
}

function identitiesOf(reading: Reading, customer: number): CustomerProfile['identities'] {
  const rows = reading.connection
    .prepare('select kind, value from identity where customer_id = ? order by kind, value')
    .all(customer) as { kind: IdentityKind; value: string }[];
  const shown = rows.map(({ kind, value }) => ({
    kind,
    value: kind === 'phone' ? maskPhone(numberOfPhoneKey(value)) : value,
  }));
  // One number, whoever answers there.
  return [...new Map(shown.map((row) => [`${row.kind} ${row.value}`, row])).values()];
}

/** Everything about one customer. Throws `customer-unknown`. */
export function customerProfile(
  reading: Reading,
  params: { readonly customer: number; readonly basis: TierBasis },
  scoresOf: ScoresOf,
): CustomerProfile {
  const { customer, basis } = params;
  const { scores, shop } = reachOf(reading, customer, basis, scoresOf);
  const row = customerRows(reading, scores, shop, basis.excluded)(customer);
  if (row === null) throw new Problem('customer-unknown', { customer: String(customer) });
  const all = profileOrders(reading, customer);
  // A running balance never crosses currencies.
  const orders = all.filter((order) => order.currency === scores.currency);
  const excluded = basis.excluded ?? false;
  const kept = keptOrders(orders, { excluded });
  const rhythm = ownRhythms(reading, scores)(customer);

  return {
    customer: row,
    shops: [...new Set(all.map((order) => order.shop))],
    identities: identitiesOf(reading, customer),
    receivers: shownReceivers(all),
    rhythmDays: rhythm.own_days,
    rhythmGaps: rhythm.gaps,
    totals: { ...totalsOf(kept), orders: orders.length },
    favourites: favouritesOf(keptOrders(all, { excluded })),
    scores: tierScores(scores, customer, row.tier),
    account: accountOf(orders, { excluded }),
  };
}

/** The whole number of a certain customer, for the owner who is about to call; null for everybody else, and where the owner said it is wrong. */
export function wholePhone({ connection }: Reading, customer: number): string | null {
  const found = connection
    .prepare<[number], { certainty: string; phone: string | null }>(
      'select certainty, phone from customer where customer_id = ?',
    )
    .get(customer);
  if (found === undefined) throw new Problem('customer-unknown', { customer: String(customer) });
  if (found.certainty !== 'certain' || found.phone === null) return null;
  const isWrong = connection.prepare(`select 1 where ? in (${wrongPhonesSql})`).get(customer) !== undefined;
  if (isWrong) return null;
  const phone = readPhone(found.phone);
  return phone.kind === 'whole' ? phone.value : null;
}
