/** What a page waits for: searching, windows of the customer book, and both while an import runs. Latencies of many different questions. */

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type CustomersQuestion, listCustomers } from '../../src-main/ledger/customers.ts';
import { openForReading } from '../../src-main/ledger/open-ledger.ts';
import { soundsOf } from '../../src-main/ledger/search/sounds.ts';
import type { Reading } from '../../src-main/ledger/transaction.ts';
import { scoreSource } from '../../src-main/metrics/rfm.ts';
import type { Day } from '../../src-shared/day.ts';
import { defaultTypedLines } from '../../src-shared/rfm.ts';
import { bookFolder, laterPath, type Measured, measured, type Place, percentile, settleDisk } from './measured.ts';
import type { ScrollFigures } from './scroll.ts';
import { importThrough } from './worker-jobs.ts';
import { type Random, randomOf } from './world.ts';

const recorder = fileURLToPath(new URL('../../tests/bench/recorder.ts', import.meta.url));
const PAGE = 50;
const QUESTIONS = 40;
const basis: CustomersQuestion['basis'] = { on: '2026-07-01' as Day, definition: 'quantile', likely: true };

interface Person {
  readonly name: string;
  readonly buyer: string;
  readonly phone: string;
}

interface Book {
  readonly reading: Reading;
  readonly count: number;
  readonly person: () => Person;
  readonly list: (filter: CustomersQuestion['filter'], from: number, by?: CustomersQuestion['sort']['by']) => number;
}

function bookOf(folder: string, random: Random): Book {
  const reading = openForReading(folder);
  const scores = scoreSource(() => defaultTypedLines);
  const ask = reading.connection.prepare<[number], Person>(
    "select name, coalesce(buyer_id, name) as buyer, coalesce(phone, '') as phone from customer where customer_id = ?",
  );
  const count = Number(reading.connection.prepare('select count(*) from customer').pluck().get());
  const last = Number(reading.connection.prepare('select max(customer_id) from customer').pluck().get());
  return {
    reading,
    count,
    person() {
      for (;;) {
        const found = ask.get(1 + Math.floor(random() * last));
        if (found !== undefined) return found;
      }
    },
    list: (filter, from, by = 'netMinor') =>
      listCustomers(reading, { filter, basis, sort: { by, descending: true }, window: { from, count: PAGE } }, scores)
        .total,
  };
}

const chinese = (text: string): string => text.replaceAll(/[^\u3400-\u9fff]/g, '');

/** The kinds a person searches by; null: this person has nothing of the kind. */
const questions: Readonly<Record<string, (person: Person, random: Random) => string | null>> = {
  'two characters': ({ name }) => (chinese(name).length < 2 ? null : chinese(name).slice(0, 2)),
  'one character': ({ name }) => chinese(name).slice(0, 1) || null,
  nickname: ({ buyer }) => (chinese(buyer).length < 3 ? null : chinese(buyer).slice(0, 3)),
  'end of a nickname': ({ buyer }) => /\d{5}$/.exec(buyer)?.[0] ?? null,
  'phone tail': ({ phone }) => phone.slice(-4) || null,
  initials: ({ name }) => soundsOf(name).initials[0] ?? null,
  pinyin: ({ name }) => soundsOf(name).whole[0]?.slice(0, 4) ?? null,
  'no match': (_, random) => `zq${Math.floor(random() * 1e6)}x`,
};

/** What a third of the shop's nicknames begin with: no kind, but the most that a question can find; told beside them. */
const BROADEST = 'tb10';

/** Different ones of a kind, as far as there are so many. */
function questionsOf(kind: (person: Person, random: Random) => string | null, book: Book, random: Random): string[] {
  const found = new Set<string>();
  for (let tries = 0; found.size < QUESTIONS && tries < 100 * QUESTIONS; tries += 1) {
    const words = kind(book.person(), random);
    if (words !== null) found.add(words);
  }
  return [...found];
}

function timed(work: () => void): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

/** The worst kind's p95. */
async function worstKind(
  asked: readonly (readonly [kind: string, texts: readonly string[]])[],
  ask: (text: string) => void,
): Promise<Measured> {
  const detail: Record<string, number> = {};
  const ran = await measured(() => {
    for (const [kind, texts] of asked) {
      const times = texts.map((text) => timed(() => ask(text)));
      detail[kind] = Math.round(percentile(times, 0.95) * 10) / 10;
    }
  });
  return { ...ran, ms: Math.max(...Object.values(detail)), detail };
}

/** First page and exact count. */
async function search(place: Place): Promise<Measured> {
  const random = randomOf(7);
  const book = bookOf(bookFolder(place, place.size), random);
  const ask = (words: string): void => void book.list({ search: words }, 0);
  book.list({}, 0);
  const asked = Object.entries(questions).map(([kind, of]) => [kind, questionsOf(of, book, random)] as const);
  const ran = await worstKind(asked, ask);
  return { ...ran, detail: { ...ran.detail, 'a third of all, once': timed(() => ask(BROADEST)) } };
}

/** The kinds that LIKE can answer: it knows no sounds, and phones stand elsewhere. */
const likeKinds = ['two characters', 'one character', 'nickname', 'end of a nickname', 'no match'];

