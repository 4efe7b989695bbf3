/** The search box: who is meant by a name, pinyin, initials, the tail of a phone, a buyer id, an e-mail, an order number. */

import { marketplaces } from '../../src-shared/marketplace.ts';
import type { Reading } from './transaction.ts';

/** What of a customer agreed with the words; the page has a text for each. In falling order of weight. */
export const findReasons = ['orderNumber', 'phone', 'buyerId', 'email', 'name', 'initials', 'pinyin'] as const;
export type FindReason = (typeof findReasons)[number];

interface Found {
  readonly why: FindReason;
  readonly sql: string;
  readonly params: readonly string[];
}

const latinWord = /^[a-z]+$/;
const lastCodePoint = '\u{10ffff}';

/**
 * The words as an FTS5 query: Chinese characters one a token, other words as beginnings; null: nothing to look for. `runs` are
 * Chinese words of several characters: the index knows that all are there, the name itself that they stand together.
 */
export function wordQuery(text: string): { readonly match: string; readonly runs: readonly string[] } | null {
  const parts: string[] = [];
  const runs: string[] = [];
  for (const [piece] of text.matchAll(/\p{Script=Han}+|[^\p{Script=Han}]+/gu)) {
    if (/^\p{Script=Han}/u.test(piece)) {
      const characters = Array.from(piece);
      parts.push(...new Set(characters.map((character) => `"${character}"`)));
      if (characters.length > 1) runs.push(piece);
    } else for (const [word] of piece.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) parts.push(`"${word}"*`);
  }
  // Only letters, digits and marks are inside the quotes: no word can end them.
  return parts.length === 0 ? null : { match: parts.join(' AND '), runs };
}

function wordQuestion(text: string): Found[] {
  const words = wordQuery(text);
  if (words === null) return [];
  const why = latinWord.test(text) ? 'pinyin' : 'name';
  if (words.runs.length === 0) {
    return [{ why, sql: 'select rowid from customer_search where customer_search match ?', params: [words.match] }];
  }
  const called = "lower(name || ' ' || coalesce(display_name, '') || ' ' || coalesce(buyer_id, ''))";
  const sql = `select customer_id from customer_search join customer on customer_id = customer_search.rowid
    where customer_search match ?${` and instr(${called}, ?)`.repeat(words.runs.length)}`;
  return [{ why, sql, params: [words.match, ...words.runs] }];
}

const byKeyPrefix = (kind: string): string =>
  `select customer_id from identity where kind = '${kind}' and value >= ? and value < ? and customer_id is not null`;

/** Range of texts that begin with `start`. */
function beginning(start: string): readonly string[] {
  return [start, start + lastCodePoint];
}

function digitQuestions(digits: string): Found[] {
  const asked: Found[] = [];
  if (digits.length === 4) {
    asked.push({ why: 'phone', sql: 'select customer_id from customer where phone_tail = ?', params: [digits] });
  }
  if (digits.length >= 7) asked.push({ why: 'phone', sql: byKeyPrefix('phone'), params: beginning(digits) });
  return asked;
}

/** Order numbers begin with the digits, or are exactly the text. */
function orderQuestion(text: string): Found {
  const from = 'from shop cross join order_key using (shop_id) join shop_order using (order_id)';
  if (/^\d{6,}$/.test(text)) {
    return {
      why: 'orderNumber',
      sql: `select customer_id ${from} where order_number >= ? and order_number < ? and customer_id is not null`,
      params: beginning(text),
    };
  }
  return {
    why: 'orderNumber',
    sql: `select customer_id ${from} where order_number = ? and customer_id is not null`,
    params: [text],
  };
}

function questions(text: string): Found[] {
  const lower = text.toLowerCase();
  const asked: Found[] = [orderQuestion(text)];
  if (/^[\d\s+-]+$/.test(text)) asked.push(...digitQuestions(text.replace(/\D/g, '')));
  for (const marketplace of marketplaces) {
    asked.push({ why: 'buyerId', sql: byKeyPrefix('buyer'), params: beginning(`${marketplace}:${text}`) });
  }
  if (lower.length >= 3 && /^[\w.+-]+(@[\w.-]*)?$/.test(lower)) {
    asked.push({ why: 'email', sql: byKeyPrefix('email'), params: beginning(lower) });
  }
  const latin = lower.replace(/[\s']/g, '');
  if (latinWord.test(latin)) {
    const range = beginning(latin);
    asked.push(
      { why: 'initials', sql: 'select customer_id from customer where initials >= ? and initials < ?', params: range },
      { why: 'pinyin', sql: 'select customer_id from customer where pinyin >= ? and pinyin < ?', params: range },
    );
  }
  asked.push(...wordQuestion(lower));
  return asked;
}

/** Everybody the text may mean, with the weightiest reason. `most` caps each way of looking. */
export function matchingCustomers(reading: Reading, text: string, most = -1): Map<number, FindReason> {
  const found = new Map<number, FindReason>();
  const wanted = text.normalize('NFKC').trim();
  if (wanted === '') return found;
  for (const { why, sql, params } of questions(wanted)) {
    const ids = reading.connection
      .prepare(`${sql} limit ?`)
      .pluck()
      .iterate(...params, most) as Iterable<number>;
    for (const id of ids) {
      const known = found.get(id);
      if (known === undefined || findReasons.indexOf(why) < findReasons.indexOf(known)) found.set(id, why);
    }
  }
  return found;
}

export interface FindHit {
  readonly id: number;
  readonly name: string;
  readonly why: FindReason;
  readonly orders: number;
  readonly lastDay: string | null;
}

const mostPerReason = 400;

/** A name in Latin letters is found by its letters, not by their sound. */
function toldApart(why: FindReason, name: string, text: string): FindReason {
  const bySound = why === 'pinyin' || why === 'initials';
  return bySound && name.toLowerCase().includes(text.trim().toLowerCase()) ? 'name' : why;
}

/** The few customers most likely meant: by reason, then the ones with most orders. */
export function findCustomers(
  reading: Reading,
  params: { readonly text: string; readonly limit: number },
): { hits: FindHit[] } {
  const row = reading.connection.prepare<[number], { name: string; orders: number | null; lastDay: string | null }>(
    `select coalesce(display_name, name) as name, sum(counted) as orders, max(last_day) as lastDay
     from customer left join customer_total using (customer_id) where customer_id = ? group by customer_id`,
  );
  const hits: FindHit[] = [];
  for (const [id, why] of matchingCustomers(reading, params.text, mostPerReason)) {
    const facts = row.get(id);
    if (facts === undefined) continue;
    hits.push({ id, ...facts, orders: facts.orders ?? 0, why: toldApart(why, facts.name, params.text) });
  }
  const weight = (hit: FindHit): number => findReasons.indexOf(hit.why);
  hits.sort((a, b) => weight(a) - weight(b) || b.orders - a.orders || a.id - b.id);
  return { hits: hits.slice(0, params.limit) };
}
