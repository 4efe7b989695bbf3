/**
 * What a shop's customers will do: the model that fits them, what it comes to over all, and how right it would have been half a year ago.
 * Where there are too few, or the data do not say when people leave, nothing is foretold; their own rhythm is all there is to go by.
 */

import type { Backtest, Forecast } from '../../../src-shared/contract/forecasts.ts';
import { addDays, type Day } from '../../../src-shared/day.ts';
import { minorOf } from '../../../src-shared/money.ts';
import type { Reading } from '../../ledger/transaction.ts';
import { runNamedMetric } from '../catalogue.ts';
import { scopeOf } from '../scope.ts';
import {
  chanceActive,
  chanceOfPurchase,
  expectedPurchases,
  type Fit,
  fitBetaGeometric,
  type Parameters,
} from './beta-geometric.ts';
import {
  expectedSpend,
  fitSpending,
  type Spending,
  type SpendParameters,
  spendFollowsFrequency,
} from './gamma-gamma.ts';
import { groupHistories, type History } from './histories.ts';
import {
  dayNumber,
  historyAsOf,
  type PurchaseQuestion,
  type Purchases,
  purchasesOf,
  purchasesSql,
  spendingAsOf,
} from './purchases.ts';

/** Fewer who came again do not bear four parameters. */
export const fewestRepeaters = 30;
/** Times are rounded to weeks: nobody's chance depends on a weekday, and equal histories are many more. */
const STEP_WEEKS = 1;
const DECILES = 10;
export const soonDays = 90;
export const yearDays = 365;

/** null: too few came again, or their amounts tell nothing. */
function fitOfSpending(all: readonly Spending[]): { parameters: SpendParameters; customers: number } | null {
  if (all.length < fewestRepeaters) return null;
  const { parameters, customers, degenerate } = fitSpending(all);
  return degenerate ? null : { parameters, customers };
}

/** A purchase of this customer on the whole, in minor units; without a model of spending their own mean, or that of all. */
export function purchaseWorth(spend: SpendParameters | null, own: Spending | null, overallMinor: number): number {
  if (spend === null) return own?.mean ?? overallMinor;
  return expectedSpend(spend, own ?? { repeats: 0, mean: 0 });
}

function shareOut<Item>(items: readonly Item[], parts: number): (readonly Item[])[] {
  return Array.from({ length: parts }, (_, at) =>
    items.slice(Math.round((at * items.length) / parts), Math.round(((at + 1) * items.length) / parts)),
  );
}

/** The model of a day in the past, held against what came after it. null: it could not have been fitted then. */
function backtestOf(all: readonly Purchases[], on: Day, first: number): Backtest | null {
  const last = dayNumber(on);
  const weeks = Math.min(26, Math.floor((last - first) / 7 / 3));
  if (weeks < 4) return null;
  const cut = last - 7 * weeks;
  const known = all.flatMap((purchases) => {
    const history = historyAsOf(purchases, cut);
    if (history === null) return [];
    return [{ history, later: purchases.days.filter((day) => day > cut).length }];
  });
  if (known.filter(({ history }) => history.repeats > 0).length < fewestRepeaters) return null;
  const fit = fitBetaGeometric(
    'mbg',
    groupHistories(
      known.map(({ history }) => history),
      STEP_WEEKS,
    ),
  );
  if (fit.degenerate) return null;
  const told = known
    .map(({ history, later }) => ({
      later,
      predicted: expectedPurchases('mbg', fit.parameters, history, weeks),
      chance: chanceOfPurchase('mbg', fit.parameters, history, weeks),
    }))
    .toSorted((a, b) => a.predicted - b.predicted);
  const sum = (part: readonly (typeof told)[number][], of: 'later' | 'predicted' | 'chance'): number =>
    part.reduce((total, one) => total + one[of], 0);
  const deciles = shareOut(told, DECILES)
    .filter((part) => part.length > 0)
    .map((part) => ({
      customers: part.length,
      predicted: sum(part, 'predicted') / part.length,
      actual: sum(part, 'later') / part.length,
      chance: sum(part, 'chance') / part.length,
      came: part.filter(({ later }) => later > 0).length / part.length,
    }));
  return {
    until: addDays(on, -7 * weeks),
    weeks,
    customers: told.length,
    predicted: sum(told, 'predicted'),
    actual: sum(told, 'later'),
    deciles,
    chanceOff: {
      mean:
        deciles.reduce((all, { customers, chance, came }) => all + customers * Math.abs(chance - came), 0) /
        told.length,
      most: Math.max(...deciles.map(({ chance, came }) => Math.abs(chance - came))),
    },
  };
}

