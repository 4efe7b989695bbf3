/** Conditions asked of one customer: each with whether it holds and what they have. One statement for all of them, narrowed to their own orders. */

import type { FilterCondition } from '../../../src-shared/contract/filters.ts';
import type { CustomerScores } from '../customers-scores.ts';
import { keptSql } from '../exclusions/kept-orders.ts';
import { plainFilter } from '../segments/plain-filter.ts';
import { withParts } from '../sql-parts.ts';
import type { Reading } from '../transaction.ts';
import { compilingOn, nodeSql } from './filter-sql.ts';
import filteredCustomers from './filtered-customers.sql?raw';
import { groundOf } from './filtered-customers.ts';
import type { SqlValue } from './named-values.ts';
import { valueSql } from './value-sql.ts';

export interface Answered {
  readonly holds: boolean;
  /** As SQL has it; null: nothing, or it is looked up elsewhere. */
  readonly value: SqlValue;
}

/** Of all orders only theirs are looked at: `customer_id` has an index in both tables. */
function ofOne(sql: string): string {
  return sql.replace(
    /\b(from|join)(\s+)(shop_order|customer_total)\b(?:\s+as\s+(\w+))?/g,
    (_all, word: string, gap: string, table: string, name = table) =>
      `${word}${gap}(select * from ${table} where customer_id = :one) as ${name}`,
  );
}

/** In the order of the conditions; null: they have no order in the shops that are asked about, so no list of them has them. Throws as `plainFilter`. */
export function askOfOne(
  reading: Reading,
  scores: CustomerScores,
  customer: number,
  conditions: readonly FilterCondition[],
): readonly Answered[] | null {
  // Their own stage is soon told: nobody else's need be worked out.
  const compiling = compilingOn({ ...groundOf(reading, scores), inStages: null });
  const asked = conditions.map((condition) => ({
    holds: nodeSql(plainFilter(reading, condition), compiling),
    value: valueSql(condition, compiling),
  }));
  const parts = [compiling.isCurrent ? 'current' : 'past', ...compiling.parts];
  const named = asked.flatMap(({ holds, value }, at) => [
    `${holds} as holds_${at}`,
    `${value ?? 'null'} as value_${at}`,
  ]);
  const text = withParts(filteredCustomers, parts)
    .replace('select customer.customer_id\n', () => `select ${['1 as is_asked', ...named].join(',\n  ')}\n`)
    .replace('--[condition]', 'customer.customer_id = :one')
    .trim();
  const kept = keptSql(reading, text, scores.basis.excluded);
  // Fifths are of everybody.
  const sql = compiling.parts.has('fifths') ? kept : ofOne(kept);
  const { on, currency, basis } = scores;
  const row = reading.connection.prepare<[object], Record<string, SqlValue>>(sql).get({
    on,
    currency,
    shop: basis.shop ?? null,
    likely: (basis.likely ?? true) ? 1 : 0,
    one: customer,
    ...compiling.values.values,
  });
  if (row === undefined) return null;
  return asked.map((_one, at) => ({ holds: row[`holds_${at}`] === 1, value: row[`value_${at}`] ?? null }));
}
