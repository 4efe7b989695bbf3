/** Whom a run contacts: those who were drawn for it, through the guard, which holds the others back. And the orders behind its figures. */

import type { TierBasis } from '../../../src-shared/contract/customers.ts';
import type { ResultOf } from '../../../src-shared/contract/index.ts';
import { type Day, dayOf } from '../../../src-shared/day.ts';
import { minorOf } from '../../../src-shared/money.ts';
import { customerRows } from '../../ledger/customers-rows.ts';
import type { ScoresOf } from '../../ledger/customers-scores.ts';
import { keptSql } from '../../ledger/exclusions/kept-orders.ts';
import { peopleOf } from '../../ledger/strategies/members.ts';
import { standingRun } from '../../ledger/strategies/stored-strategies.ts';
import type { Reading } from '../../ledger/transaction.ts';
import { scopeOf } from '../../metrics/scope.ts';
import { guardOf } from '../guard/held-back.ts';
import { countReaches } from '../reach.ts';
import { namesOf } from './look.ts';
import ordersOfArm from './orders-of-arm.sql?raw';

/** Throws `run-unknown`. */
export function contactList(
  reading: Reading,
  asked: {
    readonly run: number;
    readonly basis: TierBasis;
    readonly clock?: string | undefined;
    readonly limit: number;
  },
  scoresOf: ScoresOf,
): ResultOf<'strategies.people'> {
  const { run, basis, clock, limit } = asked;
  standingRun(reading, run);
  const guard = guardOf(reading, { on: basis.on, clock, run });
  const rowOf = customerRows(reading, scoresOf(reading, basis));
  const nameOf = namesOf(reading);
  const drawn = peopleOf(reading, run).people.filter(({ arm }) => arm === 'contacted');
  const here = drawn.flatMap(({ customer }) => (customer === null ? [] : [{ customer, held: guard(customer) }]));
  const customers = here.filter(({ held }) => held.length === 0).map(({ customer }) => customer);
  return {
    total: customers.length,
    reach: countReaches(reading, customers),
    customers,
    people: customers.slice(0, limit).flatMap((customer) => {
      const row = rowOf(customer);
      return row === null ? [] : [{ customer, name: row.name, tier: row.tier, place: row.city ?? row.province }];
    }),
    guarded: here.flatMap(({ customer, held }) =>
      held.length === 0 ? [] : [{ customer, name: nameOf(customer), held: [...held] }],
    ),
    gone: drawn.filter(({ customer }) => customer === null).length,
  };
}

interface OrderRow {
  readonly order: number;
  readonly number: string;
  readonly day: string;
  readonly customer: number;
  readonly name: string;
  readonly netMinor: number;
}

/** Throws `run-unknown`. */
export function ordersOfRun(
  reading: Reading,
  asked: {
    readonly run: number;
    readonly arm: 'contacted' | 'held';
    readonly basis: TierBasis;
    readonly limit: number;
  },
): ResultOf<'strategies.orders'> {
  const { on, until } = standingRun(reading, asked.run);
  const people = peopleOf(reading, asked.run).people.filter(({ arm }) => arm === asked.arm);
  const rows = reading.connection.prepare<[object], OrderRow>(keptSql(reading, ordersOfArm, asked.basis.excluded)).all({
    from: on,
    until,
    currency: scopeOf(reading).currency,
    customers: JSON.stringify(people.flatMap(({ customer }) => (customer === null ? [] : [customer]))),
  });
  return {
    total: rows.length,
    sumMinor: minorOf(rows.reduce((sum, { netMinor }) => sum + netMinor, 0)),
    orders: rows.slice(0, asked.limit).map((row) => ({
      ...row,
      day: dayOf(row.day) ?? (on as Day),
      netMinor: minorOf(row.netMinor),
    })),
  };
}
