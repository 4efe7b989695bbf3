/** Rules of care and service tickets for the table of handlers. */

import type { TierBasis } from '../../src-shared/contract/customers.ts';
import type { Day } from '../../src-shared/day.ts';
import { makeAgenda } from '../followups/agenda.ts';
import { showItems } from '../followups/agenda-answers.ts';
import { firstRules } from '../followups/first-rules.ts';
import { disputesInFiles } from '../followups/guard/disputes-in-files.ts';
import { removeServiceTicket, saveServiceTicket, serviceTickets } from '../ledger/follow-ups/after-sale-tickets.ts';
import { addCareRules, removeCareRule, saveCareRule } from '../ledger/follow-ups/care-rules.ts';
import { ticketReport } from '../ledger/follow-ups/ticket-report.ts';
import type { Reading } from '../ledger/transaction.ts';
import type { AgendaRoom, Suggesting } from './agenda-room.ts';
import { type Desk, runHere } from './desk.ts';
import type { Handlers, Ways } from './handlers.ts';

/** So many orders under dispute are listed. */
const DISPUTES = 200;
/** The first examples are shown. */
const SHOWN = 20;

/** What the rule alone would ask for: of each day how many, and the first people. The guard is not asked: it says so on the day. */
function dryRun(reading: Reading, desk: Desk, { basis, rules, suggested }: Suggesting & { readonly basis: TierBasis }) {
  const counts = new Map<Day, number>();
  for (const { day } of suggested.suggestions) {
    const stands = day < basis.on ? basis.on : day;
    counts.set(stands, (counts.get(stands) ?? 0) + 1);
  }
  const none = { chance: null, worthMinor: null };
  const agenda = makeAgenda(reading, { basis, rules, suggested, stakeOf: () => none }, desk.scores);
  const first = suggested.suggestions.slice(0, SHOWN).map((one) => ({
    ...one,
    due: one.day,
    followUp: null,
    promised: false,
    log: [],
    stake: suggested.stakes.get(one.customer) ?? none,
    stakeMinor: null,
  }));
  return {
    total: suggested.suggestions.length,
    days: [...counts].map(([day, count]) => ({ day, count })).sort((a, b) => (a.day < b.day ? -1 : 1)),
    examples: showItems(reading, agenda, first),
  };
}

export function care(desk: Desk, ways: Ways, { suggesting, forecastFor }: AgendaRoom) {
  return {
    'careRules.list': async ({ basis }) => {
      const { rules, suggested } = await suggesting(basis);
      const counted = new Map<number, { dueNow: number; dueSoon: number }>();
      for (const { rule, day } of suggested.suggestions) {
        const { dueNow, dueSoon } = counted.get(rule) ?? { dueNow: 0, dueSoon: 0 };
        counted.set(rule, day <= basis.on ? { dueNow: dueNow + 1, dueSoon } : { dueNow, dueSoon: dueSoon + 1 });
      }
      return {
        rules: rules.map(({ rule, content }) => ({ rule, ...content, dueNow: 0, dueSoon: 0, ...counted.get(rule) })),
      };
    },
    'careRules.save': (params) =>
      ways.act((ledger, now) => saveCareRule(ledger, params, { reason: 'careRules.save', now })),
    'careRules.remove': ({ rule }) =>
      ways.act((ledger, now) => removeCareRule(ledger, rule, { reason: 'careRules.remove', now })),
    'careRules.begin': ({ language }) =>
      ways.act((ledger, now) => addCareRules(ledger, firstRules(language), { reason: 'careRules.begin', now })),
    'careRules.measuredCycle': (asked) => runHere(desk, 'measuredCycle', asked),
    'careRules.dryRun': async ({ content, rule, basis }) => {
      const forecast = await forecastFor(basis);
      const rules = [{ rule: rule ?? 1, content: { ...content, on: true } }];
      const suggested = await runHere(desk, 'suggest', { basis, rules, forecast });
      return ways.ask((reading) => dryRun(reading, desk, { basis, rules, suggested }));
    },
    'service.list': (params) =>
      ways.ask((reading) => ({
        ...serviceTickets(reading, params),
        fromFiles: params.state === 'closed' ? [] : disputesInFiles(reading, { ...params, most: DISPUTES }),
      })),
    'service.report': (span) =>
      ways.ask((reading) => ({ counts: ticketReport(serviceTickets(reading, { state: 'all' }).tickets, span) })),
    'service.save': (params) =>
      ways.act((ledger, now) => saveServiceTicket(ledger, params, { reason: 'service.save', now })),
    'service.remove': ({ ticket }) =>
      ways.act((ledger, now) => removeServiceTicket(ledger, ticket, { reason: 'service.remove', now })),
  } satisfies Partial<Handlers>;
}
