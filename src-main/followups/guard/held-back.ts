/**
 * The contact guard: the one place that says who is not contacted, and why. Follow-ups, lists, labels, prints and exports to contact people
 * all ask it.
 */

import type { Held } from '../../../src-shared/contract/follow-ups.ts';
import { heldReasons } from '../../../src-shared/contract/follow-ups.ts';
import { addDays, type Day, dayOf } from '../../../src-shared/day.ts';
import type { CareDraw } from '../../ledger/follow-ups/care-draws.ts';
import { standingWishesSql } from '../../ledger/profile/facts-sql.ts';
import { readSettings } from '../../ledger/settings.ts';
import type { Reading } from '../../ledger/transaction.ts';
import contactsLately from './contacts-lately.sql?raw';
import heldOut from './held-out.sql?raw';
import letBe from './let-be.sql?raw';
import openDisputes from './open-disputes.sql?raw';
import openTickets from './open-tickets.sql?raw';
import ordersLately from './orders-lately.sql?raw';

export interface GuardQuestion {
  /** The shop's day it is about, today. */
  readonly on: Day;
  /** The moment on the shop's clock, 'HH:MM': quiet hours are minded. Without it they are not. */
  readonly clock?: string | undefined;
  /** A run of a strategy: those who were drawn not to be contacted in it are held back. */
  readonly run?: number | undefined;
  /** Arms of rules of care that are not kept yet. */
  readonly drawn?: readonly Pick<CareDraw, 'rule' | 'customer' | 'arm'>[] | undefined;
}

/**
 * Says of a customer why they are held back; nothing: they may be contacted. `rule`: for the sake of a rule of care, which lets some people be; null: for
 * something else.
 */
export type Guard = (customer: number, rule?: number | null) => readonly Held[];

interface Row {
  readonly customer_id: number;
  readonly day: string;
  readonly what: string;
}

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

/** What a person's orders hold them back for. */
function orderHolds({ connection }: Reading, on: Day, coolDownHours: number): (customer: number) => readonly Held[] {
  const disputes = connection.prepare<[object], Row>(openDisputes);
  const lately = connection.prepare<[object], Row>(ordersLately);
  // The clock of an order may be hours away from ours: whole days, never fewer hours than asked for.
  const days = Math.ceil(coolDownHours / 24);
  return (customer) => {
    const open = disputes.get({ customer, on, most: 1 });
    const ordered = days === 0 ? undefined : lately.get({ customer, on, days });
    return [
      ...(open === undefined ? [] : [{ why: 'dispute', until: null, what: open.what } as const]),
      ...(ordered === undefined
        ? []
        : [{ why: 'justOrdered', until: addDays(dayOf(ordered.day) ?? on, days + 1), what: ordered.what } as const]),
    ];
  };
}

/** Whom a rule lets be, and what it is called. Read rule by rule, when one is asked about. */
export function letBeBy(
  { connection }: Reading,
  drawn: GuardQuestion['drawn'] = [],
): (customer: number, rule: number | null) => Held | null {
  const known = new Map<number, ReadonlyMap<number, Held>>();
  const nameOf = connection
    .prepare<[number], string>("select content ->> '$.name' from care_rule where rule_id = ?")
    .pluck();
  const held = (what: string): Held => ({ why: 'holdout', until: null, what });
  const read = (rule: number): ReadonlyMap<number, Held> => {
    const rows = connection.prepare<[object], Row>(letBe).all({ rule });
    const fresh = drawn.filter((one) => one.rule === rule && one.arm === 'held');
    return new Map([
      ...fresh.map(({ customer }) => [customer, held(nameOf.get(rule) ?? '')] as const),
      ...rows.map(({ customer_id: customer, what }) => [customer, held(what)] as const),
    ]);
  };
  return (customer, rule) => {
    if (rule === null) return null;
    const people = known.get(rule) ?? read(rule);
    known.set(rule, people);
    return people.get(customer) ?? null;
  };
}

/** Reads once what the owner wrote and did, for that is about few; and of a person their orders, when they are asked about. */
export function guardOf(reading: Reading, { on, clock, run, drawn }: GuardQuestion): Guard {
  const { connection } = reading;
  const { coolDownHours, mostContacts, mostContactsDays } = readSettings(reading).guard;
  const holds = new Map<number, Held[]>();
  const hold = (customer: number, held: Held): void => {
    const known = holds.get(customer);
    if (known === undefined) holds.set(customer, [held]);
    else known.push(held);
  };
  for (const { customer_id: customer, content } of connection
    .prepare<[], { customer_id: number; content: string }>(standingWishesSql)
    .iterate())
    for (const held of wishHolds(content, clock, on)) hold(customer, held);
  for (const { customer_id: customer, what } of connection.prepare<[], Row>(openTickets).iterate())
    hold(customer, { why: 'dispute', until: null, what });
  const contacts = { on, days: mostContactsDays, most: mostContacts };
  for (const { customer_id: customer, day, what } of connection
    .prepare<[object], Row>(contactsLately)
    .iterate(contacts))
    hold(customer, { why: 'tooOften', until: addDays(dayOf(day) ?? on, mostContactsDays), what });
  if (run !== undefined)
    for (const { customer_id: customer, what } of connection.prepare<[object], Row>(heldOut).iterate({ run }))
      hold(customer, { why: 'holdout', until: null, what });
  const ofOrders = orderHolds(reading, on, coolDownHours);
  const ofRule = letBeBy(reading, drawn);
  const known = new Map<number, readonly Held[]>();
  const plainly = (customer: number): readonly Held[] => {
    const before = known.get(customer);
    if (before !== undefined) return before;
    const all = [...(holds.get(customer) ?? []), ...ofOrders(customer)].sort(order);
    // One of each kind is said.
    const held = all.filter(({ why }, at) => all.findIndex((one) => one.why === why) === at);
    known.set(customer, held);
    return held;
  };
  return (customer, rule = null) => {
    const compared = ofRule(customer, rule);
    return compared === null ? plainly(customer) : [...plainly(customer), compared].sort(order);
  };
}
