/** Foreign data is read from the folder named by REGULARS_SHARED; where it is absent its tests are skipped, with the reason. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = process.env['REGULARS_SHARED'];

/** Absolute path of a file of the shared folder; null when it is not on this machine. */
export function sharedFile(path: string): string | null {
  if (root === undefined) return null;
  const full = join(root, path);
  return existsSync(full) ? full : null;
}

export function whySkipped(path: string): string {
  return `skipped: ${path} is not there (REGULARS_SHARED ${root === undefined ? 'is not set' : 'lacks it'})`;
}
