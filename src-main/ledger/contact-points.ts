/**
 * How a customer can be reached: every phone, e-mail and address their orders name, whole or masked, virtual or encrypted, from when to
 * when, and whether it still is good for anything. Shown on the customer's page.
 */

import { createHash } from 'node:crypto';
import type { Contact, Reach } from '../../src-shared/contract/identities.ts';
import { addDays, type Day, dayOf } from '../../src-shared/day.ts';
import type { Certainty } from '../../src-shared/identity.ts';
import { isEncrypted, maskPhone, readPhone } from '../../src-shared/phone.ts';
import { Problem } from '../../src-shared/problem.ts';
import factsSql from './contact-points.sql?raw';
import { marksOf } from './profile/point-marks.ts';
import type { Reading } from './transaction.ts';

interface Fact {
  readonly orderId: number;
  readonly marketplace: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly name: string | null;
  readonly address: string | null;
  readonly province: string | null;
  readonly city: string | null;
  readonly district: string | null;
  readonly status: string;
  readonly day: string | null;
  readonly completedOn: string | null;
}

interface Point extends Omit<Contact, 'orders' | 'firstDay' | 'lastDay' | 'isUsable' | 'point' | 'mark'> {
  /** As it is dialled or written; '' of what is encrypted. */
  readonly raw: string;
}

const MASK = /[*＊]/;
/** Taobao's and Tmall's relay numbers end so many days after the order is completed, where no file says when; of others no rule is known. */
const RELAY_DAYS: Readonly<Record<string, number>> = { taobao: 15 };

/** The last day a relay number of this order works; null: not known. An order that was closed ends it like one that was completed. */
function relayEnds({ marketplace, status, completedOn, day }: Fact): Day | null {
  const days = RELAY_DAYS[marketplace];
  const over = status === 'closed' || status === 'refunded' ? (completedOn ?? day) : completedOn;
  const end = over === null ? null : dayOf(over);
  return days === undefined || end === null ? null : addDays(end, days);
}

/** Of so many of the newest orders the day a file prints is looked up; what is older has ended by any rule. */
const LOOKED_UP = 30;

/** Until when an order's relay number works, as a file prints it; null: none does. */
export type Expiry = (orderId: number) => Day | null;

/** What files print, for the first so many orders that are asked of. */
function expiryOfNewest(printed: Expiry): Expiry {
  let asked = 0;
  return (orderId) => {
    asked += 1;
    return asked > LOOKED_UP ? null : printed(orderId);
  };
}

function phonePoint(fact: Fact, expiryOf: Expiry): Point | null {
  const printed = fact.phone?.trim() ?? '';
  if (printed === '') return null;
  const base = { kind: 'phone', name: fact.name, region: null, extension: null, endsOn: null } as const;
  if (isEncrypted(printed)) return { ...base, state: 'encrypted', value: '', raw: '' };
  const { kind, value } = readPhone(printed);
  if (kind === 'none') return null;
  if (kind !== 'virtual') return { ...base, state: kind, value: maskPhone(value), raw: value };
  const [host = '', extension = ''] = value.split('-');
  return {
    ...base,
    state: 'virtual',
    value: maskPhone(host),
    raw: value,
    extension,
    endsOn: expiryOf(fact.orderId) ?? relayEnds(fact),
  };
}

function emailPoint(fact: Fact): Point | null {
  const value = fact.email?.trim().toLowerCase() ?? '';
  if (!value.includes('@')) return null;
  const state = MASK.test(value) ? 'masked' : 'whole';
  return { kind: 'email', state, value, raw: value, name: null, region: null, extension: null, endsOn: null };
}

function addressPoint(fact: Fact): Point | null {
  const value = fact.address?.trim() ?? '';
  if (value === '') return null;
  const state = isEncrypted(value) ? 'encrypted' : MASK.test(value) ? 'masked' : 'whole';
  const parts = [fact.province, fact.city, fact.district].filter((part) => part !== null && part !== '');
  const region = parts.length === 0 ? null : parts.join(' ');
  const shown = state === 'encrypted' ? '' : value;
  return { kind: 'address', state, value: shown, raw: shown, name: fact.name, region, extension: null, endsOn: null };
}

/** Two orders name the same one. A relay number is another for every order, and the newest says how long it works. */
function keyOf({ kind, state, value, raw, extension, name }: Point): string {
  return JSON.stringify([
    kind,
    state,
    value,
    kind === 'phone' && state === 'virtual' ? '' : raw,
    extension,
    kind === 'address' ? name : null,
  ]);
}

/** Names a point without saying it; the receiver does not matter. '' of what is encrypted. */
function nameOf({ kind, raw }: Pick<Point, 'kind' | 'raw'>): string {
  return raw === '' ? '' : createHash('sha256').update(`${kind} ${raw}`).digest('hex').slice(0, 24);
}

function pointsOf(fact: Fact, expiryOf: Expiry): readonly Point[] {
  return [phonePoint(fact, expiryOf), emailPoint(fact), addressPoint(fact)].filter((point) => point !== null);
}

/** What a point is, by its name; null: nobody's order has it. */
export function pointValue({ connection }: Reading, customer: number, point: string): string | null {
  for (const fact of connection.prepare<[number], Fact>(factsSql).iterate(customer)) {
    const found = pointsOf(fact, () => null).find((one) => nameOf(one) === point);
    if (found !== undefined) return found.raw;
  }
  return null;
}

function isUsable({ kind, state, endsOn }: Point, certainty: Certainty, today: Day): boolean {
  if (state === 'virtual') return endsOn !== null && endsOn >= today;
  // Masked for us, but a parcel label wants all of it; a likely person's is perhaps somebody else's.
  return state === 'whole' && (kind !== 'phone' || certainty === 'certain');
}

/** The best that is left. A relay number is for the parcel's carrier, not for calling. */
function reachOf(contacts: readonly Contact[]): Reach {
  const has = (kind: Contact['kind']): boolean =>
    contacts.some((contact) => contact.kind === kind && contact.isUsable && contact.state === 'whole');
  if (has('phone')) return 'phone';
  if (has('email')) return 'email';
  return has('address') ? 'address' : 'marketplace';
}

/** Throws `customer-unknown`. `today`: whether a relay number still works; `printed`: what files say of that. */
export function contactsOf(
  reading: Reading,
  customer: number,
  today: Day,
  printed: Expiry,
): { readonly reach: Reach; readonly contacts: readonly Contact[] } {
  const { connection } = reading;
  const certainty = connection
    .prepare<[number], Certainty>('select certainty from customer where customer_id = ?')
    .pluck()
    .get(customer);
  if (certainty === undefined) throw new Problem('customer-unknown', { customer: String(customer) });
  const found = new Map<string, Contact>();
  const marks = marksOf(reading, customer);
  const expiryOf = expiryOfNewest(printed);
  for (const fact of connection.prepare<[number], Fact>(factsSql).iterate(customer)) {
    for (const point of pointsOf(fact, expiryOf)) {
      const known = found.get(keyOf(point));
      if (known !== undefined) {
        found.set(keyOf(point), { ...known, orders: known.orders + 1, firstDay: fact.day ?? known.firstDay });
        continue;
      }
      const { raw: _raw, ...told } = point;
      const named = nameOf(point);
      const mark = marks.get(named) ?? null;
      const usable = mark === null && isUsable(point, certainty, today);
      const days = { orders: 1, firstDay: fact.day, lastDay: fact.day };
      found.set(keyOf(point), { ...told, ...days, isUsable: usable, point: named, mark });
    }
  }
  const contacts = [...found.values()];
  return { reach: reachOf(contacts), contacts };
}
