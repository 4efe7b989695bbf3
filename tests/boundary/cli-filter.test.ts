/** `customers --filter`: nested conditions on the command line, as JSON or from a file; what cannot be read is told by its place. */

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../house/source-files.ts';
import { monthFiles } from '../support/month-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('customers --filter lists whom the conditions mean', () => {
  const data = join(temporaryFolder(), 'data');
  const cli = (...words: readonly string[]): unknown => {
    const all = [join(root, 'dist/main/cli.mjs'), ...words, '--data', data, '--json'];
    return JSON.parse(spawnSync(process.execPath, all, { encoding: 'utf8' }).stdout);
  };
  cli('import', ...monthFiles(temporaryFolder(), [1, 2]));
  const filter = {
    all: [{ field: 'orders', from: 2 }, { none: [{ field: 'buyerId', test: 'ends', texts: ['1', '2'] }] }],
  };
  const json = JSON.stringify(filter);
  expect(cli('customers', '--filter', json)).toMatchObject({ total: 8 });
  const file = join(temporaryFolder(), '条件.json');
  writeFileSync(file, `\uFEFF${json}`);
  expect(cli('customers', '--filter', file)).toMatchObject({ total: 8 });
  expect(cli('customers', '--filter', '{"all": [{"field": "orders"}]}')).toMatchObject({
    problem: { code: 'filter-invalid', details: { where: 'all[0]' } },
  });
  expect(cli('customers', '--filter', '{')).toMatchObject({ problem: { code: 'filter-invalid' } });
  expect(cli('customers', '--filter', `${file}.none`)).toMatchObject({ problem: { code: 'file-not-found' } });
});
