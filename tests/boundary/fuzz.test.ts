/** Mutated files, read in processes of their own: none brings a reader down, hangs it, or is read in two ways. `npm run rel:fuzz` tries more. */

import { join } from 'node:path';
import { expect, test } from 'vitest';
import { goodFiles } from '../reliability/fuzz-good.ts';
import { fuzz, mutated } from '../reliability/fuzz-run.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('150 mutated files are read or refused in words', { timeout: 300_000 }, async () => {
  const home = temporaryFolder();
  const good = await goodFiles(join(home, 'good'));
  const seed = Number(process.env['REGULARS_SEED'] ?? 26);
  expect(mutated(good, seed, 3)).toEqual(mutated(good, seed, 3));
  const { misses, read, refused } = await fuzz({ good, seed, from: 0, count: 150, folder: join(home, 'files') });
  expect(misses).toEqual([]);
  expect(read).toBeGreaterThan(50);
  expect(Object.keys(refused).length).toBeGreaterThan(1);
});
