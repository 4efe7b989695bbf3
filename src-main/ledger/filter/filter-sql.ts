/**
 * A filter as one condition over `filtered-customers.sql`: the tables `customer`, `bought`, and, where it asks for them, `fifth`, `rhythm` and
 * `levelled`.
 * Pure. Each part is true or false, never null: what is unknown meets no condition, and `none` of it holds.
 */

import {
  type CountField,
  type DayField,
  type Days,
  type FilterCondition,
  type FilterGroup,
  type FilterNode,
  groupOf,
  type MoneyField,
  partsOf,
  type Range,
} from '../../../src-shared/contract/filters.ts';
import type { Day } from '../../../src-shared/day.ts';
import type { LadderLines } from '../../../src-shared/ladder.ts';
import type { LifeChoice, LifeLines } from '../../../src-shared/lifecycle.ts';
import type { RfmDefinition } from '../../../src-shared/rfm.ts';
import { type FieldCondition, fieldSql } from '../fields/field-sql.ts';
import type { GradeGround } from '../grades/grade-lines.ts';
import { wishSql } from '../profile/facts-sql.ts';
import { reachSql } from '../reach.ts';
import { boughtSql, inScope, rangeSql, upToDay } from './bought-sql.ts';
import { spanOf } from './days-of.ts';
import { drawnSql, frozenSql } from './frozen-sql.ts';
import { gradeSql } from './grade-sql.ts';
import { ladderSql } from './ladder-sql.ts';
import { heldLevelSql, type LevelGround, levelsValue, shownLevelSql } from './level-sql.ts';
import { heldStageSql, lifecycleSql } from './lifecycle-sql.ts';
import { type MarkedCondition, markedSql } from './marked-sql.ts';
import { namedValues, type SqlValue } from './named-values.ts';
import { isText, textConditionSql } from './said-sql.ts';
import type { ScoreLines } from './score-lines.ts';

/** A segment's people as they were fixed once. */
export interface FrozenCondition {
  readonly field: 'frozen';
  readonly freeze: number;
}

/** A filter whose segments, tags and fields of the owner's are replaced by what they say. */
export type PlainNode =
  | { readonly all: readonly PlainNode[] }
  | { readonly any: readonly PlainNode[] }
  | { readonly none: readonly PlainNode[] }
  | FilterCondition
  | FrozenCondition
  | MarkedCondition
  | FieldCondition;

type PlainCondition = FilterCondition | FrozenCondition | MarkedCondition | FieldCondition;

export interface FilterGround {
  readonly on: Day;
  readonly definition: RfmDefinition;
  readonly lines: ScoreLines;
  /** After how many days customers of the scope come again; asked only by who needs it. */
  readonly shopRhythm: () => LifeLines | null;
  /** Numbers of the customers in these stages of their life; null: the statement is to say it by itself. */
  readonly inStages: ((wanted: ReadonlySet<LifeChoice>) => readonly number[]) | null;
  readonly ladder: () => LadderLines;
  readonly levels: () => LevelGround;
  readonly grades: () => GradeGround;
  /** To be read by people: it stands by itself, though it takes longer. */
  readonly isShown: boolean;
  /** No order was placed after the day. */
  readonly isCurrent: boolean;
}

export type FilterPart = 'fifths' | 'rhythm' | 'levels';

export interface FilterSql {
  readonly sql: string;
  readonly params: Readonly<Record<string, SqlValue>>;
  /** Parts of `filtered-customers.sql` that it stands on. */
  readonly parts: readonly FilterPart[];
}

export interface Compiling extends FilterGround {
  readonly values: ReturnType<typeof namedValues>;
  readonly parts: Set<FilterPart>;
}

type Figure = Extract<FilterCondition, { field: CountField | MoneyField | DayField }>;

const daysSince = (day: string): string => `unixepoch(:on) / 86400 - unixepoch(${day}) / 86400`;
const isScored = "bought.frequency > 0 and (:likely or customer.certainty = 'certain')";

export const figures = {
  orders: 'bought.frequency',
  allOrders: 'bought.all_orders',
  recencyDays: daysSince('bought.last_day'),
  firstDaysAgo: daysSince('bought.first_day'),
  netMinor: 'bought.net_minor',
  paidMinor: 'bought.paid_minor',
  refundMinor: 'bought.refund_minor',
} as const;

