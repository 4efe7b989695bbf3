/** Sales by month, cohorts, repurchase with Kaplan–Meier, and pairs of items, against figures made by published packages. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { runNamedMetric } from '../../../src-main/metrics/catalogue.ts';
import { scoreSource } from '../../../src-main/metrics/rfm.ts';
import { rfmScoreRows } from '../../../src-main/metrics/rfm-summary.ts';
import { day, monthsFrom } from './random-ledger.ts';
import { type SmallContent, type SmallLedger, smallLedger } from './small-ledger.ts';

const shared = process.env['REGULARS_SHARED'];
const folder = shared === undefined ? null : join(shared, 'oracles');
const absent = folder === null || !existsSync(folder);
const skipped = absent ? ' (skipped: REGULARS_SHARED does not name a folder with oracles)' : '';
const root = folder ?? '';

type Row = Readonly<Record<string, string>>;

function csvOf(path: string): Row[] {
  const bytes = readFileSync(join(root, path));
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
}

interface Placed {
  readonly customer: string;
  readonly day: string;
  readonly minor: number;
}

function contentOf(orders: readonly Placed[]): SmallContent {
  const nicks = [...new Set(orders.map(({ customer }) => customer))];
  const idOf = new Map(nicks.map((nick, at) => [nick, at + 1]));
  return {
    customers: nicks.map((nick, at) => ({ id: at + 1, nick })),
    orders: orders.map(({ customer, day: on, minor }) => ({
      customer: idOf.get(customer) ?? null,
      day: on,
      paidMinor: minor,
    })),
  };
}

/** Positive lines by invoice; each order's total is rounded once. */
function invoices(rows: readonly Row[]): Placed[] {
  const found = new Map<string, { customer: string; day: string; money: number }>();
  for (const row of rows) {
    const { InvoiceNo: number = '', CustomerID: customer = '', InvoiceDate: at = '' } = row;
    const [pieces, price] = [Number(row['Quantity']), Number(row['UnitPrice'])];
    if (number.startsWith('C') || pieces <= 0 || price <= 0) continue;
    const known = found.get(number) ?? { customer, day: at.slice(0, 10), money: 0 };
    known.money += pieces * price;
    found.set(number, known);
  }
  return [...found.values()].map(({ customer, day: on, money }) => ({
    customer,
    day: on,
    minor: Math.round(Number((money * 100).toFixed(6))),
  }));
}

interface Retail {
  readonly totals: { orders: number; customers: number; revenue: number; aov: number; repeat_rate_days: number };
  readonly monthly: Record<string, { orders: number; customers: number; revenue: number }>;
  readonly cohorts: Record<string, { size: number; active: number[]; retention: number[]; revenue: number[] }>;
  readonly repurchase: Record<string, number> & {
    readonly first_to_second: {
      events: number;
      censored: number;
      km_median_days: number | null;
      km_survival: Record<string, number>;
    };
  };
}

interface Case {
  readonly name: string;
  readonly snapshot: string;
  readonly lastDay: string;
  readonly orders: () => Placed[];
}

const cases: readonly Case[] = [
  {
    name: 'cdnow_sample',
    snapshot: '1998-07-01',
    lastDay: '1998-06-30',
    orders: () =>
      csvOf('data/cdnow_sample_orders.csv').map((row) => ({
        customer: row['customer_id'] ?? '',
        day: row['order_date'] ?? '',
        minor: Math.round(Number(row['total']) * 100),
      })),
  },
  {
    name: 'online_retail_uk_a',
    snapshot: '2011-12-10',
    lastDay: '2011-12-09',
    orders: () => invoices(csvOf('data/online_retail_uk_a_lines.csv.gz')),
  },
  {
    name: 'rfm_package_orders',
    snapshot: '2006-12-31',
    lastDay: '2006-12-30',
    orders: () =>
      csvOf('data/rfm_package_orders.csv').map((row) => ({
        customer: row['customer_id'] ?? '',
        day: row['order_date'] ?? '',
        minor: Math.round(Number(row['revenue']) * 100),
      })),
  },
];

type Told = Readonly<Record<string, string | number | null>>;

interface Rule {
  readonly antecedents: string;
  readonly consequents: string;
  readonly support: number;
  readonly confidence: number;
  readonly lift: number;
}

interface Rules {
  readonly baskets: number;
  readonly pair_rules: number;
  readonly rules_all: number;
  readonly 'rules_lift_ge_6_conf_ge_0.8_support_ge_0.07': readonly Rule[];
}

