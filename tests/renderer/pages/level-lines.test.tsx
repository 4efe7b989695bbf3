/** Rules of levels while they are written: which level nobody can have. */

import { expect, test } from 'vitest';
import { emptied } from '../../../src-renderer/pages/tiers/levels/level-trial.ts';
import type { Level, LevelRules } from '../../../src-shared/levels.ts';

const level = (id: number, part: Partial<Level>): Level => ({
  id,
  name: `V${id}`,
  measure: 'spent',
  atLeast: 100_00,
  months: 12,
  validMonths: 12,
  ...part,
});
const rulesOf = (...levels: Level[]): LevelRules => ({ on: true, lastId: levels.length, levels });
const namesOf = (rules: LevelRules, id: number) => emptied(rules, id).map(({ name }) => name);

test('a line no higher than one beneath it leaves nobody there', () => {
  const rules = (top: number) => rulesOf(level(1, { atLeast: 100_00 }), level(2, { atLeast: top }));
  expect(namesOf(rules(100_01), 2)).toEqual([]);
  expect(namesOf(rules(100_00), 2)).toEqual(['V1']);
  expect(namesOf(rules(99_99), 2)).toEqual(['V1']);
  // It is said at the higher one alone.
  expect(namesOf(rules(99_99), 1)).toEqual([]);
});

test('all levels beneath are looked at, not the next one alone', () => {
  const rules = rulesOf(
    level(1, { atLeast: 100_00 }),
    level(2, { measure: 'orders', atLeast: 3 }),
    level(3, { atLeast: 50_00 }),
  );
  expect(namesOf(rules, 3)).toEqual(['V1']);
});

test('money is not compared with orders, and a shorter time is no longer one', () => {
  expect(namesOf(rulesOf(level(1, { measure: 'orders', atLeast: 500 }), level(2, { atLeast: 1 })), 2)).toEqual([]);
  const beside = (lower: number | null, higher: number | null) =>
    namesOf(rulesOf(level(1, { months: lower }), level(2, { months: higher })), 2);
  expect(beside(12, 6)).toEqual([]);
  expect(beside(null, 12)).toEqual([]);
  expect(beside(6, 12)).toEqual(['V1']);
  expect(beside(6, null)).toEqual(['V1']);
});
