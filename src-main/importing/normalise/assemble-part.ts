/** The rows of one order in one file → what that file says about the order. The result does not depend on the rows' order. */

import { sumKnown } from '../../../src-shared/money.ts';
import type { OrderFacts, OrderLine, OrderPart, OrderStage } from '../../../src-shared/order.ts';
import { mostReadable, personalFields } from '../../../src-shared/readability.ts';
import type { RowProblem } from '../../../src-shared/row-problem.ts';
import type { RowStatement } from './normalised-row.ts';
import { rowProblem } from './row-shape.ts';

const stageRank: Readonly<Record<OrderStage, number>> = {
  unpaid: 0,
  paid: 1,
  shipped: 2,
  completed: 3,
  closed: 4,
  closedOrRefunded: 5,
  refunded: 6,
};

const factNames = [
  'statusWord',
  'closeReason',
  'orderedAt',
  'paidAt',
  'shippedAt',
  'completedAt',
  'totalMinor',
  'paidMinor',
  'refundMinor',
  'buyerId',
  'buyerEmail',
  'receiverName',
  'receiverPhone',
  'province',
  'city',
  'district',
  'address',
  'itemsText',
  'quantity',
  'buyerNote',
  'sellerNote',
  'carrier',
  'trackingNumber',
] as const satisfies readonly (keyof OrderFacts)[];

function latestMoment(statement: RowStatement): string {
  const moments = [statement.orderedAt, statement.paidAt, statement.shippedAt, statement.completedAt];
  return moments.reduce<string>((latest, moment) => (moment !== null && moment > latest ? moment : latest), '');
}

function words(statement: RowStatement): string {
  return JSON.stringify([...factNames.map((name) => statement[name]), statement.stage, statement.line]);
}

function fresherFirst(a: RowStatement, b: RowStatement): number {
  const [momentA, momentB] = [latestMoment(a), latestMoment(b)];
  if (momentA !== momentB) return momentA > momentB ? -1 : 1;
  const rank = (statement: RowStatement): number => (statement.stage === null ? -1 : stageRank[statement.stage]);
  if (rank(a) !== rank(b)) return rank(b) - rank(a);
  if (a.refundMinor !== b.refundMinor) return (b.refundMinor ?? -1) - (a.refundMinor ?? -1);
  const [wordsA, wordsB] = [words(a), words(b)];
  return wordsA === wordsB ? 0 : wordsA > wordsB ? -1 : 1;
}

/** Facts of the freshest row, gaps filled from the others; a masked name gives way to a readable one, as between files. */
function factsOf(freshest: readonly RowStatement[]): OrderFacts {
  const first = <Name extends keyof OrderFacts>(name: Name): OrderFacts[Name] | null =>
    freshest.find((statement) => statement[name] !== null)?.[name] ?? null;
  // Every name of OrderFacts stands in factNames; each value comes from a statement of the same type.
  const facts = Object.fromEntries(factNames.map((name) => [name, first(name)])) as unknown as OrderFacts;
  if (freshest.length === 1) return facts;
  return { ...facts, ...Object.fromEntries(personalFields.map((name) => [name, mostReadable(freshest, name)])) };
}

/** In a line file a closed line beside living ones says nothing about the whole order. */
function stageOfLines(statements: readonly RowStatement[]): Pick<OrderPart, 'stage' | 'statusWord'> {
  const dead: ReadonlySet<OrderStage | null> = new Set(['closed', 'closedOrRefunded', 'refunded', null]);
  const living = statements.filter((statement) => !dead.has(statement.stage));
  // Among living lines the furthest one speaks; the freshest-first order has put it at the front.
  const [chosen] = living.length > 0 ? living : statements.filter((statement) => statement.stage !== null);
  const fallback = statements.find((statement) => statement.statusWord !== null);
  return { stage: chosen?.stage ?? null, statusWord: (chosen ?? fallback)?.statusWord ?? null };
}

