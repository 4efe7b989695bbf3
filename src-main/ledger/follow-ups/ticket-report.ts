/** What service tickets of a span come to, by what they are about: how many, how long they took, what they cost. Pure. */

import { type ServiceTicket, serviceKinds, type TicketCount } from '../../../src-shared/contract/after-sales.ts';
import { type Day, dayOf, daysBetween } from '../../../src-shared/day.ts';
import { minorOf } from '../../../src-shared/money.ts';

export interface ReportSpan {
  readonly from: Day;
  readonly to: Day;
  /** Today: what is late goes by it. */
  readonly on: Day;
}

/** Days from opening to closing; null: a day is missing. */
function took({ opened, closed }: ServiceTicket): number | null {
  const [from, to] = [dayOf(opened), closed === null ? null : dayOf(closed)];
  return from === null || to === null ? null : Math.max(0, daysBetween(from, to));
}

/** The middle one; of an even number the mean of both, rounded. null: none. */
function middleOf(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null;
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) / 2;
  return Math.round(((sorted[Math.floor(at)] ?? 0) + (sorted[Math.ceil(at)] ?? 0)) / 2);
}

function countOf(
  about: TicketCount['about'],
  tickets: readonly ServiceTicket[],
  { from, to, on }: ReportSpan,
): TicketCount {
  const within = (day: string | null): boolean => day !== null && day >= from && day <= to;
  const closed = tickets.filter((one) => within(one.closed));
  const open = tickets.filter((one) => one.closed === null);
  return {
    about,
    opened: tickets.filter((one) => within(one.opened)).length,
    closed: closed.length,
    inTime: closed.filter((one) => one.due !== null && (one.closed ?? '') <= one.due).length,
    withDue: closed.filter((one) => one.due !== null).length,
    open: open.length,
    late: open.filter((one) => one.due !== null && one.due < on).length,
    medianDays: middleOf(closed.flatMap((one) => took(one) ?? [])),
    costMinor: minorOf(closed.reduce((sum, one) => sum + (one.costMinor ?? 0), 0)),
    costUnknown: closed.filter((one) => one.costMinor === null).length,
  };
}

/** Each kind of which there is any, and all together last. */
export function ticketReport(tickets: readonly ServiceTicket[], span: ReportSpan): TicketCount[] {
  const kinds = serviceKinds
    .map((about) =>
      countOf(
        about,
        tickets.filter((one) => one.about === about),
        span,
      ),
    )
    .filter(({ opened, closed, open }) => opened + closed + open > 0);
  return [...kinds, countOf('all', tickets, span)];
}