const measures = { r: daysSince('bought.last_day'), f: 'bought.frequency', m: 'bought.net_minor' } as const;
const lineNames = { r: 'near', f: 'often', m: 'much' } as const;

/** 1 … 5, or null for who is not scored. */
export function scoreSql(of: 'r' | 'f' | 'm', { definition, lines, parts, values }: Compiling): string {
  if (definition === 'ntile') {
    parts.add('fifths');
    return `fifth.${of}`;
  }
  const steps = lines[of].map((line) =>
    line === null ? '' : ` + (${measures[of]} ${of === 'r' ? '<=' : '>='} ${values.bind(line, lineNames[of])})`,
  );
  return `iif(${isScored}, 1${steps.join('')}, null)`;
}

export function tierSql(compiling: Compiling): string {
  const high = (of: 'r' | 'f' | 'm'): string => `iif(${scoreSql(of, compiling)} >= 4, '${of.toUpperCase()}', '${of}')`;
  const scored = compiling.definition === 'ntile' ? 'fifth.r is not null' : isScored;
  return `iif(${scored}, ${high('r')} || ${high('f')} || ${high('m')}, 'none')`;
}

/** Of somebody with an order in one of these shops. */
function shopSql(shops: string, isCurrent: boolean): string {
  const from = isCurrent ? 'customer_total' : 'shop_order';
  const upTo = isCurrent ? '' : `\n      and customer_id is not null\n      and ${upToDay}`;
  return `customer.customer_id in (
    select customer_id
    from ${from}
    where ${inScope}
      and shop_id in (${shops})${upTo}
  )`;
}

// In quotes, so that the orders left out of every other part are looked at here.
const excludedOrders = `from excluded_order
    cross join "shop_order" as excluded on excluded.order_id = excluded_order.order_id
    cross join exclusion_rule on exclusion_rule.rule_id = excluded_order.rule_id
    where excluded.customer_id is not null
      and excluded.${inScope}
      and (excluded.ordered_on is null or excluded.ordered_on <= :on)`;

function excludedSql(kinds: string): string {
  return `customer.customer_id in (
    select excluded.customer_id
    ${excludedOrders}
      and json_extract(content, '$.kind') in (${kinds})
  )`;
}

/** As what orders of the row of `customer` are left out. */
export const excludedKindsSql = `select distinct json_extract(content, '$.kind') as kind
    ${excludedOrders}
      and excluded.customer_id = customer.customer_id
    order by kind`;

/** Days within a span; a day that is null lies in none. */
function daysSql(column: string, days: Days, { on, values }: Compiling): string {
  const { from, to } = spanOf(days, on);
  const ends = [
    ...(from === null ? [] : [`${column} >= ${values.bind(from, 'from')}`]),
    ...(to === null ? [] : [`${column} <= ${values.bind(to, 'to')}`]),
  ];
  return ends.join(' and ');
}

/** Compared without dividing: no rounding decides. */
function averageSql({ from, to }: Range, { values }: Compiling): string {
  return [
    'bought.frequency > 0',
    ...(from === undefined ? [] : [`bought.net_minor >= ${values.bind(from, 'from')} * bought.frequency`]),
    ...(to === undefined ? [] : [`bought.net_minor <= ${values.bind(to, 'to')} * bought.frequency`]),
  ].join(' and ');
}

/** May be null. */
function figureSql(condition: Figure, compiling: Compiling): string {
  switch (condition.field) {
    case 'averageMinor':
      return averageSql(condition, compiling);
    case 'rhythmDays':
      compiling.parts.add('rhythm');
      return rangeSql('rhythm.days', condition, compiling.values);
    case 'r':
    case 'f':
    case 'm':
      return rangeSql(scoreSql(condition.field, compiling), condition, compiling.values);
    case 'firstDay':
      return daysSql('bought.first_day', condition.days, compiling);
    case 'lastDay':
      return daysSql('bought.last_day', condition.days, compiling);
    case 'orders':
    case 'allOrders':
    case 'recencyDays':
    case 'firstDaysAgo':
    case 'netMinor':
    case 'paidMinor':
    case 'refundMinor':
      return rangeSql(figures[condition.field], condition, compiling.values);
  }
}

