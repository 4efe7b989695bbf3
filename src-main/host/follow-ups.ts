/** Follow-ups, contacts and the contact guard for the table of handlers. */

import type { FollowUpContent, LogEntry } from '../../src-shared/contract/follow-ups.ts';
import { type Day, dayOf } from '../../src-shared/day.ts';
import { comesAgain } from '../../src-shared/repeat-day.ts';
import { answerCustomer, answerDay, answerDays, answerToday } from '../followups/agenda-answers.ts';
import { callFigures } from '../followups/call-figures.ts';
import { guardOf } from '../followups/guard/held-back.ts';
import { answerSpan } from '../followups/span-answer.ts';
import { markSent } from '../ledger/follow-ups/contacts.ts';
import { changeFollowUp, planFollowUp } from '../ledger/follow-ups/stored-follow-ups.ts';
import type { AgendaRoom, Which } from './agenda-room.ts';
import type { Handlers, Ways } from './handlers.ts';

/** With a contact more: done, or open until the next day. One that repeats begins again. */
function recorded(before: FollowUpContent, entry: LogEntry, next: Day | null): FollowUpContent {
  const log = [...before.log, entry];
  if (entry.outcome === 'never') return { ...before, state: 'done', log };
  if (next !== null) return { ...before, state: 'open', day: next, log };
  if (before.repeat === null) return { ...before, state: 'done', log };
  return { ...before, state: 'open', ...comesAgain(before.repeat, before.day, entry.day), log };
}

function moved(before: FollowUpContent, on: Day, day: Day, now: string): FollowUpContent {
  const due = dayOf(before.day);
  // One that was not due yet is only planned otherwise.
  const log: LogEntry[] =
    due !== null && due <= on && day > on
      ? [...before.log, { at: now, day: on, outcome: 'snoozed', channel: null, note: '' }]
      : before.log;
  return { ...before, state: 'open', day, log };
}

export function followUps(ways: Ways, { agendaOf, suggestedContent }: AgendaRoom) {
  const turn = async (
    reason: string,
    which: Which,
    after: (before: FollowUpContent, now: string) => FollowUpContent,
    optsOut = false,
  ) => {
    const suggested = await suggestedContent(which);
    return ways.act((ledger, now) =>
      changeFollowUp(
        ledger,
        { origin: which.origin, customer: which.customer, suggested },
        (before) => after(before, now),
        { reason, now },
        optsOut,
      ),
    );
  };

  return {
    'followUps.today': (params) =>
      agendaOf(params, (reading, agenda, { suggested, rules }) =>
        answerToday(reading, agenda, suggested.came, rules.filter(({ content }) => content.on).length),
      ),
    'followUps.days': ({ from, to, ...params }) =>
      agendaOf(params, (reading, agenda) => answerDays(reading, agenda, from, to)),
    'followUps.day': ({ day, ...params }) => agendaOf(params, (reading, agenda) => answerDay(reading, agenda, day)),
    'followUps.span': ({ from, to, most, ...params }) =>
      agendaOf(params, (reading, agenda) => answerSpan(reading, agenda, { from, to, most })),
    'followUps.customer': ({ customer, ...params }) =>
      agendaOf(params, (reading, agenda) => answerCustomer(reading, agenda, customer)),
    'followUps.callFigures': (params) => ways.ask((reading) => callFigures(reading, params)),
    'followUps.plan': ({ customer, day, channel, note, repeat }) =>
      ways.act((ledger, now) =>
        planFollowUp(
          ledger,
          {
            customer,
            content: {
              state: 'open',
              day,
              reason: { kind: 'hand' },
              rule: null,
              channel,
              note,
              repeat: repeat === null ? null : { ...repeat, from: day, turn: 0 },
              log: [],
            },
          },
          { reason: 'followUps.plan', now },
        ),
      ),
    'followUps.record': ({ outcome, channel, note, next, ...which }) =>
      turn(
        'followUps.record',
        which,
        (before, now) => recorded(before, { at: now, day: which.basis.on, outcome, channel, note }, next),
        outcome === 'never',
      ),
    'followUps.move': ({ day, ...which }) =>
      turn('followUps.move', which, (before, now) => moved(before, which.basis.on, day, now)),
    'followUps.drop': (which) => turn('followUps.drop', which, (before) => ({ ...before, state: 'dropped' })),
    'contacts.sent': (sent) => ways.act((ledger, now) => markSent(ledger, sent, { reason: 'contacts.sent', now })),
    'guard.check': ({ customers, on, clock }) =>
      ways.ask((reading) => {
        const guard = guardOf(reading, { on, clock });
        const nameOf = reading.connection
          .prepare<[number], string>('select coalesce(display_name, name) from customer where customer_id = ?')
          .pluck();
        return {
          held: customers.flatMap((customer) => {
            const held = guard(customer);
            return held.length === 0 ? [] : [{ customer, name: nameOf.get(customer) ?? '', held: [...held] }];
          }),
        };
      }),
  } satisfies Partial<Handlers>;
}
