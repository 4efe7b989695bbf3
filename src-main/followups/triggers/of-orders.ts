/** Triggers that one order pulls: paid, sent, received; not paid; money back; a thing that wants a new one. */

import type { Trigger } from '../../../src-shared/contract/care-rules.ts';
import type { Reason } from '../../../src-shared/contract/follow-ups.ts';
import { addDays, type Day } from '../../../src-shared/day.ts';
import { minorOf } from '../../../src-shared/money.ts';
import { dayNumber } from '../../metrics/prediction/purchases.ts';
import type { Happening, NamedOrder, TriggerRoom } from '../trigger-room.ts';
import boughtThings from './bought-things.sql?raw';
import closedTickets from './closed-tickets.sql?raw';
import ordersOn from './orders-on.sql?raw';
import refundedOrders from './refunded-orders.sql?raw';
import unpaidOrders from './unpaid-orders.sql?raw';

type Of<Kind extends Trigger['kind']> = Extract<Trigger, { kind: Kind }>;

/** The days on which what is due from `from` to `to` began, so many days before. */
function begun({ from, to }: TriggerRoom, days: number) {
  return { from: addDays(from, -days), to: addDays(to, -days) };
}

function withOrder(room: TriggerRoom, order: number, reason: (of: NamedOrder) => Reason): () => Reason | null {
  return () => {
    const of = room.orderNamed(order);
    return of === null ? null : reason(of);
  };
}

export function afterOrders(room: TriggerRoom, { what, days, first }: Of<'after'>): Happening[] {
  type Row = { order_id: number; customer_id: number; ordered_on: Day; day: Day };
  return room.rows<Row>(ordersOn, { what, ...begun(room, days) }).flatMap((row) => {
    const bought = room.purchases.get(row.customer_id);
    const isFirst = bought !== undefined && bought.days[0] === dayNumber(row.ordered_on);
    if (first && !isFirst) return [];
    return [
      {
        key: `after:${row.order_id}`,
        customer: row.customer_id,
        day: addDays(row.day, days),
        since: row.ordered_on,
        reason: withOrder(room, row.order_id, (of) => ({ kind: 'after', what, at: row.day, days, first: isFirst, of })),
      },
    ];
  });
}

export function unpaid(room: TriggerRoom, { days }: Of<'unpaid'>): Happening[] {
  type Row = { order_id: number; customer_id: number; day: Day; minor: number | null };
  return room.rows<Row>(unpaidOrders, begun(room, days)).map((row) => ({
    key: `unpaid:${row.order_id}`,
    customer: row.customer_id,
    day: addDays(row.day, days),
    since: row.day,
    reason: withOrder(room, row.order_id, (of) => ({
      kind: 'unpaid',
      days,
      minor: row.minor === null ? null : minorOf(row.minor),
      of,
    })),
  }));
}

/** Of orders whose money went back, and of service tickets that were closed. */
export function refunded(room: TriggerRoom, { days }: Of<'refund'>): Happening[] {
  type Row = { order_id: number; customer_id: number; day: Day; minor: number };
  type Ticket = { ticket_id: number; customer_id: number; day: Day };
  const span = begun(room, days);
  const orders = room.rows<Row>(refundedOrders, span).map((row) => ({
    key: `refund:${row.order_id}`,
    customer: row.customer_id,
    day: addDays(row.day, days),
    since: row.day,
    reason: withOrder(room, row.order_id, (of) => ({
      kind: 'refund',
      at: row.day,
      days,
      minor: minorOf(row.minor),
      of,
    })),
  }));
  const tickets = room.rows<Ticket>(closedTickets, span).map((row) => ({
    key: `ticket:${row.ticket_id}`,
    customer: row.customer_id,
    day: addDays(row.day, days),
    since: row.day,
    reason: (): Reason => ({ kind: 'refund', at: row.day, days, minor: null, of: null }),
  }));
  return [...orders, ...tickets];
}

/** By the last order of each person in which such a thing was bought. */
export function cycles(room: TriggerRoom, { words, days }: Of<'cycle'>): Happening[] {
  type Row = { order_id: number; customer_id: number; day: Day };
  const span = begun(room, days);
  const lower = JSON.stringify(words.map((word) => word.toLowerCase()));
  // Up to today: a later purchase of the thing puts the earlier one out of date.
  const rows = room.rows<Row>(boughtThings, { ...span, to: room.on, words: lower });
  const last = new Map(rows.map((row) => [row.customer_id, row]));
  return [...last.values()]
    .filter(({ day }) => day <= span.to)
    .map((row) => ({
      key: `cycle:${row.order_id}`,
      customer: row.customer_id,
      day: addDays(row.day, days),
      since: null,
      reason: withOrder(room, row.order_id, (of) => ({ kind: 'cycle', everyDays: days, of })),
    }));
}
