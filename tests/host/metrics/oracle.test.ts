/** Every customer of the CDNOW sample, scored on 1998-07-01, against figures made by published packages. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
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
});
