/** Which level somebody has, as SQL over `customer` of `filtered-customers.sql`. Pure. */

import type { Level } from '../../../src-shared/levels.ts';
import { noLevel } from '../../../src-shared/levels.ts';
import type { NamedValues } from './named-values.ts';

/** What a condition about levels stands on. */
export interface LevelGround {
  /** In force, the lowest first. */
  readonly levels: readonly Level[];
  /** Customers who have one of these ranks, 1 being the lowest level. */
  readonly holders: (ranks: ReadonlySet<number>) => readonly number[];
}

/** The rules as `standing-levels.sql` reads them. */
export function levelsValue(levels: readonly Level[]): string {
  return JSON.stringify(levels);
}

/**
 * As it is asked: whoever stands among the holders, who are worked out beside it, for walking along everybody's orders in SQL takes ten times as
 * long. Those without a level are most, so the others are named. `wanted`: numbers of levels, 0 for none.
 */
export function heldLevelSql(wanted: readonly number[], { levels, holders }: LevelGround, values: NamedValues): string {
  const isNone = wanted.includes(noLevel);
  const ranks = levels.flatMap(({ id }, at) => (wanted.includes(id) === isNone ? [] : [at + 1]));
  const named = `(select value from json_each(${values.bindList(holders(new Set(ranks)))}))`;
  return `customer.customer_id ${isNone ? 'not in' : 'in'} ${named}`;
}

/** As it is shown: by `standing-levels.sql`, which says the same by itself. */
export function shownLevelSql(list: string): string {
  return `coalesce(levelled.level, 0) in (${list})`;
}
