/** What one customer will do, by the shop's model; without one by their own rhythm, or by that of all. */

import type { Forecast, PersonForecast } from '../../../src-shared/contract/forecasts.ts';
import { addDays, type Day } from '../../../src-shared/day.ts';
import { minorOf } from '../../../src-shared/money.ts';
import type { Reading } from '../../ledger/transaction.ts';
import { chanceActive, expectedPurchases, nextPurchaseWeeks } from './beta-geometric.ts';
import { purchaseWorth, soonDays, yearDays } from './forecast.ts';
import {
  dayNumber,
  epoch,
  historyAsOf,
  type PurchaseQuestion,
  type Purchases,
  purchasesOf,
  spendingAsOf,
} from './purchases.ts';
import { rhythmOf } from './rhythm.ts';

/** A wait beyond this is no date any more. */
const LONGEST_DAYS = 3 * 365;

function dueByRhythm({ days }: Purchases, forecast: Forecast): Pick<PersonForecast, 'by' | 'next'> {
  const own = rhythmOf(days);
  const wait = own === null ? forecast.medianDays : own.everyDays;
  const last = days.at(-1);
  if (wait === null || last === undefined) return { by: null, next: null };
  return { by: own === null ? 'shop' : 'rhythm', next: { day: addDays(epoch, last + wait), from: null, to: null } };
}

function byModel(
  purchases: Purchases,
  forecast: Forecast & { readonly model: NonNullable<Forecast['model']> },
): Pick<PersonForecast, 'by' | 'foretold' | 'next'> | null {
  const { model, spend, overallMinor } = forecast;
  const on = dayNumber(forecast.on);
  const history = historyAsOf(purchases, on);
  if (history === null) return null;
  const worth = purchaseWorth(spend, spendingAsOf(purchases, on), overallMinor);
  const orders90 = expectedPurchases('mbg', model, history, soonDays / 7);
  const orders365 = expectedPurchases('mbg', model, history, yearDays / 7);
  const at = (share: number): number => Math.round(7 * nextPurchaseWeeks(model, history, share));
  const due = at(0.5);
  const day = (after: number): Day => addDays(forecast.on as Day, Math.min(after, LONGEST_DAYS));
  return {
    by: 'model',
    foretold: {
      active: chanceActive('mbg', model, history),
      orders90,
      orders365,
      net90Minor: minorOf(Math.round(orders90 * worth)),
      net365Minor: minorOf(Math.round(orders365 * worth)),
    },
    next:
      due > LONGEST_DAYS
        ? null
        : { day: day(due), from: day(at(0.1)), to: at(0.9) > LONGEST_DAYS ? null : day(at(0.9)) },
  };
}

/** `forecast`: that of the same day, shop and rules. */
export function personForecast(
  reading: Reading,
  question: PurchaseQuestion,
  customer: number,
  forecast: Forecast,
): PersonForecast {
  const [purchases] = [...purchasesOf(reading, question, customer)];
  const { currency, model } = forecast;
  if (purchases === undefined)
    return { purchases: 0, firstDay: null, lastDay: null, by: null, foretold: null, next: null, currency };
  const told = model === null ? null : byModel(purchases, { ...forecast, model });
  return {
    purchases: purchases.days.length,
    firstDay: addDays(epoch, purchases.days[0] ?? 0),
    lastDay: addDays(epoch, purchases.days.at(-1) ?? 0),
    foretold: null,
    ...(told ?? dueByRhythm(purchases, forecast)),
    currency,
  };
}
