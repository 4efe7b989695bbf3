/** Waits until a page is as a person finds it: nothing more is written, asked for or moved. */

import type { Page } from 'playwright-core';

export async function settle(page: Page): Promise<void> {
  // The pointer is out of the way: nothing is hovered over.
  await page.mouse.move(700, 16);
  let before = '';
  for (let turn = 0; turn < 40; turn += 1) {
    const now = await page.evaluate(() => document.body.innerText);
    const isBusy = await page.locator('[aria-busy="true"], .pending').count();
    if (now === before && isBusy === 0) break;
    before = now;
    await page.waitForTimeout(120);
  }
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter((each) => each.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map((each) => each.finished));
    await document.fonts.ready;
  });
}
