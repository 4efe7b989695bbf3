/** Leads as they stand in the ledger: a mark of the person, and what their orders say. Each change goes through the journal. */

import type { ParsedParamsOf, ResultOf } from '../../../src-shared/contract/index.ts';
import {
  type Lead,
  type LeadContent,
  type LeadStage,
  type LeadStep,
  leadContentSchema,
  leadStages,
} from '../../../src-shared/contract/leads.ts';
import { type Day, daysBetween } from '../../../src-shared/day.ts';
import { minorOf } from '../../../src-shared/money.ts';
import { type Act, write } from '../journal.ts';
import { writeMark } from '../tags/person-mark.ts';
import type { Reading } from '../transaction.ts';
import { leadField, leadIn } from './lead-mark.ts';
import leadsSql from './leads.sql?raw';
import stepsSql from './steps.sql?raw';

interface StoredLead {
  readonly customer: number;
  readonly name: string;
  readonly content: string | null;
  readonly since: Day;
  /** Where they asked first, where that was written down: 微信. */
  readonly place: string | null;
  readonly wish: string | null;
  readonly next: Day | null;
  readonly wonBy: number | null;
  readonly wonOn: Day | null;
  readonly wonMinor: number | null;
  readonly wonCurrency: string | null;
}

function wonOf({ wonBy, wonOn, wonMinor, wonCurrency }: StoredLead): Lead['won'] {
  if (wonBy === null || wonOn === null || wonCurrency === null) return null;
  return { order: wonBy, day: wonOn, netMinor: wonMinor === null ? null : minorOf(wonMinor), currency: wonCurrency };
}

function leadOf(stored: StoredLead, on: Day): Lead {
  const { customer, name, since, wish, next } = stored;
  const content = leadIn(stored.content);
  const won = wonOf(stored);
  const stage = won === null ? (content?.stage ?? 'new') : 'won';
  const at = (content?.at ?? since) as Day;
  const days =
    won !== null ? daysBetween(since, won.day as Day) : stage === 'lost' ? daysBetween(since, at) : daysBetween(at, on);
  return {
    customer,
    name,
    stage,
    source: content?.source ?? stored.place ?? '',
    reason: stage === 'lost' ? (content?.reason ?? '') : '',
    since,
    days: Math.max(0, days),
    wish,
    next,
    won,
  };
}

const isOver = ({ stage }: Lead): boolean => stage === 'won' || stage === 'lost';

/** Who waits longest first; those it is over with last, the newest first. */
function waitingFirst(a: Lead, b: Lead): number {
  if (isOver(a) !== isOver(b)) return isOver(a) ? 1 : -1;
  const [one, other] = isOver(a) ? [b, a] : [a, b];
  return one.since < other.since ? -1 : one.since > other.since ? 1 : a.customer - b.customer;
}

function middle(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  if (sorted.length === 0) return null;
  return Number.isInteger(half) ? ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2 : (sorted[Math.floor(half)] ?? 0);
}

/** The stages somebody went through, in their order: the first is where they began. */
function waysOf({ connection }: Reading): ReadonlyMap<number, readonly LeadContent[]> {
  const ways = new Map<number, LeadContent[]>();
  for (const { customer, content } of connection
    .prepare<[], { customer: number; content: string }>(stepsSql)
    .iterate()) {
    const step = leadIn(content);
    if (step !== null) ways.set(customer, [...(ways.get(customer) ?? []), step]);
  }
  return ways;
}

const rank = (stage: LeadStage): number => (stage === 'lost' ? 0 : leadStages.indexOf(stage));

/** Who got how far, and how long they stayed before they went on. */
function funnelOf(leads: readonly Lead[], ways: ReadonlyMap<number, readonly LeadContent[]>) {
  const reached = new Map<LeadStage, number>();
  const stays = new Map<LeadStep, number[]>();
  for (const lead of leads) {
    const way = ways.get(lead.customer) ?? [];
    const furthest = Math.max(rank(lead.stage), ...way.map(({ stage }) => rank(stage)));
    for (const stage of leadStages) {
      const isThere =
        stage === 'lost' ? lead.stage === 'lost' : stage === 'won' ? lead.stage === 'won' : rank(stage) <= furthest;
      if (isThere) reached.set(stage, (reached.get(stage) ?? 0) + 1);
    }
    const stood = [{ stage: 'new' as const, at: lead.since }, ...way];
    stood.forEach(({ stage, at }, place) => {
      const left = stood[place + 1]?.at ?? lead.won?.day;
      if (left === undefined || stood[place + 1]?.stage === stage) return;
      stays.set(stage, [...(stays.get(stage) ?? []), Math.max(0, daysBetween(at as Day, left as Day))]);
    });
  }
  return leadStages.map((stage) => ({
    stage,
    now: leads.filter((lead) => lead.stage === stage).length,
    reached: reached.get(stage) ?? 0,
    days: stage === 'won' || stage === 'lost' ? null : middle(stays.get(stage) ?? []),
  }));
}

function counted(words: readonly string[]): [word: string, count: number][] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

export function listLeads(reading: Reading, { on, customer }: ParsedParamsOf<'leads.list'>): ResultOf<'leads.list'> {
  const ask = reading.connection.prepare<[object], StoredLead>(leadsSql);
  const all = ask.all({ on, customer: null }).map((stored) => leadOf(stored, on));
  return {
    leads: all.filter((lead) => customer === undefined || lead.customer === customer).sort(waitingFirst),
    funnel: funnelOf(all, waysOf(reading)),
    sources: counted(all.map(({ source }) => source)).map(([source, leads]) => ({
      source,
      leads,
      won: all.filter((lead) => lead.source === source && lead.won !== null).length,
    })),
    reasons: counted(all.filter(({ stage }) => stage === 'lost').map(({ reason }) => reason)).map(
      ([reason, leads]) => ({
        reason,
        leads,
      }),
    ),
  };
}

/** `today`: from when on they stand there. Throws `customer-unknown`. */
export function setLead(
  ledger: Reading,
  { customer, stage, source, reason }: ParsedParamsOf<'leads.set'>,
  { today, act }: { readonly today: Day; readonly act: Act },
): { edit: number | null } {
  return write(ledger, act, (writing, record) =>
    writeMark(writing, record, { customer, field: leadField }, (before) => {
      const [asked] = writing.connection.prepare<[object], StoredLead>(leadsSql).all({ on: today, customer });
      const since = asked?.since ?? today;
      const was = leadIn(before) ?? { stage: 'new', source: asked?.place ?? '', reason: '', since, at: since };
      const next = stage ?? was.stage;
      const content: LeadContent = {
        stage: next,
        source: source ?? was.source,
        reason: next === 'lost' ? (reason ?? was.reason) : '',
        since: was.since,
        at: next === was.stage ? was.at : today,
      };
      return JSON.stringify(leadContentSchema.parse(content));
    }),
  );
}
