/** The line of a level is moved in a browser: who would move stands there before it is kept, they are who moved after, and undo brings the old rule back. */

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultLevels } from '../../src-shared/levels.ts';
import { type Previewed, previewJourneysMissing } from './support/browser.ts';
import { openDemoCustomers } from './support/demo.ts';
import { countsOnceMoved, levelCounts } from './support/level-moves.ts';
import { callOnPage } from './support/page-calls.ts';

const missing = previewJourneysMissing();
const on = '2026-08-20';

const counts = (page: Page) => levelCounts(page, on);

describe.skipIf(missing !== null)(
  `level rules, in a browser${missing === null ? '' : ` (skipped: ${missing})`}`,
  () => {
    let preview: Previewed;
    const troubles: string[] = [];
    beforeAll(async () => {
      preview = await openDemoCustomers(on, troubles);
      await callOnPage(preview.page, 'settings.change', { levels: { ...defaultLevels, on: true } });
    });
    afterAll(() => preview?.close());

    test('what the page says would happen is what happens, and is taken back', async () => {
      const { page } = preview;
      const before = await counts(page);
      await page.locator('nav a', { hasText: '分层' }).first().click();
      await page.getByText('等级', { exact: true }).first().click();
      const line = page.getByRole('spinbutton', { name: /满多少/ }).last();
      expect(await line.inputValue()).toBe('2');
      await line.fill('3');
      await line.press('Tab');
      const told = await countsOnceMoved(page, on, before);
      await page.keyboard.press('Control+s');
      await page.getByText('等级的规则改了').waitFor();
      const after = await counts(page);
      expect(after).toEqual(told);
      expect(after).not.toEqual(before);
      await page
        .getByRole('status')
        .filter({ hasText: '等级的规则改了' })
        .getByRole('button', { name: '撤销' })
        .click();
      await expect.poll(() => counts(page)).toEqual(before);
      expect(troubles).toEqual([]);
    });
  },
);
