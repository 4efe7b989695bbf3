/** Every method of the contract has a handler and a test; every metric and migration is in its list. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { migrations } from '../../src-main/ledger/migrate.ts';
import { catalogue } from '../../src-main/metrics/catalogue.ts';
import { ledgerContract, shellContract } from '../../src-shared/contract/index.ts';
import { filesIn, root } from './source-files.ts';

function textOf(folder: string): string {
  return filesIn(folder, ['.ts', '.tsx'])
    .map((file) => file.text)
    .join('\n');
}

describe('the contract', () => {
  it('has a handler for every method of the ledger and of the shell', () => {
    const host = textOf('src-main/host');
    const shell = textOf('src-main/shell');
    const missing = [
      ...Object.keys(ledgerContract).filter((name) => !host.includes(`'${name}'`)),
      ...Object.keys(shellContract).filter((name) => !shell.includes(`'${name}'`)),
    ];
    expect(missing).toEqual([]);
  });

  it('has a test for every method', () => {
    const tests = filesIn('tests', ['.ts', '.tsx'])
      .filter((file) => !file.path.startsWith('tests/house/'))
      .map((file) => file.text)
      .join('\n');
    const untested = [...Object.keys(ledgerContract), ...Object.keys(shellContract)].filter(
      (name) => !tests.includes(name),
    );
    expect(untested).toEqual([]);
  });
});

describe('lists that folders must agree with', () => {
  it('holds every migration, in order', () => {
    const files = readdirSync(join(root, 'migrations')).filter((name) => name.endsWith('.sql'));
    expect(migrations.map((migration) => `${migration.name}.sql`)).toEqual(files.sort());
  });

  it('explains every metric in the first comment of its SQL', () => {
    const silent = catalogue.filter((metric) => !/^\s*--\s*\S/.test(metric.sql)).map((metric) => metric.name);
    expect(silent).toEqual([]);
    expect(catalogue.length).toBeGreaterThanOrEqual(5);
  });
});
