/** Who waits, on which day: what stands in the ledger and what the rules suggest, through the guard, spread over the days. */

import type { TierBasis } from '../../src-shared/contract/customers.ts';
import type { FollowUpContent, Held, Measured, Reason } from '../../src-shared/contract/follow-ups.ts';
import type { Settings } from '../../src-shared/contract/settings.ts';
import { addDays, type Day, dayOf, daysBetween } from '../../src-shared/day.ts';
import { noDay } from '../../src-shared/rfm.ts';
import { shopDay } from '../../src-shared/shop-year/shop-day.ts';
import { type CustomerScores, placeOf, type ScoresOf } from '../ledger/customers-scores.ts';
import { actedOrigins, followUpsOf, type StoredFollowUp } from '../ledger/follow-ups/stored-follow-ups.ts';
import { readSettings } from '../ledger/settings.ts';
import type { Reading } from '../ledger/transaction.ts';
import { dayNumber } from '../metrics/prediction/purchases.ts';
import { guardOf, letBeBy } from './guard/held-back.ts';
import { byStake, type Room, type Spread, spread, type Waiting } from './spread.ts';
import { type Stake, stakeMinor } from './stakes.ts';
import { cameDays, horizonDays, type NumberedRule, type Suggested } from './suggest.ts';
import { type NamedOrder, orderNames } from './trigger-room.ts';

export interface AgendaItem extends Waiting {
  readonly followUp: number | null;
  readonly reason: Reason;
  readonly rule: number | null;
  readonly channel: FollowUpContent['channel'];
  readonly note: string;
  readonly log: FollowUpContent['log'];
  /** Absent: it comes once. */
  readonly repeat?: FollowUpContent['repeat'];
  readonly stake: Stake;
  /** What its rule brings, where a comparison told it. */
  readonly measured: Measured | null;
}

export interface Agenda extends Omit<Spread<AgendaItem>, 'held'> {
  readonly on: Day;
  readonly scores: CustomerScores;
  readonly settings: Settings;
  /** Would be contacted today, but are held back. */
  readonly held: readonly { readonly item: AgendaItem; readonly held: readonly Held[] }[];
  /** Follow-ups that an order closed within the last week: what they were for has happened; `by`: the order. */
  readonly closed: readonly { readonly item: AgendaItem; readonly by: NamedOrder }[];
  /** Everybody that was contacted today. */
  readonly contacted: ReadonlySet<number>;
  roomOf(day: Day): Room;
}

export interface AgendaQuestion {
  readonly basis: TierBasis;
  readonly clock?: string | undefined;
  readonly rules: readonly NumberedRule[];
  readonly suggested: Suggested;
  stakeOf(customer: number): Stake;
}

/** What is answered by buying. */
const answeredByOrder: ReadonlySet<Reason['kind']> = new Set(['renew', 'dormant', 'unpaid', 'cycle']);

/** The last day they bought on, as a day's number; −1: never. */
function lastBought(scores: CustomerScores, customer: number): number {
  const at = placeOf(scores, customer);
  const last = at < 0 ? noDay : (scores.lastDay[at] ?? noDay);
  return last === noDay ? -1 : last;
}

function isClosedByOrder(scores: CustomerScores, customer: number, reason: Reason): boolean {
  if (!answeredByOrder.has(reason.kind) || !('of' in reason) || reason.of === null) return false;
  return lastBought(scores, customer) > dayNumber(reason.of.day);
}

/** Those whom an order of the last days closed, each with that order: longer ago it is no news. */
function closedLately(reading: Reading, closed: readonly AgendaItem[], { scores, basis }: ClosedQuestion) {
  const names = orderNames(reading, basis);
  const since = dayNumber(basis.on) - cameDays;
  return closed.flatMap((item) => {
    if (lastBought(scores, item.customer) <= since) return [];
    const order = names.lastOrder(item.customer, basis.on);
    const by = order === null ? null : names.orderNamed(order);
    return by === null ? [] : [{ item, by }];
  });
}

interface ClosedQuestion {
  readonly scores: CustomerScores;
  readonly basis: TierBasis;
}

/** From which day nothing holds them back; null: nobody knows when. Quiet hours are over tomorrow. */
function freeFrom(held: readonly Held[], on: Day): Day | null {
  let from = on;
  for (const { until, why } of held) {
    const day = why === 'quietHours' ? addDays(on, 1) : until === null ? null : dayOf(until);
    if (day === null) return null;
    if (day > from) from = day;
  }
  return from;
}

