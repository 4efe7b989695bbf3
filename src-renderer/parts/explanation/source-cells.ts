/** Picks the cells of a source row that an explanation needs, in the order of the owner's own sheet. Pure. */

import type { SourceRow } from '../../../src-shared/contract/source-rows.ts';
import { orderStatuses } from '../../../src-shared/order.ts';
import { rowProblemLevels } from '../../../src-shared/row-problem.ts';

export type SourceCell = SourceRow['cells'][number];

/** A place in the small piece of the sheet: a cell, or the columns left out between two of them. */
export type SheetPlace =
  | { readonly kind: 'cell'; readonly cell: SourceCell; readonly used: boolean }
  | { readonly kind: 'gap'; readonly from: string };

const whenPaid = [['paidAt', 'orderedAt']] as const;
const paid = ['paid', 'total', 'lineAmount'] as const;
const who = [['buyerId', 'buyerEmail', 'receiverPhone'], ['receiverName']] as const;

/** Which fields of a file stand behind a fact, best first. One of each group is enough. */
const fieldsBehind: Readonly<Record<string, readonly (readonly string[])[]>> = {
  recencyDays: whenPaid,
  rhythmDays: whenPaid,
  sinceDays: whenPaid,
  purchaseDays: whenPaid,
  ownGapDays: whenPaid,
  gaps: whenPaid,
  frequency: [...whenPaid, ['status']],
  orders: [...whenPaid, ['status']],
  netMinor: [paid, ['refund']],
  paidMinor: [paid],
  refundMinor: [['refund']],
  customers: who,
  certain: who,
  likely: who,
  buyers: who,
  'import.lines': [['itemTitle', 'itemsText'], ['quantity']],
  'import.newCustomers': who,
  'import.likelyCustomers': who,
  'import.knownCustomers': who,
  'import.withoutBuyer': who,
  'import.withoutMoney': [paid],
  'import.paidMinor': [paid],
  'import.refundMinor': [['refund']],
  ...Object.fromEntries(orderStatuses.map((status) => [`import.${status}`, [['status'], ...whenPaid]])),
};
const usual: readonly (readonly string[])[] = [['paid', 'total', 'lineAmount'], ['refund']];
const otherwise: readonly (readonly string[])[] = [
  ['paidAt', 'orderedAt'],
  ['receiverName', 'itemTitle'],
];
/** Says which order the row is about; shown, but not what the fact rests on. */
const naming = ['orderNumber'];

function firstWith(cells: readonly SourceCell[], fields: readonly string[]): SourceCell | undefined {
  for (const field of fields) {
    const found = cells.find((cell) => cell.field === field);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The cells that stopped the row, else those behind a fact; the usual ones when the fact is unknown or none of its own stand in this row. */
export function usedCells(row: SourceRow, fact: string | null): readonly SourceCell[] {
  const pick = (groups: readonly (readonly string[])[]): SourceCell[] =>
    groups.map((fields) => firstWith(row.cells, fields)).filter((cell) => cell !== undefined);
  const spoilt = (row.problems ?? []).filter(({ code }) => rowProblemLevels[code] === 'stopped');
  const wrong = row.cells.filter((cell) => spoilt.some(({ column }) => column === cell.column));
  if (wrong.length > 0) return wrong;
  const own = pick(fieldsBehind[fact ?? ''] ?? usual);
  if (own.length > 0) return own;
  const money = pick(usual);
  return money.length > 0 ? money : pick(otherwise);
}

/** The piece of the sheet: the order number and the used cells in their own order, with gaps between distant columns. */
export function sheetPlaces(row: SourceRow, fact: string | null): readonly SheetPlace[] {
  const used = usedCells(row, fact);
  const shown = row.cells.filter((cell) => used.includes(cell) || naming.includes(cell.field ?? ''));
  const places: SheetPlace[] = [];
  let before = -1;
  for (const cell of shown) {
    const at = row.cells.indexOf(cell);
    if (at > before + 1) places.push({ kind: 'gap', from: row.cells[before + 1]?.letter ?? cell.letter });
    places.push({ kind: 'cell', cell, used: used.includes(cell) });
    before = at;
  }
  if (before < row.cells.length - 1) places.push({ kind: 'gap', from: row.cells[before + 1]?.letter ?? '' });
  return places;
}

/** Source rows with the most telling first: those being checked, live ones, then those that state more of what is asked. */
export function tellingFirst(rows: readonly SourceRow[], fact: string | null): readonly SourceRow[] {
  const weight = (row: SourceRow): number =>
    (row.batch === null ? 1000 : 0) + (row.live ? 100 : 0) + usedCells(row, fact).filter((c) => c.value !== '').length;
  return rows
    .map((row, place) => ({ row, place, weight: weight(row) }))
    .toSorted((a, b) => b.weight - a.weight || a.place - b.place)
    .map(({ row }) => row);
}
