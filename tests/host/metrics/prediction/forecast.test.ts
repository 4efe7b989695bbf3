/** The forecast of a ledger: what the models are given is what the ledger says, and where they cannot speak they are silent. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterEach, describe, expect, test } from 'vitest';
import { chanceActive } from '../../../../src-main/metrics/prediction/beta-geometric.ts';
import { makeForecast } from '../../../../src-main/metrics/prediction/forecast.ts';
import { personForecast } from '../../../../src-main/metrics/prediction/person-forecast.ts';
import {
  dayNumber,
  historyAsOf,
  purchasesOf,
  spendingAsOf,
} from '../../../../src-main/metrics/prediction/purchases.ts';
import { addDays, type Day } from '../../../../src-shared/day.ts';
import { day } from '../random-ledger.ts';
import { type SmallContent, type SmallLedger, smallLedger } from '../small-ledger.ts';
import { madeCustomers } from './made-customers.ts';

const root = process.env['REGULARS_SHARED'] === undefined ? null : join(process.env['REGULARS_SHARED'], 'oracles');
const skipped = root === null ? ' (skipped: REGULARS_SHARED is not set)' : '';

let ledger: SmallLedger | null = null;
afterEach(() => {
  ledger?.close();
  ledger = null;
});

type Row = Readonly<Record<string, string>>;
const csv = (path: string): Row[] =>
  Papa.parse<Row>(readFileSync(join(root ?? '', path), 'utf8'), { header: true, skipEmptyLines: true }).data;

describe.skipIf(root === null)(`the CDNOW customers in a ledger${skipped}`, () => {
  test('what the model is given of each, and what it says of all', () => {
    const orders = csv('data/cdnow_sample_orders.csv');
    const [sample = {}] = orders;
    const of = (...names: string[]): string => names.find((name) => name in sample) ?? '';
    const [who, when, money] = [
      of('customer_id', 'customer'),
      of('order_date', 'date', 'created_at'),
      of('amount', 'total'),
    ];
    expect([who, when, money]).not.toContain('');
    const ids = [...new Set(orders.map((order) => order[who] ?? ''))];
    const content: SmallContent = {
      customers: ids.map((nick, at) => ({ id: at + 1, nick })),
      orders: orders.map((order) => ({
        customer: ids.indexOf(order[who] ?? '') + 1,
        day: (order[when] ?? '').slice(0, 10),
        paidMinor: Math.round(100 * Number(order[money])),
      })),
    };
    ledger = smallLedger(content);
    const on = day('1997-09-30');
    const all = new Map([...purchasesOf(ledger.reading, { on })].map((one) => [ids[one.customer - 1], one]));
    for (const row of csv('expected/clv_cdnow_sample_customers.csv')) {
      const purchases = all.get(row['customer_id'] ?? '');
      const history = purchases === undefined ? null : historyAsOf(purchases, dayNumber(on));
      expect(history?.repeats).toBe(Number(row['frequency']));
      expect(history?.lastWeeks).toBeCloseTo(Number(row['recency']), 6);
      expect(history?.knownWeeks).toBeCloseTo(Number(row['T']), 6);
      const mean = purchases === undefined ? null : spendingAsOf(purchases, dayNumber(on))?.mean;
      expect((mean ?? 0) / 100).toBeCloseTo(Number(row['monetary_value']), 4);
    }
    const said = makeForecast(ledger.reading, { on });
    expect([said.customers, said.repeaters, said.without]).toEqual([2357, 946, null]);
    // Times are rounded to weeks here; the literature's are days.
    expect(said.model?.r).toBeCloseTo(0.525, 1);
    expect(Math.abs((said.model?.alpha ?? 0) / 6.183 - 1)).toBeLessThan(0.1);
    expect(Math.abs((said.spend?.p ?? 0) / 6.25 - 1)).toBeLessThan(0.02);
    expect(said.model?.evaluations).toBeLessThanOrEqual(60);
    const { backtest } = said;
    expect(backtest?.customers).toBeLessThanOrEqual(said.customers);
    expect(backtest?.deciles.reduce((sum, { customers }) => sum + customers, 0)).toBe(backtest?.customers);
    const actual = backtest?.deciles.reduce((sum, one) => sum + one.actual * one.customers, 0);
    expect(actual).toBeCloseTo(backtest?.actual ?? -1, 6);
  });
});

/** Customers who come every so many days since the first of the year, some of them only for a while. */
function shop(customers: number, comes: (at: number) => readonly number[]): SmallContent {
  const start = day('2024-01-01');
  return {
    customers: Array.from({ length: customers }, (_, at) => ({ id: at + 1 })),
    orders: Array.from({ length: customers }, (_, at) =>
      comes(at).map((after) => ({ customer: at + 1, day: addDays(start, after), paidMinor: 1000 + 10 * at })),
    ).flat(),
  };
}

