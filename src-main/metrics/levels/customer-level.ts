/** The level of one customer: since when and until when, what is lacking to the next one, and which orders each change came of. */

import type { CustomerLevel, LevelAhead, LevelStepRow } from '../../../src-shared/contract/levels.ts';
import { addDays, type Day, daysBetween } from '../../../src-shared/day.ts';
import {
  type Level,
  type LevelStep,
  measured,
  type OwnPurchases,
  walkLevels,
  windowStart,
} from '../../../src-shared/levels.ts';
import { noDay } from '../../../src-shared/rfm.ts';
import { type OwnOrder, ownOrders, purchasesIn } from '../../ledger/levels/own-purchases.ts';
import { handLevels, holdsOn, levelsOf } from '../../ledger/levels/stored-levels.ts';
import type { Reading } from '../../ledger/transaction.ts';
import { type CustomerQuestion, knownCustomer } from '../explain.ts';
import type { RfmScores, RfmScoresOf } from '../rfm.ts';

const epoch = '1970-01-01' as Day;
const shownSteps = 50;
const shownOrders = 20;

/** Days since 1970-01-01 as a day; null: none. */
const dayText = (day: number): string | null => (day === noDay ? null : addDays(epoch, day));
/** The day before the rules are asked again. */
const lastDay = (review: number): string | null => (review === noDay ? null : addDays(epoch, review - 1));

/** The highest level above a rank, and what it lacks on the day. */
function aheadOf(own: OwnPurchases, levels: readonly Level[], rank: number, day: number): LevelAhead | null {
  const level = levels[rank];
  if (level === undefined) return null;
  const has = measured(own, level, day, own.to);
  const { id, name, measure, months } = level;
  // Met without being reached: by an older order, when the level was another. The next order will do.
  return { level: id, name, measure, lacks: Math.max(1, level.atLeast - has), has, months };
}

function kindOf({ isReview, before, after }: LevelStep): LevelStepRow['kind'] {
  if (!isReview || after > before) return 'reached';
  return after === before ? 'kept' : 'lowered';
}

interface Walked {
  readonly levels: readonly Level[];
  readonly orders: readonly OwnOrder[];
  readonly own: OwnPurchases;
  readonly today: number;
}

/** The orders the rule of the level that was found looked at; of who has none left, nothing. */
function causeOf({ levels, orders, own }: Walked, { day, after }: LevelStep): readonly OwnOrder[] {
  const level = levels[after - 1];
  if (level === undefined) return [];
  let end = own.from;
  while (end < own.to && (own.days[end] ?? 0) <= day) end += 1;
  return orders.slice(windowStart(own, level, day, end), end);
}

function stepRow(walked: Walked, step: LevelStep): LevelStepRow {
  const idOf = (rank: number): number => walked.levels[rank - 1]?.id ?? 0;
  const cause = causeOf(walked, step);
  return {
    day: addDays(epoch, step.day),
    kind: kindOf(step),
    before: idOf(step.before),
    after: idOf(step.after),
    until: lastDay(step.review),
    orders: cause.slice(0, shownOrders).map((order) => ({
      order: order.order_id,
      orderNumber: order.order_number,
      day: order.ordered_on,
      netMinor: order.net_minor,
    })),
    orderCount: cause.length,
  };
}

export interface LevelKnown {
  readonly scores: RfmScores;
  readonly params: ReturnType<typeof knownCustomer>['params'];
  readonly levels: readonly Level[];
  readonly level: CustomerLevel;
}

const isLikely = ({ connection }: Reading, customer: number): boolean =>
  connection.prepare("select 1 from customer where customer_id = ? and certainty = 'likely'").get(customer) !==
  undefined;

/** As of the day of the basis. Throws `customer-unknown`. */
export function levelOfCustomer(reading: Reading, question: CustomerQuestion, scoresOf: RfmScoresOf): LevelKnown {
  const { scores, params } = knownCustomer(reading, question, scoresOf);
  const { customer, basis } = question;
  const levels = levelsOf(reading);
  const given = handLevels(reading)(customer);
  const hand = given === null ? null : { ...given, holds: holdsOn(given, levels, basis.on) };
  const nothing = { since: null, until: null, next: null, steps: [] };
  const { currency } = scores;
  if (levels.length === 0) {
    return {
      scores,
      params,
      levels,
      level: { on: false, level: 0, name: null, currency, byRule: 0, hand, ...nothing },
    };
  }
  // Somebody taken for a person by likeness, where such are left out, is asked no rule.
  const isAsked = basis.likely !== false || !isLikely(reading, customer);
  const shop = scores.basis.shop ?? null;
  const orders = isAsked ? ownOrders(reading, { on: basis.on, currency, shop }, basis.excluded)(customer) : [];
  const walked = { levels, orders, own: purchasesIn(orders), today: daysBetween(epoch, basis.on) };
  const steps: LevelStep[] = [];
  const { rank, since, review } = walkLevels(walked.own, levels, walked.today, (step) => steps.push(step));
  const byRule = levels[rank - 1]?.id ?? 0;
  const held = hand?.holds === true ? hand.level : byRule;
  return {
    scores,
    params,
    levels,
    level: {
      on: true,
      level: held,
      name: levels.find(({ id }) => id === held)?.name ?? null,
      currency,
      byRule,
      since: dayText(since),
      until: lastDay(review),
      hand,
      next: hand?.holds === true || !isAsked ? null : aheadOf(walked.own, levels, rank, walked.today),
      steps: steps
        .slice(-shownSteps)
        .map((step) => stepRow(walked, step))
        .toReversed(),
    },
  };
}
