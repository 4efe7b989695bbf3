/** What is at stake with somebody: how likely they buy within a month, and what that would come to. Estimates, by the shop's own model. */

import type { Measured } from '../../src-shared/contract/follow-ups.ts';
import type { Forecast } from '../../src-shared/contract/forecasts.ts';
import type { Day } from '../../src-shared/day.ts';
import { chanceOfPurchase } from '../metrics/prediction/beta-geometric.ts';
import { purchaseWorth } from '../metrics/prediction/forecast.ts';
import { dayNumber, historyAsOf, type Purchases, spendingAsOf } from '../metrics/prediction/purchases.ts';

const WITHIN_WEEKS = 30 / 7;

export interface Stake {
  /** 0 … 1; null: there is no model. */
  readonly chance: number | null;
  /** Minor units; null: they never bought, and nothing is known of what others spend. */
  readonly worthMinor: number | null;
}

/**
 * What a contact may bring, in minor units; null: not known. By the chance that they buy at all, until the comparison of its rule has told what contacting
 * changes: from then on that, less than nothing too.
 */
export function stakeMinor({ chance, worthMinor }: Stake, measured: Measured | null): number | null {
  const rate = measured === null ? chance : measured.verdict === 'none' ? 0 : measured.buyersOf100 / 100;
  return rate === null || worthMinor === null ? null : Math.round(rate * worthMinor);
}

/** The contact is about the next purchase: whatever comes after it is not counted. */
export function stakesOf(
  people: Iterable<number>,
  purchases: ReadonlyMap<number, Purchases>,
  forecast: Forecast | null,
  on: Day,
): Map<number, Stake> {
  const today = dayNumber(on);
  const found = new Map<number, Stake>();
  for (const customer of people) {
    const bought = purchases.get(customer);
    if (bought === undefined || forecast === null) {
      found.set(customer, { chance: null, worthMinor: null });
      continue;
    }
    const history = historyAsOf(bought, today);
    const worth = purchaseWorth(forecast.spend, spendingAsOf(bought, today), forecast.overallMinor);
    const chance =
      forecast.model === null || history === null
        ? null
        : chanceOfPurchase('mbg', forecast.model, history, WITHIN_WEEKS);
    found.set(customer, { chance, worthMinor: Math.round(worth) });
  }
  return found;
}