const on = day('2024-12-31');
const ask = (content: SmallContent, customer: number) => {
  ledger = smallLedger(content);
  const forecast = makeForecast(ledger.reading, { on });
  return { forecast, person: personForecast(ledger.reading, { on }, customer, forecast) };
};

describe('where there is little to go by', () => {
  test('too few came again: their own rhythm tells when, and no chance is made up', () => {
    const { forecast, person } = ask(
      shop(5, (at) => [0, 30 + at, 61, 95]),
      1,
    );
    expect(forecast).toMatchObject({ without: 'few', model: null, sums: null, backtest: null, customers: 5 });
    expect(person).toMatchObject({ by: 'rhythm', foretold: null, purchases: 4 });
    // Gaps of 30, 31 and 34 days: the middle one after the last purchase.
    expect(person.next).toEqual({ day: addDays(day('2024-01-01'), 95 + 31), from: null, to: null });
  });

  test('somebody who came once goes by how soon half of all come back', () => {
    const { forecast, person } = ask(
      shop(9, (at) => (at === 0 ? [300] : [0, 40])),
      1,
    );
    expect(forecast.medianDays).toBe(40);
    expect(person).toMatchObject({ by: 'shop', next: { day: addDays(day('2024-01-01'), 340) } });
  });

  test('nobody ever leaves: that is said, and nothing is foretold', () => {
    const { forecast, person } = ask(
      shop(80, (at) => Array.from({ length: 12 }, (_, nth) => 3 + (at % 20) + 30 * nth)),
      3,
    );
    expect(forecast.without).toBe('unclear');
    expect(person.by).toBe('rhythm');
  });

  test('a customer without any purchase has no forecast', () => {
    const { person } = ask(
      { customers: [{ id: 1 }], orders: [{ customer: 1, day: '2024-05-01', paidMinor: 0, status: 'closed' }] },
      1,
    );
    expect(person).toMatchObject({ purchases: 0, by: null, next: null });
  });
});

describe('by the model', () => {
  // Known for so many weeks on the day asked for.
  const content: SmallContent = {
    customers: Array.from({ length: 400 }, (_, at) => ({ id: at + 1 })),
    orders: madeCustomers({ r: 0.9, alpha: 8, a: 0.9, b: 2.5 }, 400, 11).flatMap(({ times, history }, at) =>
      times.map((weeks) => ({
        customer: at + 1,
        day: addDays(on, -7 * history.knownWeeks + Math.floor(7 * weeks)),
        paidMinor: 1000 + 10 * at,
      })),
    ),
  };

  test('one customer’s figures are the model’s, all of them add up, and orders are worth what they were', () => {
    ledger = smallLedger(content);
    const { reading } = ledger;
    const forecast = makeForecast(reading, { on });
    const { model, sums } = forecast;
    if (model === null || sums === null) throw new Error('no model');
    let [active, orders, net] = [0, 0, 0];
    for (const purchases of purchasesOf(reading, { on })) {
      const person = personForecast(reading, { on }, purchases.customer, forecast);
      const history = historyAsOf(purchases, dayNumber(on));
      if (history === null || person.foretold === null) throw new Error('nothing foretold');
      expect(person.foretold.active).toBe(chanceActive('mbg', model, history));
      expect(person.foretold.orders90).toBeLessThan(person.foretold.orders365);
      active += person.foretold.active;
      orders += person.foretold.orders365;
      net += person.foretold.net365Minor;
      if (person.next !== null) {
        expect(person.next.day > on).toBe(true);
        expect((person.next.from ?? '') <= person.next.day).toBe(true);
      }
    }
    expect(active).toBeCloseTo(sums.active, 6);
    expect(orders).toBeCloseTo(sums.orders365, 6);
    expect(Math.abs(net - sums.net365Minor)).toBeLessThan(400);
  });

  test('as of a day it equals that of a ledger that holds nothing later', () => {
    const until = day('2024-09-15');
    ledger = smallLedger(content);
    const asOf = makeForecast(ledger.reading, { on: until });
    ledger.close();
    ledger = smallLedger({ ...content, orders: content.orders.filter((order) => (order.day as Day) <= until) });
    expect(makeForecast(ledger.reading, { on: until })).toEqual(asOf);
  });
});