/** The same line twice (a file pasted together) counts once if it has a number; lines without one are all kept. */
function linesOf(freshest: readonly RowStatement[]): readonly OrderLine[] {
  const lines: OrderLine[] = [];
  const seen = new Set<string>();
  for (const { line } of freshest.toSorted((a, b) => a.row - b.row)) {
    if (line === null || line.lineNumber !== null) continue;
    lines.push(line);
  }
  for (const { line } of freshest) {
    if (line?.lineNumber == null || seen.has(line.lineNumber)) continue;
    seen.add(line.lineNumber);
    lines.push(line);
  }
  return lines.toSorted((a, b) => compareText(a.lineNumber ?? '', b.lineNumber ?? ''));
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function sumOrNull(amounts: readonly OrderLine['amountMinor'][]): OrderLine['amountMinor'] {
  return amounts.includes(null) ? null : sumKnown(amounts);
}

function linePart(freshest: readonly RowStatement[], facts: OrderFacts): Omit<OrderPart, 'orderNumber' | 'kind'> {
  const lines = linesOf(freshest);
  const amount = sumOrNull(lines.map((line) => line.amountMinor));
  const quantities = lines.flatMap((line) => line.quantity ?? []);
  return {
    ...facts,
    ...stageOfLines(freshest),
    totalMinor: facts.totalMinor ?? amount,
    paidMinor: facts.paidMinor ?? (facts.paidAt === null ? null : amount),
    refundMinor: sumKnown(lines.map((line) => line.refundMinor)),
    quantity: quantities.length === 0 ? null : quantities.reduce((sum, quantity) => sum + quantity, 0),
    lines,
  };
}

/** Of the rows of one order those that stand together: a first row and the further ones beneath it, up to the next first row. */
function sectionsOf(statements: readonly RowStatement[]): readonly (readonly RowStatement[])[] {
  const sections: RowStatement[][] = [];
  for (const statement of statements.toSorted((a, b) => a.row - b.row)) {
    const last = sections.at(-1);
    const isNew = last === undefined || (statement.place === 'first' && last.some(({ place }) => place === 'first'));
    if (isNew) sections.push([statement]);
    else last.push(statement);
  }
  return sections;
}

/** Somebody filled the order's fields down: every row is a first one. Look-alikes are then one file pasted beneath another. */
function distinctLines(statements: readonly RowStatement[]): readonly RowStatement[] {
  const lines = new Map(statements.map((statement) => [JSON.stringify(statement.line), statement]));
  return [...lines.values()];
}

/**
 * Only first rows speak of the order. Where an order has several (exports of two days joined), its lines are those of the freshest one;
 * of two that say the same, the one with more lines, for the other may be cut.
 */
function firstRowPart(statements: readonly RowStatement[]): Omit<OrderPart, 'orderNumber' | 'kind'> {
  const firsts = statements.filter(({ place }) => place === 'first').toSorted(fresherFirst);
  const [freshest] = firsts;
  const says = (statement: RowStatement): string => JSON.stringify({ ...statement, row: 0, line: null });
  const isFresh = (statement: RowStatement): boolean => freshest !== undefined && says(statement) === says(freshest);
  const sections = sectionsOf(statements).toSorted((a, b) => b.length - a.length);
  const rows =
    firsts.length === statements.length
      ? distinctLines(statements.filter(isFresh))
      : sections.length === 1
        ? statements
        : (sections.find((section) => section.some(isFresh)) ?? statements);
  const facts = factsOf(firsts);
  const part = linePart(rows, facts);
  const stage = firsts.find((statement) => statement.stage !== null)?.stage ?? null;
  return { ...part, stage, statusWord: facts.statusWord, refundMinor: facts.refundMinor };
}

function disagreement(statements: readonly RowStatement[]): readonly RowProblem[] {
  const [freshest, ...others] = statements;
  if (freshest === undefined) return [];
  // The first rows of joined exports differ in their lines' places, not in what they say.
  const told = (statement: RowStatement): string =>
    words(statement.place === 'whole' ? statement : { ...statement, line: null });
  const differs = others.filter((other) => told(other) !== told(freshest));
  return differs.map((other) => rowProblem('order-rows-disagree', other.row, null, other.orderNumber));
}

/** `statements`: at least one, all of one order number. */
export function assemblePart(
  statements: readonly RowStatement[],
  granularity: 'order' | 'line',
): { part: OrderPart; problems: RowProblem[] } {
  const freshest = statements.toSorted(fresherFirst);
  const orderNumber = freshest[0]?.orderNumber;
  if (orderNumber === undefined) throw new RangeError('a part needs at least one row');
  if (freshest.some(({ place }) => place !== 'whole')) {
    const firsts = freshest.filter(({ place }) => place === 'first');
    return { part: { kind: 'line', orderNumber, ...firstRowPart(freshest) }, problems: [...disagreement(firsts)] };
  }
  const facts = factsOf(freshest);
  if (granularity === 'line') {
    return { part: { kind: 'line', orderNumber, ...linePart(freshest, facts) }, problems: [] };
  }
  const stage = freshest.find((statement) => statement.stage !== null)?.stage ?? null;
  return { part: { kind: 'order', orderNumber, ...facts, stage, lines: [] }, problems: [...disagreement(freshest)] };
}
