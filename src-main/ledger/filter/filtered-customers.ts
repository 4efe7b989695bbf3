/** Who meets a filter: the one statement that is asked, and shown. */

import type { FilterNode } from '../../../src-shared/contract/filters.ts';
import type { CustomerScores } from '../customers-scores.ts';
import { keptSql } from '../exclusions/kept-orders.ts';
import { gradeGround } from '../grades/grade-lines.ts';
import { ladderLines } from '../ladder/ladder-lines.ts';
import { standingLevelsSql } from '../levels/standing-levels.ts';
import { standingsOf } from '../levels/standings.ts';
import { levelsOf } from '../levels/stored-levels.ts';
import { customersInStages } from '../lifecycle/life-stages.ts';
import { shopRhythm } from '../lifecycle/shop-rhythm.ts';
import { plainFilter } from '../segments/plain-filter.ts';
import { withParts } from '../sql-parts.ts';
import type { Reading } from '../transaction.ts';
import { type FilterGround, filterSql } from './filter-sql.ts';
import filteredCustomers from './filtered-customers.sql?raw';
import type { LevelGround } from './level-sql.ts';
import type { SqlValue } from './named-values.ts';
import { scoreLines } from './score-lines.ts';

export interface FilterStatement {
  /** Its first comment says what it asks. It answers `customer_id`. */
  readonly sql: string;
  readonly params: Readonly<Record<string, SqlValue>>;
}

/** True when no order was placed after the day, so that the summaries say all. */
function isUpToDate({ connection }: Reading, on: string): boolean {
  const last = connection.prepare<[], string | null>('select max(ordered_on) from shop_order').pluck().get() ?? null;
  return last === null || last <= on;
}

function levelGround(reading: Reading, scores: CustomerScores): LevelGround {
  const levels = levelsOf(reading);
  return {
    levels,
    holders: (ranks) => {
      const { rank } = standingsOf(reading, scores, levels);
      const ids: number[] = [];
      scores.customer.forEach((id, at) => {
        if (ranks.has(rank[at] ?? 0)) ids.push(id);
      });
      return ids;
    },
  };
}

/**
 * To be asked quickly, or to be read: what is shown stands by itself and can be asked anywhere, but may take longer. Both say the same.
 */
export type FilterUse = 'asked' | 'shown';

/** What conditions stand on. */
export function groundOf(reading: Reading, scores: CustomerScores, use: FilterUse = 'asked'): FilterGround {
  return {
    on: scores.on,
    definition: scores.basis.definition,
    lines: scoreLines(scores),
    shopRhythm: () => shopRhythm(reading, scores),
    inStages: use === 'shown' ? null : (wanted) => customersInStages(reading, scores, wanted),
    ladder: () => ladderLines(reading, scores),
    levels: () => levelGround(reading, scores),
    grades: () => gradeGround(reading, scores),
    isShown: use === 'shown',
    isCurrent: isUpToDate(reading, scores.on),
  };
}

/** The statement as it is asked of all orders, to be part of another; see `keptSql`. Throws `segment-unknown`. */
export function filterText(
  reading: Reading,
  scores: CustomerScores,
  where: FilterNode,
  use: FilterUse = 'asked',
): FilterStatement {
  const { on, currency, basis } = scores;
  const ground = groundOf(reading, scores, use);
  const { sql, params, parts } = filterSql(plainFilter(reading, where), ground);
  const text = withParts(filteredCustomers, [ground.isCurrent ? 'current' : 'past', ...parts])
    .replace('--[condition]', () => sql)
    .replace('--[standing levels]', () => standingLevelsSql('everybody'))
    .trim();
  const all = { on, shop: basis.shop ?? null, currency, likely: (basis.likely ?? true) ? 1 : 0, ...params };
  // Shown beside the statement: only what it names.
  const asked = text.replace(/--.*$/gm, '');
  const used = Object.entries(all).filter(([name]) => new RegExp(`:${name}\\b`).test(asked));
  return { sql: text, params: Object.fromEntries(used) };
}

/** On the ground of the scores: their day, shop, definition, and whether excluded orders count. Throws `segment-unknown`. */
export function filterStatement(
  reading: Reading,
  scores: CustomerScores,
  where: FilterNode,
  use: FilterUse = 'asked',
): FilterStatement {
  const { sql, params } = filterText(reading, scores, where, use);
  return { sql: keptSql(reading, sql, scores.basis.excluded), params };
}

/** Numbers of the customers, ascending. */
export function filteredIds(reading: Reading, scores: CustomerScores, where: FilterNode): readonly number[] {
  const { sql, params } = filterStatement(reading, scores, where);
  return reading.connection.prepare<[object], number>(sql).pluck().all(params);
}
