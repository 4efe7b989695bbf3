/** Where somebody stands by rules over their orders (level, contribution grade) or by the draw of a run, with the lines and the orders that decide. */

import type { SimpleHas } from '../../../src-shared/contract/memberships.ts';
import { addDays, type Day, daysBetween } from '../../../src-shared/day.ts';
import { gradeOf } from '../../../src-shared/grades.ts';
import { type Level, type LevelStep, measured, noLevel, walkLevels, windowStart } from '../../../src-shared/levels.ts';
import { minorOf } from '../../../src-shared/money.ts';
import { noDay } from '../../../src-shared/rfm.ts';
import { placeOf } from '../customers-scores.ts';
import { inScope } from '../filter/bought-sql.ts';
import { gradeGround } from '../grades/grade-lines.ts';
import { type OwnOrder, ownOrders, purchasesIn } from '../levels/own-purchases.ts';
import { handLevels, holdsOn, levelsOf } from '../levels/stored-levels.ts';
import { type Drawn, membersOf } from '../strategies/members.ts';
import { standingRuns } from '../strategies/stored-strategies.ts';
import { type One, ordersNumbered, ordersWhere } from './meant-orders.ts';

const epoch = '1970-01-01' as Day;

type LevelHas = Extract<SimpleHas, { kind: 'level' }>;

interface Looked {
  readonly rule: LevelHas['rules'][number];
  /** What it looked at. */
  readonly orders: readonly OwnOrder[];
}

/** What a rule looks at on a day, and what that comes to. */
function lookedAt(orders: readonly OwnOrder[], level: Level, day: number): Looked {
  const own = purchasesIn(orders);
  const after = orders.findIndex((order) => order.day > day);
  const end = after < 0 ? orders.length : after;
  const { name, measure, months, atLeast } = level;
  return {
    rule: { name, measure, months, atLeast, has: measured(own, level, day, end), day: addDays(epoch, day) },
    orders: orders.slice(windowStart(own, level, day, end), end),
  };
}

/** The rule of the level they have, as it was met; and of the lowest one asked for above it, as it stands on the day. */
export function levelHas(one: One, wanted: readonly number[]): LevelHas {
  const { reading, scores, customer } = one;
  const { on, currency, basis } = scores;
  const levels = levelsOf(reading);
  const given = handLevels(reading)(customer);
  const byHand = given !== null && holdsOn(given, levels, on) ? given : null;
  // Somebody taken for a person by likeness, where such are left out, is asked no rule.
  const isAsked = basis.likely !== false || scores.likely[placeOf(scores, customer)] !== 1;
  const scope = { on, currency, shop: basis.shop ?? null };
  const orders = isAsked ? ownOrders(reading, scope, basis.excluded)(customer) : [];
  const steps: LevelStep[] = [];
  const today = daysBetween(epoch, on);
  const { rank, review } = walkLevels(purchasesIn(orders), levels, today, (step) => steps.push(step));
  const last = steps.at(-1);
  const own = levels[rank - 1];
  const next = levels.find(({ id }, at) => at >= rank && wanted.includes(id));
  const looked = [
    ...(own === undefined || last === undefined ? [] : [lookedAt(orders, own, last.day)]),
    ...(next === undefined ? [] : [lookedAt(orders, next, today)]),
  ];
  const held = byHand === null ? own : levels.find(({ id }) => id === byHand.level);
  const byRule = own === undefined || review === noDay ? null : addDays(epoch, review - 1);
  return {
    kind: 'level',
    level: held?.name ?? null,
    byHand: byHand !== null,
    until: byHand === null ? byRule : byHand.level === noLevel ? null : byHand.until,
    rules: looked.map(({ rule }) => rule),
    ...ordersNumbered(
      one,
      (looked[0]?.orders ?? []).map(({ order_id: id }) => id),
    ),
  };
}

/** Their net over the months against the lines of the grades, with the orders that make it. */
export function gradeHas(one: One): SimpleHas {
  const { from, large, medium } = gradeGround(one.reading, one.scores);
  const had = ordersWhere(one, `counts = 1 and ${inScope} and ordered_on between :first and :on`, { first: from });
  const minor = (line: number | null) => (line === null ? null : minorOf(line));
  return {
    kind: 'grade',
    grade: had.count === 0 ? 'none' : gradeOf(had.netMinor, { large, medium }),
    from,
    largeMinor: minor(large),
    mediumMinor: minor(medium),
    ...had,
  };
}

/** Into which arm of the runs asked about they were drawn; of several identities the first says. Those they were not in are left out. */
export function runsHas({ reading, customer }: One, wanted: readonly number[]): SimpleHas {
  const runs = standingRuns(reading).filter(({ run }) => wanted.includes(run));
  return {
    kind: 'runs',
    runs: runs.flatMap(({ run, name, on }) => {
      const own: Drawn | undefined = membersOf(reading, run).find((member) => member.customer === customer);
      return own === undefined ? [] : [{ run, name, on, arm: own.arm }];
    }),
  };
}
