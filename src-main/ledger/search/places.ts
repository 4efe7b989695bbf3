/** Places where customers live, by what is typed: part of their name, their sound, its initials. `cq` and `chongqing` mean 重庆. */

import { setImmediate as breathe } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import type { FoundPlace } from '../../../src-shared/contract/customers.ts';
import type { Reading } from '../transaction.ts';
import { squeezeText } from './fold-text.ts';
import sql from './places.sql?raw';
import { phraseReadings } from './readings.ts';

const fields = ['province', 'city', 'district'] as const;
type Row = Readonly<Record<(typeof fields)[number], string | null>> & { readonly count: number };

interface KnownPlace extends FoundPlace {
  readonly squeezed: string;
  /** Read aloud from its first character on, and its initials. */
  readonly sound: string;
  readonly initials: string;
}

interface Known {
  /** Of the ledger when it was looked through. */
  readonly changes: number;
  readonly places: readonly KnownPlace[];
}

/** Some milliseconds of looking: others may ask in between. */
const AT_ONCE = 20_000;

const known = new WeakMap<Database, Known>();

function knownPlace(field: FoundPlace['field'], text: string, count: number): KnownPlace {
  const readings = phraseReadings(text);
  const initials = readings.map((reading) => reading.charAt(0)).join('');
  return { field, text, count, squeezed: squeezeText(text), sound: readings.join(''), initials };
}

/** A municipality is its own city: the province stands for both. */
function placesIn(counts: ReadonlyMap<string, number>): KnownPlace[] {
  const named = new Set<string>();
  const places: KnownPlace[] = [];
  for (const field of fields)
    for (const [key, count] of counts) {
      const [of, text] = key.split('\t');
      if (of !== field || text === undefined || named.has(text)) continue;
      named.add(text);
      places.push(knownPlace(field, text, count));
    }
  return places;
}

/** How the ledger is asked: each question by itself, for others come in between and it may be another one meanwhile. */
export type Ask = <Result>(work: (reading: Reading) => Result) => Promise<Result>;

interface Stand {
  readonly connection: Database;
  readonly changes: number;
  /** The largest number of a customer. */
  readonly last: number;
}

function standOf({ connection }: Reading): Stand {
  const changes = connection.prepare<[], number>("select value from ledger_state where name = 'changes'").pluck().get();
  const last = connection.prepare<[], number | null>('select max(customer_id) from customer').pluck().get();
  return { connection, changes: changes ?? 0, last: last ?? 0 };
}

async function lookThrough(ask: Ask): Promise<readonly KnownPlace[]> {
  const { connection, changes, last } = await ask(standOf);
  const before = known.get(connection);
  if (before?.changes === changes) return before.places;
  const counts = new Map<string, number>();
  for (let from = 0; from <= last; from += AT_ONCE) {
    const rows = await ask((reading) =>
      reading.connection.prepare<[number, number], Row>(sql).all(from, from + AT_ONCE - 1),
    );
    for (const row of rows)
      for (const field of fields) {
        const text = row[field];
        if (text === null || text === '') continue;
        const key = `${field}\t${text}`;
        counts.set(key, (counts.get(key) ?? 0) + row.count);
      }
    await breathe();
  }
  const places = placesIn(counts);
  known.set(connection, { changes, places });
  return places;
}

/** The places meant, those with most customers first. Nothing for figures: no place is called by any. */
export async function findPlaces(
  ask: Ask,
  { text, limit }: { readonly text: string; readonly limit: number },
): Promise<{ places: FoundPlace[] }> {
  const asked = squeezeText(text);
  if (asked === '' || /^\d+$/.test(asked)) return { places: [] };
  const isLatin = /^[a-z]+$/.test(asked);
  const fits = ({ squeezed, sound, initials }: KnownPlace): boolean =>
    squeezed.includes(asked) ||
    (isLatin && asked.length > 1 && (sound.startsWith(asked) || initials.startsWith(asked)));
  const places = (await lookThrough(ask)).filter(fits).toSorted((a, b) => b.count - a.count);
  return { places: places.slice(0, limit).map(({ field, text: name, count }) => ({ field, text: name, count })) };
}
