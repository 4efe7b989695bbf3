/** The rules of levels while they are tried. A trial is kept while other rooms are visited. */

import { create } from 'zustand';
import { levelRulesSchema } from '../../../../src-shared/contract/level-rules.ts';
import { type Level, type LevelRules, mostLevels } from '../../../../src-shared/levels.ts';

interface LevelTrial {
  readonly rules: LevelRules | null;
  readonly set: (rules: LevelRules | null) => void;
}

export const useLevelTrial = create<LevelTrial>((set) => ({ rules: null, set: (rules) => set({ rules }) }));

/** Do both say the same? A number once given and not used any more does not matter. */
export function sameRules(a: LevelRules, b: LevelRules): boolean {
  return JSON.stringify([a.on, a.levels.map(ordered)]) === JSON.stringify([b.on, b.levels.map(ordered)]);
}

const ordered = ({ id, name, measure, atLeast, months, validMonths }: Level) => [
  id,
  name.trim(),
  measure,
  atLeast,
  months,
  validMonths,
];

export function isSound(rules: LevelRules): boolean {
  return levelRulesSchema.safeParse(rules).success;
}

/** A longer time, or all of it, holds what a shorter one does. */
const holds = (longer: number | null, shorter: number | null): boolean =>
  longer === null || (shorter !== null && longer >= shorter);

/** Levels beneath this one that nobody can have: whoever comes up to their line is up to this one as well. Money and orders are not compared. */
export function emptied({ levels }: LevelRules, id: number): readonly Level[] {
  const at = levels.findIndex((level) => level.id === id);
  const higher = levels[at];
  if (higher === undefined) return [];
  return levels
    .slice(0, at)
    .filter(
      ({ measure, atLeast, months }) =>
        measure === higher.measure && higher.atLeast <= atLeast && holds(higher.months, months),
    );
}

export function changed(rules: LevelRules, id: number, change: Partial<Level>): LevelRules {
  return { ...rules, levels: rules.levels.map((level) => (level.id === id ? { ...level, ...change } : level)) };
}

export function without(rules: LevelRules, id: number): LevelRules {
  return { ...rules, levels: rules.levels.filter((level) => level.id !== id) };
}

/** `by` 1: higher. */
export function moved(rules: LevelRules, id: number, by: 1 | -1): LevelRules {
  const levels = [...rules.levels];
  const at = levels.findIndex((level) => level.id === id);
  const [one, other] = [levels[at], levels[at + by]];
  if (one === undefined || other === undefined) return rules;
  [levels[at], levels[at + by]] = [other, one];
  return { ...rules, levels };
}

/** One more above the highest, with twice its line; null: there are as many as there may be. */
export function withOneMore(rules: LevelRules, word: string): LevelRules | null {
  if (rules.levels.length >= mostLevels) return null;
  const id = rules.lastId + 1;
  const names = new Set(rules.levels.map(({ name }) => name));
  const top = rules.levels.at(-1);
  let name = word;
  for (let nth = 2; names.has(name); nth += 1) name = `${word} ${nth}`;
  const level: Level = {
    id,
    name,
    measure: top?.measure ?? 'spent',
    atLeast: (top?.atLeast ?? 50_000) * 2,
    months: top === undefined ? 12 : top.months,
    validMonths: top === undefined ? 12 : top.validMonths,
  };
  return { ...rules, lastId: id, levels: [...rules.levels, level] };
}