interface Fitted {
  readonly fit: Fit;
  readonly spend: { parameters: SpendParameters; customers: number } | null;
}

/** Over all customers: how many still come, and what they will bring. */
function sumsOf(
  all: readonly Purchases[],
  { fit, spend }: Fitted,
  on: number,
  overallMinor: number,
): NonNullable<Forecast['sums']> {
  const { parameters } = fit;
  const sums = { active: 0, orders90: 0, orders365: 0, net90Minor: 0, net365Minor: 0 };
  // Equal histories are foretold alike, and there are far fewer of them.
  const told = new Map<string, readonly [active: number, soon: number, year: number]>();
  const foretold = (history: History): readonly [number, number, number] => {
    const key = `${history.repeats} ${history.lastWeeks} ${history.knownWeeks}`;
    const known = told.get(key);
    if (known !== undefined) return known;
    const made = [
      chanceActive('mbg', parameters, history),
      expectedPurchases('mbg', parameters, history, soonDays / 7),
      expectedPurchases('mbg', parameters, history, yearDays / 7),
    ] as const;
    told.set(key, made);
    return made;
  };
  for (const purchases of all) {
    const history = historyAsOf(purchases, on);
    if (history === null) continue;
    const [active, soon, year] = foretold(history);
    const worth = purchaseWorth(spend?.parameters ?? null, spendingAsOf(purchases, on), overallMinor);
    sums.active += active;
    sums.orders90 += soon;
    sums.orders365 += year;
    sums.net90Minor += soon * worth;
    sums.net365Minor += year * worth;
  }
  return {
    ...sums,
    net90Minor: minorOf(Math.round(sums.net90Minor)),
    net365Minor: minorOf(Math.round(sums.net365Minor)),
  };
}

/** Half of all who came once are back after so many days, those counted who are not back yet; null while it is not half. */
function medianDaysOf(reading: Reading, { on, shop, excluded }: PurchaseQuestion): number | null {
  const lines = { recencyDays: 0, frequency: 0, netMinor: 0 };
  const { columns, rows } = runNamedMetric(reading, { name: 'first-to-second', on: on as Day, shop, excluded, lines });
  const [days, away] = [columns.indexOf('days'), columns.indexOf('share_away')];
  const half = rows.find((row) => Number(row[away]) <= 0.5);
  return half === undefined ? null : Number(half[days]);
}

function plain({ r, alpha, a, b }: Parameters): Parameters {
  return { r, alpha, a, b };
}

/** Throws `shop-unknown`. */
export function makeForecast(reading: Reading, question: PurchaseQuestion & { readonly on: Day }): Forecast {
  const on = dayNumber(question.on);
  const all = [...purchasesOf(reading, question)];
  const histories = all.flatMap((purchases) => historyAsOf(purchases, on) ?? []);
  const spending = all.flatMap((purchases) => spendingAsOf(purchases, on) ?? []);
  const repeaters = histories.filter(({ repeats }) => repeats > 0).length;
  const first = all.reduce((least, { days }) => Math.min(least, days[0] ?? least), on);
  const days = all.reduce((sum, one) => sum + one.days.length, 0);
  const net = all.reduce((sum, one) => sum + one.net.reduce((total, minor) => total + minor, 0), 0);
  const overallMinor = days === 0 ? 0 : net / days;
  const fit = repeaters < fewestRepeaters ? null : fitBetaGeometric('mbg', groupHistories(histories, STEP_WEEKS));
  const isClear = fit !== null && !fit.degenerate;
  const spend = isClear ? fitOfSpending(spending) : null;
  return {
    on: question.on,
    currency: scopeOf(reading, question.shop).currency,
    customers: histories.length,
    repeaters,
    without: fit === null ? 'few' : isClear ? null : 'unclear',
    model: isClear
      ? { ...plain(fit.parameters), logLikelihood: fit.logLikelihood, evaluations: fit.evaluations }
      : null,
    spend:
      spend === null
        ? null
        : { ...spend.parameters, customers: spend.customers, correlation: spendFollowsFrequency(spending) },
    overallMinor: minorOf(Math.round(overallMinor)),
    medianDays: medianDaysOf(reading, question),
    sums: isClear ? sumsOf(all, { fit, spend }, on, overallMinor) : null,
    backtest: isClear ? backtestOf(all, question.on, first) : null,
    sql: purchasesSql(reading, question),
  };
}
