/** Folders for journeys: fresh ones under the system's own, removed when the tests end. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made: string[] = [];

export function freshFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `regulars-${name}-`));
  made.push(folder);
  return folder;
}

process.once('exit', () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});
