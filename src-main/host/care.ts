/** Rules of care and service tickets for the table of handlers. */

import { randomInt } from 'node:crypto';
import type { TierBasis } from '../../src-shared/contract/customers.ts';
import type { Day } from '../../src-shared/day.ts';
import { makeAgenda } from '../followups/agenda.ts';
import { showItems } from '../followups/agenda-answers.ts';
import { firstRules } from '../followups/first-rules.ts';
import { disputesInFiles } from '../followups/guard/disputes-in-files.ts';
import { letBeBy } from '../followups/guard/held-back.ts';
import { ordersOfRule, resultOfRule } from '../followups/holdout/rule-result.ts';
import type { Suggestion } from '../followups/trigger-room.ts';
import { removeServiceTicket, saveServiceTicket, serviceTickets } from '../ledger/follow-ups/after-sale-tickets.ts';
import { addCareRules, nextCareRule, removeCareRule, saveCareRule } from '../ledger/follow-ups/care-rules.ts';
import { ticketReport } from '../ledger/follow-ups/ticket-report.ts';
import type { Reading } from '../ledger/transaction.ts';
import type { AgendaRoom, Suggesting } from './agenda-room.ts';
import { type Desk, runHere } from './desk.ts';
import type { Handlers, Ways } from './handlers.ts';

/** So many orders under dispute are listed. */
const DISPUTES = 200;
/** The first examples are shown. */
const SHOWN = 20;

/** A seed of a draw. */
const SEEDS = 2 ** 31 - 1;

/** Those whom the rules contact, without whom they let be. */
function contacted(reading: Reading, { suggestions, newcomers }: Suggesting['suggested']): Suggestion[] {
  const letBe = letBeBy(reading, newcomers.drawn);
  return suggestions.filter(({ customer, rule }) => letBe(customer, rule) === null);
}

/**
 * What the rule alone would ask for: of each day how many, and the first people. Whom it lets be is told; otherwise the guard is not asked: it says so on
 * the day.
 */
function dryRun(reading: Reading, desk: Desk, { basis, rules, suggested }: Suggesting & { readonly basis: TierBasis }) {
  const counts = new Map<Day, number>();
  const comparing = rules.some(({ content }) => content.share > 0);
  const asked = comparing ? contacted(reading, suggested) : suggested.suggestions;
  for (const { day } of asked) {
    const stands = day < basis.on ? basis.on : day;
    counts.set(stands, (counts.get(stands) ?? 0) + 1);
  }
  const none = { chance: null, worthMinor: null };
  const agenda = makeAgenda(reading, { basis, rules, suggested, stakeOf: () => none }, desk.scores);
  const first = asked.slice(0, SHOWN).map((one) => ({
    ...one,
    due: one.day,
    followUp: null,
    promised: false,
    log: [],
    stake: suggested.stakes.get(one.customer) ?? none,
    measured: null,
    sinks: false,
    stakeMinor: null,
  }));
  return {
    total: asked.length,
    letBe: suggested.suggestions.length - asked.length,
    days: [...counts].map(([day, count]) => ({ day, count })).sort((a, b) => (a.day < b.day ? -1 : 1)),
    examples: showItems(reading, agenda, first),
  };
}

/** The rules with how many each has due, and what each was measured to bring. */
function listed(reading: Reading, { rules, suggested }: Suggesting, on: Day) {
  const counted = new Map<number, { dueNow: number; dueSoon: number; letBe: number }>();
  const countOf = (rule: number) => {
    const count = counted.get(rule) ?? { dueNow: 0, dueSoon: 0, letBe: 0 };
    counted.set(rule, count);
    return count;
  };
  for (const { rule } of suggested.suggestions) countOf(rule).letBe += 1;
  for (const { rule, day } of contacted(reading, suggested)) {
    const count = countOf(rule);
    count.letBe -= 1;
    if (day <= on) count.dueNow += 1;
    else count.dueSoon += 1;
  }
  return rules.map(({ rule, content }) => ({
    rule,
    ...content,
    ...countOf(rule),
    measured: suggested.measured.get(rule) ?? null,
  }));
}

export function care(desk: Desk, ways: Ways, { suggesting, forecastFor }: AgendaRoom) {
  return {
    'careRules.list': async ({ basis }) => {
      const found = await suggesting(basis);
      return { rules: await ways.ask((reading) => listed(reading, found, basis.on)) };
    },
    'careRules.save': (params) =>
      ways.act((ledger, now) =>
        saveCareRule(ledger, { ...params, seed: randomInt(1, SEEDS) }, { reason: 'careRules.save', now }),
      ),
    'careRules.result': (params) => ways.ask((reading) => resultOfRule(reading, params)),
    'careRules.orders': (params) => ways.ask((reading) => ordersOfRule(reading, params)),
    'careRules.remove': ({ rule }) =>
      ways.act((ledger, now) => removeCareRule(ledger, rule, { reason: 'careRules.remove', now })),
    'careRules.begin': ({ language }) =>
      ways.act((ledger, now) =>
        addCareRules(
          ledger,
          firstRules(language).map((content) => ({ ...content, seed: randomInt(1, SEEDS) })),
          { reason: 'careRules.begin', now },
        ),
      ),
    'careRules.measuredCycle': (asked) => runHere(desk, 'measuredCycle', asked),
    'careRules.dryRun': async ({ content, rule, basis }) => {
      const forecast = await forecastFor(basis);
      // A new one is tried as the rule that it would be: nobody was drawn for it yet.
      const number = rule ?? (await ways.ask(nextCareRule));
      const rules = [{ rule: number, content: { ...content, on: true } }];
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
