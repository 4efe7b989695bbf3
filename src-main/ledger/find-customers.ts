/** The search box: who is meant by a name, pinyin, initials, part of a phone, a buyer id, an e-mail, an order number. */

import { keptSql, leavesOut } from './exclusions/kept-orders.ts';
import { type KnownPerson, knownPerson, reasonFor } from './search/agrees.ts';
import { type AskedWord, askedWords } from './search/asked.ts';
import { lookUpText, type WayReason } from './search/matching.ts';
import { personsOf } from './search/persons.ts';
import type { Reading } from './transaction.ts';

/** What of a customer agreed with the words; the page has a text for each. In falling order of weight. */
export const findReasons = ['orderNumber', 'phone', 'buyerId', 'email', 'name', 'initials', 'pinyin'] as const;
export type FindReason = (typeof findReasons)[number];

/** Everybody the text may mean, by the ways they were found; some more than once, in no order. */
export function matchingCustomers(reading: Reading, text: string): readonly (readonly number[])[] {
  const found: (readonly number[])[] = [];
  lookUpText(reading, text, -1, (ids) => {
    found.push(ids);
  });
  return found;
}

export interface FindHit {
  readonly id: number;
  readonly name: string;
  readonly why: FindReason;
  readonly orders: number;
  readonly lastDay: string | null;
}

const mostPerWay = 400;

/** Everybody some way of looking found, with the reasons the ways know themselves. */
function candidates(reading: Reading, text: string): Map<number, Set<NonNullable<WayReason>>> {
  const found = new Map<number, Set<NonNullable<WayReason>>>();
  lookUpText(reading, text, mostPerWay, (ids, why) => {
    for (const id of ids) {
      const reasons = found.get(id) ?? new Set();
      if (why !== null) reasons.add(why);
      found.set(id, reasons);
    }
  });
  return found;
}

/** The weightiest of all reasons; a word's own reason is looked for in the person. */
function weightiest(person: KnownPerson, words: readonly AskedWord[], told: ReadonlySet<FindReason>): FindReason {
  const reasons = new Set<FindReason | null>([...told, ...words.map((word) => reasonFor(person, word))]);
  return findReasons.find((reason) => reasons.has(reason)) ?? 'name';
}

/** The few customers most likely meant: by reason, then the ones with most orders. One whose orders rules exclude is found, with none. */
export function findCustomers(
  reading: Reading,
  params: { readonly text: string; readonly limit: number; readonly excluded?: boolean },
): { hits: FindHit[] } {
  const row = reading.connection.prepare<[number], { name: string; orders: number | null; lastDay: string | null }>(
    leavesOut(reading, params.excluded)
      ? keptSql(
          reading,
          `select coalesce(display_name, name) as name, sum(counts) as orders, max(iif(counts = 1, ordered_on, null)) as lastDay
           from customer left join shop_order using (customer_id) where customer_id = ? group by customer_id`,
          params.excluded,
        )
      : `select coalesce(display_name, name) as name, sum(counted) as orders, max(last_day) as lastDay
         from customer left join customer_total using (customer_id) where customer_id = ? group by customer_id`,
  );
  const found = candidates(reading, params.text);
  const words = askedWords(params.text);
  const ids = [...found.keys()].sort((a, b) => a - b);
  const hits: FindHit[] = [];
  for (const person of personsOf(reading, ids)) {
    const facts = row.get(person.id);
    if (facts === undefined) continue;
    const why = weightiest(knownPerson(person), words, found.get(person.id) ?? new Set());
    hits.push({ id: person.id, ...facts, orders: facts.orders ?? 0, why });
  }
  const weight = (hit: FindHit): number => findReasons.indexOf(hit.why);
  hits.sort((a, b) => weight(a) - weight(b) || b.orders - a.orders || a.id - b.id);
  return { hits: hits.slice(0, params.limit) };
}
