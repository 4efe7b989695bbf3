/** Audiences of the made shop, and what comes of contacting them: what everybody does by themselves is what they did; what a contact adds is drawn, and known. */

import { demoOrders } from '../../../../src-main/demo/demo-shop.ts';
import { sumsOf } from '../../../../src-main/demo/made-order.ts';
import { type Random, seededRandom } from '../../../../src-main/demo/random.ts';
import { type Arm, drawArms } from '../../../../src-main/metrics/uplift/draw.ts';
import type { PersonOutcome } from '../../../../src-main/metrics/uplift/lift.ts';
import { addDays, type Day } from '../../../../src-shared/day.ts';

export interface MadePerson {
  readonly key: string;
  readonly stratum: string;
  /** By themselves, within the period. */
  readonly minor: number;
}

export interface MadeShop {
  /** Everybody who had bought by the day. */
  readonly people: readonly MadePerson[];
  /** What single orders come to. */
  readonly sums: readonly number[];
}

/** The shop as of a day, and the days after it. */
export function madeShop(today: Day, periodDays: number): MadeShop {
  const on = addDays(today, -periodDays - 10);
  const until = addDays(on, periodDays - 1);
  const people = new Map<string, { last: Day; orders: number; minor: number }>();
  const sums: number[] = [];
  for (const order of demoOrders({ today, seed: 7 })) {
    if (order.ending === 'unpaid' || order.ending === 'closed' || order.day > until) continue;
    const { paid, refund } = sumsOf(order);
    const net = paid - refund;
    if (net > 0) sums.push(net);
    const known = people.get(order.person.nick);
    if (order.day < on) people.set(order.person.nick, { last: order.day, orders: (known?.orders ?? 0) + 1, minor: 0 });
    else if (known !== undefined) known.minor += net;
  }
  const stratumOf = ({ last, orders }: { last: Day; orders: number }): string =>
    `${last >= addDays(on, -60) ? 'new' : last >= addDays(on, -180) ? 'mid' : 'old'} ${orders >= 3 ? 'often' : 'seldom'}`;
  return {
    people: [...people].map(([id, person]) => ({
      key: `buyer:${id}`,
      stratum: stratumOf(person),
      minor: person.minor,
    })),
    sums,
  };
}

/** So many of the people, at random. */
export function audienceOf(people: readonly MadePerson[], size: number, random: Random): MadePerson[] {
  const all = [...people];
  for (let at = 0; at < size; at += 1) {
    const other = at + random.below(all.length - at);
    const [one, two] = [all[at], all[other]];
    if (one !== undefined && two !== undefined) [all[at], all[other]] = [two, one];
  }
  return all.slice(0, size);
}

function atOnce(people: readonly MadePerson[], seed: number, share: number): Arm[] {
  return drawArms(
    people.map(({ key, stratum }) => ({ key, stratum, known: null })),
    seed,
    share,
  );
}

export interface Trial {
  readonly outcomes: readonly PersonOutcome[];
  /** What contacting brought on the whole: buyers, minor units. */
  readonly buyers: number;
  readonly minor: number;
}

/** A contact makes somebody who would not have bought buy with this chance, for what some order of the shop comes to. */
export function trial(
  { people, sums }: MadeShop,
  asked: {
    readonly size: number;
    readonly share: number;
    readonly seed: number;
    readonly effect: number;
    /** How they are drawn; without: all at once, as a strategy draws. */
    readonly draw?: (people: readonly MadePerson[], seed: number, share: number) => readonly Arm[];
  },
): Trial {
  const random = seededRandom(asked.seed);
  const audience = audienceOf(people, asked.size, random);
  const arms = (asked.draw ?? atOnce)(audience, asked.seed, asked.share);
  const contacted = arms.filter((arm) => arm === 'contacted').length;
  const idle = audience.filter(({ minor }) => minor === 0).length / audience.length;
  const mean = sums.reduce((sum, one) => sum + one, 0) / sums.length;
  const outcomes = audience.map(({ stratum, minor }, at): PersonOutcome => {
    const isHeld = arms[at] === 'held';
    const isWon = !isHeld && minor === 0 && random.chance(asked.effect);
    const brought = isWon ? (sums[random.below(sums.length)] ?? 0) : minor;
    return { block: 0, stratum, isHeld, bought: brought > 0 ? 1 : 0, minor: brought };
  });
  const buyers = asked.effect * idle * contacted;
  return { outcomes, buyers, minor: buyers * mean };
}
