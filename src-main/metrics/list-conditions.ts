/** The conditions of a customer list as SQL over `list-customers.sql`, each with its named values. The words of a search are those of the search box. */

import type { CustomerFilter } from '../../src-shared/contract/customers.ts';
import { regionWords } from '../../src-shared/flat-filter.ts';
import type { CustomerScores } from '../ledger/customers-scores.ts';
import { type FilterUse, filterText } from '../ledger/filter/filtered-customers.ts';
import { reachSql } from '../ledger/reach.ts';
import { matchingCondition } from '../ledger/search/matching.ts';
import { parted } from '../ledger/sql-parts.ts';
import type { Reading } from '../ledger/transaction.ts';
import type { SqlParams } from './metric.ts';

interface Condition {
  readonly sql: string;
  readonly params: SqlParams;
}

export function namesTiers({ tiers, noTier }: CustomerFilter): boolean {
  return tiers !== undefined || noTier !== undefined;
}

/** Bounds of which either may be missing; a value that is null lies in none. */
function bounds(value: string, name: string, from: string | number | undefined, to: string | number | undefined) {
  const found: Condition[] = [];
  if (from !== undefined) found.push({ sql: `${value} >= :${name}_from`, params: { [`${name}_from`]: from } });
  if (to !== undefined) found.push({ sql: `${value} <= :${name}_to`, params: { [`${name}_to`]: to } });
  return found;
}

const daysAway = 'unixepoch(:on) / 86400 - unixepoch(bought.last_day) / 86400';

function figureConditions(filter: CustomerFilter): Condition[] {
  return [
    ...(filter.withoutCounted === false ? [{ sql: 'bought.frequency > 0', params: {} }] : []),
    ...bounds('coalesce(bought.frequency, 0)', 'orders', filter.ordersFrom, filter.ordersTo),
    ...bounds('coalesce(bought.net_minor, 0)', 'net', filter.netFrom, filter.netTo),
    ...bounds('bought.last_day', 'last_day', filter.lastDayFrom, filter.lastDayTo),
    ...bounds(daysAway, 'recency', filter.recencyFrom, filter.recencyTo),
  ];
}

/** A search, a place to live, a way to be reached, a selection. */
function namingConditions(reading: Reading, filter: CustomerFilter): Condition[] {
  const { ids, exceptIds = [], search = '', region = '', reach } = filter;
  const found: Condition[] = [];
  if (ids !== undefined) {
    const picked = JSON.stringify([...new Set(ids)]);
    found.push({ sql: 'customer.customer_id in (select value from json_each(:picked))', params: { picked } });
  }
  if (exceptIds.length > 0) {
    const leftOut = JSON.stringify([...new Set(exceptIds)]);
    found.push({
      sql: 'customer.customer_id not in (select value from json_each(:left_out))',
      params: { left_out: leftOut },
    });
  }
  if (reach !== undefined) found.push({ sql: `${reachSql} = :reach`, params: { reach } });
  if (search.trim() !== '') found.push(matchingCondition(reading, search.trim()));
  const words = regionWords(region);
  if (words.length > 0) {
    found.push({
      sql: `not exists (
    select 1 from json_each(:region_words) as word
    where instr(lower(coalesce(province, '') || ' ' || coalesce(city, '')), word.value) = 0
  )`,
      params: { region_words: JSON.stringify(words) },
    });
  }
  return found;
}

function tierConditions(filter: CustomerFilter): Condition[] {
  if (!namesTiers(filter)) return [];
  const named = 'tiered.tier in (select value from json_each(:tiers))';
  return [
    {
      sql: filter.noTier === undefined ? named : `(${named} or tiered.tier is null)`,
      params: { tiers: JSON.stringify(filter.tiers ?? []) },
    },
  ];
}

/** The nested conditions as the list asks them: one statement within the other. */
function nestedConditions(
  reading: Reading,
  scores: CustomerScores,
  { where }: CustomerFilter,
  use: FilterUse,
): Condition[] {
  if (where === undefined) return [];
  const { sql, params } = filterText(reading, scores, where, use);
  const [, body] = parted(sql);
  return [{ sql: `customer.customer_id in (\n${body.replace(/^/gm, '      ')}\n    )`, params }];
}

/** All conditions of a filter but the shop, which the scope says. `scores`: of the list. */
export function listConditions(
  reading: Reading,
  scores: CustomerScores,
  filter: CustomerFilter,
  use: FilterUse,
): readonly Condition[] {
  const { certainty } = filter;
  return [
    ...(certainty === undefined ? [] : [{ sql: 'customer.certainty = :certainty', params: { certainty } }]),
    ...tierConditions(filter),
    ...figureConditions(filter),
    ...namingConditions(reading, filter),
    ...nestedConditions(reading, scores, filter, use),
  ];
}
