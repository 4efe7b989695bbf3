/** At 200 % on a screen of 1366 × 768: every page can be read and worked without scrolling sideways as a whole, and nothing that can be pressed is cut off. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Previewed, previewJourneysMissing } from './support/browser.ts';
import { openDemoCustomers } from './support/demo.ts';

const missing = previewJourneysMissing();

const pages = [
  '/today',
  '/customers',
  '/customers/1',
  '/tiers',
  '/calendar',
  '/reports',
  '/forecast',
  '/review',
  '/print',
  '/labels',
  '/strategies',
  '/plans',
  '/templates',
  '/tickets',
  '/leads',
  '/import',
  '/history',
  '/coverage',
  '/exclusions',
  '/settings',
] as const;

describe.skipIf(missing !== null)(`200 %, in a browser${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  let preview: Previewed;
  const troubles: string[] = [];
  beforeAll(async () => {
    preview = await openDemoCustomers('2026-08-20', troubles);
    // A window of 1366 × 768 at twice the size has so many points.
    await preview.page.setViewportSize({ width: 683, height: 384 });
  });
  afterAll(() => preview?.close());

  test.each(pages)('%s', async (address) => {
    const { page } = preview;
    await page.evaluate((to) => {
      window.location.hash = to;
    }, address);
    await page.locator('main h1, main h2').first().waitFor();
    await page.waitForTimeout(600);
    const found = await page.evaluate(() => {
      const isHidden = (element: Element): boolean =>
        element.closest('[aria-hidden="true"], .unseen, [inert]') !== null;
      /** Can what stands beyond the edge be scrolled into sight? */
      const canScroll = (element: Element): boolean => {
        for (let outer = element.parentElement; outer !== null; outer = outer.parentElement) {
          const { overflowX, overflowY } = getComputedStyle(outer);
          const isWider =
            outer.scrollWidth > outer.clientWidth + 1 && overflowX !== 'visible' && overflowX !== 'hidden';
          const isHigher =
            outer.scrollHeight > outer.clientHeight + 1 && overflowY !== 'visible' && overflowY !== 'hidden';
          if (isWider || isHigher) return true;
        }
        return false;
      };
      const lost = [
        ...document.querySelectorAll('a[href], button, input, select, textarea, [role=combobox], [tabindex="0"]'),
      ]
        .filter((element) => element.getClientRects().length > 0 && !isHidden(element))
        .filter((element) => {
          const { left, right, top, bottom } = element.getBoundingClientRect();
          const isOut = right > window.innerWidth + 1 || left < -1 || bottom > window.innerHeight + 1 || top < -1;
          return isOut && !canScroll(element);
        })
        .map(
          (element) =>
            element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 30) ?? element.tagName,
        );
      return {
        sideways: document.documentElement.scrollWidth - window.innerWidth,
        lost,
      };
    });
    expect(found.lost).toEqual([]);
    // A list shows rows, not only its head.
    if (address === '/customers') {
      await page.getByRole('grid').focus();
      await page.keyboard.press('End');
      const row = page.locator('.vt-row').last();
      await row.scrollIntoViewIfNeeded();
      expect(await page.locator('.vt-row').count()).toBeGreaterThan(4);
    }
    expect(found.sideways).toBeLessThanOrEqual(0);
    expect(troubles).toEqual([]);
  });

  test('a dialog scrolls inside: its buttons stay in sight', async () => {
    const { page } = preview;
    await page.evaluate(() => {
      window.location.hash = '/customers/1';
    });
    await page.locator('[data-by-hand]').click();
    const dialog = page.getByRole('dialog');
    const acts = dialog.locator('.dialog-acts button');
    await acts.last().waitFor();
    for (let more = 0; more < 3; more += 1) await dialog.getByRole('button', { name: '再加一样' }).click();
    // It comes in with a movement.
    await page.waitForTimeout(600);
    const isCut = await dialog.locator('.ant-modal-body').evaluate((body) => body.scrollHeight > body.clientHeight + 1);
    expect(isCut).toBe(true);
    for (const button of await acts.all()) {
      const box = await button.boundingBox();
      expect(box?.y).toBeGreaterThan(0);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(384);
    }
    await acts.first().click();
    await dialog.waitFor({ state: 'hidden' });
  });
});
