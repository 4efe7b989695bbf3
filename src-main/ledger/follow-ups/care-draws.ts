/** Whom rules of care have drawn to be let be, or not to be; and each time a rule arose with them. Kept when it is first seen, and never changed. */

import type { IdentityKey } from '../../../src-shared/identity.ts';
import { type Reading, transact } from '../transaction.ts';
import careArmsSql from './care-arms.sql?raw';

export interface CareDraw extends IdentityKey {
  readonly rule: number;
  readonly customer: number;
  readonly arm: 'contacted' | 'held';
  /** The tier they were drawn in. */
  readonly stratum: string;
  /** 0 … 0.5: so much was let be then. */
  readonly share: number;
}

export interface CareOccurrence {
  readonly rule: number;
  readonly origin: string;
  readonly customer: number;
  /** The first day whose orders can come of it. */
  readonly from: string;
}

export interface KnownArm {
  readonly customer: number;
  readonly draw: number;
  readonly arm: CareDraw['arm'];
}

/** The arms a rule's customers have. */
export function careArms({ connection }: Reading, rule: number): ReadonlyMap<number, KnownArm> {
  const rows = connection.prepare<[object], KnownArm>(careArmsSql).all({ rule });
  return new Map(rows.map((row) => [row.customer, row]));
}

/** How many a rule has drawn of each tier, whether or not they are in the book now. */
export function drawnOfStrata({ connection }: Reading, rule: number): ReadonlyMap<string, number> {
  const rows = connection
    .prepare<[number], [string, number]>('select stratum, count(*) from care_draw where rule_id = ? group by stratum')
    .raw()
    .all(rule);
  return new Map(rows);
}

/** The times a rule has arisen that are kept, by their origin. */
export function keptOccurrences({ connection }: Reading, rule: number): ReadonlySet<string> {
  const rows = connection.prepare<[number], string>('select origin from care_occurrence where rule_id = ?').pluck();
  return new Set(rows.all(rule));
}

/** What is there already stays as it is: asking twice, or two at once, keeps the same. */
export function keepDraws(
  ledger: Reading,
  { drawn, occurred }: { readonly drawn: readonly CareDraw[]; readonly occurred: readonly CareOccurrence[] },
): void {
  if (drawn.length === 0 && occurred.length === 0) return;
  transact(ledger, (writing) => {
    const draw = writing.connection.prepare(
      'insert or ignore into care_draw (rule_id, kind, value, arm, stratum, share) values (?, ?, ?, ?, ?, ?)',
    );
    for (const { rule, kind, value, arm, stratum, share } of drawn) draw.run(rule, kind, value, arm, stratum, share);
    const occur = writing.connection.prepare(
      'insert or ignore into care_occurrence (rule_id, origin, draw_id, from_day) values (?, ?, ?, ?)',
    );
    const arms = new Map<number, ReadonlyMap<number, KnownArm>>();
    for (const { rule, origin, customer, from } of occurred) {
      const known = arms.get(rule) ?? careArms(writing, rule);
      arms.set(rule, known);
      const found = known.get(customer);
      if (found !== undefined) occur.run(rule, origin, found.draw, from);
    }
  });
}
