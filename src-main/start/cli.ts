/** `npm run -s cli -- …`: builds the command line if needed, without a word on standard output, then becomes it. */

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildIfNeeded, projectRoot } from './build.ts';

try {
  buildIfNeeded({ quiet: true, only: ['host'] });
  await import(pathToFileURL(join(projectRoot, 'dist/main/cli.mjs')).href);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 70;
}
