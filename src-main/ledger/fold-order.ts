/**
 * An order from everything its live source rows say: the freshness rule. Pure, and independent of the order and repetition
 * of the parts, so imports, repetitions and undos in any order converge. Between the source rows and the ledger's tables.
 */

import { type Minor, subtractMinor, zeroMinor } from '../../src-shared/money.ts';
import type { FoldedOrder, OrderFacts, OrderPart, OrderStage, OrderStatus } from '../../src-shared/order.ts';
import { mostReadable, type PersonalField } from '../../src-shared/readability.ts';
import { decideStatus } from './decide-status.ts';
import { foldLines } from './fold-lines.ts';
import { openCaseWord, refundOfCases, withCases } from './fold-refunds.ts';

const stageRanks: Readonly<Record<OrderStage, number>> = {
  unpaid: 0,
  paid: 1,
  shipped: 2,
  completed: 3,
  closed: 4,
  closedOrRefunded: 5,
  refunded: 6,
};

/** Of equally fresh parts an order list speaks before its details, and those before what is known of refunds alone. */
const kindRanks: Readonly<Record<OrderPart['kind'], number>> = { order: 0, line: 1, afterSale: 2 };

/** A part with what decides how fresh it is. */
interface Ranked {
  readonly part: OrderPart;
  readonly moment: string;
  readonly rank: number;
  readonly refund: number;
}

function momentOf(part: OrderPart): string {
  let latest = '';
  for (const time of [part.orderedAt, part.paidAt, part.shippedAt, part.completedAt]) {
    if (time !== null && time > latest) latest = time;
  }
  return latest;
}

function rankedOf(part: OrderPart): Ranked {
  return {
    part,
    moment: momentOf(part),
    rank: part.stage === null ? -1 : stageRanks[part.stage],
    refund: part.refundMinor ?? 0,
  };
}

/** Evidence alone, without the tie-breaks: negative when `a` is fresher. */
function compareEvidence(a: Ranked, b: Ranked): number {
  if (a.moment !== b.moment) return a.moment > b.moment ? -1 : 1;
  return b.rank - a.rank || b.refund - a.refund;
}

function canonicalText(said: unknown): string {
  return JSON.stringify(said, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(byName))
      : value,
  );
}

/** The part's words in one fixed order, whatever order its properties were written in. */
export function canonicalPart(part: OrderPart): string {
  return canonicalText(part);
}

/** Freshest first. Parts that say the same end beside each other, so repetition changes nothing. */
function compareFreshness(a: Ranked, b: Ranked): number {
  const evidence = compareEvidence(a, b);
  if (evidence !== 0) return evidence;
  if (a.part.kind !== b.part.kind) return kindRanks[a.part.kind] - kindRanks[b.part.kind];
  // Equally fresh, but with fewer lines: that file was cut or filtered.
  if (a.part.lines.length !== b.part.lines.length) return b.part.lines.length - a.part.lines.length;
  return compareWords(a.part, b.part);
}

const namesOf = (part: OrderPart): readonly (keyof OrderPart)[] => Object.keys(part) as (keyof OrderPart)[]; // its own

/** Sorted names of the latest part: parts come by the thousand, of one kind. */
let latest: { readonly names: readonly string[]; readonly sorted: readonly (keyof OrderPart)[] } = {
  names: [],
  sorted: [],
};

function sortedNames(part: OrderPart): readonly (keyof OrderPart)[] {
  const names = namesOf(part);
  if (names.length !== latest.names.length || names.some((name, at) => name !== latest.names[at]))
    latest = { names, sorted: names.toSorted(compareTexts) };
  return latest.sorted;
}

const areNothing = (a: unknown, b: unknown): boolean =>
  Array.isArray(a) && Array.isArray(b) && a.length === 0 && b.length === 0;

