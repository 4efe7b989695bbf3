/**
 * Whose order is this, in numbers: which keys are one person's, by buyer ids and e-mails, by the owner's word. Between
 * `match-customer`, or the single orders of a check, and their groups.
 */

import type { Decision, IdentityKey } from '../../src-shared/identity.ts';
import { type Decided, decidedOf } from './decided.ts';
import { type Forest, forestOf, join, rootOf } from './forest.ts';
import { joinDecided, joinWeak, mailsApart } from './group-decided.ts';

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

/** Whose each phone is. */
interface PhonePeople {
  /** By key: the one person with a buyer id or an e-mail whose orders have it; -1: nobody's, or not one person's alone. */
  readonly owner: Int32Array;
  /** Phones that orders of several people have, or orders of one and orders that have nothing else. */
  readonly shared: ReadonlySet<number>;
}

const NOBODY = -1;
const ALONE = -2;

/**
 * A phone alone is one person. Beside a buyer id or an e-mail it joins nobody: presents and parcel stations share phones, and of two
 * accounts that parcels to one phone were ordered from, one in ten is a friend's (who might be one person, the review asks the owner).
 */
function peopleOfPhones(all: Numbered, strong: Forest): PhonePeople {
  const owner = new Int32Array(all.kinds.length).fill(NOBODY);
  const shared = new Set<number>();
  for (let order = 0; order < all.orderCount; order += 1) {
    const phone = firstKey(all, order, PHONE, PHONE);
    if (phone < 0) continue;
    const own = strongKey(all, order);
    const person = own < 0 ? ALONE : rootOf(strong, own);
    if (owner[phone] === NOBODY) owner[phone] = person;
    else if (owner[phone] !== person) shared.add(phone);
  }
  for (const phone of shared) owner[phone] = ALONE;
  return { owner, shared };
}

export interface Grouping {
  /** The group of an order, as the number of one of its keys; -1 when it has no keys. */
  readonly groupOf: (order: number) => number;
  /** Phones of several people, and e-mails of people the owner keeps apart. */
  readonly shared: ReadonlySet<number>;
}

/** `decisions`: the owner's, at least those that name one of the keys. */
export function groupNumbers(all: Numbered, decisions: readonly Decision[]): Grouping {
  const decided = decisions.length === 0 ? null : decidedOf(decisions, all.keyNumber);
  const { people: strong, sharedMails } = strongPeople(all, decided);
  const { owner, shared } = peopleOfPhones(all, strong);
  const rootOfKey = (key: number): number => {
    if ((all.kinds[key] ?? PHONE) <= EMAIL) return rootOf(strong, key);
    const person = owner[key] ?? NOBODY;
    return person < 0 ? key : person;
  };
  const joined = decided === null ? null : joinWeak(all, decided, rootOfKey);
  return {
    shared: sharedMails.size === 0 ? shared : new Set([...shared, ...sharedMails]),
    groupOf(order) {
      if ((all.starts[order] ?? 0) === (all.starts[order + 1] ?? 0)) return -1;
      const root = rootOfKey(leadingKey(all, order));
      return joined === null ? root : rootOf(joined, root);
    },
  };
}
