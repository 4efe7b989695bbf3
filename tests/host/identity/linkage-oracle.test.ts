/**
 * The matching of names and addresses on foreign people with known truth (Febrl, splink), against the figures of published rules. The same
 * blocks, evidence and threshold as in a ledger. Needs the folder named by REGULARS_SHARED.
 */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type PrintedPoint, readPoint } from '../../../src-main/identity/contact-point.ts';
import { blocksOf, neededBits, rarityCounter } from '../../../src-main/identity/likely-pairs.ts';
import { comparePeople } from '../../../src-main/identity/pair-score.ts';
import type { Person } from '../../../src-main/identity/person-points.ts';
import { editDistance, jaro, jaroWinkler } from '../../../src-shared/words-alike.ts';
import { sharedFile, whySkipped } from '../../support/shared-folder.ts';

type Row = Readonly<Record<string, string>>;

function rowsOf(path: string): readonly Row[] {
  const [head = [], ...rows] = readFileSync(path, 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  return rows.map((cells) => Object.fromEntries(head.map((name, at) => [name, (cells[at] ?? '').trim()])));
}

const filled = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);

function personOf(customer: number, printed: Partial<PrintedPoint>): Person {
  const nothing = { nick: null, email: null, phone: null, province: null, city: null, district: null, address: null };
  const point = { marketplace: 'other', ...nothing, name: null, orders: 2, lastDay: null, ...printed };
  return { customer, points: [readPoint(point)] };
}

