/** What a run would be, before anybody is contacted: how many, who is let be, what could be seen, what it would cost, who is in another strategy too. */

import type { HeldReason } from '../../../src-shared/contract/follow-ups.ts';
import type { ResultOf } from '../../../src-shared/contract/index.ts';
import { addDays } from '../../../src-shared/day.ts';
import { minorOf } from '../../../src-shared/money.ts';
import type { ScoresOf } from '../../ledger/customers-scores.ts';
import { membersOf } from '../../ledger/strategies/members.ts';
import { standingRuns } from '../../ledger/strategies/stored-strategies.ts';
import type { Reading } from '../../ledger/transaction.ts';
import { boughtBetween } from '../../metrics/uplift/bought-between.ts';
import { detectableMean, detectableShare } from '../../metrics/uplift/detectable.ts';
import { spreadOf } from '../../metrics/uplift/differences.ts';
import { suggestedShare } from '../../metrics/uplift/draw.ts';
import { fewestBuyers, fewestPeople } from '../../metrics/uplift/lift.ts';
import { type Audience, type AudienceQuestion, audienceOf } from './audience.ts';
import { runsUntil } from './launch.ts';

/** So many are named. */
const NAMED = 20;

export function namesOf({ connection }: Reading): (customer: number) => string {
  const name = connection
    .prepare<[number], string>('select coalesce(display_name, name) from customer where customer_id = ?')
    .pluck();
  return (customer) => name.get(customer) ?? '';
}

function overlapsOf(reading: Reading, { strategy, basis }: AudienceQuestion, { members }: Audience) {
  const here = new Set(members.map(({ customer }) => customer));
  const nameOf = namesOf(reading);
  return standingRuns(reading)
    .filter((run) => run.strategy !== strategy && run.on <= basis.on && run.until >= basis.on)
    .map((run) => {
      const both = new Set(
        membersOf(reading, run.run).flatMap(({ customer }) =>
          customer !== null && here.has(customer) ? [customer] : [],
        ),
      );
      const first = [...both].slice(0, NAMED).map((customer) => ({ customer, name: nameOf(customer) }));
      return { strategy: run.strategy, run: run.run, name: run.name, until: run.until, people: both.size, first };
    })
    .filter(({ people }) => people > 0);
}

/** By what the same people did in as many days before. Where fewer than enough would buy for an interval, nothing would be seen. */
function detectable(
  before: readonly { readonly bought: boolean; readonly minor: number }[],
  sizes: { contacted: number; held: number },
) {
  const none = { buyersOf100: null, minorOf100: null };
  if (before.length === 0) return none;
  const base = before.filter(({ bought }) => bought).length / before.length;
  const share = Math.min(sizes.contacted, sizes.held) < fewestPeople ? null : detectableShare(base, sizes);
  // With such an effect: are there enough buyers to speak of?
  if (share === null || base * before.length + share * sizes.contacted < fewestBuyers) return none;
  const minor = detectableMean(Math.sqrt(spreadOf(before.map((one) => one.minor)).variance), sizes);
  return { buyersOf100: 100 * share, minorOf100: minor === null || minor === 0 ? null : 100 * minor };
}

/** How many the guard holds back, why, and the first of them by name. */
export function toldOf(reading: Reading, guarded: Audience['guarded']): ResultOf<'strategies.look'>['guarded'] {
  const whys = new Map<HeldReason, number>();
  for (const one of guarded) for (const { why } of one.held) whys.set(why, (whys.get(why) ?? 0) + 1);
  const nameOf = namesOf(reading);
  return {
    people: guarded.length,
    whys: Object.fromEntries(whys),
    first: guarded.slice(0, NAMED).map(({ customer, held }) => ({ customer, name: nameOf(customer), held: [...held] })),
  };
}

export function lookAtStrategy(
  reading: Reading,
  question: AudienceQuestion,
  scoresOf: ScoresOf,
): ResultOf<'strategies.look'> {
  const { strategy, content, basis } = question;
  const audience = audienceOf(reading, question, scoresOf);
  const { members, guarded, scores } = audience;
  const held = members.filter(({ arm }) => arm === 'held').length;
  const sizes = { contacted: members.length - held, held };
  const bought = boughtBetween(reading, {
    customers: members.map(({ customer }) => customer),
    from: addDays(basis.on, -content.periodDays),
    until: addDays(basis.on, -1),
    currency: scores.currency,
    excluded: basis.excluded,
  });
  const before = members.map(({ customer }) => {
    const sum = bought.get(customer);
    return { bought: sum !== undefined, minor: sum?.minor ?? 0 };
  });
  const expected = members.length === 0 ? 0 : (bought.size / members.length) * sizes.contacted;
  return {
    currency: scores.currency,
    people: members.length + guarded.length,
    ...sizes,
    known: members.filter(({ drawnIn }) => drawnIn !== null).length,
    guarded: toldOf(reading, guarded),
    suggestedShare: suggestedShare(members.length),
    before: {
      people: members.length,
      buyers: bought.size,
      minor: minorOf(before.reduce((sum, { minor }) => sum + minor, 0)),
    },
    detectable: detectable(before, sizes),
    costMinor: minorOf(Math.round(sizes.contacted * content.contactCostMinor + expected * content.buyerCostMinor)),
    overlaps: overlapsOf(reading, question, audience),
    runsUntil: strategy === null ? null : runsUntil(reading, strategy, basis.on),
  };
}