/** As the canonical words of both put them in order, which parts differ in few of. */
function compareWords(a: OrderPart, b: OrderPart): number {
  const [names, others] = [sortedNames(a), sortedNames(b)];
  const alike = names.length === others.length && names.every((name, at) => name === others[at]);
  if (!alike) return compareTexts(canonicalPart(a), canonicalPart(b));
  const last = names.at(-1);
  for (const name of names) {
    const [own, other] = [a[name], b[name]];
    if (own === other || areNothing(own, other)) continue;
    // What follows a value in the words of the whole decides where one is the beginning of the other: 12, and 123.
    const end = name === last ? '}' : ',';
    const order = compareTexts(`${canonicalText(own)}${end}`, `${canonicalText(other)}${end}`);
    if (order !== 0) return order;
  }
  return 0;
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return compareTexts(a, b);
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function freshest<Field extends keyof OrderFacts>(sorted: readonly Ranked[], field: Field): OrderFacts[Field] | null {
  for (const { part } of sorted) if (part[field] !== null) return part[field];
  return null;
}

type MoneyField = 'totalMinor' | 'paidMinor' | 'refundMinor';

/** Has a detail file seen what the list has not: a larger refund (it only grows), or that an order of nothing was paid? */
function sawMore(field: MoneyField, lines: Ranked, order: Ranked): boolean {
  if (compareEvidence(lines, order) >= 0) return false;
  const [own, other] = [order.part[field] ?? 0, lines.part[field] ?? 0];
  if (field === 'refundMinor') return other > own;
  return field === 'paidMinor' && own === 0 && order.part.paidAt === null && lines.part.paidAt !== null;
}

/** Order lists know shipping and what was really paid; details only their own lines. So a list's money comes first. */
function moneyOf(sorted: readonly Ranked[], field: MoneyField): Minor | null {
  const states = ({ part }: Ranked): boolean => part[field] !== null;
  const fromOrders = sorted.find((ranked) => ranked.part.kind === 'order' && states(ranked));
  const fromLines = sorted.find((ranked) => ranked.part.kind === 'line' && states(ranked));
  const own = fromOrders?.part[field] ?? null;
  const other = fromLines?.part[field] ?? null;
  if (own === null || fromOrders === undefined || fromLines === undefined || other === null) return own ?? other;
  return sawMore(field, fromLines, fromOrders) ? other : own;
}

function personalFacts(
  sorted: readonly Ranked[],
): Pick<OrderFacts, PersonalField | 'province' | 'city' | 'district' | 'buyerNote' | 'sellerNote'> {
  const parts = sorted.map(({ part }) => part);
  return {
    buyerId: mostReadable(parts, 'buyerId'),
    buyerEmail: mostReadable(parts, 'buyerEmail'),
    receiverName: mostReadable(parts, 'receiverName'),
    receiverPhone: mostReadable(parts, 'receiverPhone'),
    address: mostReadable(parts, 'address'),
    province: freshest(sorted, 'province'),
    city: freshest(sorted, 'city'),
    district: freshest(sorted, 'district'),
    buyerNote: freshest(sorted, 'buyerNote'),
    sellerNote: freshest(sorted, 'sellerNote'),
  };
}

/** While an after-sale case is under way, that stands beside the order's own word: the contact guard goes by it. */
function withOpenCase(word: string | null, open: string | null): string | null {
  if (open === null) return word;
  const said = `售后中：${open}`;
  return word === null ? said : `${word} / ${said}`;
}

function unknownOrder(refund: Minor | null): OrderStatus {
  return refund !== null && refund > 0 ? 'refunded' : 'paid';
}

/** What was paid less what went back; null when a file says neither, or only that all of it went back. */
function netOf(paid: Minor | null, refund: Minor | null, refunded: boolean): Minor | null {
  if (paid === null || (refunded && refund === null)) return null;
  return subtractMinor(paid, refund ?? zeroMinor);
}

/** The order all parts together tell of; null when there is no part. All parts are of one order of one shop. */
export function foldOrder(parts: readonly OrderPart[]): FoldedOrder | null {
  const sorted = parts.map(rankedOf).sort(compareFreshness);
  const first = sorted[0];
  if (first === undefined) return null;
  const sortedParts = sorted.map(({ part }) => part);
  const cases = refundOfCases(sortedParts);
  const lines = withCases(foldLines(sortedParts), sortedParts, cases);
  const paidMinor = moneyOf(sorted, 'paidMinor');
  const refundMinor = cases?.refundMinor ?? moneyOf(sorted, 'refundMinor');
  const facts = {
    statusWord: withOpenCase(freshest(sorted, 'statusWord'), openCaseWord(sortedParts)),
    closeReason: freshest(sorted, 'closeReason'),
    orderedAt: freshest(sorted, 'orderedAt'),
    paidAt: freshest(sorted, 'paidAt'),
    shippedAt: freshest(sorted, 'shippedAt'),
    completedAt: freshest(sorted, 'completedAt'),
    itemsText: freshest(sorted, 'itemsText'),
    quantity: freshest(sorted, 'quantity'),
    carrier: freshest(sorted, 'carrier'),
    trackingNumber: freshest(sorted, 'trackingNumber'),
  };
  const stage = sortedParts.find((part) => part.stage !== null)?.stage ?? null;
  // Of an order that only an after-sale list knows, nothing can be said but that its money went back, or may yet.
  const isKnownByCases = sortedParts.every(({ kind }) => kind === 'afterSale');
  const status = isKnownByCases
    ? unknownOrder(refundMinor)
    : decideStatus({ ...facts, stage, paidMinor, refundMinor, lines });
  return {
    orderNumber: first.part.orderNumber,
    status,
    ...facts,
    ...personalFacts(sorted),
    totalMinor: moneyOf(sorted, 'totalMinor'),
    paidMinor,
    refundMinor,
    netMinor: netOf(paidMinor, refundMinor, status === 'refunded'),
    counts: facts.paidAt !== null && status !== 'refunded' && status !== 'closed' && status !== 'unpaid',
    lines,
  };
}
