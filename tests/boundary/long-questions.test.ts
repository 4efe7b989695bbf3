/** Of a large ledger, reports and the figures behind them are worked out beside: they say the same, and nobody waits for them. */

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openForReading } from '../../src-main/ledger/open-ledger.ts';
import type { Reading } from '../../src-main/ledger/transaction.ts';
import { explainMetric } from '../../src-main/metrics/explain-metric.ts';
import { readReport } from '../../src-main/metrics/reports.ts';
import { scoreSource } from '../../src-main/metrics/rfm.ts';
import { reportNames } from '../../src-shared/contract/reports.ts';
import type { Day } from '../../src-shared/day.ts';
import { defaultTypedLines } from '../../src-shared/rfm.ts';
import { type BuiltHost, startHost } from '../support/built-host.ts';
import { importFiles } from '../support/import-files.ts';
import { writeTaobaoFile } from '../support/taobao-file.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** More than what is still asked in the host itself. */
const ORDERS = 31_000;
const on = '2026-01-01' as Day;

const scores = scoreSource(() => defaultTypedLines);

async function reportsAreTheSame({ client }: BuiltHost, reading: Reading): Promise<void> {
  for (const report of reportNames) {
    const question = { report, on, definition: 'quantile' as const };
    const told = await client.call('reports.read', question);
    expect(told).toEqual(structuredClone(readReport(reading, question, scores)));
    expect(told.buyers).toBeGreaterThan(0);
  }
}

async function othersAreAnsweredMeanwhile({ client }: BuiltHost): Promise<void> {
  const answered: string[] = [];
  const ask = async (name: string, asking: Promise<unknown>): Promise<void> => {
    await asking;
    answered.push(name);
  };
  const from = '2025-11-01' as Day;
  await Promise.all([
    ask('report', client.call('reports.read', { report: 'repurchase', on, from, definition: 'quantile' })),
    ask('page', client.call('ledger.totals', {})),
  ]);
  expect(answered).toEqual(['page', 'report']);
}

async function figuresAreExplained({ client }: BuiltHost, reading: Reading): Promise<void> {
  const subject = { name: 'sales-by-month', on };
  const why = structuredClone(explainMetric(reading, subject, scores));
  expect(await client.call('explain.metric', subject)).toEqual(why);
  // What is wrong with a question is said as ever.
  await expect(client.call('metrics.run', { name: 'nothing-like-it', on })).rejects.toMatchObject({
    code: 'metric-unknown',
  });
}

async function writesAreSeen({ client }: BuiltHost): Promise<void> {
  const question = { report: 'tiers' as const, on, definition: 'typed' as const };
  const before = await client.call('reports.read', question);
  await client.call('settings.change', { typedLines: { recencyDays: 1, frequency: 50, netMinor: 9_999_900 } });
  const after = await client.call('reports.read', question);
  expect(after.tables[0]?.rows).not.toEqual(before.tables[0]?.rows);
}

test('reports and explanations of a large ledger equal those asked at once; pages come before them; a write in between is seen', async () => {
  const folder = temporaryFolder();
  const data = join(folder, 'data');
  const host = startHost(data);
  await importFiles(host, [writeTaobaoFile(join(folder, 'ExportOrderList1.csv'), { orders: ORDERS })]);
  const reading = openForReading(data);
  await reportsAreTheSame(host, reading);
  await othersAreAnsweredMeanwhile(host);
  await figuresAreExplained(host, reading);
  await writesAreSeen(host);
  reading.connection.close();
});
