/**
 * The filter language: which customers, as nested conditions in JSON. The same in the contract, on the command line, in saved segments and on
 * the page. An object is a group (`{"all": […]}`, `{"any": […]}`, `{"none": […]}`) or one condition, told by its `field`.
 *
 * Every condition is asked of the orders of the list's scope (a shop, or all shops that sell in the leading currency), placed on or before the
 * day the list stands on, without excluded ones unless these are asked for. A condition is true or not, never unknown: a figure a customer
 * does not have (no average without an order) meets no condition, and so meets its `none`.
 */

import { z } from 'zod';
import type { Day } from '../day.ts';
import { type GradeChoice, gradeChoices } from '../grades.ts';
import type { Certainty } from '../identity.ts';
import { type LadderStep, ladderSteps } from '../ladder.ts';
import { type LifeChoice, lifeChoices } from '../lifecycle.ts';
import type { Marketplace } from '../marketplace.ts';
import type { Minor } from '../money.ts';
import { type Tier, tiers } from '../rfm.ts';
import { exclusionKinds } from './exclusions.ts';
import { certaintySchema, countSchema, daySchema, idSchema, marketplaceSchema, minorSchema } from './schemas.ts';

/** How somebody of a list can be reached. */
export const listReaches = ['phone', 'email', 'neither'] as const;

/**
 * Whole numbers. `orders`: counted ones; `allOrders`: unpaid, closed and refunded ones too; `recencyDays`, `firstDaysAgo`: days since the last
 * and the first counted order; `rhythmDays`: the middle of the gaps between days with a counted order, from two gaps on; `r`, `f`, `m`: 1 … 5.
 */
export const countFields = ['orders', 'allOrders', 'recencyDays', 'firstDaysAgo', 'rhythmDays', 'r', 'f', 'm'] as const;
/** Of counted orders, in minor units. `averageMinor`: net per counted order, not rounded. */
export const moneyFields = ['netMinor', 'paidMinor', 'refundMinor', 'averageMinor'] as const;
/** Of counted orders. */
export const dayFields = ['firstDay', 'lastDay'] as const;
/**
 * What a customer is called and says: `name` as the book shows it, `buyerId` on the marketplace, `phone` (blanks and dashes do not matter), any
 * `email`, the owner's `note`, where they live; `address`, `buyerNote` and `sellerNote`: of any order, counted or not.
 */
export const textFields = [
  'name',
  'buyerId',
  'phone',
  'email',
  'note',
  'province',
  'city',
  'district',
  'address',
  'buyerNote',
  'sellerNote',
] as const;
/** Letters large and small are alike; blanks around do not matter. */
export const textTests = ['contains', 'is', 'starts', 'ends'] as const;
/** Is there anything at all? */
export const presenceTests = ['filled', 'empty'] as const;
export const calendarSpans = ['thisMonth', 'lastMonth', 'thisYear', 'lastYear'] as const;
/** Which orders a condition about buying looks at: counted ones, every one, those of which money went back. */
export const orderKinds = ['counted', 'all', 'refunded'] as const;
/** What somebody wishes: not to be contacted, quiet hours, a way they prefer; `none`: nothing of these is known. */
export const wishChoices = ['noContact', 'quiet', 'channel', 'none'] as const;
/** `none`: in no tier, for nobody scored them. */
export const tierChoices = [...tiers, 'none'] as const;

export type CountField = (typeof countFields)[number];
export type MoneyField = (typeof moneyFields)[number];
export type DayField = (typeof dayFields)[number];
export type TextField = (typeof textFields)[number];
export type TextTest = (typeof textTests)[number];

/** Both ends included; one may be open. */
export interface Range<Value extends number = number> {
  readonly from?: Value | undefined;
  readonly to?: Value | undefined;
}

/**
 * Days, both ends included. Absolute; relative to the day the list stands on (`{"daysAgo": {"from": 60, "to": 120}}`: 60 to 120 days before it,
 * 0 being that day); or of the calendar.
 */
export type Days =
  | { readonly from?: Day | undefined; readonly to?: Day | undefined }
  | { readonly daysAgo: Range }
  | { readonly calendar: (typeof calendarSpans)[number] };

/** Words looked for; one of them suffices. */
export interface Wording {
  readonly test: TextTest;
  readonly texts: readonly string[];
}

/** How often, and for how much, a customer ordered what is described. */
export interface Bought {
  readonly field: 'bought';
  readonly orders?: (typeof orderKinds)[number] | undefined;
  /** What an order holds: titles, specs and codes of its lines; of an order without lines, its text of items. */
  readonly product?: Wording | undefined;
  readonly days?: Days | undefined;
  readonly shops?: readonly number[] | undefined;
  /** How many such orders. Default: at least one. From 0 on, nobody need have bought. */
  readonly times?: Range | undefined;
  /** What those of them that count come to, net. */
  readonly spent?: Range<Minor> | undefined;
}

