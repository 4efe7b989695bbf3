/** Changing a mapping by hand: pure steps between what was guessed and what the owner says. */

import {
  type Finding,
  type MappableField,
  type Mapping,
  mappableFields,
  type Question,
} from '../../../src-shared/contract/imports.ts';
import type { OwnTarget } from '../../../src-shared/contract/mappings.ts';

export function fieldOfColumn(mapping: Mapping, column: number): MappableField | null {
  return mappableFields.find((field) => mapping.columns[field]?.includes(column) === true) ?? null;
}

/** What of the owner's own a column fills; null: nothing. */
export function fillsOfColumn(mapping: Mapping, column: number): OwnTarget | null {
  return mapping.own?.find((one) => one.column === column)?.fills ?? null;
}

export function isOwnTarget(target: MappableField | OwnTarget): target is OwnTarget {
  return !mappableFields.some((field) => field === target);
}

/** A column means one thing: of an order, of the owner's own, or nothing. A field of the owner's is filled by one column. */
export function giveColumn(mapping: Mapping, column: number, target: MappableField | OwnTarget | null): Mapping {
  const fills = target !== null && isOwnTarget(target) ? target : null;
  const others = (mapping.own ?? []).filter((one) => one.column !== column && one.fills !== fills);
  const own = fills === null ? others : [...others, { column, fills }];
  const { own: _, ...plain } = assignColumn(mapping, column, target === null || isOwnTarget(target) ? null : target);
  return own.length === 0 ? plain : { ...plain, own };
}

/** A column of an order means one thing; a field may stand in several columns, the last chosen one is read first. */
export function assignColumn(mapping: Mapping, column: number, field: MappableField | null): Mapping {
  const columns: Partial<Record<MappableField, number[]>> = {};
  for (const name of mappableFields) {
    const kept = (mapping.columns[name] ?? []).filter((known) => known !== column);
    const next = name === field ? [column, ...kept] : kept;
    if (next.length > 0) columns[name] = next;
  }
  return { ...mapping, columns };
}

/** What an order cannot do without: its number, when, and how much. Each entry: any one of these fields is enough. */
const needed: readonly (readonly MappableField[])[] = [
  ['orderNumber'],
  ['paidAt', 'orderedAt'],
  ['paid', 'total', 'lineAmount', 'goodsTotal', 'unitPrice'],
];
/** What a case of money going back cannot do without. */
const neededAfterSale: readonly (readonly MappableField[])[] = [['orderNumber'], ['refund']];

export function missingFields(mapping: Mapping): readonly (readonly MappableField[])[] {
  const fieldsOf = mapping.granularity === 'afterSale' ? neededAfterSale : needed;
  return fieldsOf.filter((fields) => !fields.some((field) => (mapping.columns[field]?.length ?? 0) > 0));
}

/** What an answer still has to be given to, by its place in the list of questions. */
export function openQuestions(finding: Finding, answered: ReadonlySet<number>): readonly number[] {
  const needsAnswer = ({ about }: Question): boolean => about === 'column' || about === 'dates' || about === 'status';
  return finding.questions.flatMap((question, at) => (needsAnswer(question) && !answered.has(at) ? [at] : []));
}

/** The first two filled cells, to tell columns apart for those who hear the page. */
export function samplesOfColumn(finding: Finding, column: number): readonly string[] {
  return finding.sample
    .map((cells) => cells[column] ?? '')
    .filter((cell) => cell !== '')
    .slice(0, 2);
}
