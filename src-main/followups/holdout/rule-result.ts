/**
 * What a rule of care brought: everybody with whom it arose, by the arm they were drawn into, whether or not anybody contacted them (intent to treat), and
 * what they bought within its days. Times of one person belong together: people are compared, not times. A next time ends the days of the one before,
 * so that no order counts twice.
 */

import type { CareResult } from '../../../src-shared/contract/care-rules.ts';
import type { TierBasis } from '../../../src-shared/contract/customers.ts';
import type { Measured } from '../../../src-shared/contract/follow-ups.ts';
import type { ResultOf } from '../../../src-shared/contract/index.ts';
import type { StrategyResult } from '../../../src-shared/contract/strategies.ts';
import { addDays, type Day, dayOf } from '../../../src-shared/day.ts';
import { minorOf } from '../../../src-shared/money.ts';
import { keptSql } from '../../ledger/exclusions/kept-orders.ts';
import { careRule } from '../../ledger/follow-ups/care-rules.ts';
import type { Reading } from '../../ledger/transaction.ts';
import { scopeOf } from '../../metrics/scope.ts';
import { peopleNeeded } from '../../metrics/uplift/detectable.ts';
import { fewestBuyers, fewestPeople } from '../../metrics/uplift/lift.ts';
import { type ArmPerson, armsResult, knownUntil } from '../arms-result.ts';
import type { NumberedRule } from '../suggest.ts';
import occurrencesOfRule from './occurrences-of-rule.sql?raw';
import ordersAfter from './orders-after.sql?raw';

/** A difference of so many buyers of 100 is worth a call; anything smaller is as good as none. */
export const seenOf100 = 5;

interface Time {
  /** Names the person. */
  readonly key: string;
  readonly customer: number | null;
  readonly arm: 'contacted' | 'held';
  readonly stratum: string;
  readonly share: number;
  readonly mixed: number;
  readonly from: Day;
  readonly next: Day | null;
}

interface OrderAfter {
  readonly span: number;
  readonly order: number;
  readonly number: string;
  readonly day: string;
  readonly customer: number;
  readonly name: string;
  readonly netMinor: number;
}

interface Seen {
  readonly times: readonly Time[];
  readonly waiting: number;
  readonly known: string | null;
  readonly currency: string;
  readonly orders: readonly OrderAfter[];
}

function lastDay({ from }: Time, windowDays: number): Day {
  return addDays(from, windowDays - 1);
}

/** The times whose days are over and whose files are there, with the orders within them. */
function seenOf(reading: Reading, { rule, content }: NumberedRule, { on, excluded }: TierBasis): Seen {
  const all = reading.connection.prepare<[object], Time>(occurrencesOfRule).all({ rule });
  const known = knownUntil(reading);
  const times = all.filter((time) => {
    const until = lastDay(time, content.windowDays);
    return until < on && known !== null && until <= known;
  });
  const spans = times.map((time) => {
    const until = lastDay(time, content.windowDays);
    const cut = time.next === null ? until : addDays(time.next, -1);
    return [time.customer, time.from, cut < until ? cut : until];
  });
  const { currency } = scopeOf(reading);
  const orders = reading.connection
    .prepare<[object], OrderAfter>(keptSql(reading, ordersAfter, excluded))
    .all({ spans: JSON.stringify(spans), currency });
  return { times, waiting: all.length - times.length, known, currency, orders };
}

function armPeople({ times, orders }: Seen): ArmPerson[] {
  const bought = new Set(orders.map(({ span }) => span));
  const minor = new Map<number, number>();
  for (const { span, netMinor } of orders) minor.set(span, (minor.get(span) ?? 0) + netMinor);
  const shares = [...new Set(times.map(({ share }) => share))].sort((a, b) => a - b);
  const people = new Map<string, ArmPerson>();
  for (const [span, { key, arm, stratum, share }] of times.entries()) {
    const before = people.get(key);
    people.set(key, {
      // People who were drawn with one share are compared with one another.
      block: shares.indexOf(share),
      share,
      stratum,
      isHeld: arm === 'held',
      bought: (before?.bought ?? 0) + (bought.has(span) ? 1 : 0),
      minor: (before?.minor ?? 0) + (minor.get(span) ?? 0),
      given: 0,
    });
  }
  return [...people.values()];
}

