/** Coverage and exclusions on the command line: figures on standard output as ever, what is missing in them on standard error. */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { totalsSchema } from '../../src-shared/contract/ledger.ts';
import { root } from '../house/source-files.ts';
import { monthFiles } from '../support/month-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

type Cli = (...words: readonly string[]) => { code: number | null; value: unknown; err: string };

function cliOn(data: string, words: readonly string[]): ReturnType<Cli> {
  const all = [join(root, 'dist/main/cli.mjs'), ...words, '--data', data, '--json'];
  const { status, stdout, stderr } = spawnSync(process.execPath, all, {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  const value: unknown = JSON.parse(stdout);
  return { code: status, value, err: stderr };
}

/** A folder that holds these months. */
function cliWith(months: readonly number[]): Cli {
  const data = join(temporaryFolder(), 'data');
  expect(cliOn(data, ['import', ...monthFiles(temporaryFolder(), months)]).code).toBe(0);
  return (...words) => cliOn(data, words);
}

test('a month that is missing: coverage says it, figures warn of it and keep their shapes, and the owner speaks for it', () => {
  const cli = cliWith([1, 2, 4]);
  const { value } = cli('coverage');
  expect(value).toMatchObject({ shops: [{ gaps: [{ from: '2024-03-01', to: '2024-03-31', days: 31 }] }] });
  const totals = cli('totals');
  expect(totalsSchema.strict().parse(totals.value)).toMatchObject({ orders: 30 });
  expect(totals.err).toContain('有 31 天没有订单文件（2024-03-01 – 2024-03-31）');
  expect(cli('rfm', '--on', '2024-04-30').err).toContain('31 天');
  expect(cli('metrics', 'repurchase-rate', '--on', '2024-04-30').err).toContain('31 天');
  // The gap is after the day that is asked for.
  expect(cli('rfm', '--on', '2024-02-29').err).toBe('');
  const span = ['--from', '2024-03-01', '--to', '2024-03-31'] as const;
  expect(cli('coverage', ...span, '--no-sales').value).toMatchObject({ shops: [{ gaps: [] }] });
  expect(cli('totals').err).toBe('');
  cli('coverage', ...span, '--clear');
  expect(cli('coverage', '--from', '2024-03', '--to', '2024-03-31', '--closed')).toMatchObject({
    code: 1,
    value: { problem: { code: 'day-invalid' } },
  });
});

test('a rule is tried, added, and removed; its orders leave the figures but for --with-excluded', () => {
  const cli = cliWith([1, 2, 4]);
  const rule = ['--kind', 'brushing', '--seller-note', 'V-*'] as const;
  expect(cli('exclusions', 'add', ...rule, '--check').value).toMatchObject({ orders: 6, counted: 6, customers: 2 });
  expect(cli('exclusions').value).toEqual({ rules: [], excluded: 0 });
  expect(cli('exclusions', 'add', ...rule).value).toMatchObject({ excluded: 6, rules: [{ rule: 1, version: 1 }] });
  const totals = cli('totals');
  expect(totals.value).toMatchObject({ orders: 24, customers: 8 });
  expect(totals.err).toContain('有 6 单被排除规则排除');
  expect(cli('totals', '--with-excluded').value).toMatchObject({ orders: 30, customers: 10 });
  expect(cli('explain', 'customers', '--on', '2024-12-31').value).toMatchObject({ orderCount: 24 });
  expect(cli('explain', 'customers', '--on', '2024-12-31', '--with-excluded').value).toMatchObject({ orderCount: 30 });
  expect(cli('exclusions', 'add', '--kind', 'test').value).toMatchObject({ problem: { code: 'arguments-invalid' } });
  expect(cli('exclusions', 'remove', '9').value).toMatchObject({ problem: { code: 'rule-unknown' } });
  expect(cli('exclusions', 'remove', '1').value).toEqual({ rules: [], excluded: 0 });
  expect(cli('totals').value).toMatchObject({ orders: 30, customers: 10 });
  const cents = ['--paid-from', '20', '--paid-to', '20.00', '--nick', '茶客1'] as const;
  expect(cli('exclusions', 'add', '--kind', 'reseller', ...cents, '--check').value).toMatchObject({ orders: 3 });
});
