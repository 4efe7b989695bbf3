/** What customers can be found by, read from the ledger. */

import { numberOfPhoneKey } from '../../../src-shared/identity.ts';
import type { Reading } from '../transaction.ts';
import customersSql from './searched-customers.sql?raw';
import identitiesSql from './searched-identities.sql?raw';
import tailsSql from './searched-tails.sql?raw';
import type { SearchedPerson } from './words.ts';

interface CustomerRow {
  readonly id: number;
  readonly displayName: string | null;
  readonly name: string;
  readonly buyerId: string | null;
  readonly phone: string | null;
}

interface IdentityRow {
  readonly id: number;
  readonly kind: 'buyer' | 'phone';
  /** A buyer id carries its marketplace. */
  readonly value: string;
}

const present = (text: string | null): text is string => text !== null && text !== '';

function personFrom(row: CustomerRow, keys: readonly IdentityRow[]): SearchedPerson {
  const nicks = keys.filter(({ kind }) => kind === 'buyer').map(({ value }) => value.slice(value.indexOf(':') + 1));
  const phoneKeys = keys.filter(({ kind }) => kind === 'phone');
  const phones = [...new Set(phoneKeys.map(({ value }) => numberOfPhoneKey(value)))];
  return {
    id: row.id,
    names: [row.displayName, row.name].filter(present),
    nicks: present(row.buyerId) && !nicks.includes(row.buyerId) ? [row.buyerId, ...nicks] : nicks,
    phones: present(row.phone) && !phones.includes(row.phone) ? [row.phone, ...phones] : phones,
  };
}

/** Those of the customers who exist, ascending. `ids` ascend. */
export function personsOf({ connection }: Reading, ids: readonly number[]): SearchedPerson[] {
  const asked = { ids: JSON.stringify(ids) };
  const rows = connection.prepare<[typeof asked], CustomerRow>(customersSql).all(asked);
  const keys = connection.prepare<[typeof asked], IdentityRow>(identitiesSql).all(asked);
  let at = 0;
  return rows.map((row) => {
    // Both ascend by customer; keys of a number nobody stands for are passed over.
    while ((keys[at]?.id ?? row.id) < row.id) at += 1;
    const from = at;
    while (keys[at]?.id === row.id) at += 1;
    return personFrom(row, keys.slice(from, at));
  });
}

const none: ReadonlySet<string> = new Set();

/** The last four digits of the order numbers, by customer. */
export function tailsOf({ connection }: Reading, ids: readonly number[]): (id: number) => ReadonlySet<string> {
  const asked = { ids: JSON.stringify(ids) };
  const tails = new Map<number, Set<string>>();
  for (const { id, tail } of connection
    .prepare<[typeof asked], { readonly id: number; readonly tail: string }>(tailsSql)
    .all(asked)) {
    const own = tails.get(id) ?? new Set<string>();
    tails.set(id, own.add(tail));
  }
  return (id) => tails.get(id) ?? none;
}
