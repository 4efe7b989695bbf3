/** Waits until a dialog that is open has come to rest: what is pressed while it still moves in can miss its button. A person presses again. */

import type { Page } from 'playwright-core';

export async function dialogAtRest(page: Page): Promise<void> {
  await page.locator('.ant-modal:visible').first().waitFor();
  await page.locator('.ant-modal[class*="ant-zoom-"]').waitFor({ state: 'detached' });
}
