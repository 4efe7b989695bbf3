/** Which of several rows of one order speaks last, and what they say together. Part of `assemble-part`. */

import type { OrderFacts, OrderStage } from '../../../src-shared/order.ts';
import { mostReadable, personalFields } from '../../../src-shared/readability.ts';
import type { RowStatement } from './normalised-row.ts';

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

/** All a row says, but for where it stands. */
export function wordsOf(statement: RowStatement): string {
  const { stage, line, packedLines, shareMinor, shippingMinor, back, refundCase } = statement;
  const more = [stage, line, packedLines, shareMinor, shippingMinor, back, refundCase];
  return JSON.stringify([...factNames.map((name) => statement[name]), ...more]);
}

export function fresherFirst(a: RowStatement, b: RowStatement): number {
  const [momentA, momentB] = [latestMoment(a), latestMoment(b)];
  if (momentA !== momentB) return momentA > momentB ? -1 : 1;
  const rank = (statement: RowStatement): number => (statement.stage === null ? -1 : stageRank[statement.stage]);
  if (rank(a) !== rank(b)) return rank(b) - rank(a);
  if (a.refundMinor !== b.refundMinor) return (b.refundMinor ?? -1) - (a.refundMinor ?? -1);
  const [wordsA, wordsB] = [wordsOf(a), wordsOf(b)];
  return wordsA === wordsB ? 0 : wordsA > wordsB ? -1 : 1;
}

/** Facts of the freshest row, gaps filled from the others; a masked name gives way to a readable one, as between files. */
export function factsOf(freshest: readonly RowStatement[]): OrderFacts {
  const first = <Name extends keyof OrderFacts>(name: Name): OrderFacts[Name] | null =>
    freshest.find((statement) => statement[name] !== null)?.[name] ?? null;
  // Every name of OrderFacts stands in factNames; each value comes from a statement of the same type.
  const facts = Object.fromEntries(factNames.map((name) => [name, first(name)])) as unknown as OrderFacts;
  if (freshest.length === 1) return facts;
  return { ...facts, ...Object.fromEntries(personalFields.map((name) => [name, mostReadable(freshest, name)])) };
}
