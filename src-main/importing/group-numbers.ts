/**
 * Whose order is this, in numbers: which keys are one person's, by buyer ids and e-mails, by the owner's word. Between
 * `match-customer`, or the single orders of a check, and their groups.
 */

import type { Decision } from '../../src-shared/identity.ts';
import { type Decided, decidedOf } from './decided.ts';
import { decisionsAtHand } from './decided-phones.ts';
import { type Forest, forestOf, join, rootOf } from './forest.ts';
import { joinDecided, joinWeak, mailsApart } from './group-decided.ts';
import { peopleOfPhones } from './group-phones.ts';
import { EMAIL } from './key-ranks.ts';
import { isStrong, leadingKey, type Numbered, strongKey } from './numbered-keys.ts';

/** Buyer ids and e-mails of one order belong to one person; through shared keys, of many orders. `apart`: e-mails that link nobody. */
function joinStrong(all: Numbered, apart?: ReadonlySet<number>): Forest {
  const { ranks, numbers, starts } = all;
  const forest = forestOf(ranks.length);
  for (let order = 0; order < all.orderCount; order += 1) {
    const first = strongKey(all, order);
    if (first < 0) continue;
    for (let at = starts[order] ?? 0; at < (starts[order + 1] ?? 0); at += 1) {
      const number = numbers[at] ?? 0;
      if (number !== first && (ranks[number] ?? 0) <= EMAIL && apart?.has(number) !== true) join(forest, first, number);
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

export interface Grouping {
  /** The group of an order, as the number of one of its keys; -1 when it has no keys. */
  readonly groupOf: (order: number) => number;
  /** Phones of several people, and e-mails of people the owner keeps apart. */
  readonly shared: ReadonlySet<number>;
  /** Is a key of the order, which it shares with orders of others, not this person's own? */
  readonly isOfOthers: (order: number, key: number) => boolean;
  /** A name at a phone that fits several of the people who answer it. */
  readonly isUnsure: (key: number) => boolean;
}

/** `decisions`: the owner's, at least those that name one of the keys. */
export function groupNumbers(all: Numbered, decisions: readonly Decision[]): Grouping {
  const decided = decisions.length === 0 ? null : decidedOf(decisionsAtHand(decisions, all), all.keyNumber);
  const { people: strong, sharedMails } = strongPeople(all, decided);
  const phones = peopleOfPhones(all, strong, decided);
  const rootOfKey = (key: number): number => (isStrong(all, key) ? rootOf(strong, key) : phones.rootOfKey(key));
  const joined = decided === null ? null : joinWeak(all, decided, rootOfKey);
  const personOf = (key: number): number => (joined === null ? rootOfKey(key) : rootOf(joined, rootOfKey(key)));
  const groupOf = (order: number): number => {
    const leading = leadingKey(all, order);
    return leading < 0 ? -1 : personOf(leading);
  };
  return {
    groupOf,
    shared: sharedMails.size === 0 ? phones.shared : new Set([...phones.shared, ...sharedMails]),
    isOfOthers(order, key) {
      if (phones.shared.has(key)) return personOf(key) !== groupOf(order);
      return sharedMails.has(key) && (all.starts[order + 1] ?? 0) - (all.starts[order] ?? 0) > 1;
    },
    isUnsure: (key) => phones.unsure.has(key),
  };
}
