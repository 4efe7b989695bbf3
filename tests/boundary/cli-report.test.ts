/** Reports on the command line: a real file is imported, and its months, cohorts and repurchase are those of published packages. */

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reportNames, reportSchema } from '../../src-shared/contract/reports.ts';
import { root } from '../house/source-files.ts';
import { monthFiles } from '../support/month-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

interface Said {
  readonly code: number | null;
  readonly value: unknown;
}

function cliOn(data: string, ...words: readonly string[]): Said {
  const all = [join(root, 'dist/main/cli.mjs'), ...words, '--data', data, '--json'];
  const { status, stdout } = spawnSync(process.execPath, all, {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  return { code: status, value: JSON.parse(stdout) };
}

const shared = process.env['REGULARS_SHARED'];
const folder = shared === undefined ? '' : join(shared, 'oracles');
const absent = folder === '' || !existsSync(folder);

type Told = Readonly<Record<string, string | number | null>>;

function tableOf(said: Said, name: string): Told[] {
  const table = reportSchema.parse(said.value).tables.find((one) => one.name === name) ?? expect.fail(name);
  return table.rows.map((row) => Object.fromEntries(table.columns.map((column, at) => [column, row[at] ?? null])));
}

interface Retail {
  readonly monthly: Record<string, { orders: number; customers: number; revenue: number }>;
  readonly cohorts: Record<string, { active: number[] }>;
  readonly repurchase: {
    gaps: number;
    p50: number;
    first_to_second: { events: number; km_survival: Record<string, number> };
  };
}

describe.skipIf(absent)(
  `published figures${absent ? ' (skipped: REGULARS_SHARED does not name a folder with oracles)' : ''}`,
  () => {
    test('of the CDNOW sample, imported as a marketplace exports it', { timeout: 180_000 }, () => {
      const data = join(temporaryFolder(), 'data');
      expect(
        cliOn(data, 'import', join(folder, 'data/cdnow_sample_taobao_like.gb18030.csv'), '--shop', 'CD 铺').code,
      ).toBe(0);
      // The file's shape is part of the oracle.
      const retail = JSON.parse(readFileSync(join(folder, 'expected/retail_cdnow_sample.json'), 'utf8')) as Retail;
      const months = tableOf(cliOn(data, 'report', 'sales', '--on', '1998-06-30'), 'sales-by-month');
      expect(
        Object.fromEntries(
          months.map((row) => [
            row['month'],
            { orders: row['orders'], customers: row['customers'], revenue: Number(row['net_minor']) / 100 },
          ]),
        ),
      ).toEqual(retail.monthly);
      const cohorts = tableOf(cliOn(data, 'report', 'cohorts', '--on', '1998-06-30'), 'cohort-retention');
      for (const [month, { active }] of Object.entries(retail.cohorts)) {
        expect(cohorts.filter((row) => row['month'] === month).map((row) => row['active'])).toEqual(active);
      }
      const forecast = cliOn(data, 'forecast', '--on', '1997-09-30');
      expect(forecast.value).toMatchObject({ customers: 2357, repeaters: 946, without: null });
      const one = cliOn(data, 'forecast', '1', '--on', '1997-09-30');
      expect(one.value).toMatchObject({ by: 'model' });
      const repurchase = cliOn(data, 'report', 'repurchase', '--on', '1998-07-01');
      const [gap] = tableOf(repurchase, 'gap-figures');
      expect([gap?.['gaps'], gap?.['median_days']]).toEqual([retail.repurchase.gaps, retail.repurchase.p50]);
      const away = tableOf(repurchase, 'first-to-second');
      const second = retail.repurchase.first_to_second;
      for (const [days, share] of Object.entries(second.km_survival)) {
        const last = away.filter((row) => Number(row['days']) <= Number(days)).at(-1);
        expect(Number(last?.['share_away'])).toBeCloseTo(share, 8);
      }
    });
  },
);

test('a report as JSON, as a workbook, and a figure of it down to its orders', () => {
  const data = join(temporaryFolder(), 'data');
  expect(cliOn(data, 'import', ...monthFiles(temporaryFolder(), [1, 2, 3])).code).toBe(0);
  expect(cliOn(data, 'report').value).toEqual({ reports: [...reportNames] });
  const asked = ['--on', '2024-03-31', '--from', '2024-02-01'] as const;
  const sales = cliOn(data, 'report', 'sales', ...asked);
  const months = tableOf(sales, 'sales-by-month');
  expect(months.map((row) => row['month'])).toEqual(['2024-02', '2024-03']);
  const [first] = months;
  const why = cliOn(data, 'explain', 'sales-by-month', '--row', 'month=2024-02', ...asked).value;
  expect(why).toMatchObject({ orderCount: first?.['orders'], sumMinor: first?.['net_minor'] });
  const path = join(temporaryFolder(), 'sales.xlsx');
  expect(cliOn(data, 'report', 'sales', ...asked, '--xlsx', path).code).toBe(0);
  expect(statSync(path).size).toBeGreaterThan(1000);
  expect(cliOn(data, 'report', 'nonsense')).toMatchObject({
    code: 1,
    value: { problem: { code: 'arguments-invalid' } },
  });
});

/** What is said to a person, in the language of the machine. */
function textOn(
  data: string,
  lcAll: string,
  ...words: readonly string[]
): { said: string; warned: string; code: number | null } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'dist/main/cli.mjs'), ...words, '--data', data],
    { encoding: 'utf8', env: { ...process.env, LC_ALL: lcAll } },
  );
  return { said: stdout, warned: stderr, code: status };
}

