/**
 * What a customer was put together from: one part for each buyer id, and for each e-mail or name at a phone that goes with none. Each part has its own orders, also those
 * that came after the parts were put together. And the way back: parts that are people of their own from now on.
 */

import type { CustomerPart } from '../../src-shared/contract/identities.ts';
import { type Decision, type IdentityKey, numberOfPhoneKey } from '../../src-shared/identity.ts';
import { minorOf } from '../../src-shared/money.ts';
import { maskPhone } from '../../src-shared/phone.ts';
import { Problem } from '../../src-shared/problem.ts';
import { storedKeysOf } from '../importing/affected-orders.ts';
import { compareKeys, matchCustomers, type OrderKeys, textOfKey } from '../importing/match-customer.ts';
import { type Act, write } from '../ledger/journal.ts';
import type { Reading } from '../ledger/transaction.ts';
import { type Decided, decide } from './decide.ts';
import partOrder from './part-order.sql?raw';

interface Part {
  /** What it is called by. */
  readonly key: IdentityKey;
  readonly orders: readonly OrderKeys[];
}

function ordersOf(reading: Reading, customer: number): readonly OrderKeys[] {
  const keysOf = storedKeysOf(reading.connection);
  const orders = reading.connection
    .prepare<[number], number>('select order_id from shop_order where customer_id = ? order by order_id')
    .pluck()
    .all(customer);
  if (orders.length === 0) throw new Problem('customer-unknown', { customer: String(customer) });
  return orders.map((orderId) => ({ orderId, keys: keysOf(orderId) ?? [] }));
}

/** Which buyer id each e-mail was seen with: null when there were several. */
function buyersOfMails(orders: readonly OrderKeys[]): ReadonlyMap<string, IdentityKey | null> {
  const found = new Map<string, IdentityKey | null>();
  for (const { keys } of orders) {
    const [leading] = keys;
    if (leading?.kind !== 'buyer') continue;
    for (const key of keys.slice(1).filter(({ kind }) => kind === 'email')) {
      const before = found.get(textOfKey(key));
      const isOther = before !== undefined && (before === null || textOfKey(before) !== textOfKey(leading));
      found.set(textOfKey(key), isOther ? null : leading);
    }
  }
  return found;
}

function partsIn(orders: readonly OrderKeys[]): readonly Part[] {
  const buyers = buyersOfMails(orders);
  const placeOf = ([leading]: readonly IdentityKey[]): IdentityKey | undefined =>
    leading?.kind === 'email' ? (buyers.get(textOfKey(leading)) ?? leading) : leading;
  const parts = new Map<string, { key: IdentityKey; orders: OrderKeys[] }>();
  for (const order of orders) {
    const key = placeOf(order.keys);
    if (key === undefined) continue;
    const part = parts.get(textOfKey(key)) ?? { key, orders: [] };
    part.orders.push(order);
    parts.set(textOfKey(key), part);
  }
  return [...parts.values()].sort((a, b) => compareKeys(a.key, b.key));
}

/** Identities a decision names the part by: its own key, and e-mails no other part has. */
function keysOfPart(part: Part, all: readonly Part[]): readonly IdentityKey[] {
  const mails = (of: Part): IdentityKey[] =>
    of.orders.flatMap(({ keys }) => keys.filter(({ kind }) => kind === 'email'));
  const others = new Set(
    all
      .filter((other) => other !== part)
      .flatMap(mails)
      .map(textOfKey),
  );
  const own = mails(part).filter((key) => !others.has(textOfKey(key)));
  return [...new Map([part.key, ...own].map((key) => [textOfKey(key), key])).values()];
}

interface PartOrder {
  readonly name: string | null;
  readonly shop: string;
  readonly currency: string;
  readonly day: string | null;
  readonly counts: 0 | 1;
  readonly netMinor: number | null;
}

/** How the part came to the first one: by the owner, or by an e-mail or a phone both have; null for the first itself. */
function linkOf(part: Part, parts: readonly Part[], groupOf: ReadonlyMap<number, number>): CustomerPart['link'] {
  if (parts[0] === part) return null;
  const place = (of: Part | undefined): number | undefined => groupOf.get(of?.orders[0]?.orderId ?? 0);
  if (place(parts[0]) !== place(part)) return 'owner';
  return part.key.kind === 'phone' ? 'phone' : 'email';
}

const shownKey = ({ kind, value }: IdentityKey): IdentityKey => ({
  kind,
  value: kind === 'phone' ? maskPhone(numberOfPhoneKey(value)) : value,
});

/** The parts, the strongest first; a customer of one part cannot be taken apart. Throws `customer-unknown`. */
export function partsOfCustomer(reading: Reading, customer: number): readonly CustomerPart[] {
  const orders = ordersOf(reading, customer);
  const parts = partsIn(orders);
  const { groups } = matchCustomers(orders);
  const groupOf = new Map(groups.flatMap(({ orderIds }, place) => orderIds.map((order) => [order, place] as const)));
  const ask = reading.connection.prepare<[number], PartOrder>(partOrder);
  return parts.map((part) => {
    const facts = part.orders.map(({ orderId }) => ask.get(orderId)).filter((found) => found !== undefined);
    const newest = facts.toSorted((a, b) => ((a.day ?? '') < (b.day ?? '') ? 1 : -1));
    const [first] = part.orders;
    const currency = newest[0]?.currency ?? '';
    const counted = facts.filter((order) => order.counts === 1);
    return {
      order: first?.orderId ?? 0,
      key: shownKey(part.key),
      link: linkOf(part, parts, groupOf),
      name: newest.find(({ name }) => name !== null && !name.includes('*'))?.name ?? newest[0]?.name ?? null,
      shops: [...new Set(newest.map(({ shop }) => shop))],
      orders: facts.length,
      counted: counted.length,
      currency,
      netMinor: minorOf(
        counted.filter((order) => order.currency === currency).reduce((sum, order) => sum + (order.netMinor ?? 0), 0),
      ),
      firstDay: newest.at(-1)?.day ?? null,
      lastDay: newest[0]?.day ?? null,
    };
  });
}

/**
 * Makes people of their own of each of `sets`; a part is named by one of its orders. What is not named stays with the customer. Throws
 * `order-unknown` for an order that is not the customer's, `customer-of-one-part` where nothing would stay.
 */
export function unmergeCustomer(
  ledger: Reading,
  { customer, parts: sets }: { readonly customer: number; readonly parts: readonly (readonly number[])[] },
  act: Act,
): Decided {
  return write(ledger, act, (writing, record) => {
    const parts = partsIn(ordersOf(writing, customer));
    const partOf = (order: number): Part => {
      const found = parts.find(({ orders }) => orders.some(({ orderId }) => orderId === order));
      if (found === undefined) throw new Problem('order-unknown', { order: String(order) });
      return found;
    };
    const taken = sets.map((orders) => new Set(orders.map(partOf)));
    const rest = new Set(parts.filter((part) => !taken.some((set) => set.has(part))));
    const people = [rest, ...taken].filter((set) => set.size > 0).map((set) => [...set]);
    if (people.length < 2) throw new Problem('customer-of-one-part', { customer: String(customer) });
    const named = people.map((set) => set.flatMap((part) => keysOfPart(part, parts)));
    const decisions: Decision[] = [];
    named.forEach((left, place) => {
      for (const right of named.slice(place + 1)) decisions.push({ verdict: 'never', sides: [left, right] });
    });
    return decide(writing, record, decisions);
  });
}
