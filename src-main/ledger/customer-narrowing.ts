/** Conditions that name customers one by one (a search, a selection, a place to live, a way to be reached, nested ones) as places in the score arrays. */

import type { CustomerFilter } from '../../src-shared/contract/customers.ts';
import { regionWords } from '../../src-shared/flat-filter.ts';
import { type CustomerScores, placeOf } from './customers-scores.ts';
import { filteredIds } from './filter/filtered-customers.ts';
import { matchingCustomers } from './find-customers.ts';
import { reachSql } from './reach.ts';
import type { Reading } from './transaction.ts';

/** Of more ids everybody is gone through once; fewer are looked up one by one. */
const MANY = 2000;

function placesOf(scores: CustomerScores, ids: readonly number[]): Int32Array {
  if (ids.length > MANY) return placesOfMarked(scores, ids);
  const places = [...new Set(ids)].map((id) => placeOf(scores, id)).filter((at) => at >= 0);
  return Int32Array.from(places).sort();
}

/** Ids in any order, some of them twice. */
function placesOfMarked({ customer }: CustomerScores, ids: readonly number[]): Int32Array {
  const isMeant = new Uint8Array((customer.at(-1) ?? 0) + 1);
  for (const id of ids) isMeant[id] = 1;
  const places = new Int32Array(Math.min(ids.length, customer.length));
  let count = 0;
  for (let at = 0; at < customer.length; at += 1) {
    if (isMeant[customer[at] ?? 0] !== 1) continue;
    places[count] = at;
    count += 1;
  }
  return places.slice(0, count);
}

/** Of ids that may be everybody's: one walk along both. */
function placesOfMany(scores: CustomerScores, ids: readonly number[]): Int32Array {
  const places = new Int32Array(ids.length);
  let [count, at] = [0, 0];
  for (const id of Int32Array.from(ids).sort()) {
    while (at < scores.customer.length && (scores.customer[at] ?? 0) < id) at += 1;
    if (scores.customer[at] !== id) continue;
    places[count] = at;
    count += 1;
  }
  return places.slice(0, count);
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

function both(one: Int32Array, other: Int32Array): Int32Array {
  const kept = new Set(other);
  return one.filter((at) => kept.has(at));
}

/** The places these conditions leave, ascending; null when the filter has none of them. */
export function namedPlaces(reading: Reading, scores: CustomerScores, filter: CustomerFilter): Int32Array | null {
  const search = filter.search?.trim() ?? '';
  const region = regionWords(filter.region ?? '');
  const left: Int32Array[] = [];
  if (filter.ids !== undefined) left.push(placesOf(scores, filter.ids));
  if (search !== '') left.push(placesOf(scores, matchingCustomers(reading, search)));
  if (region.length > 0) left.push(placesOf(scores, livingIn(reading, region)));
  if (filter.reach !== undefined) left.push(placesOf(scores, reachedBy(reading, filter.reach)));
  if (filter.where !== undefined) left.push(placesOfMany(scores, filteredIds(reading, scores, filter.where)));
  return left.length === 0 ? null : left.reduce(both);
}