/** Of three items any may be the third; and each set also gives rules of one on two, which are not asked. */
function expectRulesOfTwo(ledger: SmallLedger, file: Rules): void {
  const ours = ask(ledger, 'bought-by-two', '2011-12-31', Math.ceil(0.02 * file.baskets));
  expect(ours).toHaveLength((file.rules_all - file.pair_rules) / 2);
  const rules = file['rules_lift_ge_6_conf_ge_0.8_support_ge_0.07'].filter((rule) => rule.antecedents.includes(' | '));
  expect(rules.length).toBeGreaterThan(0);
  for (const rule of rules) {
    const found = ours.find(
      (row) =>
        row['with_title'] === rule.consequents &&
        rule.antecedents.split(' | ').every((title) => title === row['title'] || title === row['second_title']),
    );
    for (const ratio of ['support', 'confidence', 'lift'] as const)
      expect(Math.abs(Number(found?.[ratio]) / rule[ratio] - 1)).toBeLessThan(1e-8);
  }
}

function ask(ledger: SmallLedger, name: string, on: string, least?: number): Told[] {
  const { columns, rows } = runNamedMetric(ledger.reading, {
    name,
    on: day(on),
    lines: ledger.lines(ledger.reading),
    least,
  });
  return rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null])));
}

/** Not back after so many days: the share at the last day a person came back on or left sight. */
function awayAfter(rows: readonly Told[], days: number): number {
  return Number(rows.filter((row) => Number(row['days']) <= days).at(-1)?.['share_away'] ?? 1);
}