function timesOf({ times }: Seen): CareResult['times'] {
  const held = times.filter(({ arm }) => arm === 'held').length;
  return { contacted: times.length - held, held };
}

function compared(seen: Seen, { rule, content }: NumberedRule): StrategyResult {
  return armsResult({
    people: armPeople(seen),
    mixed: new Set(seen.times.flatMap(({ key, mixed }) => (mixed === 1 ? [key] : []))).size,
    contactMinor: 0,
    currency: seen.currency,
    seed: `${content.seed ?? 0} rule ${rule}`,
  });
}

/** What the comparison says, where it says something: its interval leaves out zero, or everything that would be worth a call. */
function measuredIn({ buyers, contacted, held }: StrategyResult, times: number): Measured | null {
  const { verdict, total, interval } = buyers;
  if (total === null || interval === null || times === 0) return null;
  const of100 = (value: number): number => (100 * value) / times;
  const people = contacted.people + held.people;
  if (verdict === 'more' || verdict === 'less') return { verdict, buyersOf100: of100(total), people };
  return of100(interval.high) < seenOf100 ? { verdict: 'none', buyersOf100: of100(total), people } : null;
}

function neededFor(
  { contacted, held }: StrategyResult | { contacted: null; held: null },
  times: CareResult['times'],
  share: number,
): CareResult['needed'] {
  const buyers = (contacted?.buyers ?? 0) + (held?.buyers ?? 0);
  const all = times.contacted + times.held;
  const needed = all === 0 ? null : peopleNeeded(Math.min(1, buyers / all), seenOf100 / 100, share);
  return {
    seenOf100,
    people: needed === null ? null : Math.max(0, needed - all),
    buyers: Math.max(0, fewestBuyers - buyers),
    held: Math.max(0, fewestPeople - (held?.people ?? 0)),
  };
}

export function resultOf(reading: Reading, rule: NumberedRule, basis: TierBasis): CareResult {
  const seen = seenOf(reading, rule, basis);
  const times = timesOf(seen);
  const drawnShare = times.held / Math.max(1, times.contacted + times.held);
  const share = rule.content.share > 0 ? rule.content.share : drawnShare;
  const since = reading.connection
    .prepare<[number], string | null>('select min(from_day) from care_occurrence where rule_id = ?')
    .pluck()
    .get(rule.rule);
  const said = {
    since: dayOf(since ?? ''),
    times,
    isMixedShare: new Set(seen.times.map((time) => time.share)).size > 1,
    waiting: seen.waiting,
    knownUntil: dayOf(seen.known ?? ''),
  };
  if (seen.times.length === 0) {
    const needed = neededFor({ contacted: null, held: null }, times, share);
    return { ...said, result: null, each: null, needed, measured: null };
  }
  const result = compared(seen, rule);
  const [buyers, minor] = [result.buyers.total, result.minor.total];
  const isCompared = buyers !== null && minor !== null && times.contacted > 0;
  return {
    ...said,
    result,
    each: isCompared ? { buyersOf100: (100 * buyers) / times.contacted, minor: minor / times.contacted } : null,
    needed: neededFor(result, times, share),
    measured: measuredIn(result, times.contacted),
  };
}

/** Throws `care-rule-unknown`. */
export function resultOfRule(
  reading: Reading,
  { rule, basis }: { readonly rule: number; readonly basis: TierBasis },
): CareResult {
  return resultOf(reading, careRule(reading, rule), basis);
}

/** Throws `care-rule-unknown`. */
export function ordersOfRule(
  reading: Reading,
  asked: {
    readonly rule: number;
    readonly arm: 'contacted' | 'held';
    readonly basis: TierBasis;
    readonly limit: number;
  },
): ResultOf<'careRules.orders'> {
  const { times, orders } = seenOf(reading, careRule(reading, asked.rule), asked.basis);
  const rows = orders.filter(({ span }) => times[span]?.arm === asked.arm);
  return {
    total: rows.length,
    sumMinor: minorOf(rows.reduce((sum, { netMinor }) => sum + netMinor, 0)),
    orders: rows.slice(0, asked.limit).flatMap(({ span: _span, ...row }) => {
      const day = dayOf(row.day);
      return day === null ? [] : [{ ...row, day, netMinor: minorOf(row.netMinor) }];
    }),
  };
}
