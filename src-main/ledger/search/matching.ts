/** Everybody a text means: by the full-text index, by identities and order numbers, and by looking at those not indexed yet. */

import type { Database } from 'better-sqlite3';
import type { Reading } from '../transaction.ts';
import { type KnownPerson, knownPerson, reasonFor } from './agrees.ts';
import { type AskedWord, askedWords, nameMatch, phoneMatch, soundMatch, tailMatch } from './asked.ts';
import { isSearchPending, namesVersion } from './indexing.ts';
import { personsOf } from './persons.ts';

/** Where a way of looking knows the reason itself; else the person must be looked at to tell. */
export type WayReason = 'orderNumber' | 'email' | null;

interface Way {
  readonly why: WayReason;
  readonly sql: string;
  readonly params: readonly string[];
}

const lastCodePoint = '\u{10ffff}';

/** Range of texts that begin with `start`. */
function beginning(start: string): readonly string[] {
  return [start, start + lastCodePoint];
}

const orders = 'from shop cross join order_key using (shop_id) join shop_order using (order_id)';

/** Order numbers begin with six or more digits. */
function orderWays({ digits }: AskedWord): Way[] {
  if (digits.length < 6) return [];
  const sql = `select customer_id ${orders} where order_number >= ? and order_number < ? and customer_id is not null`;
  return [{ why: 'orderNumber', sql, params: beginning(digits) }];
}

/** An order number, whole, whatever it is made of. */
function wholeOrder(text: string): Way {
  const sql = `select customer_id ${orders} where order_number = ? and customer_id is not null`;
  return { why: 'orderNumber', sql, params: [text.normalize('NFKC').trim()] };
}

function emailWays({ typed }: AskedWord): Way[] {
  const lower = typed.toLowerCase();
  if (lower.length < 3 || !/^[\w.+-]+(@[\w.-]*)?$/.test(lower)) return [];
  const sql =
    "select customer_id from identity where kind = 'email' and value >= ? and value < ? and customer_id is not null";
  return [{ why: 'email', sql, params: beginning(lower) }];
}

/** `pending`: the index may say old things of those who are marked. */
function indexed(pending: boolean): string {
  const found = 'select rowid from customer_search where customer_search match ?';
  return pending ? `${found} and rowid not in (select customer_id from search_pending)` : found;
}

/** The index knows the last four digits of order numbers; more of them are compared. */
function tailWays(asked: AskedWord, pending: boolean): Way[] {
  const match = tailMatch(asked);
  if (match === null) return [];
  if (asked.digits.length === 4) return [{ why: 'orderNumber', sql: indexed(pending), params: [match] }];
  const sql = `${indexed(pending)} and exists (
    select 1 from shop_order cross join order_key on order_key.order_id = shop_order.order_id
    where shop_order.customer_id = customer_search.rowid and order_number like '%' || ?)`;
  return [{ why: 'orderNumber', sql, params: [match, asked.digits] }];
}

function waysOf(asked: AskedWord, pending: boolean): Way[] {
  const matches = [phoneMatch(asked), nameMatch(asked), soundMatch(asked)].filter((match) => match !== null);
  return [
    ...orderWays(asked),
    ...tailWays(asked, pending),
    ...emailWays(asked),
    ...matches.map((match): Way => ({ why: null, sql: indexed(pending), params: [match] })),
  ];
}

const kept = new WeakMap<Database, { readonly version: number; readonly persons: readonly KnownPerson[] }>();

/** The marked customers. After a large import they are many, and kept until what people are called changes: marks only go meanwhile. */
function pendingPersons(reading: Reading): readonly KnownPerson[] {
  const { connection } = reading;
  const version = namesVersion(reading);
  const known = kept.get(connection);
  if (known?.version === version) return known.persons;
  const ids = connection
    .prepare<[], number>('select customer_id from search_pending order by customer_id')
    .pluck()
    .all();
  const persons = personsOf(reading, ids).map(knownPerson);
  kept.set(connection, { version, persons });
  return persons;
}

/** So many marked customers' orders are looked up one by one; of more, all order numbers are gone through once. */
const FEW = 5000;

