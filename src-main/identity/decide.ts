/**
 * The owner says who is who: these are one person, these never are, this likely person is one. Each act is one entry of the journal,
 * however many people it is about, and everybody concerned is matched again at once. The rule stands in `importing/match-customer.ts`.
 */

import type { Choice } from '../../src-shared/contract/identities.ts';
import type { Decision, IdentityKey } from '../../src-shared/identity.ts';
import { Problem } from '../../src-shared/problem.ts';
import { compareKeys } from '../importing/match-customer.ts';
import { rematchKeys } from '../importing/rematch-orders.ts';
import { isNamed, keysOfDecisions, storeDecisions } from '../ledger/identity-decisions.ts';
import { type Act, type Recorder, write } from '../ledger/journal.ts';
import { customerOfIdentity } from '../ledger/journal-subject.ts';
import type { Reading, Writing } from '../ledger/transaction.ts';

export interface Decided {
  /** The journal's entry: undoing it undoes all of the act. */
  readonly edit: number;
  /** Who the people named are now, in the order they were named; each once. */
  readonly customers: readonly number[];
}

/**
 * The identities a decision names a customer by: buyer ids and e-mails; phones and likeness only of those who have nothing better, or
 * where an earlier decision kept one apart. Throws `customer-unknown`.
 */
function namingKeys(writing: Writing, customer: number): readonly IdentityKey[] {
  const keys = writing.connection
    .prepare<[number], IdentityKey>('select kind, value from identity where customer_id = ?')
    .all(customer)
    .sort(compareKeys);
  if (keys.length === 0) throw new Problem('customer-unknown', { customer: String(customer) });
  const isStrong = ({ kind }: IdentityKey): boolean => kind === 'buyer' || kind === 'email';
  if (!keys.some(isStrong)) return keys;
  return keys.filter((key) => isStrong(key) || isNamed(writing, 'never', key));
}

/** Keeps the decisions, matches everybody concerned again and says who they are. */
export function decide(writing: Writing, record: Recorder, decisions: readonly Decision[]): Decided {
  const keys = keysOfDecisions(decisions);
  const [first] = keys;
  if (first === undefined) throw new Problem('customer-unknown', { customer: '' });
  const edit = record({
    table: 'identity_decision',
    rowKey: { kind: first.kind, value: first.value },
    field: decisions[0]?.verdict ?? 'same',
    before: null,
    after: JSON.stringify(decisions),
  });
  storeDecisions(writing, edit, decisions);
  rematchKeys(writing, keys);
  const found = decisions.flatMap(({ sides }) => sides.map(([key]) => key));
  const customers = found.map((key) => (key === undefined ? null : customerOfIdentity(writing, key.kind, key.value)));
  return { edit, customers: [...new Set(customers.filter((customer) => customer !== null))] };
}

function sameOf(writing: Writing, customers: readonly number[], choices?: Decision['choices']): Decision {
  const keys = [...new Set(customers)].flatMap((customer) => namingKeys(writing, customer));
  return { verdict: 'same', sides: [keys], ...(choices === undefined ? {} : { choices }) };
}

/** An identity that no order may have yet belongs to this customer. Throws `customer-unknown`. */
export function joinKey(ledger: Reading, customer: number, key: IdentityKey, act: Act): number {
  return write(ledger, act, (writing, record) => {
    const keys = [...namingKeys(writing, customer), key];
    return decide(writing, record, [{ verdict: 'same', sides: [keys] }]).edit;
  });
}

/** Only what was chosen, and nothing that is empty. A phone by the customer who has it. */
function chosenOf(writing: Writing, { displayName, note, phoneOf }: Choice = {}): Decision['choices'] {
  const phone =
    phoneOf === undefined
      ? undefined
      : writing.connection
          .prepare<[number], string | null>('select phone from customer where customer_id = ?')
          .pluck()
          .get(phoneOf);
  const given = Object.entries({ displayName, note, phone }).filter(([, content]) => (content ?? '').trim() !== '');
  return given.length === 0 ? undefined : Object.fromEntries(given);
}

/** Makes one person of each group. `choices` are of all of them: given for one group at a time. */
export function mergeCustomers(
  ledger: Reading,
  { groups, choices }: { readonly groups: readonly (readonly number[])[]; readonly choices?: Choice | undefined },
  act: Act,
): Decided {
  return write(ledger, act, (writing, record) => {
    const chosen = chosenOf(writing, choices);
    return decide(
      writing,
      record,
      groups.map((customers) => sameOf(writing, customers, chosen)),
    );
  });
}

/** Says of likely people that each is one: they are certain from now on. Others among them stay what they are. */
export function confirmLikely(ledger: Reading, customers: readonly number[], act: Act): Decided {
  return mergeCustomers(ledger, { groups: [...new Set(customers)].map((customer) => [customer]) }, act);
}

/** Of each group, no two are ever the same. */
export function neverTheSame(ledger: Reading, groups: readonly (readonly number[])[], act: Act): Decided {
  return write(ledger, act, (writing, record) => {
    const decisions: Decision[] = [];
    for (const group of groups) {
      const named = [...new Set(group)].map((customer) => namingKeys(writing, customer));
      named.forEach((left, place) => {
        for (const right of named.slice(place + 1)) decisions.push({ verdict: 'never', sides: [left, right] });
      });
    }
    return decide(writing, record, decisions);
  });
}