/** What LIKE would take for the same: the first page of those who spent most, and the count. */
async function searchLike(place: Place): Promise<Measured> {
  const random = randomOf(7);
  const book = bookOf(bookFolder(place, place.size), random);
  const like = 'from customer where name like @words or buyer_id like @words';
  const page = book.reading.connection.prepare(
    `select customer_id, (select sum(net_minor) from customer_total where customer_total.customer_id = customer.customer_id) as net
     ${like} order by net desc limit ${PAGE}`,
  );
  const count = book.reading.connection.prepare(`select count(*) ${like}`);
  const asked = Object.entries(questions)
    .filter(([kind]) => likeKinds.includes(kind))
    .map(([kind, of]) => [kind, questionsOf(of, book, random)] as const);
  return worstKind(asked, (text) => {
    const words = { words: `%${text}%` };
    page.all(words);
    count.get(words);
  });
}

/** Any window at any depth of a list that stands. */
async function paging(place: Place): Promise<Measured> {
  const random = randomOf(9);
  const book = bookOf(bookFolder(place, place.size), random);
  const total = book.list({}, 0);
  const times = Array.from({ length: 200 }, () => timed(() => book.list({}, Math.floor(random() * (total - PAGE)))));
  return {
    ...(await measured(() => undefined)),
    ms: percentile(times, 0.95),
    detail: { rows: total, max: percentile(times, 1) },
  };
}

/** The first window of a filter or a sort nobody asked for yet. */
async function sorting(place: Place): Promise<Measured> {
  const book = bookOf(bookFolder(place, place.size), randomOf(9));
  book.list({}, 0);
  const sorts = ['lastDay', 'orders', 'averageMinor', 'recencyDays', 'firstDay'] as const;
  const times = sorts.flatMap((by) => [1, 2, 3].map((ordersFrom) => timed(() => book.list({ ordersFrom }, 0, by))));
  return { ...(await measured(() => undefined)), ms: percentile(times, 0.95), detail: { max: percentile(times, 1) } };
}

interface PageTimes {
  readonly all: readonly number[];
  /** Of the page that was the first to show what an import brought: everybody is scored anew for it. */
  readonly first: number | null;
}

/** Asks for a page and a customer's orders until told to stop. */
async function readUntil(book: Book, random: Random, stopped: () => boolean): Promise<PageTimes> {
  const orders = book.reading.connection.prepare(
    'select * from shop_order where customer_id = ? order by ordered_at desc limit 50',
  );
  const changes = book.reading.connection.prepare("select value from ledger_state where name = 'changes'").pluck();
  const all: number[] = [];
  let first: number | null = null;
  let seen = changes.get();
  while (!stopped()) {
    const from = Math.floor(random() * (book.count - PAGE));
    const now = changes.get();
    const took = timed(() => {
      book.list({}, from);
      orders.all(1 + from);
    });
    if (now === seen) all.push(took);
    else first = took;
    seen = now;
    await wait(5);
  }
  return { all, first };
}

/** Pages at rest, then while a later file is checked and applied. */
async function reading(place: Place): Promise<Measured> {
  const folder = mkdtempSync(join(place.scratch, 'read-'));
  cpSync(bookFolder(place, place.size), folder, { recursive: true });
  settleDisk();
  const random = randomOf(11);
  const book = bookOf(folder, random);
  book.list({}, 0);
  const until = performance.now() + 2000;
  const { all: idle } = await readUntil(book, random, () => performance.now() > until);
  let done = false;
  const work = importThrough(place.worker, recorder, folder, laterPath(place, place.size)).finally(() => {
    done = true;
  });
  const { all: busy, first } = await readUntil(book, random, () => done);
  await work;
  book.reading.connection.close();
  rmSync(folder, { recursive: true });
  const [rest, beside] = [percentile(idle, 0.95), percentile(busy, 0.95)];
  const max = { 'max at rest': percentile(idle, 1), max: percentile(busy, 1), 'first of the new': first ?? Number.NaN };
  const detail = { idle: rest, importing: beside, ...max, pages: busy.length };
  return { ...(await measured(() => undefined)), ms: beside / rest, detail };
}

/** The list in Chromium, wheel and thumb and keys. */
async function scrolling(place: Place): Promise<Measured> {
  const script = fileURLToPath(new URL('../../tests/bench/scroll.ts', import.meta.url));
  const done = spawnSync(process.execPath, [script, bookFolder(place, place.size)], { encoding: 'utf8' });
  const line = done.stdout.split('\n').find((words) => words.startsWith('{'));
  if (line === undefined) throw new Error(done.stderr.slice(-1500));
  // Written by scroll.ts as its figures.
  const { acts: _acts, ...detail } = JSON.parse(line) as ScrollFigures;
  return { ...(await measured(() => undefined)), ms: detail.cpu, detail: { ...detail } };
}

export const pageCases: Readonly<Record<string, (place: Place) => Promise<Measured>>> = {
  search,
  'search by LIKE': searchLike,
  'any window': paging,
  'new order of a list': sorting,
  'reading beside an import': reading,
  'scrolling the list': scrolling,
};
