/** The built host of a test's own: a process that ends with the test. */

import { onTestFinished } from 'vitest';
import { type BuiltHost, forkHost, type HostSettings } from './forked-host.ts';

export { type BuiltHost, type HostSettings, workerOf } from './forked-host.ts';

export function startHost(folder: string, settings: HostSettings = {}): BuiltHost {
  const host = forkHost(folder, settings);
  onTestFinished(() => host.kill());
  return host;
}