function isDueOn({ due, until }: AgendaItem, on: Day): boolean {
  return due <= on && (until === null || until >= on);
}

/** The day each rule was last acted on with each person. */
function lastActs(all: readonly StoredFollowUp[]): ReadonlyMap<string, Day> {
  const found = new Map<string, Day>();
  for (const { customer, content } of all) {
    const day = content.log.at(-1)?.day ?? content.day;
    if (content.rule === null || customer === null) continue;
    const key = `${content.rule} ${customer}`;
    const known = found.get(key);
    if (known === undefined || known < day) found.set(key, day);
  }
  return found;
}

/** What is asked of somebody, before it is known what is at stake. */
type Asked = Omit<AgendaItem, 'promised' | 'stake' | 'measured' | 'sinks' | 'stakeMinor'>;

function itemsOf(reading: Reading, question: AgendaQuestion): AgendaItem[] {
  const { suggested, rules } = question;
  const openOnes = followUpsOf(reading, 'open');
  const done = [...followUpsOf(reading, 'done'), ...followUpsOf(reading, 'dropped')];
  const acted = actedOrigins(reading);
  const lastOf = lastActs([...openOnes, ...done]);
  const coolDownOf = new Map(rules.map(({ rule, content }) => [rule, content.coolDown]));
  const item = (of: Asked, promised: boolean): AgendaItem => {
    const stake = suggested.stakes.get(of.customer) ?? question.stakeOf(of.customer);
    const measured = (of.rule === null ? undefined : suggested.measured.get(of.rule)) ?? null;
    const sinks = measured !== null && measured.verdict !== 'more';
    return { ...of, promised, stake, measured, sinks, stakeMinor: stakeMinor(stake, measured) };
  };
  const stored = openOnes.flatMap(({ followUp, origin, customer, content }) => {
    const due = dayOf(content.day);
    if (customer === null || due === null) return [];
    const { reason, rule, channel, note, log, repeat } = content;
    return [item({ followUp, origin, customer, due, until: null, reason, rule, channel, note, log, repeat }, true)];
  });
  const fresh = suggested.suggestions.flatMap(({ origin, customer, rule, day, until, reason, channel, note }) => {
    if (acted.has(origin)) return [];
    const last = lastOf.get(`${rule} ${customer}`);
    if (last !== undefined && daysBetween(last, day) < (coolDownOf.get(rule) ?? 0)) return [];
    return [item({ followUp: null, origin, customer, due: day, until, reason, rule, channel, note, log: [] }, false)];
  });
  return [...stored, ...fresh];
}

export function makeAgenda(reading: Reading, question: AgendaQuestion, scoresOf: ScoresOf): Agenda {
  const { basis, clock } = question;
  const { on } = basis;
  const scores = scoresOf(reading, basis);
  const settings = readSettings(reading);
  const all = itemsOf(reading, question);
  const { drawn } = question.suggested.newcomers;
  const guard = guardOf(reading, { on, clock, drawn });
  const letBe = letBeBy(reading, drawn);
  const contacted = new Set(
    reading.connection
      .prepare<[string], number>(
        `select distinct identity.customer_id from contacted
         cross join identity on identity.kind = contacted.kind and identity.value = contacted.value
         where follow_up_id is not null and contacted.day = ? and identity.customer_id is not null`,
      )
      .pluck()
      .all(on),
  );
  const roomOf = (day: Day): Room => {
    const { rests } = shopDay(day, settings);
    const done = day === on ? contacted.size : 0;
    return { capacity: rests ? 0 : Math.max(0, settings.dailyCapacity - done), rests };
  };
  const isClosed = (one: AgendaItem): boolean =>
    one.followUp !== null && isClosedByOrder(scores, one.customer, one.reason);
  const open = all.filter((one) => !isClosed(one));
  // They take no place on any day, nor come along with something else of the same person.
  const compared = new Set(open.filter(({ customer, rule }) => letBe(customer, rule) !== null));
  const asked = open.filter((one) => !compared.has(one));
  const { days, held, missed } = spread(asked, on, horizonDays + 1, roomOf, ({ customer, rule }) =>
    freeFrom(guard(customer, rule), on),
  );
  const comparedNow = roomOf(on).rests ? [] : [...compared].filter((one) => isDueOn(one, on)).sort(byStake);
  return {
    on,
    scores,
    settings,
    contacted,
    roomOf,
    days,
    missed,
    held: [...held, ...comparedNow].map((item) => ({ item, held: guard(item.customer, item.rule) })),
    closed: closedLately(reading, all.filter(isClosed), { scores, basis }),
  };
}
