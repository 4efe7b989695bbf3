/** Where Electron's binary is on this machine, and fetching it when it is not. For `npm start` and `npm run smoke`. */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './build.ts';

/** Fetching may take this long before we go on without it. */
const FETCH_MS = 90_000;

const names: Readonly<Record<string, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

/** Path of the binary when it is here: in the folder ELECTRON_OVERRIDE_DIST_PATH names, or where an earlier fetch put it. */
export function electronHere(): string | null {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(projectRoot, 'node_modules/electron/dist');
  const path = join(folder, names[process.platform] ?? 'electron');
  return existsSync(path) ? path : null;
}

/** Fetches the binary of the version package.json pins, from ELECTRON_MIRROR when that is set. Null when it could not be had. */
export function fetchElectron(): string | null {
  const script = join(projectRoot, 'node_modules/electron/install.js');
  if (!existsSync(script)) return null;
  // Its own words are a stack trace when the download fails; the caller has better ones.
  spawnSync(process.execPath, [script], {
    cwd: projectRoot,
    stdio: 'ignore',
    timeout: FETCH_MS,
    killSignal: 'SIGKILL',
  });
  return electronHere();
}
