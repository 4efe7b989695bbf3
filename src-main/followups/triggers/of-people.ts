/** Triggers that a person pulls: a day of theirs is near; they came into a tier. */

import type { Trigger } from '../../../src-shared/contract/care-rules.ts';
import { relationSchema } from '../../../src-shared/contract/profiles.ts';
import { addDays, type Day } from '../../../src-shared/day.ts';
import { nextOccurrence } from '../../../src-shared/lunar/occasions.ts';
import { tiers } from '../../../src-shared/rfm.ts';
import { type CustomerScores, placeOf } from '../../ledger/customers-scores.ts';
import { standingRelationsSql } from '../../ledger/profile/facts-sql.ts';
import type { Happening, TriggerRoom } from '../trigger-room.ts';

type Of<Kind extends Trigger['kind']> = Extract<Trigger, { kind: Kind }>;

export function occasions(room: TriggerRoom, { occasions: asked, before }: Of<'occasion'>): Happening[] {
  const rows = room.reading.connection
    .prepare<[], { customer_id: number; item: string; content: string }>(standingRelationsSql)
    .all();
  return rows.flatMap(({ customer_id: customer, item, content }) => {
    const { date, relation, name } = relationSchema.parse(JSON.parse(content));
    if (date === null || !asked.includes(date.occasion)) return [];
    const found: Happening[] = [];
    // The days between may hold more than one: a horizon is shorter than a year, but runs over its end.
    for (let from = addDays(room.from, before); from <= addDays(room.to, before); ) {
      const next = nextOccurrence(date.on, from);
      if (next === null || next.day > addDays(room.to, before)) break;
      const turns = date.on.year === null || next.year < date.on.year ? null : next.year - date.on.year;
      const on: Day = next.day;
      found.push({
        key: `occasion:${item}:${on}`,
        customer,
        day: addDays(on, -before),
        since: null,
        reason: () => ({
          kind: 'occasion',
          occasion: date.occasion,
          relation,
          name,
          on,
          turns,
          lunar: date.on.calendar === 'lunar',
        }),
      });
      from = addDays(on, 1);
    }
    return found;
  });
}

/** `now` and `before`: everybody's tier today, and at the end of last month. */
export function entered(
  room: TriggerRoom,
  { tiers: asked }: Of<'tier'>,
  { now, before: old }: { readonly now: CustomerScores; readonly before: CustomerScores },
): Happening[] {
  const since = `${room.on.slice(0, 7)}-01` as Day;
  const wanted = new Set(asked.map((tier) => tiers.indexOf(tier)));
  const found: Happening[] = [];
  now.customer.forEach((customer, place) => {
    const at = now.tier[place] ?? -1;
    if (!wanted.has(at)) return;
    const before = placeOf(old, customer);
    const from = before < 0 ? -1 : (old.tier[before] ?? -1);
    const tier = tiers[at];
    if (from === at || tier === undefined) return;
    const order = room.lastOrder(customer);
    if (order === null) return;
    found.push({
      key: `tier:${tier}:${order}`,
      customer,
      day: room.on,
      since: null,
      reason: () => ({ kind: 'tier', tier, from: tiers[from] ?? null, since }),
    });
  });
  return found;
}
