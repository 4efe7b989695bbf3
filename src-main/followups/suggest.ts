/**
 * What the rules of care suggest: a pure function of the ledger, the rules and the day. Nothing of it is kept, so asking twice suggests once; what
 * somebody acted on has a follow-up of the same origin, and is left alone.
 */

import type { CareRuleContent, Trigger } from '../../src-shared/contract/care-rules.ts';
import type { TierBasis } from '../../src-shared/contract/customers.ts';
import type { Measured, Reason } from '../../src-shared/contract/follow-ups.ts';
import type { Forecast } from '../../src-shared/contract/forecasts.ts';
import { addDays, type Day, daysBetween } from '../../src-shared/day.ts';
import type { ScoresOf } from '../ledger/customers-scores.ts';
import { filteredIds } from '../ledger/filter/filtered-customers.ts';
import type { Reading } from '../ledger/transaction.ts';
import { dayNumber, type Purchases, purchasesOf } from '../metrics/prediction/purchases.ts';
import { type Newcomers, newcomers } from './holdout/newcomers.ts';
import { resultOf } from './holdout/rule-result.ts';
import { type Stake, stakesOf } from './stakes.ts';
import { type Happening, type Suggestion, type TriggerRoom, triggerRoom } from './trigger-room.ts';
import { levelChanges } from './triggers/of-levels.ts';
import { afterOrders, cycles, refunded, unpaid } from './triggers/of-orders.ts';
import { entered, occasions } from './triggers/of-people.ts';
import { dormant, type Returned, renewals, returned } from './triggers/of-rhythm.ts';

/** So many days ahead are looked at. */
export const horizonDays = 30;
/** Somebody who bought by themselves is shown for so long. */
export const cameDays = 7;

export interface NumberedRule {
  readonly rule: number;
  readonly content: CareRuleContent;
}

export interface SuggestQuestion {
  readonly basis: TierBasis;
  /** Those that are off suggest nothing. */
  readonly rules: readonly NumberedRule[];
  readonly forecast: Forecast | null;
}

export interface Suggested {
  /** By day, then by origin. */
  readonly suggestions: readonly Suggestion[];
  readonly came: readonly Returned[];
  readonly stakes: ReadonlyMap<number, Stake>;
  /** People who were drawn just now, and with whom rules arose: to be kept before anything is done. */
  readonly newcomers: Newcomers;
  /** Of rules whose comparison tells something, by their number. */
  readonly measured: ReadonlyMap<number, Measured>;
}

interface Scored {
  readonly reading: Reading;
  readonly basis: TierBasis;
  readonly scoresOf: ScoresOf;
}

function happeningsOf(room: TriggerRoom, trigger: Trigger, { reading, basis, scoresOf }: Scored): Happening[] {
  switch (trigger.kind) {
    case 'after':
      return afterOrders(room, trigger);
    case 'renew':
      return renewals(room, trigger);
    case 'dormant':
      return dormant(room, trigger);
    case 'occasion':
      return occasions(room, trigger);
    case 'refund':
      return refunded(room, trigger);
    case 'unpaid':
      return unpaid(room, trigger);
    case 'cycle':
      return cycles(room, trigger);
    case 'tier': {
      const monthBegan = `${room.on.slice(0, 7)}-01` as Day;
      const now = scoresOf(reading, basis);
      const before = scoresOf(reading, { ...basis, on: addDays(monthBegan, -1) });
      return entered(room, trigger, { now, before });
    }
    case 'level':
      return levelChanges(room, trigger, scoresOf(reading, basis));
  }
}

/** Did they buy after the day it goes by? */
function isAnswered({ since, customer }: Happening, purchases: ReadonlyMap<number, Purchases>): boolean {
  if (since === null) return false;
  const last = purchases.get(customer)?.days.at(-1);
  return last !== undefined && last > dayNumber(since);
}

function suggestionsOf(room: TriggerRoom, { rule, content }: NumberedRule, scored: Scored): Suggestion[] {
  const { trigger, where, lasts, coolDown, stopsAtOrder, channel, note } = content;
  const scores = scored.scoresOf(scored.reading, scored.basis);
  const members = where === null ? null : new Set(filteredIds(scored.reading, scores, where));
  const happened = happeningsOf({ ...room, from: addDays(room.on, 1 - lasts) }, trigger, scored)
    .filter((one) => members === null || members.has(one.customer))
    .filter((one) => !stopsAtOrder || !isAnswered(one, room.purchases))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.key < b.key ? -1 : 1));
  const lastOf = new Map<number, Day>();
  return happened.flatMap((one) => {
    const before = lastOf.get(one.customer);
    if (before !== undefined && daysBetween(before, one.day) < coolDown) return [];
    const reason: Reason | null = one.reason();
    if (reason === null) return [];
    lastOf.set(one.customer, one.day);
    const until = addDays(one.day, lasts - 1);
    return [
      { origin: `rule:${rule}:${one.key}`, customer: one.customer, rule, day: one.day, until, reason, channel, note },
    ];
  });
}

/** Of the rule's group: as it is today, or as it was before they came, for a purchase may be what takes somebody out of it. */
function cameBack(
  room: TriggerRoom,
  { content: { trigger, where, lasts } }: NumberedRule,
  { reading, basis, scoresOf }: Scored,
): Returned[] {
  if (trigger.kind !== 'renew') return [];
  const found = returned(room, trigger, lasts, cameDays);
  if (where === null || found.length === 0) return found;
  const members = new Set(
    [basis.on, addDays(basis.on, -cameDays)].flatMap((on) => [
      ...filteredIds(reading, scoresOf(reading, { ...basis, on }), where),
    ]),
  );
  return found.filter(({ customer }) => members.has(customer));
}

/** A rule that compares no more has said what it said. */
function measuredBy(reading: Reading, rules: readonly NumberedRule[], basis: TierBasis): Map<number, Measured> {
  return new Map(
    rules.flatMap((rule) => {
      const { measured } = resultOf(reading, rule, basis);
      return measured === null ? [] : [[rule.rule, measured] as const];
    }),
  );
}

/** Throws `segment-unknown` where a rule names a segment that is gone. */
export function suggest(reading: Reading, question: SuggestQuestion, scoresOf: ScoresOf): Suggested {
  const { basis, rules, forecast } = question;
  const { on } = basis;
  const all = [...purchasesOf(reading, { on, excluded: basis.excluded })];
  const purchases = new Map(all.map((one) => [one.customer, one]));
  const to = addDays(on, horizonDays);
  const room = triggerRoom(reading, { on, from: on, to, excluded: basis.excluded, purchases });
  const active = rules.filter(({ content }) => content.on);
  const suggestions = active.flatMap((rule) => suggestionsOf(room, rule, { reading, basis, scoresOf }));
  const came = active.flatMap((rule) => cameBack(room, rule, { reading, basis, scoresOf }));
  suggestions.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.origin < b.origin ? -1 : 1));
  const people = new Set(suggestions.map(({ customer }) => customer));
  const scores = scoresOf(reading, basis);
  return {
    suggestions,
    came,
    stakes: stakesOf(people, purchases, forecast, on),
    newcomers: newcomers({ reading, on, scores, purchases }, active, suggestions),
    measured: measuredBy(reading, active, basis),
  };
}
