/** What service tickets come to: counted by hand over a few, and what must hold of any. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ticketReport } from '../../../src-main/ledger/follow-ups/ticket-report.ts';
import { type ServiceTicket, serviceKinds } from '../../../src-shared/contract/after-sales.ts';
import { addDays } from '../../../src-shared/day.ts';
import { minorOf } from '../../../src-shared/money.ts';
import { day } from '../metrics/random-ledger.ts';

const on = day('2026-03-31');
const span = { on, from: day('2026-03-01'), to: on };
let number = 0;
const ticket = (of: Partial<ServiceTicket>): ServiceTicket => {
  number += 1;
  return {
    ticket: number,
    customer: 1,
    name: '王',
    about: 'complaint',
    order: null,
    text: '',
    opened: day('2026-03-10'),
    due: null,
    closed: null,
    outcome: '',
    costMinor: null,
    ...of,
  };
};

test('opened and closed within the span, open and late today, in time by those that had a day, the middle of the days, the cost', () => {
  const told = ticketReport(
    [
      ticket({
        opened: day('2026-02-20'),
        due: day('2026-03-05'),
        closed: day('2026-03-02'),
        costMinor: minorOf(1500),
      }),
      ticket({ due: day('2026-03-12'), closed: day('2026-03-16'), costMinor: minorOf(500) }),
      ticket({ closed: day('2026-03-11') }),
      ticket({ due: day('2026-03-20') }),
      ticket({ due: day('2026-04-20') }),
      ticket({ about: 'return', opened: day('2026-01-01'), closed: day('2026-01-20') }),
      ticket({ about: 'question', opened: day('2026-01-01') }),
    ],
    span,
  );
  const complaints = {
    about: 'complaint',
    opened: 4,
    closed: 3,
    inTime: 1,
    withDue: 2,
    open: 2,
    late: 1,
    medianDays: 6,
    costMinor: 2000,
    costUnknown: 1,
  };
  expect(told).toEqual([
    {
      ...complaints,
      about: 'question',
      opened: 0,
      closed: 0,
      inTime: 0,
      withDue: 0,
      open: 1,
      late: 0,
      medianDays: null,
      costMinor: 0,
      costUnknown: 0,
    },
    complaints,
    { ...complaints, about: 'all', open: 3 },
  ]);
});

test('law: kinds add up to all, nothing is late that is not open, nothing in time that had no day', () => {
  const days = fc.integer({ min: 0, max: 120 }).map((after) => addDays(day('2026-01-01'), after));
  const anyTicket = fc
    .record({
      about: fc.constantFrom(...serviceKinds),
      opened: days,
      due: fc.option(days),
      closed: fc.option(days),
      costMinor: fc.option(fc.nat(10_000).map(minorOf)),
    })
    .map(ticket);
  fc.assert(
    fc.property(fc.array(anyTicket, { maxLength: 30 }), (tickets) => {
      const told = ticketReport(tickets, span);
      const all = told.at(-1) ?? expect.fail('nothing');
      for (const column of [
        'opened',
        'closed',
        'inTime',
        'withDue',
        'open',
        'late',
        'costMinor',
        'costUnknown',
      ] as const)
        expect(told.slice(0, -1).reduce((sum, one) => sum + one[column], 0)).toBe(all[column]);
      for (const one of told) {
        expect(one.late).toBeLessThanOrEqual(one.open);
        expect(one.inTime).toBeLessThanOrEqual(one.withDue);
        expect(one.withDue).toBeLessThanOrEqual(one.closed);
        expect(one.medianDays === null).toBe(one.closed === 0);
      }
    }),
  );
});
