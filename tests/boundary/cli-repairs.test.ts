/** The command line about damage: the report beside a check, and remembered columns as a file. */

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { csvOf, soundRows, withCells } from '../host/importing/damaged-shop.ts';
import { root } from '../house/source-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

function cli(folder: string, ...words: readonly string[]): { code: number | null; value: unknown } {
  const done = spawnSync(
    process.execPath,
    [join(root, 'dist/main/cli.mjs'), ...words, '--data', join(folder, 'data'), '--json'],
    { encoding: 'utf8' },
  );
  return { code: done.status, value: JSON.parse(done.stdout) };
}

test('import --check --report writes what is wrong as a workbook, and posts nothing', () => {
  const folder = temporaryFolder();
  const [file, report] = [join(folder, '订单.csv'), join(folder, '问题单.xlsx')];
  writeFileSync(file, csvOf(withCells(soundRows(4), 1, { 订单编号: '3.94822E+18' })));
  const { code, value } = cli(folder, 'import', file, '--check', '--report', report);
  expect(code).toBe(0);
  expect(value).toMatchObject({ batches: [{ id: null, orders: { new: 3, skipped: 1 } }] });
  expect(readFileSync(report).subarray(0, 2).toString()).toBe('PK');
  expect(existsSync(`${report}.part`)).toBe(false);
  expect(cli(folder, 'history').value).toEqual({ batches: [] });
});

test('mappings: to a file, from a file, forgotten; a file of another kind is refused with a sentence', () => {
  const folder = temporaryFolder();
  const [columns, again] = [join(folder, 'columns.json'), join(folder, 'again.json')];
  const mapping = {
    profile: 'own',
    granularity: 'order',
    columns: { orderNumber: [0], orderedAt: [1], paid: [2] },
    dateOrder: 'ymd',
    assumePaid: true,
    currency: 'CNY',
  };
  const mappings = [{ name: '门店.csv', header: ['流水', '什么时候', '收了'], mapping }];
  writeFileSync(columns, JSON.stringify({ kind: 'regulars-mappings', version: 1, mappings }));
  expect(cli(folder, 'mappings', '--import', columns).value).toEqual({ added: 1, replaced: 0 });
  expect(cli(folder, 'mappings', '--export', again).value).toEqual({ file: again, mappings: 1 });
  expect(JSON.parse(readFileSync(again, 'utf8'))).toMatchObject({ mappings });
  const { value } = cli(folder, 'mappings');
  const { id } = (value as { mappings: { id: number }[] }).mappings[0] ?? { id: 0 };
  expect(cli(folder, 'mappings', '--forget', String(id)).value).toEqual({ mappings: [] });
  writeFileSync(columns, '{"version": 2}');
  expect(cli(folder, 'mappings', '--import', columns)).toMatchObject({
    code: 1,
    value: { problem: { code: 'mappings-unreadable' } },
  });
});
