/** The lines of an order from its parts, freshest first. Beside the fold. */

import type { OrderLine, OrderPart } from '../../src-shared/order.ts';

function compareLineNumbers(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Each field from the freshest statement that has it. */
function fresher(fresh: OrderLine, old: OrderLine): OrderLine {
  return {
    lineNumber: fresh.lineNumber ?? old.lineNumber,
    title: fresh.title ?? old.title,
    spec: fresh.spec ?? old.spec,
    sku: fresh.sku ?? old.sku,
    quantity: fresh.quantity ?? old.quantity,
    unitPriceMinor: fresh.unitPriceMinor ?? old.unitPriceMinor,
    amountMinor: fresh.amountMinor ?? old.amountMinor,
    refundMinor: fresh.refundMinor ?? old.refundMinor,
    statusWord: fresh.statusWord ?? old.statusWord,
  };
}

/** The order as one line, for files that print one row per order. */
function wholeOrder(parts: readonly OrderPart[]): OrderLine {
  const title = parts.find((part) => part.itemsText !== null)?.itemsText ?? null;
  const quantity = parts.find((part) => part.quantity !== null)?.quantity ?? null;
  const amountMinor = parts.find((part) => part.totalMinor !== null)?.totalMinor ?? null;
  return {
    lineNumber: null,
    title,
    spec: null,
    sku: null,
    quantity,
    unitPriceMinor: null,
    amountMinor,
    refundMinor: null,
    statusWord: null,
  };
}

/** Lines whose number is damaged, of the freshest file that has more lines than all numbers together: else the numbers have them. */
function damagedBeside(details: readonly OrderPart[], numbers: number): readonly OrderLine[] {
  const { lines = [] } = details.find((part) => part.lines.length > numbers) ?? {};
  return lines.filter(({ lineNumber }) => lineNumber === null);
}

/**
 * Numbered lines are joined over all files: each number once. Without numbers the freshest detail file's whole set stands,
 * for two lines that look alike may well be two things bought. Without any detail the order is one line.
 */
export function foldLines(sorted: readonly OrderPart[]): readonly OrderLine[] {
  const details = sorted.filter((part) => part.kind === 'line' && part.lines.length > 0);
  const numbered = new Map<string, OrderLine>();
  for (const { lines } of details) {
    // Within one file a number printed twice is one line; its first statement stands.
    for (const line of lines) {
      if (line.lineNumber === null) continue;
      const known = numbered.get(line.lineNumber);
      numbered.set(line.lineNumber, known === undefined ? line : fresher(known, line));
    }
  }
  if (numbered.size > 0) {
    const known = [...numbered].sort(([a], [b]) => compareLineNumbers(a, b)).map(([, line]) => line);
    return [...known, ...damagedBeside(details, numbered.size)];
  }
  const [freshestDetail] = details;
  if (freshestDetail !== undefined) return freshestDetail.lines;
  const list = sorted.find((part) => part.kind === 'order' && part.lines.length > 0);
  return list === undefined ? [wholeOrder(sorted)] : list.lines;
}
