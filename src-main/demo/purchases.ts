/**
 * When each person of the demo shop buys. Most come once; some come back at their own pace until, one day, they stop:
 * so the tail is long, and regulars, lapsing and lost people are all there.
 */

import { addDays, type Day, daysBetween } from '../../src-shared/day.ts';
import type { Random } from './random.ts';
import { busyness, saleAhead } from './seasons.ts';

export interface Span {
  readonly first: Day;
  readonly last: Day;
}

/** Draws one first day at a time: busy days bring more new people, and the shop grows. */
export function firstDayIn(span: Span): (random: Random) => Day {
  const length = daysBetween(span.first, span.last) + 1;
  const upTo: number[] = [];
  let sum = 0;
  for (let index = 0; index < length; index += 1) {
    sum += busyness(addDays(span.first, index)) * (0.8 + (0.5 * index) / length);
    upTo.push(sum);
  }
  return (random) => {
    const mark = random.next() * sum;
    let [low, high] = [0, length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((upTo[middle] ?? sum) > mark) high = middle;
      else low = middle + 1;
    }
    return addDays(span.first, low);
  };
}

export function firstDays(random: Random, span: Span, count: number): readonly Day[] {
  const draw = firstDayIn(span);
  return Array.from({ length: count }, () => draw(random));
}

/** What one person does: the days they buy on, beginning with the first, and whether they would come again after the span. */
export interface PurchaseLife {
  readonly days: readonly Day[];
  readonly stays: boolean;
}

export function purchaseLife(random: Random, first: Day, span: Span): PurchaseLife {
  const days: Day[] = [first];
  if (random.chance(0.4)) return { days, stays: false };
  // How likely the person stops after each purchase: from nearly never to nearly always.
  const stops = 0.03 + 0.52 * random.next() ** 1.15;
  const paceDays = Math.min(200, Math.max(9, 46 * Math.exp(0.55 * random.normal())));
  let day = first;
  while (!random.chance(stops)) {
    day = addDays(day, Math.max(1, Math.round(random.waiting(paceDays, 2))));
    const sale = saleAhead(day);
    if (sale !== null && random.chance(0.4)) day = sale;
    if (day > span.last) return { days, stays: true };
    days.push(day);
  }
  return { days, stays: false };
}

/** All days one person buys on. */
export function purchaseDays(random: Random, first: Day, span: Span): readonly Day[] {
  return purchaseLife(random, first, span).days;
}
