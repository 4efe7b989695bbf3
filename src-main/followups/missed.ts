/** What came due on days on which the program did not run: what still waits, and what nobody can do any more. */

import type { Due, ReasonKind } from '../../src-shared/contract/follow-ups.ts';
import type { Missed, missedPlaces } from '../../src-shared/contract/reminders.ts';
import { addDays, type Day } from '../../src-shared/day.ts';
import { actedOrigins } from '../ledger/follow-ups/stored-follow-ups.ts';
import type { Reading } from '../ledger/transaction.ts';
import type { Agenda, AgendaItem } from './agenda.ts';
import { shower } from './agenda-answers.ts';
import { guardOf } from './guard/held-back.ts';
import type { NumberedRule } from './suggest.ts';
import type { Suggestion } from './trigger-room.ts';

export interface Span {
  readonly from: Day;
  readonly to: Day;
}

interface Found {
  readonly item: AgendaItem;
  readonly day: Day;
  readonly stands: (typeof missedPlaces)[number];
}

const MOST_SHOWN = 200;

/** The same rules, but what they ask for lasts until today from the first of these days on: what is over since is asked for, too. */
export function lastingRules(rules: readonly NumberedRule[], days: number): NumberedRule[] {
  return rules.map(({ rule, content }) => ({ rule, content: { ...content, lasts: Math.max(content.lasts, days) } }));
}

/** Suggestions of such days whose time was over before today. */
function passedOf(
  reading: Reading,
  { on }: Agenda,
  suggestions: readonly Suggestion[],
  isStanding: (origin: string) => boolean,
): Found[] {
  const acted = actedOrigins(reading);
  const guard = guardOf(reading, { on });
  return suggestions
    .filter(
      ({ origin, customer, rule }) => !acted.has(origin) && !isStanding(origin) && guard(customer, rule).length === 0,
    )
    .map(({ origin, customer, rule, day, reason, channel, note }) => ({
      day,
      stands: 'passed',
      item: {
        followUp: null,
        origin,
        customer,
        due: day,
        until: null,
        promised: false,
        reason,
        rule,
        channel,
        note,
        log: [],
        stake: { chance: null, worthMinor: null },
        measured: null,
        sinks: false,
        stakeMinor: null,
      },
    }));
}

/** What the rules of care suggest when it lasts until today (`lastingRules`), and the rules as they are. */
export interface Lasting {
  readonly suggestions: readonly Suggestion[];
  readonly rules: readonly NumberedRule[];
}

/** What comes due on one of the days and was over before today. */
function overBefore({ suggestions, rules }: Lasting, on: Day): Suggestion[] {
  const lastsOf = new Map(rules.map(({ rule, content }) => [rule, content.lasts]));
  return suggestions.filter(({ rule, day }) => addDays(day, (lastsOf.get(rule) ?? 1) - 1) < on);
}

export function missedOf(reading: Reading, agenda: Agenda, lasting: Lasting, span: Span): Missed {
  const { on, days, held, missed, closed } = agenda;
  const isMeant = ({ due }: { readonly due: Day }): boolean => due >= span.from && due <= span.to;
  const waiting: Found[] = [...days].flatMap(([day, places]) =>
    places
      .flatMap(({ first, also }) => [first, ...also])
      .map((item) => ({ item, day, stands: day === on ? 'today' : 'later' })),
  );
  const heldBack = new Set(held.map(({ item }) => item.origin));
  const standing: Found[] = [
    ...waiting.filter(({ item }) => !heldBack.has(item.origin)),
    ...held.map(({ item }): Found => ({ item, day: on, stands: 'held' })),
    ...missed.map((item): Found => ({ item, day: item.due, stands: 'passed' })),
  ];
  const origins = new Set([...standing.map(({ item }) => item.origin), ...closed.map(({ item }) => item.origin)]);
  const over = overBefore(lasting, on).filter(({ day }) => isMeant({ due: day }));
  const passed = passedOf(reading, agenda, over, (origin) => origins.has(origin));
  const all = [...standing.filter(({ item }) => isMeant(item)), ...passed].sort((a, b) =>
    a.item.due < b.item.due ? -1 : a.item.due > b.item.due ? 1 : a.item.origin < b.item.origin ? -1 : 1,
  );
  const kinds = new Map<ReasonKind, number>();
  for (const { item } of all) kinds.set(item.reason.kind, (kinds.get(item.reason.kind) ?? 0) + 1);
  const show = shower(reading, agenda);
  const items = all.slice(0, MOST_SHOWN).flatMap(({ item, day, stands }) => {
    const due: Due | null = show(item, day, 0);
    return due === null ? [] : [{ ...due, stands }];
  });
  return { ...span, count: all.length, kinds: Object.fromEntries(kinds), items };
}