/** The cells of a line, by what is between them. */
const lineWith = (text: string, first: string): string[] | undefined =>
  text
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .find(([cell]) => cell === first);

test('--compare: first the report, then which days it is held against, then the report of those days; each month in its own part', () => {
  const data = join(temporaryFolder(), 'data');
  // March is not among them.
  expect(cliOn(data, 'import', ...monthFiles(temporaryFolder(), [1, 2, 4, 5])).code).toBe(0);
  const asked = ['report', 'sales', '--from', '2024-04-01', '--on', '2024-05-31'] as const;

  const before = textOn(data, 'C.UTF-8', ...asked, '--compare', 'before');
  expect(before.code).toBe(0);
  const [now = '', then = '', ...rest] = before.said.split('\n\n对比：2024-02-01 到 2024-03-31\n\n');
  expect(rest).toEqual([]);
  const sold = (month: string) => [month, '10', '0', '10', '200.00', '0.00', '200.00', '20.00'];
  for (const [part, months] of [
    [now, [sold('2024-04'), sold('2024-05')]],
    // Of a month without a file nothing is known.
    [then, [sold('2024-02'), ['2024-03', ...Array<string>(7).fill('—')]]],
  ] as const) {
    expect(part.startsWith('每月销售\n')).toBe(true);
    expect(part).toContain('\n要数\n');
    expect(
      ['2024-02', '2024-03', '2024-04', '2024-05'].flatMap((month) =>
        [lineWith(part, month) ?? []].filter((line) => line.length > 0),
      ),
    ).toEqual(months);
  }
  expect(cliOn(data, ...asked, '--compare', 'before').value).toMatchObject({
    from: '2024-04-01',
    compared: { from: '2024-02-01', on: '2024-03-31' },
  });

  const year = textOn(data, 'en_US.UTF-8', ...asked, '--compare', 'year');
  expect(year.said).toContain(
    '\n\nAgainst: 2023-04-01 to 2023-05-31 (not whole: the first order is of 2024-01-03)\n\nSales by month\n',
  );
  const none = textOn(data, 'C.UTF-8', ...asked, '--compare', 'none');
  expect(none.said).toBe(textOn(data, 'C.UTF-8', ...asked).said);
  expect(none.said).not.toContain('对比');

  // Held against what, without a beginning? And by a word that is none?
  const endless = textOn(data, 'C.UTF-8', 'report', 'sales', '--on', '2024-05-31', '--compare', 'before');
  expect([endless.code, endless.said]).toEqual([1, '']);
  expect(endless.warned).toContain('--from');
  expect(textOn(data, 'C.UTF-8', ...asked, '--compare', 'month').warned).toContain('--compare month');
});
