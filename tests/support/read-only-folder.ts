/** A folder that cannot be written, also by root: bound over itself and mounted again, read-only. Undone when the test ends. */

import { spawnSync } from 'node:child_process';
import { onTestFinished } from 'vitest';

/** Why a test that needs one is skipped. */
export const noReadOnlyFolder = 'this machine lets nobody mount a folder read-only';

/** False where nobody may mount: only root on Linux may. */
export function mountReadOnly(folder: string): boolean {
  if (process.platform !== 'linux') return false;
  const mount = (...args: string[]): boolean => spawnSync('mount', args, { stdio: 'ignore' }).status === 0;
  if (!mount('--bind', folder, folder)) return false;
  onTestFinished(() => {
    spawnSync('umount', ['-l', folder], { stdio: 'ignore' });
  });
  return mount('-o', 'remount,ro,bind', folder);
}
