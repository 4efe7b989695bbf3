/** How people can be reached at all: by a whole phone; else in the marketplace's own back office; else by letter. */

import { type Reach, reaches } from '../../src-shared/contract/follow-ups.ts';
import { reachSql } from '../ledger/reach.ts';
import { withParts } from '../ledger/sql-parts.ts';
import type { Reading } from '../ledger/transaction.ts';
import reachOf from './reach-of.sql?raw';

export function reachOfPeople({ connection }: Reading): (customer: number) => Reach {
  const ask = connection.prepare<[number], Reach>(withParts(reachOf, []).replace('--[reach]', () => reachSql)).pluck();
  return (customer) => ask.get(customer) ?? 'none';
}

/** How many of them can be reached how. */
export function countReaches(reading: Reading, customers: Iterable<number>): Record<Reach, number> {
  const reachOfOne = reachOfPeople(reading);
  const counts = Object.fromEntries(reaches.map((reach) => [reach, 0])) as Record<Reach, number>;
  for (const customer of customers) counts[reachOfOne(customer)] += 1;
  return counts;
}