/**
 * What stands in a field of the owner's own, by its number, asked for in the way of its kind: a number from–to (parts of one too), days, words, choices by
 * their numbers, yes or no; of every kind whether there is anything. Nobody has a value in a field that is gone.
 */
export type CustomCondition = { readonly field: 'custom'; readonly custom: number } & (
  | Range
  | { readonly days: Days }
  | Wording
  | { readonly in: readonly number[] }
  | { readonly is: boolean }
  | { readonly test: (typeof presenceTests)[number] }
);

export type FilterCondition =
  | ({ readonly field: CountField } & Range)
  | ({ readonly field: MoneyField } & Range<Minor>)
  | { readonly field: DayField; readonly days: Days }
  | ({ readonly field: TextField } & (Wording | { readonly test: (typeof presenceTests)[number] }))
  | { readonly field: 'tier'; readonly in: readonly (Tier | 'none')[] }
  /** Where in their life as a customer they stand, by their own rhythm or the shop's: see `lifecycle.ts`. */
  | { readonly field: 'lifecycle'; readonly in: readonly LifeChoice[] }
  /** On which step of the ladder, by the owner's line for how often and the median of all buyers for how much each time. */
  | { readonly field: 'ladder'; readonly in: readonly LadderStep[] }
  /** Has one of these levels, by rule or by hand; 0: none. See `levels.ts`. */
  | { readonly field: 'level'; readonly in: readonly number[] }
  /** Of which contribution grade over the twelve months up to the day: see `grades.ts`. */
  | { readonly field: 'grade'; readonly in: readonly GradeChoice[] }
  | { readonly field: 'certainty'; readonly in: readonly Certainty[] }
  | { readonly field: 'reach'; readonly in: readonly (typeof listReaches)[number][] }
  /** Said so to the owner. Whoever is not to be contacted is left out by `none` of it. */
  | { readonly field: 'wish'; readonly in: readonly (typeof wishChoices)[number][] }
  /** Has an order there, counted or not. */
  | { readonly field: 'shop'; readonly in: readonly number[] }
  | { readonly field: 'marketplace'; readonly in: readonly Marketplace[] }
  /** Has an order that a rule of one of these kinds excludes. */
  | { readonly field: 'excluded'; readonly in: readonly (typeof exclusionKinds)[number][] }
  /** Is in one of these saved segments. */
  | { readonly field: 'segment'; readonly in: readonly number[] }
  /** Was drawn to be contacted in one of these runs of strategies. Lists of them go through the contact guard. */
  | { readonly field: 'run'; readonly in: readonly number[] }
  /** Has one of these tags. */
  | { readonly field: 'tag'; readonly in: readonly number[] }
  | CustomCondition
  | Bought;

export type FilterGroup =
  | { readonly all: readonly FilterNode[] }
  | { readonly any: readonly FilterNode[] }
  | { readonly none: readonly FilterNode[] };

export type FilterNode = FilterGroup | FilterCondition;

export const groupKinds = ['all', 'any', 'none'] as const;
export type GroupKind = (typeof groupKinds)[number];

/** Groups within groups, and conditions in all: what a person can still read, and far below what SQLite bears. */
export const deepestGroup = 8;
export const mostConditions = 100;

const isRange = ({ from, to }: Range): boolean =>
  (from ?? to) !== undefined && (from === undefined || to === undefined || from <= to);
const countRange = z.strictObject({ from: countSchema.optional(), to: countSchema.optional() }).refine(isRange);
const moneyRange = z.strictObject({ from: minorSchema.optional(), to: minorSchema.optional() }).refine(isRange);

export const daysSchema = z.union([
  z.strictObject({ daysAgo: countRange }),
  z.strictObject({ calendar: z.enum(calendarSpans) }),
  z
    .strictObject({ from: daySchema.optional(), to: daySchema.optional() })
    .refine(({ from, to }) => (from ?? to) !== undefined && (from === undefined || to === undefined || from <= to)),
]);

const wordingShape = {
  test: z.enum(textTests),
  texts: z.array(z.string().trim().min(1).max(100)).min(1).max(20),
};

/** Of a phone only digits, stars and the like are compared. */
function saysSomething({ field, texts }: { readonly field: string; readonly texts: readonly string[] }): boolean {
  return field !== 'phone' || texts.every((text) => text.replace(/[ -]/g, '') !== '');
}

const chosen = <Choice extends z.ZodType>(choice: Choice) => z.array(choice).min(1).max(200);

const customShape = { field: z.literal('custom'), custom: idSchema };
const anyNumber = z.number().min(-1e15).max(1e15);

export const customConditionSchema: z.ZodType<CustomCondition> = z.union([
  z.strictObject({ ...customShape, from: anyNumber.optional(), to: anyNumber.optional() }).refine(isRange),
  z.strictObject({ ...customShape, days: daysSchema }),
  z.strictObject({ ...customShape, ...wordingShape }),
  z.strictObject({ ...customShape, test: z.enum(presenceTests) }),
  z.strictObject({ ...customShape, in: chosen(idSchema) }),
  z.strictObject({ ...customShape, is: z.boolean() }),
]);

