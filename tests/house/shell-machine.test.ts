/** What a machine lacks is said as a reason, never thrown: journeys are skipped with it. */

import { afterEach, expect, test, vi } from 'vitest';
import { chromiumPath, electronRuntime, onPath } from '../machine/electron-runtime.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

afterEach(() => vi.unstubAllEnvs());

test('an Electron that is named by hand and absent is missed with its folder', () => {
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '/absent');
  expect(electronRuntime()).toEqual({ missing: 'ELECTRON_OVERRIDE_DIST_PATH holds no electron: /absent' });
});

test('a browser that is nowhere is missed, and what installs it is named', () => {
  vi.stubEnv('PATH', temporaryFolder());
  expect(chromiumPath()).toMatchObject({ missing: expect.stringContaining('setup:ci') as unknown });
  expect(onPath('sh')).toBeNull();
});

test('a browser that is named by hand is taken', () => {
  vi.stubEnv('REGULARS_CHROMIUM', process.execPath);
  expect(chromiumPath()).toEqual({ path: process.execPath });
});
