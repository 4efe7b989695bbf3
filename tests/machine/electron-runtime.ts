/** Where the outside programs are that journeys need: an Electron, a Chromium, a display. Each answer is a path or the reason why not. */

import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { electronHere } from '../../src-main/start/electron-binary.ts';

export type Found = { readonly path: string } | { readonly missing: string };

/** Downloads and what is made of them; kept between runs. */
export function cacheFolder(): string {
  return process.env['REGULARS_CACHE'] ?? join(homedir(), '.cache', 'regulars');
}

/** The plain Electron runtime that `npm run setup:ci` makes. */
export function plainRuntimeFolder(): string {
  return join(cacheFolder(), 'electron-33.2.1-linux-x64');
}

/** An Electron to run the built shell in: one named by hand, the one `npm start` fetched, or the one `npm run setup:ci` made. */
export function electronRuntime(): Found {
  const own = electronHere();
  if (own !== null) return { path: own };
  const named = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (named !== undefined) return { missing: `ELECTRON_OVERRIDE_DIST_PATH holds no electron: ${named}` };
  const made = join(plainRuntimeFolder(), 'electron');
  if (existsSync(made)) return { path: made };
  return { missing: 'no Electron on this machine: `npm run setup:ci` makes one (Linux x64)' };
}

/** The folder of an Electron distribution, from the path of its binary. */
export function distributionOf(binary: string): string {
  return process.platform === 'darwin' ? join(binary, '../../../..') : dirname(binary);
}

/** Its version. Only a release says it in a file; ours was made from 33.2.1. */
export function electronVersion(binary: string): string {
  const file = join(distributionOf(binary), 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : '33.2.1';
}

/** Electron's own Node can run the ledger host since 36; with an older one the tests give the shell a Node of outside. */
export function needsOutsideNode(binary: string): boolean {
  return Number.parseInt(electronVersion(binary), 10) < 36;
}

/** A Chromium for the journeys through the preview. */
export function chromiumPath(): Found {
  const named = process.env['REGULARS_CHROMIUM'];
  const candidates = named === undefined ? ['chromium', 'chromium-browser', 'google-chrome'] : [named];
  for (const name of candidates) {
    const path = name.includes('/') ? name : onPath(name);
    if (path !== null && existsSync(path)) return { path };
  }
  return { missing: 'no Chromium on this machine: `npm run setup:ci` installs it, or name one in REGULARS_CHROMIUM' };
}

/** A program by its bare name, or null. */
export function onPath(name: string): string | null {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not in this folder: look in the next.
    }
  }
  return null;
}

/** What the Electron journeys need beside the runtime. Null when all is there, else the reason to skip. */
export function electronJourneysMissing(): string | null {
  const runtime = electronRuntime();
  if ('missing' in runtime) return runtime.missing;
  if (process.platform === 'linux' && onPath('Xvfb') === null) return 'no Xvfb: `npm run setup:ci` installs it';
  return null;
}
