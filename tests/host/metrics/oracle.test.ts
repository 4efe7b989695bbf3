/** Every customer of the CDNOW sample, scored on 1998-07-01, against figures made by published packages. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runNamedMetric } from '../../../src-main/metrics/catalogue.ts';
import { scoreSource } from '../../../src-main/metrics/rfm.ts';
import { rfmScoreRows, rfmSummary } from '../../../src-main/metrics/rfm-summary.ts';
import { type Day, dayOf } from '../../../src-shared/day.ts';
import { type SmallContent, smallLedger } from './small-ledger.ts';

const shared = process.env['REGULARS_SHARED'];
const folder = shared === undefined ? null : join(shared, 'oracles');
const reason = 'REGULARS_SHARED does not name a folder with oracles';
const absent = folder === null || !existsSync(folder);

function day(text: string): Day {
  const found = dayOf(text);
  if (found === null) throw new Error(text);
  return found;
}

function cellsOf(text: string): string[][] {
  return text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
}

function cdnow(root: string): SmallContent {
  const bytes = readFileSync(join(root, 'data/cdnow_sample_taobao_like.gb18030.csv'));
  const rows = cellsOf(new TextDecoder('gb18030').decode(bytes)).slice(1);
  const nicks = [...new Set(rows.map((row) => row[1] ?? ''))];
  const idOf = new Map(nicks.map((nick, index) => [nick, index + 1]));
  return {
    customers: nicks.map((nick, index) => ({ id: index + 1, nick })),
    orders: rows.map((row) => ({
      customer: idOf.get(row[1] ?? '') ?? 0,
      number: (row[0] ?? '').replace(/\D/g, ''),
      day: (row[7] ?? '').slice(0, 10),
      paidMinor: Math.round(Number(row[3]) * 100),
    })),
  };
}

/** The figures of the published summary that our metrics answer too. */
interface Retail {
  readonly monthly: Record<string, { orders: number; customers: number; revenue: number }>;
  readonly cohorts: Record<string, { size: number }>;
  readonly totals: { customers: number; repeat_rate_days: number };
  readonly repurchase: { gaps: number; mean: number };
}

describe.skipIf(absent)(`CDNOW sample${absent ? ` (skipped: ${reason})` : ''}`, () => {
  test('recency, frequency, money, quantile and ntile scores of all 2,357 customers agree', {
    timeout: 120_000,
  }, () => {
    const root = folder ?? '';
    const ledger = smallLedger(cdnow(root));
    const expected = cellsOf(readFileSync(join(root, 'expected/rfm_cdnow_sample_customers.csv'), 'utf8')).slice(1);
    const scoresOf = scoreSource(ledger.lines);
    const of = (definition: 'quantile' | 'ntile'): Map<string, readonly (string | number)[]> => {
      const question = { on: day('1998-07-01'), definition, from: 0, count: 10_000 };
      const { scores } = rfmScoreRows(ledger.reading, question, scoresOf);
      return new Map(
        scores.map((s) => [
          (s.buyerId ?? '').replace('tb_', ''),
          [s.recencyDays, s.frequency, s.netMinor, s.r, s.f, s.m],
        ]),
      );
    };
    const [quantile, ntile] = [of('quantile'), of('ntile')];
    expect(quantile.size).toBe(2357);
    expect(expected.length).toBe(2357);
    for (const row of expected) {
      const [id = '', , , orders, , money, recency] = row;
      const figures = [Number(recency), Number(orders), Math.round(Number(money) * 100)];
      expect([id, ...(quantile.get(id) ?? [])]).toEqual([id, ...figures, ...row.slice(7, 10).map(Number)]);
      expect([id, ...(ntile.get(id) ?? [])]).toEqual([id, ...figures, ...row.slice(10, 13).map(Number)]);
    }
    const summary = rfmSummary(ledger.reading, { on: day('1998-07-01'), definition: 'quantile' }, scoresOf);
    expect(summary.netMinor).toBe(24_409_194);
    expect(summary.grid.reduce((sum, cell) => sum + cell.customers, 0)).toBe(2357);
    ledger.close();
  });

  test('sales by month, cohorts, repurchase and gaps agree', { timeout: 120_000 }, () => {
    const root = folder ?? '';
    const ledger = smallLedger(cdnow(root));
    // The file's shape is part of the oracle.
    const retail = JSON.parse(readFileSync(join(root, 'expected/retail_cdnow_sample.json'), 'utf8')) as Retail;
    const ask = (name: string, on = '1998-07-01'): number[][] =>
      runNamedMetric(ledger.reading, { name, on: day(on), lines: ledger.lines(ledger.reading) }).rows.map((row) =>
        row.map(Number),
      );
    const months = ask('new-and-returning', '1998-06-30').map(
      ([, fresh = 0, back = 0, , customers, freshNet = 0, backNet = 0]) => ({
        orders: fresh + back,
        customers,
        revenue: (freshNet + backNet) / 100,
      }),
    );
    expect(months).toEqual(Object.values(retail.monthly));
    const cohorts = ask('repurchase-rate');
    expect(cohorts.map(([, size]) => size)).toEqual(Object.values(retail.cohorts).map((cohort) => cohort.size));
    const cameBack = cohorts.reduce((sum, [, , back = 0]) => sum + back, 0);
    expect(cameBack / retail.totals.customers).toBeCloseTo(retail.totals.repeat_rate_days, 8);
    const gaps = ask('days-between-orders');
    const count = gaps.reduce((sum, [, times = 0]) => sum + times, 0);
    expect(count).toBe(retail.repurchase.gaps);
    expect(gaps.reduce((sum, [gap = 0, times = 0]) => sum + gap * times, 0) / count).toBeCloseTo(
      retail.repurchase.mean,
      6,
    );
    ledger.close();
  });
});
