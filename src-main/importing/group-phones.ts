/**
 * Whose the phones are. Among orders with neither a buyer id nor an e-mail a phone is one person, unless clearly different names answer
 * there. Beside a buyer id or an e-mail it joins nobody: presents and parcel stations share phones, and of two accounts that parcels to one
 * phone were ordered from, one in ten is a friend's (who might be one person, the review asks the owner). Part of `group-numbers`.
 */

import { callerOfPhoneKey } from '../../src-shared/identity.ts';
import { ANYBODY, peopleBehind } from './callers.ts';
import { type Decided, joinInTurn, type KeptApart, keptApart } from './decided.ts';
import { type Forest, forestOf, join, rootOf } from './forest.ts';
import { CALLER, PHONE } from './key-ranks.ts';
import { firstKey, leadingKey, type Numbered, strongKey } from './numbered-keys.ts';

const NOBODY = -1;

export interface PhonePeople {
  /** Whose a phone, or who answers there, is, as the number of a key. A phone of no one person is its own. */
  readonly rootOfKey: (key: number) => number;
  /** Phones that orders of several people have. */
  readonly shared: ReadonlySet<number>;
  /** Names at a phone that fit several of the people who answer it. */
  readonly unsure: ReadonlySet<number>;
}

/** The names at each phone that orders with nothing better have: one for most, so only further ones take up room. */
interface Names {
  readonly first: Int32Array;
  readonly several: ReadonlyMap<number, ReadonlySet<number>>;
}

function namesAtPhones(all: Numbered): Names {
  const first = new Int32Array(all.ranks.length).fill(NOBODY);
  const several = new Map<number, Set<number>>();
  for (let order = 0; order < all.orderCount; order += 1) {
    const caller = firstKey(all, order, CALLER, CALLER);
    if (caller < 0) continue;
    const phone = firstKey(all, order, PHONE, PHONE);
    const known = first[phone] ?? NOBODY;
    if (known === NOBODY) first[phone] = caller;
    else if (known !== caller) several.set(phone, (several.get(phone) ?? new Set([known])).add(caller));
  }
  return { first, several };
}

/** Sets that grow as far as the owner's decisions let them. */
function setsOver(all: Numbered, forest: Forest, decided: Decided | null): KeptApart {
  if (decided === null) return { mayJoin: () => true, join: (a, b) => join(forest, a, b) };
  const isWeak = (key: number): boolean => (all.ranks[key] ?? PHONE) >= CALLER;
  return keptApart(
    forest,
    decided.nevers.filter((pair) => pair.every(isWeak)),
  );
}

/** How many orders each name has, at phones where there are several. */
function ordersOfCallers(all: Numbered, several: Names['several']): ReadonlyMap<number, number> {
  const orders = new Map<number, number>();
  if (several.size === 0) return orders;
  for (let order = 0; order < all.orderCount; order += 1) {
    const caller = firstKey(all, order, CALLER, CALLER);
    if (caller >= 0 && several.has(firstKey(all, order, PHONE, PHONE)))
      orders.set(caller, (orders.get(caller) ?? 0) + 1);
  }
  return orders;
}

/** A name of the one of these people who has most orders, of several the first; null: there are none. */
function mostOrders(names: readonly number[], people: Forest, ordersOf: ReadonlyMap<number, number>): number | null {
  const sums = new Map<number, number>();
  for (const name of names) {
    const person = rootOf(people, name);
    sums.set(person, (sums.get(person) ?? 0) + (ordersOf.get(name) ?? 0));
  }
  let [found, most] = [null as number | null, 0];
  for (const name of names) {
    const sum = sums.get(rootOf(people, name)) ?? 0;
    if (sum > most) [found, most] = [name, sum];
  }
  return found;
}

/**
 * Joins the names at each phone to people, and the phone to who has most orders of those who answer it: what the owner wrote of the number
 * stays with somebody.
 */
function joinCallers(
  all: Numbered,
  decided: Decided | null,
): { readonly people: Forest; readonly unsure: Set<number> } {
  const people = forestOf(all.ranks.length);
  const sets = setsOver(all, people, decided);
  const unsure = new Set<number>();
  const { first, several } = namesAtPhones(all);
  const ordersOf = ordersOfCallers(all, several);
  for (const [phone, callers] of several) {
    const keys = [...callers].sort((a, b) => (all.textOf(a) < all.textOf(b) ? -1 : 1));
    const behind = peopleBehind(keys.map((key) => callerOfPhoneKey(all.textOf(key)) ?? ''));
    const known = keys.filter((_, place) => behind[place] !== ANYBODY);
    for (const person of new Set(behind))
      if (person !== ANYBODY)
        joinInTurn(
          sets,
          keys.filter((_, place) => behind[place] === person),
        );
    const anybodys = keys.filter((_, place) => behind[place] === ANYBODY);
    for (const key of anybodys) unsure.add(key);
    joinInTurn(sets, anybodys);
    const most = mostOrders(known, people, ordersOf);
    if (most !== null) joinInTurn(sets, [most, phone]);
  }
  first.forEach((caller, phone) => {
    if (caller !== NOBODY && !several.has(phone)) joinInTurn(sets, [caller, phone]);
  });
  return { people, unsure };
}

/** `strong`: people with buyer ids and e-mails. */
export function peopleOfPhones(all: Numbered, strong: Forest, decided: Decided | null): PhonePeople {
  const { people, unsure } = joinCallers(all, decided);
  const owner = new Int32Array(all.ranks.length).fill(NOBODY);
  const shared = new Set<number>();
  for (let order = 0; order < all.orderCount; order += 1) {
    const phone = firstKey(all, order, PHONE, PHONE);
    if (phone < 0) continue;
    const own = strongKey(all, order);
    const person = own < 0 ? rootOf(people, leadingKey(all, order)) : rootOf(strong, own);
    if (owner[phone] === NOBODY) owner[phone] = person;
    else if (owner[phone] !== person) shared.add(phone);
  }
  return {
    shared,
    unsure,
    rootOfKey(key) {
      const person = shared.has(key) ? NOBODY : (owner[key] ?? NOBODY);
      return person === NOBODY ? rootOf(people, key) : person;
    },
  };
}
