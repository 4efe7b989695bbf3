/** `npm run pack`: a release build without the tests' doors, then the installers (or what is given: `-- --dir`). */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildIfNeeded, projectRoot } from './build.ts';
import { writeLicences } from './licences.ts';

// Read by the build: what only tests need is then compiled out.
process.env['REGULARS_RELEASE'] = '1';
buildIfNeeded({ force: true });
writeLicences();
const builder = join(projectRoot, 'node_modules/electron-builder/cli.js');
const done = spawnSync(process.execPath, [builder, ...process.argv.slice(2)], { cwd: projectRoot, stdio: 'inherit' });
process.exitCode = done.status ?? 1;
