/** Which orders of the ledger a row with a spoilt number may be of: by what is left of the number, by time, amount and buyer. The owner decides. */

import type { Database } from 'better-sqlite3';
import type { Mapping } from '../../../src-shared/contract/mappings.ts';
import type { Candidate } from '../../../src-shared/contract/repairs.ts';
import type { Minor } from '../../../src-shared/money.ts';
import type { OrderFacts } from '../../../src-shared/order.ts';
import { cleanCell } from '../normalise/clean-cell.ts';
import { normaliserFor } from '../normalise/normalise-row.ts';
import { dayNumber } from '../normalise/row-times.ts';
import type { RawRow } from '../readers/reader.ts';
import ordersLike from './candidates.sql?raw';
import { fixerOf } from './fix-rows.ts';
import { numberFits, rangeOf } from './number-fits.ts';
import surely from './surely.sql?raw';

const MOST = 8;
/** So much must speak for an order that it is worth looking at. */
const ENOUGH = 4;

/** What a damaged row still says. */
export interface DamagedRow {
  /** The cell where its order's number should be. */
  readonly cell: string;
  readonly facts: OrderFacts | null;
}

/** No export numbers an order so: it stands in for the number that is lost. */
const STAND_IN = 'lost-number';

/** Reads the rows of one file without their numbers; `facts` is null where more than the number is damaged. */
export function damagedRows(header: readonly string[], mapping: Mapping): (raw: RawRow) => DamagedRow {
  const [column = 0] = mapping.columns.orderNumber ?? [];
  const normalise = normaliserFor(header, mapping);
  return (raw) => {
    const standIn = fixerOf([{ row: raw.row, column, typed: STAND_IN }])(raw);
    return { cell: cleanCell(raw.cells[column] ?? ''), facts: normalise(standIn).statement };
  };
}

interface StoredOrder {
  readonly order: number;
  readonly orderNumber: string;
  readonly currency: string;
  readonly orderedAt: string | null;
  readonly paidAt: string | null;
  readonly totalMinor: Minor | null;
  readonly paidMinor: Minor | null;
  readonly buyerId: string | null;
  readonly receiverName: string | null;
  readonly receiverPhone: string | null;
}

type Says = Candidate['evidence'][number]['says'] | null;

function timeSays(facts: OrderFacts, stored: StoredOrder): Says {
  const pairs = [
    [facts.orderedAt, stored.orderedAt],
    [facts.paidAt, stored.paidAt],
  ].filter(([own, other]) => own != null && other != null);
  if (pairs.length === 0) return null;
  // A spreadsheet leaves the seconds off.
  if (pairs.some(([own, other]) => own?.slice(0, 16) === other?.slice(0, 16))) return 'same';
  return pairs.some(([own, other]) => Math.abs(dayNumber(own ?? '') - dayNumber(other ?? '')) <= 1)
    ? 'near'
    : 'differs';
}

function amountSays(facts: OrderFacts, stored: StoredOrder): Says {
  const own = facts.paidMinor ?? facts.totalMinor;
  const other = facts.paidMinor === null ? stored.totalMinor : stored.paidMinor;
  return own === null || other === null ? null : own === other ? 'same' : 'differs';
}

/** 138****2071 and 13800132071 agree as far as can be seen. */
function agrees(own: string, other: string): boolean {
  if (own.length !== other.length) return false;
  for (let at = 0; at < own.length; at += 1)
    if (own[at] !== other[at] && own[at] !== '*' && other[at] !== '*') return false;
  return true;
}

function wordSays(own: string | null, other: string | null): Says {
  if (own === null || other === null) return null;
  if (own === other) return 'same';
  return agrees(own, other) ? 'near' : 'differs';
}

const weights: Readonly<
  Record<Candidate['evidence'][number]['about'], Readonly<Record<'same' | 'near' | 'differs', number>>>
