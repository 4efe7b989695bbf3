/**
 * Whose order is this, in numbers: which keys are one person's, by buyer ids and e-mails, by the owner's word, by phones. Between
 * `match-customer`, or the single orders of a check, and their groups.
 */

import type { Decision, IdentityKey } from '../../src-shared/identity.ts';
import { type Decided, decidedOf } from './decided.ts';
import { type Forest, forestOf, join, rootOf } from './forest.ts';
import { type Foes, foesOf, joinDecided, joinWeak, mailsApart, phonesApart } from './group-decided.ts';

/** Every key as a number, every order as the numbers of its keys: joining numbers is quick, also for a million orders. */
export interface Numbered {
  readonly orderCount: number;
  /** Kind of each key, as its place in `identityKinds`. */
  readonly kinds: Uint8Array;
  /** Value of a key. */
  readonly textOf: (key: number) => string;
  /** The numbers of an order's keys stand at `starts[order]` up to `starts[order + 1]`. */
  readonly numbers: Int32Array;
  readonly starts: Int32Array;
  /** undefined: none of the orders has it. */
  readonly keyNumber: (key: IdentityKey) => number | undefined;
}

const [BUYER, EMAIL, PHONE] = [0, 1, 2];

/** The first of an order's keys of at most this rank; -1: none. */
function firstKey({ kinds, numbers, starts }: Numbered, order: number, from: number, to: number): number {
  for (let at = starts[order] ?? 0; at < (starts[order + 1] ?? 0); at += 1) {
    const number = numbers[at] ?? -1;
    const kind = kinds[number] ?? 0;
    if (kind >= from && kind <= to) return number;
  }
  return -1;
}

const strongKey = (all: Numbered, order: number): number => firstKey(all, order, BUYER, EMAIL);

/** The key that says whose the order is: a buyer id or an e-mail, else its only one. */
function leadingKey(all: Numbered, order: number): number {
  const own = strongKey(all, order);
  return own >= 0 ? own : (all.numbers[all.starts[order] ?? 0] ?? -1);
}

/** Buyer ids and e-mails of one order belong to one person; through shared keys, of many orders. `apart`: e-mails that link nobody. */
function joinStrong(all: Numbered, apart?: ReadonlySet<number>): Forest {
  const { kinds, numbers, starts } = all;
  const forest = forestOf(kinds.length);
  for (let order = 0; order < all.orderCount; order += 1) {
    const first = strongKey(all, order);
    if (first < 0) continue;
    for (let at = starts[order] ?? 0; at < (starts[order + 1] ?? 0); at += 1) {
      const number = numbers[at] ?? 0;
      if (number !== first && (kinds[number] ?? 0) <= EMAIL && apart?.has(number) !== true) join(forest, first, number);
    }
  }
  return forest;
}

interface Strong {
  readonly people: Forest;
  /** E-mails of people the owner keeps apart. */
  readonly sharedMails: ReadonlySet<number>;
}

/** Those with buyer ids and e-mails as they are joined by them and by the owner. */
function strongPeople(all: Numbered, decided: Decided | null): Strong {
  const linked = joinStrong(all);
  if (decided === null) return { people: linked, sharedMails: new Set() };
  const sharedMails = mailsApart(all, linked, decided);
  const people = sharedMails.size === 0 ? linked : joinStrong(all, sharedMails);
  joinDecided(all, people, decided);
  return { people, sharedMails };
}

/** Which people (roots of strong groups) each phone was seen with: the first one by phone, and all where there are several. */
interface PhonePeople {
  /** By key; -1: seen with nobody. */
  readonly first: Int32Array;
  /** Phones seen with several people only. */
  readonly several: ReadonlyMap<number, readonly number[]>;
}

function peopleOfPhones(all: Numbered, strong: Forest): PhonePeople {
  const first = new Int32Array(all.kinds.length).fill(-1);
  const several = new Map<number, number[]>();
  for (let order = 0; order < all.orderCount; order += 1) {
    const phone = firstKey(all, order, PHONE, PHONE);
    if (phone < 0) continue;
    const own = strongKey(all, order);
    if (own < 0) continue;
    const root = rootOf(strong, own);
    const known = first[phone] ?? -1;
    if (known < 0) first[phone] = root;
    else if (known !== root) {
      const people = several.get(phone);
      if (people === undefined) several.set(phone, [known, root]);
      else if (!people.includes(root)) people.push(root);
    }
  }
  return { first, several };
}

