/**
 * Customers in the order of their names: character by character, by how it is read and then by itself, so that all 王 stand together
 * and before 汪; letters and digits among the readings, where a telephone book has them. Surnames as surnames are read. It follows from
 * the names alone, not from the search index.
 */

import type { Database } from 'better-sqlite3';
import { foldText } from './search/fold-text.ts';
import { namesVersion } from './search/indexing.ts';
import { readingOf, surnameReadingOf } from './search/readings.ts';
import type { Reading } from './transaction.ts';

/** More than all characters there are; three of them fit into a number. */
const SPAN = 2 ** 17;
const PACKED = 3;

/** The characters of a name, the first marked as such where it is read as a surname. */
function unitsOf(name: string): readonly string[] {
  const [head, ...others] = foldText(name).replaceAll(' ', '');
  if (head === undefined) return [];
  return [surnameReadingOf(head) === readingOf(head) ? head : `^${head}`, ...others];
}

function soundOf(unit: string): string {
  const reading = unit.startsWith('^') ? surnameReadingOf(unit.slice(1)) : readingOf(unit);
  return reading === '' ? unit : reading;
}

/** A number for each character that occurs, from 1 on, in the order of characters. */
function ranksOf(names: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const units = new Map<string, string>();
  for (const name of names) for (const unit of name) if (!units.has(unit)) units.set(unit, soundOf(unit));
  const sorted = [...units].sort(([a, soundA], [b, soundB]) =>
    soundA === soundB ? (a < b ? -1 : 1) : soundA < soundB ? -1 : 1,
  );
  return new Map(sorted.map(([unit], index) => [unit, index + 1]));
}

function orderNames(rows: readonly (readonly [id: number, name: string])[]): Int32Array {
  const names = rows.map(([, name]) => unitsOf(name));
  const ranks = ranksOf(names);
  const rankAt = (at: number, place: number): number => ranks.get(names[at]?.[place] ?? '') ?? 0;
  const packed = Float64Array.from(names, (_, at) => (rankAt(at, 0) * SPAN + rankAt(at, 1)) * SPAN + rankAt(at, 2));
  const compare = (a: number, b: number): number => {
    const begin = (packed[a] ?? 0) - (packed[b] ?? 0);
    if (begin !== 0) return begin;
    const length = Math.max(names[a]?.length ?? 0, names[b]?.length ?? 0);
    for (let place = PACKED; place < length; place += 1) {
      const difference = rankAt(a, place) - rankAt(b, place);
      if (difference !== 0) return difference;
    }
    return a - b;
  };
  return Int32Array.from(Int32Array.from(names.keys()).sort(compare), (at) => rows[at]?.[0] ?? 0);
}

const kept = new WeakMap<Database, { readonly version: number; readonly ids: Int32Array }>();

/** The numbers of all customers in the order of their names; equal names by number. Kept until a name changes. */
export function customersByName(reading: Reading): Int32Array {
  const { connection } = reading;
  const version = namesVersion(reading);
  const known = kept.get(connection);
  if (known?.version === version) return known.ids;
  const rows = connection
    .prepare('select customer_id, coalesce(display_name, name) from customer order by customer_id')
    .raw()
    .all() as (readonly [number, string])[];
  const ids = orderNames(rows);
  kept.set(connection, { version, ids });
  return ids;
}