describe.skipIf(absent)(`published figures${skipped}`, () => {
  test.each(cases)('$name: months, key figures, cohorts, gaps, first to second', { timeout: 120_000 }, (of) => {
    const ledger = smallLedger(contentOf(of.orders()));
    // The file's shape is part of the oracle.
    const retail = JSON.parse(readFileSync(join(root, `expected/retail_${of.name}.json`), 'utf8')) as Retail;
    const months = ask(ledger, 'sales-by-month', of.lastDay);
    // The file names no month without orders; we name each.
    const sold = months.filter((row) => row['orders'] !== 0);
    expect(months.map((row) => row['month'])).toEqual(
      monthsFrom(Object.keys(retail.monthly).toSorted()[0], day(of.lastDay)),
    );
    expect(
      Object.fromEntries(
        sold.map((row) => [
          row['month'],
          { orders: row['orders'], customers: row['customers'], revenue: Number(row['net_minor']) / 100 },
        ]),
      ),
    ).toEqual(retail.monthly);
    const [key] = ask(ledger, 'key-figures', of.snapshot);
    const { totals } = retail;
    expect([key?.['orders'], key?.['customers'], Number(key?.['net_minor']) / 100]).toEqual([
      totals.orders,
      totals.customers,
      totals.revenue,
    ]);
    expect(key?.['average_minor']).toBe(Math.round(totals.aov * 100));
    expect(Number(key?.['came_back']) / Number(key?.['buyers'])).toBeCloseTo(totals.repeat_rate_days, 8);
    const cohorts = ask(ledger, 'cohort-retention', of.lastDay);
    for (const [month, cohort] of Object.entries(retail.cohorts)) {
      const rows = cohorts.filter((row) => row['month'] === month);
      expect([month, rows.map((row) => row['active'])]).toEqual([month, cohort.active]);
      expect(new Set(rows.map((row) => row['customers']))).toEqual(new Set([cohort.size]));
      expect(rows.map((row) => Number(row['net_minor']) / 100)).toEqual(cohort.revenue);
      cohort.retention.forEach((rate, at) => {
        expect(Number(rows[at]?.['active_rate'])).toBeCloseTo(rate, 8);
      });
    }
    expect(cohorts.filter((row) => row['later'] === 0).length).toBe(
      Object.values(retail.cohorts).filter(({ size }) => size > 0).length,
    );
    const [gap] = ask(ledger, 'gap-figures', of.snapshot);
    const named = {
      gaps: 'gaps',
      mean: 'mean_days',
      p10: 'p10_days',
      p25: 'p25_days',
      p50: 'median_days',
      p75: 'p75_days',
      p90: 'p90_days',
      customers_with_gap: 'customers',
      median_of_customer_mean_gap: 'median_of_means_days',
      median_of_customer_median_gap: 'median_of_medians_days',
    };
    for (const [theirs, ours] of Object.entries(named)) {
      expect([theirs, Number(gap?.[ours]).toFixed(7)]).toEqual([theirs, Number(retail.repurchase[theirs]).toFixed(7)]);
    }
    const away = ask(ledger, 'first-to-second', of.snapshot);
    const second = retail.repurchase.first_to_second;
    const sum = (column: string): number => away.reduce((total, row) => total + Number(row[column]), 0);
    expect([sum('came_back'), sum('out_of_sight')]).toEqual([second.events, second.censored]);
    expect(away.find((row) => Number(row['share_away']) <= 0.5)?.['days'] ?? null).toBe(second.km_median_days);
    for (const [days, share] of Object.entries(second.km_survival)) {
      expect(awayAfter(away, Number(days))).toBeCloseTo(share, 8);
    }
    ledger.close();
  });

  test.each(cases)('$name: quantile and ntile scores of every customer', { timeout: 120_000 }, (of) => {
    const ledger = smallLedger(contentOf(of.orders()));
    const expected = csvOf(`expected/rfm_${of.name}_customers.csv`);
    for (const [definition, letter] of [
      ['quantile', 'A'],
      ['ntile', 'B'],
    ] as const) {
      const { scores } = rfmScoreRows(
        ledger.reading,
        { on: day(of.snapshot), definition, from: 0, count: 10_000 },
        scoreSource(ledger.lines),
      );
      const ours = scores.map((s) => [s.buyerId, s.recencyDays, s.frequency, s.netMinor, s.r, s.f, s.m].join(' '));
      const theirs = expected.map((row) =>
        [
          row['customer_id'],
          row['recency_days'],
          row['orders'],
          Math.round(Number(row['monetary']) * 100),
          row[`${letter}_R`],
          row[`${letter}_F`],
          row[`${letter}_M`],
        ].join(' '),
      );
      expect(ours.toSorted()).toEqual(theirs.toSorted());
    }
    ledger.close();
  });

  test('items bought together: every pair of the French invoices', { timeout: 120_000 }, () => {
    const baskets = new Map<string, { day: string; titles: string[]; quantities: number[] }>();
    for (const row of csvOf('data/online_retail_france_lines.csv.gz')) {
      const { InvoiceNo: number = '', InvoiceDate: at = '', Description: title = '' } = row;
      if (number.startsWith('C')) continue;
      const basket = baskets.get(number) ?? { day: at.slice(0, 10), titles: [], quantities: [] };
      baskets.set(number, basket);
      if (title.trim() === 'POSTAGE' || title.trim() === '') continue;
      basket.titles.push(title);
      basket.quantities.push(Number(row['Quantity']));
    }
    const ledger = smallLedger({
      customers: [{ id: 1 }],
      orders: [...baskets.values()].map((basket) => ({ customer: 1, ...basket })),
    });
    const file = JSON.parse(readFileSync(join(root, 'expected/affinity_france.json'), 'utf8')) as Rules;
    const ours = ask(ledger, 'bought-together', '2011-12-31', Math.ceil(0.02 * file.baskets));
    const theirs = csvOf('expected/affinity_france_pairs.csv');
    expect([ours.length, ours[0]?.['baskets']]).toEqual([file.pair_rules, file.baskets]);
    expect(theirs.length).toBe(file.pair_rules);
    const found = new Map(ours.map((row) => [`${row['title']} > ${row['with_title']}`, row]));
    for (const row of theirs) {
      const pair = found.get(`${row['antecedent']} > ${row['consequent']}`) ?? {};
      expect([pair['orders'], pair['with_orders'], pair['together']]).toEqual(
        [row['n_a'], row['n_c'], row['n_ac']].map(Number),
      );
      for (const ratio of ['support', 'confidence', 'lift', 'leverage', 'jaccard']) {
        expect(Math.abs(Number(pair[ratio]) / Number(row[ratio]) - 1)).toBeLessThan(1e-8);
      }
      expect(Math.abs(Number(pair['chance']) / Number(row['fisher_p_greater']) - 1)).toBeLessThan(1e-8);
      const conviction = pair['conviction'];
      if (row['conviction'] === '' || row['conviction'] === 'inf') expect(conviction).toBeNull();
      else expect(Math.abs(Number(conviction) / Number(row['conviction']) - 1)).toBeLessThan(1e-8);
    }
    expectRulesOfTwo(ledger, file);
    ledger.close();
  });
});
