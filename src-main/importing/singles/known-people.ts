/**
 * What the ledger knows of the keys of single orders, and which of these orders simply join a customer: every key they have is that one's
 * already, so nobody is put together or apart by them. Between `singles` and the matching of all others.
 */

import type { Database } from 'better-sqlite3';
import { type Decision, type IdentityKey, withPhone } from '../../../src-shared/identity.ts';
import { keysOfDecisions } from '../../ledger/identity-decisions.ts';
import { EMAIL, keyRanks } from '../key-ranks.ts';
import { eachSingle } from './each-single.ts';
import { keyOfText, textOfIdentity } from './numbered-singles.ts';
import { wordKinds } from './piece.ts';
import type { Singles } from './singles.ts';

const WORDS = wordKinds.length;
const KEYS = keyRanks.length;

/** In place of a customer: the ledger has no such key; or it has, but it is nobody's, or the owner has a say in it. */
const UNKNOWN = 0;
const OPEN = -1;

export interface KnownPeople {
  /** Is it a key that the ledger knows, or has the owner's edits of or decisions on? By its place among the texts. */
  readonly isKnown: (key: number) => boolean;
  /** By fold: the customer the single order joins; 0: it is to be matched. Whoever matches their customer sets them back. */
  readonly joins: Int32Array;
}

/** Customers whose keys the owner's decisions name, or who answer at such a phone. */
function decidedCustomers(customerOf: (key: IdentityKey) => number, decisions: readonly Decision[]): Set<number> {
  return new Set(keysOfDecisions(decisions).flatMap(withPhone).map(customerOf));
}

/** The customer who has all keys of a single order, a buyer id or an e-mail among them; 0: there is none such. */
function joinedBy(words: Int32Array, at: number, owners: Int32Array): number {
  let found = 0;
  let strong = false;
  for (let kind = 0; kind < KEYS; kind += 1) {
    const word = words[WORDS * at + kind] ?? -1;
    if (word < 0) continue;
    const owner = owners[word] ?? UNKNOWN;
    if (owner <= 0 || (found !== 0 && owner !== found)) return 0;
    found = owner;
    if (kind <= EMAIL) strong = true;
  }
  // How many orders somebody at a shared phone has decides whose the number is: without anything better, each counts.
  return strong ? found : 0;
}

export function knownPeople(ledger: Database, singles: Singles, decisions: readonly Decision[]): KnownPeople {
  const joins = new Int32Array(singles.end());
  const owners = new Int32Array(singles.texts.count()).fill(UNKNOWN);
  const hasIdentities = ledger.prepare('select 1 from identity limit 1').get() !== undefined;
  const edited = ledger.prepare<[], IdentityKey>('select kind, value from customer_edit').all();
  const named = new Set([...edited, ...keysOfDecisions(decisions).flatMap(withPhone)].map(textOfIdentity));
  if (!hasIdentities && named.size === 0) return { isKnown: () => false, joins };
  const ask = ledger
    .prepare<[string, string], number | null>('select customer_id from identity where kind = ? and value = ?')
    .pluck();
  const customerOf = ({ kind, value }: IdentityKey): number => {
    const found = hasIdentities ? ask.get(kind, value) : undefined;
    return found === undefined ? UNKNOWN : (found ?? OPEN);
  };
  const decided = decidedCustomers(customerOf, decisions);
  const asked = new Uint8Array(singles.texts.count());
  eachSingle(singles, ({ words, numbers }, at) => {
    for (let kind = 0; kind < KEYS; kind += 1) {
      const word = words[WORDS * at + kind] ?? -1;
      if (word < 0 || asked[word] === 1) continue;
      asked[word] = 1;
      const text = singles.texts.text(word);
      const customer = customerOf(keyOfText(text));
      if (decided.has(customer) && customer > 0) owners[word] = OPEN;
      else owners[word] = customer === UNKNOWN && named.has(text) ? OPEN : customer;
    }
    joins[numbers[at] ?? 0] = joinedBy(words, at, owners);
  });
  return { isKnown: (key) => (owners[key] ?? UNKNOWN) !== UNKNOWN, joins };
}

/** Keys that single orders which join nobody have in common with the ledger, or with what the owner said. */
export function keysToFollow(singles: Singles, { isKnown, joins }: KnownPeople): readonly IdentityKey[] {
  const keys = new Set<number>();
  eachSingle(singles, ({ words, numbers }, at) => {
    if ((joins[numbers[at] ?? 0] ?? 0) > 0) return;
    for (let kind = 0; kind < KEYS; kind += 1) {
      const word = words[WORDS * at + kind] ?? -1;
      if (word >= 0 && isKnown(word)) keys.add(word);
    }
  });
  return [...keys].map((key) => keyOfText(singles.texts.text(key)));
}
