/** Who buys when in a made shop, under which name, and for whom: a line of numbers for each order, a million of them if need be. */

import { addDays, type Day, daysBetween } from '../../src-shared/day.ts';
import { type CrowdOptions, type CrowdPerson, crowdPerson } from './crowd.ts';
import { firstDayIn, purchaseDays } from './purchases.ts';
import type { Random } from './random.ts';
import { randomOf } from './random-of.ts';

export interface Visit {
  readonly person: number;
  /** The place in the person's list of accounts. */
  readonly account: number;
  readonly day: Day;
  readonly isGift: boolean;
}

interface Noted {
  readonly person: number;
  readonly account: number;
  readonly market: number;
  /** Days since the span's first. */
  readonly day: number;
  readonly isGift: boolean;
}

function noted(random: Random, person: CrowdPerson, day: number): Noted {
  const { accounts } = person;
  const account = accounts.length === 1 || random.chance(0.65) ? 0 : 1 + random.below(accounts.length - 1);
  const market = accounts[account]?.market ?? 0;
  return { person: person.id, account, market, day, isGift: person.friend !== null && random.chance(0.3) };
}

/** All orders of all people, in the order of people. */
function* allVisits(options: CrowdOptions): Generator<Noted> {
  const { seed, count, span } = options;
  const firstDay = firstDayIn(span);
  for (let id = 0; id < count; id += 1) {
    const person = crowdPerson(options, id);
    const random = randomOf(seed, 'visits', id);
    const days = purchaseDays(random, firstDay(random), span);
    for (const day of days) yield noted(random, person, daysBetween(span.first, day));
  }
}

/** As many as were asked for: some are left out by chance, or people come again. */
function exactly(options: CrowdOptions, visits: Noted[], wanted: number): Noted[] {
  const random = randomOf(options.seed, 'fill', 0);
  const days = daysBetween(options.span.first, options.span.last) + 1;
  if (visits.length > wanted) {
    for (let at = visits.length - 1; at >= visits.length - wanted && at > 0; at -= 1) {
      const other = random.below(at + 1);
      const [one, two] = [visits[at], visits[other]];
      if (one !== undefined && two !== undefined) [visits[at], visits[other]] = [two, one];
    }
    return visits.slice(visits.length - wanted);
  }
  while (visits.length < wanted) {
    const person = crowdPerson(options, random.below(options.count));
    visits.push(noted(random, person, random.below(days)));
  }
  return visits;
}

/** The visits of each market, oldest first. `orders` null: as many as the people come to by themselves. */
export function visitsByMarket(options: CrowdOptions, orders: number | null): readonly (readonly Visit[])[] {
  const natural = Array.from(allVisits(options));
  const visits = orders === null ? natural : exactly(options, natural, orders);
  visits.sort((a, b) => a.day - b.day || a.person - b.person || a.account - b.account);
  const markets: Visit[][] = options.markets.map(() => []);
  const length = daysBetween(options.span.first, options.span.last) + 1;
  const names = Array.from({ length }, (_, day) => addDays(options.span.first, day));
  for (const { person, account, market, day, isGift } of visits) {
    markets[market]?.push({ person, account, day: names[day] ?? options.span.last, isGift });
  }
  return markets;
}
