/** The rows of one order in one file → what that file says about the order. The result does not depend on the rows' order. */

import { sumKnown } from '../../../src-shared/money.ts';
import type { OrderPart, RefundCase } from '../../../src-shared/order.ts';
import type { RowProblem } from '../../../src-shared/row-problem.ts';
import { linePart } from './assemble-lines.ts';
import type { RowStatement } from './normalised-row.ts';
import { factsOf, fresherFirst, wordsOf } from './row-freshness.ts';
import { rowProblem } from './row-shape.ts';
import { rowsOnce } from './rows-once.ts';

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
  const says = (statement: RowStatement): string =>
    JSON.stringify({ ...statement, row: 0, line: null, costMinor: null });
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
  return {
    ...part,
    ...sideCases(rows),
    stage,
    statusWord: facts.statusWord,
    refundMinor: facts.refundMinor,
    ...inferred(freshest),
  };
}

function inferred(freshest: RowStatement | undefined): Pick<OrderPart, 'isRefundInferred'> {
  return freshest?.back === 'all' && freshest.refundMinor !== null ? { isRefundInferred: true } : {};
}

/** What the rows of an order list say of cases beside; nothing, where none says anything. */
function sideCases(rows: readonly RowStatement[]): Pick<OrderPart, 'refunds'> {
  const refunds = casesOf(rows);
  return refunds.length === 0 ? {} : { refunds };
}

function orderPart(freshest: readonly RowStatement[]): Omit<OrderPart, 'orderNumber' | 'kind'> {
  const stage = freshest.find((statement) => statement.stage !== null)?.stage ?? null;
  const lines = freshest.find(({ packedLines }) => packedLines !== null)?.packedLines ?? [];
  return { ...factsOf(freshest), stage, lines, ...sideCases(freshest), ...inferred(freshest[0]) };
}

/** How far a case is told to be: that the money went back says more than that it is over, and that more than that it is under way. */
function farther(a: RefundCase | null, b: RefundCase | null): number {
  const far = (one: RefundCase | null): number => (one?.isDone === true ? 2 : one?.openWord === null ? 1 : 0);
  return far(b) - far(a);
}

/** Each case once: where it is told twice, the farther one. */
function casesOf(freshest: readonly RowStatement[]): readonly RefundCase[] {
  const doneFirst = freshest
    .filter(({ refundCase }) => refundCase !== null)
    .toSorted((a, b) => farther(a.refundCase, b.refundCase));
  const cases = rowsOnce(doneFirst, ({ refundCase }) => JSON.stringify(refundCase)).flatMap(
    ({ refundCase }) => refundCase ?? [],
  );
  const seen = new Set<string>();
  return cases.filter(({ caseNumber }) => {
    if (caseNumber === null) return true;
    if (seen.has(caseNumber)) return false;
    seen.add(caseNumber);
    return true;
  });
}

function afterSalePart(freshest: readonly RowStatement[]): Omit<OrderPart, 'orderNumber' | 'kind'> {
  const refunds = casesOf(freshest);
  const refundMinor = sumKnown(refunds.map(({ isDone, amountMinor }) => (isDone ? amountMinor : null)));
  return { ...factsOf(freshest), stage: null, refundMinor, lines: [], refunds };
}

function disagreement(statements: readonly RowStatement[]): readonly RowProblem[] {
  const [freshest, ...others] = statements;
  if (freshest === undefined) return [];
  // The first rows of joined exports differ in their lines' places, not in what they say.
  const told = (statement: RowStatement): string =>
    wordsOf(statement.place === 'whole' ? statement : { ...statement, line: null });
  const differs = others.filter((other) => told(other) !== told(freshest));
  return differs.map((other) => rowProblem('order-rows-disagree', other.row, null, other.orderNumber));
}

/** `statements`: at least one, all of one order number. */
export function assemblePart(
  statements: readonly RowStatement[],
  granularity: OrderPart['kind'],
): { part: OrderPart; problems: RowProblem[] } {
  const freshest = statements.toSorted(fresherFirst);
  const orderNumber = freshest[0]?.orderNumber;
  if (orderNumber === undefined) throw new RangeError('a part needs at least one row');
  if (freshest.some(({ place }) => place !== 'whole')) {
    const firsts = freshest.filter(({ place }) => place === 'first');
    return { part: { kind: 'line', orderNumber, ...firstRowPart(freshest) }, problems: [...disagreement(firsts)] };
  }
  if (granularity === 'afterSale') {
    return { part: { kind: 'afterSale', orderNumber, ...afterSalePart(freshest) }, problems: [] };
  }
  if (granularity === 'line') {
    const part = linePart(freshest, factsOf(freshest));
    return { part: { kind: 'line', orderNumber, ...part, ...sideCases(freshest) }, problems: [] };
  }
  return { part: { kind: 'order', orderNumber, ...orderPart(freshest) }, problems: [...disagreement(freshest)] };
}
