/** Writes the stand-in host and page out as the plain JavaScript that Electron's own, older Node runs. */

import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freshFolder } from './folders.ts';

const sources = fileURLToPath(new URL('stand-in/', import.meta.url));

/** The folders of the host's entries and of the page. */
export function writeStandIn(): { readonly entries: string; readonly page: string } {
  const entries = freshFolder('stand-in-host');
  const page = join(entries, 'page');
  mkdirSync(page);
  // One journey runs as another user.
  chmodSync(entries, 0o755);
  const plain = (name: string): string => stripTypeScriptTypes(readFileSync(join(sources, name), 'utf8'));
  writeFileSync(join(entries, 'host.mjs'), plain('host.ts'));
  writeFileSync(join(entries, 'host-electron.mjs'), plain('host.ts'));
  writeFileSync(join(entries, 'worker.mjs'), plain('worker.ts'));
  writeFileSync(join(page, 'page.js'), plain('page.ts'));
  copyFileSync(join(sources, 'index.html'), join(page, 'index.html'));
  return { entries, page };
}
