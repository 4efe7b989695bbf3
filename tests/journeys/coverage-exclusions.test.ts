/** A year with a hole, and orders that are none: what the owner sees of them in a browser, and does about them by mouse and by keyboard. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { monthFiles, onlyBrushing } from '../support/month-files.ts';
import { launchPreview, type Previewed, previewJourneysMissing } from './support/browser.ts';
import { dropFiles } from './support/drop-files.ts';
import { freshFolder } from './support/folders.ts';
import { callOnPage } from './support/page-calls.ts';

const missing = previewJourneysMissing();

describe.skipIf(missing !== null)(
  `missing days and excluded orders, in a browser${missing === null ? '' : ` (skipped: ${missing})`}`,
  () => {
    let preview: Previewed;
    const troubles: string[] = [];
    beforeAll(async () => {
      preview = await launchPreview({ today: '2024-12-31' });
      preview.page.on('pageerror', (error) => troubles.push(error.message));
      preview.page.on('console', (message) => {
        if (message.type() === 'error') troubles.push(message.text());
      });
      const { page } = preview;
      // March is not among them.
      await dropFiles(page, page.locator('body'), monthFiles(freshFolder('months'), [1, 2, 4, 5]));
      await page.getByRole('button', { name: /入账 40 单/ }).waitFor({ timeout: 60_000 });
      await page.keyboard.press('Control+Enter');
      await page.getByText('已入账 40 单').first().waitFor({ timeout: 60_000 });
    });
    afterAll(() => preview?.close());

    const go = async (address: string): Promise<void> => {
      await preview.page.evaluate((to) => {
        window.location.hash = to;
      }, address);
    };
    const words = async (where: string): Promise<string> =>
      (await preview.page.locator(where).first().innerText()).replaceAll(/\s+/g, '');

    test('figures say which days are not in them, and lead to the calendar', async () => {
      const { page } = preview;
      await go('#/customers');
      const note = page.locator('.gap-note');
      await note.waitFor();
      expect(await words('.gap-note')).toContain('2024年3月1日到3月31日没有订单文件');
      await go('#/tiers');
      await page.getByRole('heading', { name: '分层' }).waitFor();
      await note.click();
      await page.getByRole('heading', { name: '覆盖日历' }).waitFor();
      expect(await page.locator('.day.missing[data-day]').count()).toBe(31);
      expect(await page.locator('.day.imported[data-day]').count()).toBe(31 + 29 + 30 + 31);
    });

    test('the keyboard walks the calendar, and each day says what it is and where it came from', async () => {
      const { page } = preview;
      await page.locator('[data-day="2024-03-01"]').focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowDown');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('data-day'))).toBe('2024-04-02');
      await page.keyboard.press('End');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('data-day'))).toBe('2024-04-30');
      expect(await words('.day-line')).toContain('来自订单2024-04.csv');
      await page.locator('[data-day="2024-03-15"]').hover();
      expect(await words('.day-line')).toContain('没有订单文件');
    });

    test('the owner says the shop was closed then; the warning goes, and comes back when that is undone', async () => {
      const { page } = preview;
      await page.getByRole('button', { name: '那时歇业' }).click();
      await page.getByText('没有缺的日子').waitFor();
      expect(await page.locator('.day.quiet[data-day]').count()).toBe(31);
      await page.getByRole('status').filter({ hasText: '已记下' }).getByRole('button').click();
      await page.getByRole('button', { name: '那时歇业' }).waitFor();
      expect(await page.locator('.day.missing[data-day]').count()).toBe(31);
    });

    test('a rule counts what it means while it is written, and its orders leave every figure', async () => {
      const { page } = preview;
      await go('#/exclusions');
      await page.getByRole('button', { name: /V-（8 单）/ }).click();
      await page.getByText('其中本来有效 8 单，2 位客户').waitFor();
      await page.getByRole('button', { name: '排除 8 单' }).click();
      await page.getByText('已排除 8 单').waitFor();
      await go('#/customers');
      await page.getByText('含排除的单').waitFor();
      await page.waitForFunction(() => document.querySelector('.head')?.textContent?.includes('8'));
      expect(await words('.foot')).toContain('次数32');
    });

    test('who has none but excluded orders is out of the list, is found, and each order says why', async () => {
      const { page } = preview;
      expect(await page.getByText(onlyBrushing, { exact: true }).count()).toBe(0);
      const { hits } = (await callOnPage(page, 'customers.find', { text: onlyBrushing, limit: 5 })) as {
        hits: { id: number }[];
      };
      await go(`#/customers/${hits[0]?.id ?? 0}`);
      await page.getByRole('heading', { name: onlyBrushing }).waitFor();
      expect((await words('.customer-body')).match(/刷单/g)?.length ?? 0).toBeGreaterThanOrEqual(4);
    });

    test('the toggle brings them back into the figures, and takes them out again', async () => {
      const { page } = preview;
      await go('#/customers');
      await page.getByText('含排除的单').click();
      await page.getByText(onlyBrushing, { exact: true }).first().waitFor();
      await page.waitForFunction(() =>
        document.querySelector('.foot')?.textContent?.replaceAll(/\s+/g, '').includes('次数40'),
      );
      await page.getByText('含排除的单').first().click();
      await page.waitForFunction(() =>
        document.querySelector('.foot')?.textContent?.replaceAll(/\s+/g, '').includes('次数32'),
      );
      expect(troubles).toEqual([]);
    });
  },
);
