/** One word for all the code that decides what an imported row says: another word, and a file is read again. Used by the build. */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What reads, normalises and folds rows, the words they share, and the packages that open files. */
const places = ['src-main/importing', 'src-main/ledger', 'src-shared'] as const;
const LENGTH = 16;

/** `root`: the project's folder. A checkout with Windows line ends gives the same word. */
export function hashRules(root: string): string {
  const hash = createHash('sha256');
  const files = places.flatMap((place) =>
    readdirSync(join(root, place), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:ts|sql)$/.test(name))
      .map((name) => `${place}/${name.replaceAll('\\', '/')}`),
  );
  for (const file of [...files.sort(), 'package.json']) {
    hash.update(`${file}\n`);
    hash.update(readFileSync(join(root, file), 'utf8').replaceAll('\r\n', '\n'));
  }
  return hash.digest('hex').slice(0, LENGTH);
}
