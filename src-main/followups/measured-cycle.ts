/** How often a thing is bought again, as customers do it: beside what the owner says. */

import type { ParsedParamsOf, ResultOf } from '../../src-shared/contract/index.ts';
import type { Day } from '../../src-shared/day.ts';
import { keptSql } from '../ledger/exclusions/kept-orders.ts';
import type { Reading } from '../ledger/transaction.ts';
import { dayNumber } from '../metrics/prediction/purchases.ts';
import { daysUntilBack, shareStillAway } from '../metrics/prediction/recurrent-gaps.ts';
import boughtThings from './triggers/bought-things.sql?raw';

/** Of fewer who bought it again nothing is said. */
export const fewestAgain = 5;

interface Row {
  readonly order_id: number;
  readonly customer_id: number;
  readonly day: Day;
}

export function measuredCycle(
  reading: Reading,
  { words, basis: { on, excluded } }: ParsedParamsOf<'careRules.measuredCycle'>,
): ResultOf<'careRules.measuredCycle'> {
  const lower = JSON.stringify(words.map((word) => word.toLowerCase()));
  const rows = reading.connection
    .prepare<[object], Row>(keptSql(reading, boughtThings, excluded))
    .iterate({ from: '0001-01-01', to: on, words: lower });
  const people = new Map<number, number[]>();
  for (const { customer_id: customer, day } of rows) {
    const days = people.get(customer);
    const at = dayNumber(day);
    if (days === undefined) people.set(customer, [at]);
    else if (days.at(-1) !== at) days.push(at);
  }
  const again = [...people.values()].filter(({ length }) => length > 1).length;
  const shares = again < fewestAgain ? [] : shareStillAway(people.values(), dayNumber(on));
  return {
    people: people.size,
    again,
    quarterDays: daysUntilBack(shares, 0.25),
    medianDays: daysUntilBack(shares, 0.5),
  };
}
