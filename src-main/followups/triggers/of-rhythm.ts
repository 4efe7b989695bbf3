/** Triggers that the days between purchases pull: time to buy again by their own cycle; nothing for long. */

import type { Trigger } from '../../../src-shared/contract/care-rules.ts';
import type { Reason } from '../../../src-shared/contract/follow-ups.ts';
import { fewestGaps } from '../../../src-shared/rhythm.ts';
import { dayNumber, type Purchases } from '../../metrics/prediction/purchases.ts';
import { rhythmOf } from '../../metrics/prediction/rhythm.ts';
import { dayAt, type Happening, type NamedOrder, type TriggerRoom } from '../trigger-room.ts';

type Of<Kind extends Trigger['kind']> = Extract<Trigger, { kind: Kind }>;

/** Named by the last order: the next one makes another happening of it. */
function byLastOrder(
  room: TriggerRoom,
  { customer, days }: Purchases,
  kind: string,
  due: number,
  reason: (of: NamedOrder, sinceDays: number) => Reason,
): Happening[] {
  const order = room.lastOrder(customer);
  if (order === null) return [];
  const sinceDays = dayNumber(room.on) - (days.at(-1) ?? 0);
  return [
    {
      key: `${kind}:${order}`,
      customer,
      day: dayAt(due),
      since: null,
      reason: () => {
        const of = room.orderNamed(order);
        return of === null ? null : reason(of, sinceDays);
      },
    },
  ];
}

/** Everybody whose next purchase is due between the days. */
export function renewals(room: TriggerRoom, { offset }: Of<'renew'>): Happening[] {
  const [from, to] = [dayNumber(room.from), dayNumber(room.to)];
  const found: Happening[] = [];
  for (const purchases of room.purchases.values()) {
    const last = purchases.days.at(-1) ?? 0;
    // Sorting the gaps of those who cannot be due is spared.
    if (purchases.days.length <= fewestGaps || last + offset > to) continue;
    const cycle = rhythmOf(purchases.days);
    if (cycle === null) continue;
    const due = last + cycle.everyDays + offset;
    if (due < from || due > to) continue;
    found.push(
      ...byLastOrder(room, purchases, 'renew', due, (of, sinceDays) => ({ kind: 'renew', ...cycle, sinceDays, of })),
    );
  }
  return found;
}

export interface Returned {
  readonly customer: number;
  readonly reason: Reason;
  readonly order: number;
}

/** Who was due, and bought on one of the last days by themselves: their follow-up is closed by that order. */
export function returned(room: TriggerRoom, { offset }: Of<'renew'>, lasts: number, withinDays: number): Returned[] {
  const today = dayNumber(room.on);
  const found: Returned[] = [];
  for (const { customer, days } of room.purchases.values()) {
    const last = days.at(-1) ?? 0;
    const before = days.at(-2);
    if (before === undefined || last <= today - withinDays || last > today) continue;
    const cycle = rhythmOf(days, days.length - 1);
    if (cycle === null) continue;
    const due = before + cycle.everyDays + offset;
    if (due > last || due + lasts < last) continue;
    const order = room.lastOrder(customer);
    const of = order === null ? null : room.orderNamed(order);
    if (order === null || of === null) continue;
    found.push({ customer, order, reason: { kind: 'renew', ...cycle, sinceDays: last - before, of } });
  }
  return found;
}

export function dormant(room: TriggerRoom, { days }: Of<'dormant'>): Happening[] {
  const [from, to] = [dayNumber(room.from), dayNumber(room.to)];
  const found: Happening[] = [];
  for (const purchases of room.purchases.values()) {
    const due = (purchases.days.at(-1) ?? 0) + days;
    if (due < from || due > to) continue;
    const count = purchases.days.length;
    found.push(
      ...byLastOrder(room, purchases, 'dormant', due, (of, sinceDays) => ({
        kind: 'dormant',
        sinceDays,
        purchases: count,
        of,
      })),
    );
  }
  return found;
}