function levelSql(wanted: readonly number[], { levels, isShown, parts, values }: Compiling): string {
  if (!isShown) return heldLevelSql(wanted, levels(), values);
  parts.add('levels');
  return shownLevelSql(`select value from json_each(${values.bindList(wanted)})`);
}

/** Where in their life as a customer they stand. */
export function lifeStageSql({ parts, shopRhythm, values }: Compiling): string {
  parts.add('rhythm');
  return lifecycleSql(figures.recencyDays, shopRhythm(), values);
}

function conditionSql(condition: PlainCondition, compiling: Compiling): string {
  const { values } = compiling;
  values.next();
  if (isText(condition)) return textConditionSql(condition, values);
  const list = (of: readonly SqlValue[]): string => `select value from json_each(${values.bindList(of)})`;
  switch (condition.field) {
    case 'tier':
      return `${tierSql(compiling)} in (${list(condition.in)})`;
    case 'lifecycle':
      return compiling.inStages === null
        ? `${lifeStageSql(compiling)} in (${list(condition.in)})`
        : heldStageSql(condition.in, compiling.inStages, values);
    case 'ladder':
      return `(${ladderSql(compiling.ladder(), values)} in (${list(condition.in)})) is true`;
    case 'level':
      return levelSql(condition.in, compiling);
    case 'grade':
      return gradeSql(condition.in, compiling.grades(), values);
    case 'certainty':
      return `customer.certainty in (${list(condition.in)})`;
    case 'reach':
      return `${reachSql} in (${list(condition.in)})`;
    case 'wish':
      return wishSql(condition.in);
    case 'shop':
      return shopSql(list(condition.in), compiling.isCurrent);
    case 'marketplace':
      return shopSql(`select shop_id from shop where marketplace in (${list(condition.in)})`, compiling.isCurrent);
    case 'excluded':
      return excludedSql(list(condition.in));
    case 'bought':
      return boughtSql(condition, compiling.on, values);
    case 'frozen':
      return frozenSql(values.bind(condition.freeze));
    case 'run':
      return drawnSql(list(condition.in));
    case 'marked':
      return markedSql(values.bind(JSON.stringify(condition.fields), 'marks'));
    case 'held':
      return fieldSql(condition, compiling.on, values);
    case 'segment':
    case 'tag':
    case 'custom':
      throw new Error('a segment, a tag and a field are replaced by what they say before they are asked');
    case 'orders':
    case 'allOrders':
    case 'recencyDays':
    case 'firstDaysAgo':
    case 'rhythmDays':
    case 'r':
    case 'f':
    case 'm':
    case 'netMinor':
    case 'paidMinor':
    case 'refundMinor':
    case 'averageMinor':
    case 'firstDay':
    case 'lastDay':
      return `(${figureSql(condition, compiling)}) is true`;
  }
}

export function nodeSql(node: PlainNode, compiling: Compiling): string {
  // Groups are told by their keys alone, whatever they hold.
  const group = node as FilterGroup;
  const kind = groupOf(node as FilterNode);
  const parts = partsOf(group) as readonly PlainNode[] | null;
  if (kind === null || parts === null) return conditionSql(node as PlainCondition, compiling);
  if (parts.length === 0) return 'true';
  const joined = parts.map((part) => nodeSql(part, compiling)).join(kind === 'all' ? '\n  and ' : '\n  or ');
  return kind === 'none' ? `not (${joined})` : `(${joined})`;
}

export function compilingOn(ground: FilterGround): Compiling {
  return { ...ground, values: namedValues(), parts: new Set() };
}

/** Segments in it must have been replaced. */
export function filterSql(node: PlainNode, ground: FilterGround): FilterSql {
  const compiling = compilingOn(ground);
  const sql = nodeSql(node, compiling);
  const own = compiling.parts.has('levels') ? { levels: levelsValue(ground.levels().levels) } : {};
  return { sql, params: { ...compiling.values.values, ...own }, parts: [...compiling.parts] };
}
