/** The forecast of a made shop, whose people do not behave as the model has it, against the truth: who of them would come again. */

import { afterAll, expect, test } from 'vitest';
import { firstDayIn, purchaseLife } from '../../../../src-main/demo/purchases.ts';
import { randomOf } from '../../../../src-main/demo/random-of.ts';
import { chanceActive } from '../../../../src-main/metrics/prediction/beta-geometric.ts';
import { makeForecast } from '../../../../src-main/metrics/prediction/forecast.ts';
import { dayNumber, historyAsOf, purchasesOf } from '../../../../src-main/metrics/prediction/purchases.ts';
import { addDays } from '../../../../src-shared/day.ts';
import { day } from '../random-ledger.ts';
import { smallLedger } from '../small-ledger.ts';

const PEOPLE = 4000;
const on = day('2026-01-02');
const span = { first: addDays(on, -730), last: on };
const firstDay = firstDayIn(span);
const lives = Array.from({ length: PEOPLE }, (_, id) => {
  const random = randomOf(7, 'visits', id);
  return purchaseLife(random, firstDay(random), span);
});
const ledger = smallLedger({
  customers: lives.map((_, at) => ({ id: at + 1 })),
  orders: lives.flatMap(({ days }, at) => days.map((one) => ({ customer: at + 1, day: one, paidMinor: 5000 + at }))),
});
afterAll(() => ledger.close());

test('of those said to come at so many in a hundred as many do, in every tenth within five of a hundred', () => {
  const { model } = makeForecast(ledger.reading, { on });
  if (model === null) throw new Error('no model');
  const told = [...purchasesOf(ledger.reading, { on })]
    .map((purchases) => {
      const history = historyAsOf(purchases, dayNumber(on)) ?? expect.fail('nobody');
      return { chance: chanceActive('mbg', model, history), stays: lives[purchases.customer - 1]?.stays === true };
    })
    .toSorted((a, b) => a.chance - b.chance);
  expect(told).toHaveLength(PEOPLE);
  const deciles = Array.from({ length: 10 }, (_, at) => {
    const part = told.slice((at * PEOPLE) / 10, ((at + 1) * PEOPLE) / 10);
    const mean = part.reduce((sum, { chance }) => sum + chance, 0) / part.length;
    return { mean, came: part.filter(({ stays }) => stays).length / part.length };
  });
  for (const { mean, came } of deciles)
    expect(Math.abs(mean - came), JSON.stringify(deciles)).toBeLessThanOrEqual(0.05);
});

test('the backtest says how far the estimated and the actual share of each tenth lie apart', () => {
  const { backtest } = makeForecast(ledger.reading, { on });
  if (backtest === null) throw new Error('no backtest');
  const { deciles, chanceOff, customers } = backtest;
  const off = deciles.map(({ chance, came }) => Math.abs(chance - came));
  expect(chanceOff.most).toBeCloseTo(Math.max(...off), 9);
  expect(chanceOff.mean).toBeCloseTo(
    deciles.reduce((sum, one, at) => sum + one.customers * (off[at] ?? 0), 0) / customers,
    9,
  );
  expect(chanceOff.mean).toBeLessThan(0.05);
  expect(Math.abs(backtest.predicted / backtest.actual - 1)).toBeLessThan(0.25);
});
