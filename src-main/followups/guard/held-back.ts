/**
 * The contact guard: the one place that says who is not contacted, and why. Follow-ups, lists, labels, prints and exports to contact people
 * all ask it.
 */

import type { Held, HeldReason } from '../../../src-shared/contract/follow-ups.ts';
import { heldReasons } from '../../../src-shared/contract/follow-ups.ts';
import { addDays, type Day, dayOf } from '../../../src-shared/day.ts';
import { standingWishesSql } from '../../ledger/profile/facts-sql.ts';
import { readSettings } from '../../ledger/settings.ts';
import type { Reading } from '../../ledger/transaction.ts';
import contactsLately from './contacts-lately.sql?raw';
import openDisputes from './open-disputes.sql?raw';
import ordersLately from './orders-lately.sql?raw';

export interface GuardQuestion {
  /** The shop's day it is about, today. */
  readonly on: Day;
  /** The moment on the shop's clock, 'HH:MM': quiet hours are minded. Without it they are not. */
  readonly clock?: string | undefined;
}

/** Says of a customer why they are held back; nothing: they may be contacted. */
export type Guard = (customer: number) => readonly Held[];

interface Row {
  readonly customer_id: number;
  readonly day: string;
  readonly what: string;
}

const noHolds: readonly Held[] = [];

/** Is the moment within a span of the clock that may run over midnight? */
function isWithin(clock: string, { from, to }: { readonly from: string; readonly to: string }): boolean {
  return from <= to ? clock >= from && clock < to : clock >= from || clock < to;
}

function wishHolds(content: string, clock: string | undefined, on: Day): Held[] {
  const { optOut, quiet } = JSON.parse(content) as { optOut: boolean; quiet: { from: string; to: string } | null };
  const held: Held[] = [];
  if (optOut) held.push({ why: 'optOut', until: null, what: '' });
  if (quiet !== null && clock !== undefined && isWithin(clock, quiet))
    held.push({ why: 'quietHours', until: on, what: `${quiet.from}–${quiet.to}` });
  return held;
}

function order(a: Held, b: Held): number {
  return heldReasons.indexOf(a.why) - heldReasons.indexOf(b.why);
}

/** Reads once whom anything holds back: few are. Asking of a person is then a look into a map. */
export function guardOf(reading: Reading, { on, clock }: GuardQuestion): Guard {
  const { connection } = reading;
  const { coolDownHours, mostContacts, mostContactsDays } = readSettings(reading).guard;
  const holds = new Map<number, Held[]>();
  const hold = (customer: number, held: Held): void => {
    const known = holds.get(customer);
    if (known === undefined) holds.set(customer, [held]);
    else if (known.every(({ why }) => why !== held.why)) known.push(held);
  };
  const each = (sql: string, params: object, work: (row: Row) => void): void => {
    for (const row of connection.prepare<[object], Row>(sql).iterate(params)) work(row);
  };
  for (const { customer_id: customer, content } of connection
    .prepare<[], { customer_id: number; content: string }>(standingWishesSql)
    .iterate())
    for (const held of wishHolds(content, clock, on)) hold(customer, held);
  each(openDisputes, { on }, ({ customer_id: id, what }) => hold(id, { why: 'dispute', until: null, what }));
  // The clock of an order may be hours away from ours: whole days, never fewer hours than asked for.
  const coolDays = Math.ceil(coolDownHours / 24);
  if (coolDays > 0)
    each(ordersLately, { on, days: coolDays }, ({ customer_id: id, day, what }) => {
      hold(id, { why: 'justOrdered', until: addDays(dayOf(day) ?? on, coolDays + 1), what });
    });
  each(contactsLately, { on, days: mostContactsDays, most: mostContacts }, ({ customer_id: id, day, what }) => {
    hold(id, { why: 'tooOften', until: addDays(dayOf(day) ?? on, mostContactsDays), what });
  });
  return (customer) => holds.get(customer)?.sort(order) ?? noHolds;
}

/** Whom none of the reasons named holds back. */
export function withoutReasons(held: readonly Held[], passed: readonly HeldReason[]): readonly Held[] {
  return held.filter(({ why }) => !passed.includes(why));
}
