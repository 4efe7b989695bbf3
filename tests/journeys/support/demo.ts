/** The demo shop in a browser, its list of customers open. */

import { launchPreview, type Previewed } from './browser.ts';
import { callOnPage } from './page-calls.ts';

/** What goes wrong on the page is added to `troubles`. */
export async function openDemoCustomers(today: string, troubles: string[]): Promise<Previewed> {
  const preview = await launchPreview({ today });
  const { page } = preview;
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => troubles.push(error.message));
  await callOnPage(page, 'demo.open');
  await page.locator('nav a', { hasText: '客户' }).first().click();
  await page.locator('.vt-row').first().waitFor();
  return preview;
}