/** On which marketplaces each of these people has an id. */
function marketplacesOfPeople(
  { kinds, textOf }: Numbered,
  strong: Forest,
  { several }: PhonePeople,
): ReadonlyMap<number, readonly string[]> {
  const asked = new Set([...several.values()].flat());
  const marketplaces = new Map<number, string[]>();
  if (asked.size === 0) return marketplaces;
  for (let number = 0; number < kinds.length; number += 1) {
    if (kinds[number] !== BUYER) continue;
    const root = rootOf(strong, number);
    if (!asked.has(root)) continue;
    const value = textOf(number);
    const marketplace = value.slice(0, value.indexOf(':'));
    const known = marketplaces.get(root);
    if (known === undefined) marketplaces.set(root, [marketplace]);
    else if (!known.includes(marketplace)) known.push(marketplace);
  }
  return marketplaces;
}

/** What stands against joining people by a phone. */
interface Against {
  readonly marketplaces: ReadonlyMap<number, readonly string[]>;
  readonly foes: Foes;
}

/** Would joining these people put two ids of one marketplace, not joined by e-mail, into one, or two people the owner keeps apart? */
function conflict(people: readonly number[], { marketplaces, foes }: Against): boolean {
  if (people.length < 2) return false;
  if (foes.size > 0) {
    const among = new Set(people);
    if (people.some((person) => [...(foes.get(person) ?? [])].some((foe) => among.has(foe)))) return true;
  }
  const seen = new Set<string>();
  for (const person of people) {
    for (const marketplace of marketplaces.get(person) ?? []) {
      if (seen.has(marketplace)) return true;
      seen.add(marketplace);
    }
  }
  return false;
}

/** The people as phones join them, and the phones that join nobody: gifts and parcel stations share phones. */
function joinByPhones(
  all: Numbered,
  strong: Forest,
  { first: firstPerson, several: people }: PhonePeople,
  against: Against,
  decided: Decided | null,
): { readonly joined: Forest; readonly shared: ReadonlySet<number> } {
  const count = all.kinds.length;
  const shared = new Set<number>();
  const candidates = forestOf(count);
  const several = [...people];
  for (const [phone, roots] of several) {
    if (conflict(roots, against)) shared.add(phone);
    else for (const root of roots) join(candidates, roots[0] ?? root, root);
  }
  if (decided !== null) {
    const personOf = (phone: number): number => (shared.has(phone) ? -1 : (firstPerson[phone] ?? -1));
    for (const phone of phonesApart(all, strong, candidates, personOf, decided)) shared.add(phone);
  }
  const members = new Map<number, Set<number>>();
  for (const root of several.flatMap(([, roots]) => roots)) {
    const cluster = rootOf(candidates, root);
    const known = members.get(cluster) ?? new Set<number>();
    members.set(cluster, known.add(root));
  }
  const broken = new Set([...members].filter(([, roots]) => conflict([...roots], against)).map(([cluster]) => cluster));
  const joined = forestOf(count);
  for (const [phone, roots] of several) {
    const [first] = roots;
    if (first === undefined || shared.has(phone)) continue;
    if (broken.has(rootOf(candidates, first))) shared.add(phone);
    else for (const root of roots) join(joined, first, root);
  }
  return { joined, shared };
}

export interface Grouping {
  /** The group of an order, as the number of one of its keys; -1 when it has no keys. */
  readonly groupOf: (order: number) => number;
  /** Phones, and e-mails, shared by several buyers. */
  readonly shared: ReadonlySet<number>;
}

/** `decisions`: the owner's, at least those that name one of the keys. */
export function groupNumbers(all: Numbered, decisions: readonly Decision[]): Grouping {
  const decided = decisions.length === 0 ? null : decidedOf(decisions, all.keyNumber);
  const { people: strong, sharedMails } = strongPeople(all, decided);
  const people = peopleOfPhones(all, strong);
  const foes: Foes = decided === null ? new Map() : foesOf(all, strong, decided);
  const against = { marketplaces: marketplacesOfPeople(all, strong, people), foes };
  const { joined, shared } = joinByPhones(all, strong, people, against, decided);
  const personOf = (phone: number): number => (shared.has(phone) ? -1 : (people.first[phone] ?? -1));
  const rootOfKey = (key: number): number => {
    if ((all.kinds[key] ?? PHONE) <= EMAIL) return rootOf(joined, rootOf(strong, key));
    const person = personOf(key);
    return person < 0 ? key : rootOf(joined, person);
  };
  const final = decided === null ? null : forestOf(all.kinds.length);
  if (decided !== null && final !== null)
    joinWeak(all, decided, { rootOfKey, isSomebodys: (phone) => personOf(phone) >= 0 }, final);
  return {
    shared: sharedMails.size === 0 ? shared : new Set([...shared, ...sharedMails]),
    groupOf(order) {
      if ((all.starts[order] ?? 0) === (all.starts[order + 1] ?? 0)) return -1;
      const root = rootOfKey(leadingKey(all, order));
      return final === null ? root : rootOf(final, root);
    },
  };
}
