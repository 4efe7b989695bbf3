/** Where in their life as customers all of them stand, at once; as `lifecycle-stages.sql` says it, and many times faster. */

import { type LifeChoice, type LifeLines, lifeChoices, lifeStage, ownLines } from '../../../src-shared/lifecycle.ts';
import { type CustomerScores, placesById } from '../customers-scores.ts';
import type { Reading } from '../transaction.ts';
import { eachBuyer, type PurchaseDays, purchaseDays } from './purchase-days.ts';
import { shopRhythm } from './shop-rhythm.ts';

const known = new WeakMap<CustomerScores, Uint8Array>();
const none = lifeChoices.indexOf('none');

/** The middle gap of the purchase days between two places; null: fewer than two gaps. */
function middleGap({ day }: PurchaseDays, from: number, to: number): number | null {
  const gaps = to - from - 1;
  if (gaps < 2) return null;
  const sorted = new Int32Array(gaps);
  for (let at = 0; at < gaps; at += 1) sorted[at] = (day[from + at + 1] ?? 0) - (day[from + at] ?? 0);
  sorted.sort();
  return ((sorted[(gaps - 1) >> 1] ?? 0) + (sorted[gaps >> 1] ?? 0)) / 2;
}

/** By the places of the scores, numbers in `lifeChoices`. */
function lifeStages(reading: Reading, scores: CustomerScores): Uint8Array {
  const kept = known.get(scores);
  if (kept !== undefined) return kept;
  const bought = purchaseDays(reading, scores);
  const ofShop: LifeLines | null = shopRhythm(reading, scores);
  const today = Math.round(Date.parse(scores.on) / 86_400_000);
  const places = placesById(scores);
  const stages = new Uint8Array(scores.customer.length).fill(none);
  eachBuyer(bought, (customer, from, to) => {
    const at = places[customer] ?? -1;
    if (at < 0) return;
    const own = middleGap(bought, from, to);
    const sinceDays = today - (bought.day[to - 1] ?? 0);
    const lines = own === null ? ofShop : ownLines(own);
    stages[at] = lifeChoices.indexOf(lifeStage({ sinceDays, purchaseDays: to - from, lines }));
  });
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
