/** Where in their life as customers all of them stand, at once; as `lifecycle-stages.sql` says it, and many times faster. */

import { type LifeChoice, lifeChoices, lifeStage, ownLines } from '../../../src-shared/lifecycle.ts';
import { gapsBetween, middleGap } from '../../../src-shared/rhythm.ts';
import type { CustomerScores } from '../customers-scores.ts';
import { purchasesOf } from '../levels/purchases.ts';
import type { Reading } from '../transaction.ts';
import { shopRhythm } from './shop-rhythm.ts';

const known = new WeakMap<CustomerScores, Uint8Array>();
const none = lifeChoices.indexOf('none');

/** By the places of the scores, numbers in `lifeChoices`. */
function lifeStages(reading: Reading, scores: CustomerScores): Uint8Array {
  const kept = known.get(scores);
  if (kept !== undefined) return kept;
  const purchases = purchasesOf(reading, scores);
  const ofShop = shopRhythm(reading, scores);
  const today = Math.round(Date.parse(scores.on) / 86_400_000);
  const { days, starts } = purchases;
  const stages = new Uint8Array(scores.customer.length).fill(none);
  for (let place = 0; place < stages.length; place += 1) {
    const end = starts[place + 1] ?? 0;
    if (end === starts[place]) continue;
    const gaps = gapsBetween(days, starts[place], end);
    const own = middleGap(gaps);
    const sinceDays = today - (days[end - 1] ?? 0);
    const lines = own === null ? ofShop : ownLines(own);
    stages[place] = lifeChoices.indexOf(lifeStage({ sinceDays, purchaseDays: gaps.length + 1, lines }));
  }
  known.set(scores, stages);
  return stages;
}

/** Numbers of the customers who stand in one of the stages. */
export function customersInStages(
  reading: Reading,
  scores: CustomerScores,
  wanted: ReadonlySet<LifeChoice>,
): readonly number[] {
  const isWanted = lifeChoices.map((choice) => wanted.has(choice));
  const ids: number[] = [];
  lifeStages(reading, scores).forEach((stage, at) => {
    if (isWanted[stage] === true) ids.push(scores.customer[at] ?? 0);
  });
  return ids;
}
