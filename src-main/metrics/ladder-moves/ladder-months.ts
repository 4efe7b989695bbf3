/** The ladder at the end of each month and who went where in it: everybody's orders are gone through once, from the first month to the last. */

import type { ParsedParamsOf, ResultOf } from '../../../src-shared/contract/index.ts';
import { addDays, addMonths, type Day, daysBetween, monthOf } from '../../../src-shared/day.ts';
import { type LadderLines, type LadderRules, ladderStep, ladderSteps, medianOf } from '../../../src-shared/ladder.ts';
import type { CustomerScores, ScoresOf } from '../../ledger/customers-scores.ts';
import { firstPlaced } from '../../ledger/ladder/first-placed.ts';
import { ladderRules } from '../../ledger/ladder/ladder-lines.ts';
import { purchasesOf } from '../../ledger/levels/purchases.ts';
import type { Reading } from '../../ledger/transaction.ts';
import { movesBetween } from './ladder-read.ts';

const epoch = '1970-01-01' as Day;

/** The last days of the months up to a day, which ends the last one; one more before them. */
function endsOf(on: Day, months: number): Day[] {
  const first = `${monthOf(on)}-01` as Day;
  const before = Array.from({ length: months }, (_, nth) => addDays(addMonths(first, nth + 1 - months), -1));
  return [...before, on];
}

/** How many counted orders each has up to a day, going on from the day before it. */
function walker(reading: Reading, scores: CustomerScores) {
  const { days, upTo, starts } = purchasesOf(reading, scores);
  const count = scores.customer.length;
  const ends = starts.slice(0, count);
  return {
    goTo(day: number): void {
      for (let at = 0; at < count; at += 1) {
        let end = ends[at] ?? 0;
        const last = starts[at + 1] ?? 0;
        while (end < last && (days[end] ?? 0) <= day) end += 1;
        ends[at] = end;
      }
    },
    orders: (at: number): number => (ends[at] ?? 0) - (starts[at] ?? 0),
    net: (at: number): number => (upTo[ends[at] ?? 0] ?? 0) - (upTo[starts[at] ?? 0] ?? 0),
  };
}

/** Throws `shop-unknown`. */
export function ladderMonths(
  reading: Reading,
  { basis, rules, months }: ParsedParamsOf<'ladder.months'>,
  scoresOf: ScoresOf,
): ResultOf<'ladder.months'> {
  const scores = scoresOf(reading, basis);
  const asked: LadderRules = rules ?? ladderRules(reading);
  const oftenOrders = asked.oftenOrders ?? scores.typedLines.frequency;
  const placed = firstPlaced(reading, scores);
  const at = walker(reading, scores);
  const isAsked = (place: number): boolean => basis.likely !== false || scores.likely[place] !== 1;
  const stepsAt = (day: number): Uint8Array => {
    at.goTo(day);
    const means: number[] = [];
    scores.customer.forEach((_, place) => {
      if (at.orders(place) > 0 && isAsked(place)) means.push(at.net(place) / at.orders(place));
    });
    const lines: LadderLines = { oftenOrders, averageMinor: asked.averageMinor ?? medianOf(means) };
    return Uint8Array.from(scores.customer, (_, place) => {
      const orders = at.orders(place);
      if (!isAsked(place) || (orders === 0 && (placed[place] ?? 0) > day)) return 0;
      return ladderSteps.indexOf(ladderStep(orders, at.net(place), lines)) + 1;
    });
  };
  const [first, ...ends] = endsOf(basis.on, months);
  let before = stepsAt(daysBetween(epoch, first ?? basis.on));
  const told = ends.map((on) => {
    const after = stepsAt(daysBetween(epoch, on));
    const moves = movesBetween(before, after)
      .filter(({ from, to }) => from !== to)
      .sort((a, b) => b.customers - a.customers);
    before = after;
    const steps = ladderSteps.map((step, nth) => ({
      step,
      customers: after.reduce((sum, number) => sum + (number === nth + 1 ? 1 : 0), 0),
    }));
    return { month: monthOf(on), on, steps, moves };
  });
  return { months: told.toReversed() };
}
