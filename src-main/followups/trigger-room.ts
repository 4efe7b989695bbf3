/** What the triggers of rules look at: the ledger, the days asked about, and when everybody bought. */

import type { FollowUpContent, Reason } from '../../src-shared/contract/follow-ups.ts';
import { addDays, type Day } from '../../src-shared/day.ts';
import { keptSql } from '../ledger/exclusions/kept-orders.ts';
import type { Reading } from '../ledger/transaction.ts';
import { epoch, type Purchases } from '../metrics/prediction/purchases.ts';
import lastOrderSql from './triggers/last-order.sql?raw';
import orderNamed from './triggers/order-named.sql?raw';

export type NamedOrder = Extract<Reason, { kind: 'renew' }>['of'];

export interface TriggerRoom {
  readonly reading: Reading;
  /** Today, and the first and last day on which something may become due. */
  readonly on: Day;
  readonly from: Day;
  readonly to: Day;
  readonly excluded: boolean | undefined;
  readonly purchases: ReadonlyMap<number, Purchases>;
  /** Rows of a statement about orders, without excluded ones. */
  rows<Row>(sql: string, params: Readonly<Record<string, string | number | null>>): Row[];
  orderNamed(order: number): NamedOrder | null;
  /** The last counted one up to the day; without a day up to today. */
  lastOrder(customer: number, upTo?: Day): number | null;
}

/** Something that happened or is due with somebody. */
export interface Happening {
  /** With the rule's number: the origin of the suggestion. Holds nothing about the person. */
  readonly key: string;
  readonly customer: number;
  /** When it becomes due. */
  readonly day: Day;
  /** A purchase after this day answers it; null: none does. */
  readonly since: Day | null;
  /** Worked out only for those that are suggested. null: what it goes by is gone. */
  readonly reason: () => Reason | null;
}

export interface Suggestion {
  readonly origin: string;
  readonly customer: number;
  readonly rule: number;
  /** When it became due, and the last day it is suggested on. */
  readonly day: Day;
  readonly until: Day;
  readonly reason: Reason;
  readonly channel: FollowUpContent['channel'];
  readonly note: string;
}

/** A day counted from 1970-01-01. */
export function dayAt(number: number): Day {
  return addDays(epoch, number);
}

/** What orders are called, and which was somebody's last, excluded ones aside. */
export function orderNames(
  reading: Reading,
  { on, excluded }: { readonly on: Day; readonly excluded?: boolean | undefined },
): Pick<TriggerRoom, 'orderNamed' | 'lastOrder'> {
  const { connection } = reading;
  const named = connection.prepare<[number], NamedOrder>(orderNamed);
  const last = connection.prepare<[object], number>(keptSql(reading, lastOrderSql, excluded)).pluck();
  return {
    orderNamed: (order) => named.get(order) ?? null,
    lastOrder: (customer, upTo = on) => last.get({ customer, on: upTo }) ?? null,
  };
}

export function triggerRoom(
  reading: Reading,
  asked: Omit<TriggerRoom, 'reading' | 'rows' | 'orderNamed' | 'lastOrder'>,
): TriggerRoom {
  const { connection } = reading;
  return {
    ...asked,
    ...orderNames(reading, asked),
    reading,
    rows: (sql, params) => connection.prepare<[object], never>(keptSql(reading, sql, asked.excluded)).all(params),
  };
}