> = {
  number: { same: 4, near: 4, differs: -4 },
  time: { same: 3, near: 1, differs: -4 },
  amount: { same: 2, near: 0, differs: -3 },
  buyer: { same: 3, near: 1, differs: -3 },
  phone: { same: 2, near: 1, differs: -1 },
  name: { same: 1, near: 0, differs: -1 },
};

function evidenceOf({ cell, facts }: DamagedRow, stored: StoredOrder): Candidate['evidence'] {
  const found: Candidate['evidence'] = [];
  const add = (about: keyof typeof weights, says: Says): void => {
    if (says !== null) found.push({ about, says });
  };
  add('number', numberFits(cell, stored.orderNumber));
  if (facts === null) return found;
  add('time', timeSays(facts, stored));
  add('amount', amountSays(facts, stored));
  add('buyer', wordSays(facts.buyerId, stored.buyerId));
  add('phone', wordSays(facts.receiverPhone, stored.receiverPhone));
  add('name', wordSays(facts.receiverName, stored.receiverName));
  return found;
}

function weightOf(evidence: Candidate['evidence']): number {
  return evidence.reduce((sum, { about, says }) => sum + weights[about][says], 0);
}

/** Orders of the shop that have the number's beginning, or were placed or paid within a day. */
function storedLike(ledger: Database, shopId: number, { cell, facts }: DamagedRow): readonly StoredOrder[] {
  const range = rangeOf(cell);
  const days = [facts?.orderedAt, facts?.paidAt].flatMap((time) => (time == null ? [] : [dayNumber(time)]));
  const dayText = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
  return ledger.prepare<[Record<string, string | number | null>], StoredOrder>(ordersLike).all({
    shopId,
    from: range?.from ?? null,
    to: range?.to ?? null,
    zeros: /^\d{4,}$/.test(cell) ? cell : null,
    fromDay: days.length === 0 ? null : dayText(Math.min(...days) - 1),
    toDay: days.length === 0 ? null : dayText(Math.max(...days) + 1),
  });
}

/** The likeliest first; those of equal weight by number. */
export function candidatesFor(ledger: Database, shopId: number, row: DamagedRow): readonly Candidate[] {
  return storedLike(ledger, shopId, row)
    .map((stored) => ({ stored, evidence: evidenceOf(row, stored) }))
    .map((found) => ({ ...found, weight: weightOf(found.evidence) }))
    .filter(({ weight }) => weight >= ENOUGH)
    .sort((a, b) => b.weight - a.weight || (a.stored.orderNumber < b.stored.orderNumber ? -1 : 1))
    .slice(0, MOST)
    .map(({ stored, evidence }) => ({
      order: stored.order,
      orderNumber: stored.orderNumber,
      at: stored.orderedAt ?? stored.paidAt,
      paidMinor: stored.paidMinor,
      currency: stored.currency,
      buyer: stored.receiverName ?? stored.buyerId,
      evidence,
    }));
}

/** Beyond doubt: the number begins so, and time and amount are the same. */
function isSure(evidence: Candidate['evidence']): boolean {
  const says = new Map(evidence.map((each) => [each.about, each.says]));
  return says.get('number') === 'near' && says.get('time') === 'same' && says.get('amount') === 'same';
}

/** The one order that a row is of beyond doubt; null where there is none, or more than one. */
export function sureOrder(ledger: Database, shopId: number, row: DamagedRow): number | null {
  const range = rangeOf(row.cell);
  const day = (row.facts?.orderedAt ?? row.facts?.paidAt)?.slice(0, 10);
  if (range === null || day === undefined) return null;
  const sure = ledger
    .prepare<[Record<string, string | number>], StoredOrder>(surely)
    .all({ shopId, day, from: range.from, to: range.to })
    .filter((stored) => isSure(evidenceOf(row, stored)));
  const [only] = sure;
  return only === undefined || sure.length > 1 ? null : only.order;
}
