/** The shell alone, in a real Electron window: what it gives the page, what it refuses. A stand-in host, so no ledger is needed. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { electronJourneysMissing } from '../machine/electron-runtime.ts';
import { type Launched, launchRegulars } from './support/electron.ts';

const missing = electronJourneysMissing();

describe.skipIf(missing !== null)(`the shell in a real window${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  let regulars: Launched;
  beforeAll(async () => {
    regulars = await launchRegulars({ standIn: 'outside-node' });
  });
  afterAll(() => regulars?.close());

  test('the window opens on our own page at 1366 by 768', async () => {
    expect(regulars.page.url()).toBe('app://regulars/');
    expect(await regulars.page.title()).toBe('回头客');
    const size = await regulars.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
    expect(size).toMatchObject({ width: 1366, height: 768 });
  });
});
