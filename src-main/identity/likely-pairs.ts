/**
 * Who might be one person though no rule says so: customers that share something rare are compared, and those that agree in enough of it
 * are pairs. Never everybody with everybody: only within blocks (surname and visible digits, surname and door, nick …).
 */

import type { Database } from 'better-sqlite3';
import { HAN } from '../../src-shared/person-name.ts';
import { openSideFile } from '../ledger/open-ledger.ts';
import { type ContactPoint, nickEnds } from './contact-point.ts';
import type { Rarity, RarityKind } from './evidence-bits.ts';
import blocksSql from './likely-blocks.sql?raw';
import { wordsKey } from './name-evidence.ts';
import { type Comparison, comparePeople } from './pair-score.ts';
import { everyPerson, type Person, personBook } from './person-points.ts';

export interface LikelyPair extends Comparison {
  readonly a: number;
  readonly b: number;
}

/**
 * A pair is likely when the evidence outweighs how unlikely it is to begin with that two of so many customers are one person. The bits are
 * counted low (fields that come together are discounted), so no margin is put on top: measured on made shops, 96 in 100 are right.
 */
const MARGIN_BITS = 0;

export function neededBits(customers: number): number {
  return Math.log2(Math.max(2, customers)) + MARGIN_BITS;
}

/** A word by its letters, however fingers set them. */
const lettersOf = (word: string): string => Array.from(word.toLowerCase()).sort().join('');

/** A slip falls on one half of an e-mail or on the other. */
function mailBlocks(mail: string): readonly string[] {
  if (mail.length < 8) return [];
  const [local = '', domain = ''] = mail.split('@');
  const halves = [`e ${mail.slice(0, 6)}`, `e ${mail.slice(-10)} ${mail.slice(0, 2)}`];
  return domain === '' ? halves : [...halves, `l ${lettersOf(local)}`, `d ${lettersOf(domain)} ${local.slice(0, 1)}`];
}

/** What a point is found by: each rare enough to be shared by few. */
export function blocksOf(point: ContactPoint): readonly string[] {
  const { surname, pattern, person, words, city, marketplace, email } = point;
  const blocks: string[] = [];
  const tail = point.number.value.slice(-4);
  const isTail = /^\d{4}$/.test(tail) && point.number.kind !== 'virtual';
  if (surname !== '' && pattern !== '') blocks.push(`p ${surname} ${pattern}`);
  if (surname !== '' && isTail) blocks.push(`f ${surname} ${tail} ${city ?? ''}`);
  if (!person.isPartial) {
    blocks.push(`n ${person.text} ${city ?? ''}`);
    if (isTail) blocks.push(`t ${person.text} ${tail}`);
    if (!HAN.test(person.text))
      for (const word of person.words) {
        const letters = lettersOf(word);
        blocks.push(`w ${letters}`);
        if (city !== null && letters.length > 2) blocks.push(`c ${letters} ${lettersOf(city)}`);
      }
  }
  const numbers = words.filter((word) => /\d/.test(word));
  if (numbers.length > 0 && words.length > 1) {
    const road = words.find((word) => !/\d/.test(word)) ?? '';
    if (HAN.test(words.join(''))) blocks.push(`a ${city ?? ''} ${road} ${numbers.join(' ')}`);
    // Numbers and words of an address in letters may be in any order, and one of them misspelt.
    else
      for (const word of words)
        if (word !== numbers[0] && word.length > 3) blocks.push(`a ${numbers[0] ?? ''} ${word}`);
  }
  blocks.push(...mailBlocks(email?.trim().toLowerCase() ?? ''));
  const { first, last } = nickEnds(point.nick);
  if (first !== '' && last !== '' && surname !== '')
    blocks.push(`k ${marketplace} ${first}${last} ${surname} ${city ?? ''}`);
  return blocks;
}

/** What the rarity of values is counted by. */
function traitsOf(point: ContactPoint): readonly (readonly [RarityKind, string])[] {
  const { person, surname, pattern, number, words, city, district, marketplace, nick } = point;
  const { first, last } = nickEnds(nick);
  return [
    ['name', person.isPartial ? '' : wordsKey(point)],
    ['surname', surname],
    ['pattern', pattern],
    ['tail', /\d{4}$/.test(number.value) && number.kind !== 'virtual' ? number.value.slice(-4) : ''],
    ['nick', first === '' ? '' : `${marketplace}:${first}${last}`],
    ['city', city ?? ''],
    ['district', district === null ? '' : `${city ?? ''} ${district}`],
    ...[...words, ...(HAN.test(person.text) ? [] : person.words)].map((word) => ['word', word] as const),
  ];
}

/** Counts, over all customers, how many have each value. */
export function rarityCounter(): { add(person: Person): void; rarity(): Rarity } {
  const counts = new Map<string, number>();
  let customers = 0;
  return {
    add({ points }) {
      customers += 1;
      const own = new Set<string>();
      for (const point of points)
        for (const [kind, value] of traitsOf(point)) if (value !== '') own.add(`${kind} ${value}`);
      for (const trait of own) counts.set(trait, (counts.get(trait) ?? 0) + 1);
    },
    rarity: () => ({ customers, count: (kind, value) => counts.get(`${kind} ${value}`) ?? 1 }),
  };
}

/** A file of its own that SQLite keeps outside of memory where it grows, and forgets when it is closed. */
function blockFile(): Database {
  const scratch = openSideFile('', { mode: 'create' });
  scratch.exec(`
    create table block (block text, customer integer, primary key (block, customer)) without rowid;
    create table pair (a integer, b integer, primary key (a, b)) without rowid;`);
  return scratch;
}

const PEOPLE_AT_ONCE = 5000;

/** Yields how many customers were looked at so far; returns the pairs, the surest first, and how everybody was weighed. */
export function* likelyPairs(ledger: Database): Generator<number, { pairs: readonly LikelyPair[]; rarity: Rarity }> {
  const scratch = blockFile();
  try {
    const counter = rarityCounter();
    const add = scratch.prepare('insert or ignore into block values (?, ?)');
    let looked = 0;
    scratch.exec('begin');
    for (const person of everyPerson(ledger)) {
      counter.add(person);
      for (const block of new Set(person.points.flatMap(blocksOf))) add.run(block, person.customer);
      looked += 1;
      if (looked % PEOPLE_AT_ONCE === 0) yield looked;
    }
    scratch.exec(blocksSql);
    scratch.exec('commit');
    yield looked;
    const rarity = counter.rarity();
    const needed = neededBits(rarity.customers);
    const personOf = personBook(ledger);
    const pairs: LikelyPair[] = [];
    let compared = 0;
    for (const { a, b } of scratch
      .prepare<[], { a: number; b: number }>('select a, b from pair order by a, b')
      .iterate()) {
      compared += 1;
      if (compared % PEOPLE_AT_ONCE === 0) yield looked;
      const found = comparePeople(personOf(a), personOf(b), rarity);
      if (found !== null && found.bits >= needed) pairs.push({ a, b, ...found });
    }
    return { pairs: pairs.sort((x, y) => y.bits - x.bits || x.a - y.a || x.b - y.b), rarity };
  } finally {
    scratch.close();
  }
}
