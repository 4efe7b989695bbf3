/** Who was in a run, and in which arm. */

import type { IdentityKey } from '../../../src-shared/identity.ts';
import type { Reading, Writing } from '../transaction.ts';
import knownArmsSql from './known-arms.sql?raw';
import membersOfRun from './members-of-run.sql?raw';

export interface Drawn {
  readonly arm: 'contacted' | 'held';
  readonly stratum: string;
  /** The run they were drawn in first. */
  readonly drawnIn: number;
}

export interface RunMember extends Drawn, IdentityKey {
  /** null: in the book no more, until their orders are back. */
  readonly customer: number | null;
}

/** By kind and value of the identity. Two of them may be one customer by now. */
export function membersOf({ connection }: Reading, run: number): RunMember[] {
  return connection.prepare<[object], RunMember>(membersOfRun).all({ run });
}

export interface RunPerson extends Drawn {
  /** Names them over several runs. */
  readonly key: string;
  readonly customer: number | null;
}

/** One for each person: of members who turned out to be one, the first by their identity. `mixed`: of them, those who stood in both arms. */
export function peopleOf(reading: Reading, run: number): { people: RunPerson[]; mixed: number } {
  const people = new Map<string, RunPerson>();
  const mixed = new Set<string>();
  for (const { customer, kind, value, arm, stratum, drawnIn } of membersOf(reading, run)) {
    const key = customer === null ? `${kind}:${value}` : String(customer);
    const known = people.get(key);
    if (known === undefined) people.set(key, { key, customer, arm, stratum, drawnIn });
    else if (known.arm !== arm) mixed.add(key);
  }
  return { people: [...people.values()], mixed: mixed.size };
}

/** The arms customers have by earlier runs. `strategy` null: of no strategy of its own. */
export function knownArms(
  { connection }: Reading,
  { strategy, isShared }: { readonly strategy: number | null; readonly isShared: boolean },
): ReadonlyMap<number, Drawn> {
  const rows = connection
    .prepare<[object], Drawn & { readonly customer: number }>(knownArmsSql)
    .all({ strategy: strategy ?? 0, shared: isShared ? 1 : 0 });
  return new Map(rows.map(({ customer, ...drawn }) => [customer, drawn]));
}

/** Writes down who is in a run. Each hangs on the identity they are known by best. */
export function storeMembers(
  writing: Writing,
  run: number,
  members: readonly (Omit<Drawn, 'drawnIn'> & { readonly customer: number; readonly drawnIn: number | null })[],
): void {
  const insert = writing.connection.prepare(
    `insert into strategy_member (run_id, kind, value, arm, stratum, drawn_in)
     select ?, anchor_kind, anchor_value, ?, ?, ? from customer where customer_id = ?`,
  );
  for (const { customer, arm, stratum, drawnIn } of members) insert.run(run, arm, stratum, drawnIn ?? run, customer);
}