export const filterConditionSchema: z.ZodType<FilterCondition> = z.union([
  z
    .strictObject({ field: z.enum(countFields), from: countSchema.optional(), to: countSchema.optional() })
    .refine(isRange),
  z
    .strictObject({ field: z.enum(moneyFields), from: minorSchema.optional(), to: minorSchema.optional() })
    .refine(isRange),
  z.strictObject({ field: z.enum(dayFields), days: daysSchema }),
  z.strictObject({ field: z.enum(textFields), ...wordingShape }).refine(saysSomething),
  z.strictObject({ field: z.enum(textFields), test: z.enum(presenceTests) }),
  z.strictObject({ field: z.literal('tier'), in: chosen(z.enum(tierChoices)) }),
  z.strictObject({ field: z.literal('lifecycle'), in: chosen(z.enum(lifeChoices)) }),
  z.strictObject({ field: z.literal('ladder'), in: chosen(z.enum(ladderSteps)) }),
  z.strictObject({ field: z.literal('level'), in: chosen(countSchema) }),
  z.strictObject({ field: z.literal('grade'), in: chosen(z.enum(gradeChoices)) }),
  z.strictObject({ field: z.literal('certainty'), in: chosen(certaintySchema) }),
  z.strictObject({ field: z.literal('reach'), in: chosen(z.enum(listReaches)) }),
  z.strictObject({ field: z.literal('wish'), in: chosen(z.enum(wishChoices)) }),
  z.strictObject({ field: z.literal('shop'), in: chosen(idSchema) }),
  z.strictObject({ field: z.literal('marketplace'), in: chosen(marketplaceSchema) }),
  z.strictObject({ field: z.literal('excluded'), in: chosen(z.enum(exclusionKinds)) }),
  z.strictObject({ field: z.literal('segment'), in: chosen(idSchema) }),
  z.strictObject({ field: z.literal('run'), in: chosen(idSchema) }),
  z.strictObject({ field: z.literal('tag'), in: chosen(idSchema) }),
  customConditionSchema,
  z.strictObject({
    field: z.literal('bought'),
    orders: z.enum(orderKinds).optional(),
    product: z.strictObject(wordingShape).optional(),
    days: daysSchema.optional(),
    shops: chosen(idSchema).optional(),
    times: countRange.optional(),
    spent: moneyRange.optional(),
  }),
]);

const anyNode: z.ZodType<FilterNode> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(anyNode).max(mostConditions) }),
    z.strictObject({ any: z.array(anyNode).min(1).max(mostConditions) }),
    z.strictObject({ none: z.array(anyNode).min(1).max(mostConditions) }),
    filterConditionSchema,
  ]),
);

/** The parts of a group; null of a condition. */
export function partsOf(node: FilterNode): readonly FilterNode[] | null {
  if ('all' in node) return node.all;
  if ('any' in node) return node.any;
  return 'none' in node ? node.none : null;
}

/** Which kind of group; null of a condition. */
export function groupOf(node: FilterNode): GroupKind | null {
  return groupKinds.find((kind) => kind in node) ?? null;
}

/** Every condition in it, from the first to the last. */
export function conditionsIn(node: FilterNode): readonly FilterCondition[] {
  const parts = partsOf(node);
  // What has no parts is a condition.
  return parts === null ? [node as FilterCondition] : parts.flatMap(conditionsIn);
}

function depthOf(node: FilterNode): number {
  const parts = partsOf(node);
  return parts === null ? 0 : 1 + Math.max(0, ...parts.map(depthOf));
}

/** Any `{"all": []}` means everybody. Neither too deep nor too long for SQLite or a person. */
export const filterNodeSchema: z.ZodType<FilterNode> = anyNode.refine(
  (node) => depthOf(node) <= deepestGroup && conditionsIn(node).length <= mostConditions,
);

/**
 * Where a value that should be a filter is none: the innermost place that cannot be read, as a path like `all[1].any[0]`; '' at the top;
 * null: it is a filter.
 */
export function whereAmiss(value: unknown, at = ''): string | null {
  if (filterNodeSchema.safeParse(value).success) return null;
  if (typeof value !== 'object' || value === null) return at;
  const names = Object.keys(value);
  const [kind] = names;
  const group = groupKinds.find((known) => names.length === 1 && known === kind);
  if (group === undefined) return at;
  const parts: unknown = Object.values(value)[0];
  if (!Array.isArray(parts)) return at;
  for (const [index, part] of parts.entries()) {
    const found = whereAmiss(part, `${at}${at === '' ? '' : '.'}${group}[${index}]`);
    if (found !== null) return found;
  }
  return at;
}