/** The marked customers with an order whose number ends with the digits. */
function pendingTails({ connection }: Reading, asked: AskedWord): readonly number[] {
  if (tailMatch(asked) === null) return [];
  const marked = connection.prepare<[], number>('select count(*) from search_pending').pluck().get() ?? 0;
  const sql =
    marked > FEW
      ? `select shop_order.customer_id from order_key cross join shop_order on shop_order.order_id = order_key.order_id
         where order_number like '%' || ? and shop_order.customer_id in (select customer_id from search_pending)`
      : `select shop_order.customer_id from search_pending
         cross join shop_order on shop_order.customer_id = search_pending.customer_id
         cross join order_key on order_key.order_id = shop_order.order_id
         where order_number like '%' || ?`;
  return connection.prepare<[string], number>(sql).pluck().all(asked.digits);
}

/** Tells whom one way of looking found, way by way; some are told more than once. `most` caps each way of looking. */
export type Tell = (ids: readonly number[], why: WayReason) => void;

function lookUp({ connection }: Reading, { why, sql, params }: Way, most: number, tell: Tell): void {
  // The columns asked for are numbers of customers.
  const ids = connection
    .prepare(most < 0 ? sql : `${sql} limit ${most}`)
    .pluck()
    .all(...params) as number[];
  tell(ids, why);
}

function lookUpWord(reading: Reading, asked: AskedWord, most: number, tell: Tell): void {
  const pending = isSearchPending(reading);
  for (const way of waysOf(asked, pending)) lookUp(reading, way, most, tell);
  if (!pending) {
    kept.delete(reading.connection);
    return;
  }
  tell(pendingTails(reading, asked), 'orderNumber');
  const marked = pendingPersons(reading).filter((person) => reasonFor(person, asked) !== null);
  tell(
    marked.map(({ id }) => id),
    null,
  );
}

/** Everybody every word of the text fits, and whoever has an order of this very number. */
export function lookUpText(reading: Reading, text: string, most: number, tell: Tell): void {
  lookUp(reading, wholeOrder(text), most, tell);
  const words = askedWords(text);
  const [first, ...others] = words;
  if (first === undefined) return;
  if (others.length === 0) {
    lookUpWord(reading, first, most, tell);
    return;
  }
  // Several words: those whom all fit, told with what each of the words knows.
  const perWord = words.map((word) => {
    const found = new Map<number, WayReason>();
    lookUpWord(reading, word, -1, (ids, why) => {
      for (const id of ids) found.set(id, found.get(id) ?? why);
    });
    return found;
  });
  const [least] = perWord.toSorted((a, b) => a.size - b.size);
  const fitting = [...(least?.keys() ?? [])].filter((id) => perWord.every((found) => found.has(id)));
  for (const id of fitting) for (const found of perWord) tell([id], found.get(id) ?? null);
}

export interface SearchCondition {
  /** Over `customer`. */
  readonly sql: string;
  readonly params: Readonly<Record<string, string>>;
}

/** The same question as a condition, its values named :search_1 and so on. Those not indexed yet are looked at here and put in by number. */
export function matchingCondition(reading: Reading, text: string): SearchCondition {
  const params: Record<string, string> = {};
  const bind = (value: string): string => {
    const name = `search_${Object.keys(params).length + 1}`;
    params[name] = value;
    return `:${name}`;
  };
  const named = ({ sql, params: values }: Way): string => {
    let at = 0;
    return sql.replaceAll('?', () => bind(values[at++] ?? ''));
  };
  const amongThem = (ways: readonly string[]): string => {
    const inside = ways.join('\nunion\n').replaceAll('\n', '\n    ');
    return `customer.customer_id in (\n    ${inside}\n  )`;
  };
  const whole = amongThem([named(wholeOrder(text))]);
  const perWord = askedWords(text).map((asked) => {
    const pending = isSearchPending(reading);
    const ways = waysOf(asked, pending).map(named);
    if (!pending) return amongThem(ways.length === 0 ? ['select null where false'] : ways);
    const marked = pendingPersons(reading).filter((person) => reasonFor(person, asked) !== null);
    const ids = [...pendingTails(reading, asked), ...marked.map(({ id }) => id)];
    return amongThem([...ways, `select value from json_each(${bind(JSON.stringify(ids))})`]);
  });
  return { sql: perWord.length === 0 ? whole : `(${whole} or ${perWord.join('\n  and ')})`, params };
}
