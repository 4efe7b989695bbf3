/**
 * What after-sale lists say went back of an order. Their amounts go before what an order file only infers; a printed amount that is
 * larger stands, for refunds only grow. Pure, whatever the order and repetition of the parts. Beside the fold.
 */

import { type Minor, sumKnown } from '../../src-shared/money.ts';
import type { OrderLine, OrderPart, RefundCase } from '../../src-shared/order.ts';

/** All cases with a number, each once and as far as any list says. */
function numberedCases(parts: readonly OrderPart[]): readonly RefundCase[] {
  const numbered = new Map<string, RefundCase>();
  for (const { refunds = [] } of parts) {
    for (const one of refunds) {
      const known = one.caseNumber === null ? undefined : numbered.get(one.caseNumber);
      if (one.caseNumber !== null && (known === undefined || isFuller(one, known))) numbered.set(one.caseNumber, one);
    }
  }
  return [...numbered.values()];
}

/** Lists without numbers cannot be told apart: the one with most counts. */
function doneCases(parts: readonly OrderPart[]): readonly RefundCase[] {
  let unnumbered: readonly RefundCase[] = [];
  for (const { refunds = [] } of parts) {
    const others = refunds.filter(({ caseNumber, isDone }) => caseNumber === null && isDone);
    if (amountOf(others) > amountOf(unnumbered)) unnumbered = others;
  }
  return [...numberedCases(parts).filter(({ isDone }) => isDone), ...unnumbered];
}

/**
 * What files say of a case that is under way; null: none is. Cases by their numbers go before what an order file says beside. Of cases of the same
 * thing bought without numbers, which may be one, none is under way as soon as a file says that one is over.
 */
export function openCaseWord(parts: readonly OrderPart[]): string | null {
  const numbered = numberedCases(parts);
  const others = parts.flatMap(({ refunds = [] }) => refunds.filter(({ caseNumber }) => caseNumber === null));
  const isOver = (of: RefundCase): boolean =>
    others.some(({ lineNumber, openWord }) => lineNumber === of.lineNumber && openWord === null);
  const open = numbered.length > 0 ? numbered : others.filter((one) => !isOver(one));
  return open.flatMap(({ openWord }) => openWord ?? []).sort()[0] ?? null;
}

function amountOf(cases: readonly RefundCase[]): number {
  return sumKnown(cases.map(({ amountMinor }) => amountMinor)) ?? -1;
}

function isFuller(one: RefundCase, known: RefundCase): boolean {
  if (one.isDone !== known.isDone) return one.isDone;
  if ((one.openWord === null) !== (known.openWord === null)) return one.openWord === null;
  if (one.openWord !== known.openWord) return (one.openWord ?? '') > (known.openWord ?? '');
  return (one.amountMinor ?? -1) > (known.amountMinor ?? -1);
}

export interface RefundOfCases {
  readonly refundMinor: Minor;
  readonly cases: readonly RefundCase[];
}

/** null: no after-sale list states an amount that went back. */
export function refundOfCases(parts: readonly OrderPart[]): RefundOfCases | null {
  if (parts.every(({ kind }) => kind !== 'afterSale')) return null;
  const cases = doneCases(parts);
  const together = sumKnown(cases.map(({ amountMinor }) => amountMinor));
  if (together === null) return null;
  const printed = parts
    .filter(({ kind, isRefundInferred }) => kind !== 'afterSale' && isRefundInferred !== true)
    .map(({ refundMinor }) => refundMinor)
    .reduce<Minor>((most, amount) => (amount !== null && amount > most ? amount : most), together);
  return { refundMinor: printed, cases };
}

/** The lines with what went back of each: as the cases say that name them; else as printed, but never as only inferred. */
export function withCases(
  lines: readonly OrderLine[],
  parts: readonly OrderPart[],
  found: RefundOfCases | null,
): readonly OrderLine[] {
  if (found === null) return lines;
  const isInferred = parts.some(({ isRefundInferred }) => isRefundInferred === true);
  return lines.map((line) => {
    const own = found.cases.filter(({ lineNumber }) => lineNumber !== null && lineNumber === line.lineNumber);
    if (own.length > 0) return { ...line, refundMinor: sumKnown(own.map(({ amountMinor }) => amountMinor)) };
    return isInferred ? { ...line, refundMinor: null } : line;
  });
}