interface Figures {
  readonly pairs: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

function figuresOf(found: ReadonlySet<string>, truth: readonly string[]): Figures {
  const isTrue = (pair: string): boolean => {
    const [a = 0, b = 0] = pair.split(' ').map(Number);
    return truth[a] === truth[b];
  };
  const right = [...found].filter(isTrue).length;
  const sizes = new Map<string, number>();
  for (const entity of truth) sizes.set(entity, (sizes.get(entity) ?? 0) + 1);
  const all = [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  const [precision, recall] = [found.size === 0 ? 1 : right / found.size, right / all];
  return { pairs: found.size, precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

/** Pairs that share a block, and of them those with enough evidence. */
function matched(people: readonly Person[]): ReadonlySet<string> {
  const counter = rarityCounter();
  const blocks = new Map<string, number[]>();
  for (const person of people) {
    counter.add(person);
    for (const block of new Set(person.points.flatMap(blocksOf)))
      blocks.set(block, [...(blocks.get(block) ?? []), person.customer]);
  }
  const rarity = counter.rarity();
  const found = new Set<string>();
  for (const members of blocks.values()) {
    if (members.length < 2 || members.length > 24) continue;
    members.forEach((a, place) => {
      for (const b of members.slice(place + 1)) {
        const [left, right] = [people[a], people[b]];
        if (left === undefined || right === undefined || found.has(`${a} ${b}`)) continue;
        if ((comparePeople(left, right, rarity)?.bits ?? 0) >= neededBits(people.length)) found.add(`${a} ${b}`);
      }
    });
  }
  return found;
}

/** All pairs of those that are connected. */
function closed(found: ReadonlySet<string>, count: number): ReadonlySet<string> {
  const root = Array.from({ length: count }, (_, at) => at);
  const rootOf = (at: number): number => {
    const up = root[at] ?? at;
    return up === at ? at : rootOf(up);
  };
  for (const pair of found) {
    const [a = 0, b = 0] = pair.split(' ').map(Number);
    root[Math.max(rootOf(a), rootOf(b))] = Math.min(rootOf(a), rootOf(b));
  }
  const all = new Set<string>();
  for (let a = 0; a < count; a += 1)
    for (let b = a + 1; b < count; b += 1) if (rootOf(a) === rootOf(b)) all.add(`${a} ${b}`);
  return all;
}

const febrl = sharedFile('oracles/data/febrl_dataset1.csv');
const splink = sharedFile('oracles/data/splink_fake_1000.csv');
const words = sharedFile('oracles/expected/string_similarity.json');

interface Rule {
  readonly pairwise: number;
  readonly closed: number;
}

/** F1 of the published rule: pair by pair, and of all that is connected. */
function ruleOf(file: string, ...path: readonly string[]): Rule {
  let found: unknown = JSON.parse(readFileSync(sharedFile(`oracles/expected/${file}`) ?? '', 'utf8'));
  for (const name of path) found = (found as Readonly<Record<string, unknown>>)[name];
  const { pairwise, after_transitive_closure: closed } = found as Readonly<Record<string, { f1: number }>>;
  return { pairwise: Number(pairwise?.f1), closed: Number(closed?.f1) };
}

function expectAtLeast(rule: Rule, people: readonly Person[], truth: readonly string[]): void {
  const found = matched(people);
  const [pairs, groups] = [figuresOf(found, truth), figuresOf(closed(found, people.length), truth)];
  const line = (what: string, { precision, recall, f1 }: Figures, least: number): string =>
    `${what}: F1 ${f1.toFixed(4)} (rule ${least.toFixed(4)}), precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}\n`;
  process.stdout.write(line('pair by pair', pairs, rule.pairwise) + line('connected', groups, rule.closed));
  expect(rule.pairwise).toBeGreaterThan(0.8);
  expect(pairs.f1).toBeGreaterThanOrEqual(rule.pairwise);
  expect(groups.f1).toBeGreaterThanOrEqual(rule.closed);
  expect(groups.precision).toBeGreaterThanOrEqual(0.99);
}

describe(`likeness of words${words === null ? ` (${whySkipped('oracles/expected')})` : ''}`, () => {
  test.skipIf(words === null)('is what R’s stringdist says', () => {
    const { pairs } = JSON.parse(readFileSync(words ?? '', 'utf8')) as {
      pairs: { a: string; b: string; jaro: number; 'jaro_winkler_p0.1_no_threshold': number; levenshtein: number }[];
    };
    expect(pairs.length).toBeGreaterThan(20);
    for (const pair of pairs) {
      expect(jaro(pair.a, pair.b)).toBeCloseTo(pair.jaro, 8);
      expect(jaroWinkler(pair.a, pair.b)).toBeCloseTo(pair['jaro_winkler_p0.1_no_threshold'], 8);
      expect(editDistance(pair.a, pair.b)).toBe(pair.levenshtein);
    }
  });
});

describe(`names and addresses alone${febrl === null ? ` (${whySkipped('oracles/data')})` : ''}`, () => {
  test.skipIf(febrl === null)('tell the people of Febrl apart at least as well as the reference rule', () => {
    const rows = rowsOf(febrl ?? '');
    const people = rows.map((row, at) =>
      personOf(at, {
        name: `${row['given_name']} ${row['surname']}`,
        address: ['street_number', 'address_1', 'address_2', 'postcode', 'suburb'].map((name) => row[name]).join(' '),
        province: filled(row['state']),
      }),
    );
    const rule = ruleOf('linkage_febrl_dataset1.json', 'names_and_address_only', 'rule_at_least_4_of_7');
    expectAtLeast(
      rule,
      people,
      rows.map((row) => row['true_entity'] ?? ''),
    );
  });

  test.skipIf(splink === null)(
    'tell the people of splink apart at least as well as the rule that knows their birthdays',
    () => {
      const rows = rowsOf(splink ?? '');
      const people = rows.map((row, at) =>
        personOf(at, {
          name: `${row['first_name']} ${row['surname']}`,
          city: filled(row['city']),
          email: filled(row['email']),
        }),
      );
      expectAtLeast(
        ruleOf('linkage_splink_fake_1000.json', 'rule_3_of_5_or_email_plus_1'),
        people,
        rows.map((row) => row['cluster'] ?? ''),
      );
    },
  );
});
