/** Conditions that name customers one by one (a search, a selection, a place to live, a way to be reached, nested ones) as places in the score arrays. */

import type { CustomerFilter } from '../../src-shared/contract/customers.ts';
import { regionWords } from '../../src-shared/flat-filter.ts';
import { type CustomerScores, placesById } from './customers-scores.ts';
import { filteredIds } from './filter/filtered-customers.ts';
import { matchingCustomers } from './find-customers.ts';
import { reachSql } from './reach.ts';
import type { Reading } from './transaction.ts';

/** More than so many are put in order by going through everybody once; fewer are sorted. */
const MANY = 2000;

/** The places of customers named by number in any order, some of them twice, ascending. */
function placesOf(scores: CustomerScores, named: readonly (readonly number[])[]): Int32Array {
  const table = placesById(scores);
  const isMeant = new Uint8Array(scores.customer.length);
  const found: number[] = [];
  for (const ids of named)
    for (const id of ids) {
      const at = table[id] ?? -1;
      if (at < 0 || isMeant[at] === 1) continue;
      isMeant[at] = 1;
      found.push(at);
    }
  if (found.length <= MANY) return Int32Array.from(found).sort();
  const places = new Int32Array(found.length);
  for (let at = 0, count = 0; count < places.length; at += 1) {
    if (isMeant[at] !== 1) continue;
    places[count] = at;
    count += 1;
  }
  return places;
}

/** Every word stands in province or city. */
function livingIn(reading: Reading, words: readonly string[]): readonly number[] {
  // One pass over the table; only the page's own words are bound, so that nothing typed is ever a pattern.
  return reading.connection
    .prepare(
      `select customer_id from customer where not exists (
         select 1 from json_each(:words) as word
         where instr(lower(coalesce(province, '') || ' ' || coalesce(city, '')), word.value) = 0)`,
    )
    .pluck()
    .all({ words: JSON.stringify(words) }) as number[];
}

function reachedBy(reading: Reading, reach: string): readonly number[] {
  return reading.connection
    .prepare<[string], number>(`select customer_id from customer where ${reachSql} = ?`)
    .pluck()
    .all(reach);
}

/** What stands in both, each ascending. */
function both(one: Int32Array, other: Int32Array): Int32Array {
  const kept = new Int32Array(Math.min(one.length, other.length));
  let [count, beside] = [0, 0];
  for (const at of one) {
    while (beside < other.length && (other[beside] ?? 0) < at) beside += 1;
    if (other[beside] !== at) continue;
    kept[count] = at;
    count += 1;
  }
  return kept.slice(0, count);
}

/** The places these conditions leave, ascending; null when the filter has none of them. */
export function namedPlaces(reading: Reading, scores: CustomerScores, filter: CustomerFilter): Int32Array | null {
  const search = filter.search?.trim() ?? '';
  const region = regionWords(filter.region ?? '');
  const left: Int32Array[] = [];
  if (filter.ids !== undefined) left.push(placesOf(scores, [filter.ids]));
  if (search !== '') left.push(placesOf(scores, matchingCustomers(reading, search)));
  if (region.length > 0) left.push(placesOf(scores, [livingIn(reading, region)]));
  if (filter.reach !== undefined) left.push(placesOf(scores, [reachedBy(reading, filter.reach)]));
  if (filter.where !== undefined) left.push(placesOf(scores, [filteredIds(reading, scores, filter.where)]));
  return left.length === 0 ? null : left.reduce(both);
}
