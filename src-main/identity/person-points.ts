/** The contact points of customers, read from their orders: of all, customer by customer, or of one. */

import type { Database } from 'better-sqlite3';
import { type ContactPoint, type PrintedPoint, readPoint } from './contact-point.ts';
import factsSql from './likely-facts.sql?raw';

/** More ways than these to address one customer's parcels are not looked at: those with most orders come first. */
const MOST_POINTS = 8;

export interface Person {
  readonly customer: number;
  /** Those with most orders first, then the newest. */
  readonly points: readonly ContactPoint[];
}

interface Fact extends Omit<PrintedPoint, 'orders'> {
  readonly customer: number;
}

function pointsOf(facts: readonly Fact[]): readonly ContactPoint[] {
  const points = new Map<string, Fact & { orders: number }>();
  for (const fact of facts) {
    const { customer: _customer, lastDay, ...printed } = fact;
    const text = JSON.stringify(Object.values(printed));
    const known = points.get(text);
    if (known === undefined) points.set(text, { ...fact, orders: 1 });
    else points.set(text, { ...known, orders: known.orders + 1, lastDay: later(known.lastDay, lastDay) });
  }
  return [...points.values()]
    .sort((a, b) => b.orders - a.orders || ((a.lastDay ?? '') < (b.lastDay ?? '') ? 1 : -1))
    .slice(0, MOST_POINTS)
    .map(({ customer: _customer, ...printed }) => readPoint(printed));
}

function later(a: string | null, b: string | null): string | null {
  return (a ?? '') > (b ?? '') ? a : b;
}

/** Everybody, in the order of their numbers; also those whose orders say nothing. */
export function* everyPerson(ledger: Database): Generator<Person> {
  let facts: Fact[] = [];
  for (const fact of ledger.prepare<[], Fact>(factsSql).iterate()) {
    const [first] = facts;
    if (first !== undefined && first.customer !== fact.customer) {
      yield { customer: first.customer, points: pointsOf(facts) };
      facts = [];
    }
    facts.push(fact);
  }
  const [last] = facts;
  if (last !== undefined) yield { customer: last.customer, points: pointsOf(facts) };
}

/** One after another, each read once. */
export function personBook(ledger: Database): (customer: number) => Person {
  const ask = ledger.prepare<[number], Fact>(factsSql.replace('customer_id > 0', 'customer_id = ?'));
  const known = new Map<number, Person>();
  return (customer) => {
    const found = known.get(customer) ?? { customer, points: pointsOf(ask.all(customer)) };
    known.set(customer, found);
    return found;
  };
}
