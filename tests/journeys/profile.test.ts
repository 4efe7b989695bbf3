/** A customer's profile in a browser: a habit opens its orders, a wish is written and heeded, a day is remembered, a lead pasted, an order typed. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ResultOf } from '../../src-shared/contract/index.ts';
import { launchPreview, type Previewed, previewJourneysMissing } from './support/browser.ts';
import { callOnPage } from './support/page-calls.ts';

const missing = previewJourneysMissing();

/** The demo shop ends on it. */
const today = '2026-08-20';
const basis = { on: today, definition: 'quantile' };

describe.skipIf(missing !== null)(`a profile, in a browser${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  let preview: Previewed;
  const troubles: string[] = [];
  beforeAll(async () => {
    preview = await launchPreview({ today });
    preview.page.setDefaultTimeout(20_000);
    preview.page.on('pageerror', (error) => troubles.push(error.message));
    await callOnPage(preview.page, 'demo.open');
    await preview.page.locator('nav a', { hasText: '客户' }).first().click();
    await preview.page.locator('.vt-row').first().waitFor();
  });
  afterAll(() => preview?.close());

  test('a habit opens the orders behind it, and the timeline tells what the owner wrote', async () => {
    const { page } = preview;
    await page.locator('.vt-row[aria-rowindex="2"] .vt-c:nth-child(4)').click();
    await page.keyboard.press('Enter');
    await page.waitForURL(/customers\/\d+/);
    await page.locator('.habits .figure').first().click();
    await page.locator('aside .used-order').first().waitFor();
    await page.locator('aside').getByText('同名的商品出现在几单里').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.about .life .figure').click();
    await page.locator('aside').getByText('同一天的几单算一次').waitFor();
    await page.locator('aside .used-order').first().waitFor();
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: '改联系意愿' }).click();
    await page.getByRole('checkbox', { name: '不要联系' }).check();
    await page.getByLabel('免打扰从').fill('22:00');
    await page.getByLabel('免打扰到').fill('08:00');
    await page.getByRole('button', { name: '保存' }).click();
    await page.locator('.who .no-contact').waitFor();
    expect(await page.locator('.who').innerText()).toContain('22:00–08:00 别打扰');

    await page.getByRole('button', { name: '添一位' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('农历', { exact: true }).click();
    await dialog.getByRole('button', { name: '保存' }).click();
    await page
      .locator('.relations')
      .getByText(/还有 \d+ 天/)
      .waitFor();

    await page.locator('.account-switch').getByText('时间线').click();
    await page.getByRole('grid', { name: '时间线' }).getByText('改了联系意愿').waitFor();
    // The last write is taken back by the keyboard.
    await page.locator('.relations li').first().waitFor();
    await page.keyboard.press('Control+z');
    await page.locator('.relations li').first().waitFor({ state: 'hidden' });
  });

  test('an order is typed: it stands in the account at once and is taken back', async () => {
    const { page } = preview;
    await page.locator('.account-switch').getByText('往来账').click();
    const sum = page.locator('.account tr.sum td').first();
    const before = await sum.innerText();
    await page.locator('[data-by-hand]').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('第 1 样买的什么').fill('手工记的白茶');
    await dialog.getByLabel('第 1 样单价').fill('88');
    await dialog.getByRole('button', { name: '记下这单' }).click();
    await page.locator('.account').getByText('手工记的白茶').first().waitFor({ timeout: 60_000 });
    expect(await sum.innerText()).not.toBe(before);
    await page.getByRole('button', { name: '撤销' }).last().click();
    await page.locator('.account').getByText('手工记的白茶').first().waitFor({ state: 'hidden', timeout: 60_000 });
    expect(await sum.innerText()).toBe(before);
  });

  test('a pasted chat becomes a lead, who stands in the book without counted orders', async () => {
    const { page } = preview;
    await page.locator('nav a', { hasText: '客户' }).first().click();
    await page.getByRole('button', { name: '记一笔…' }).click();
    await page.getByLabel('粘贴聊天或名片').fill('张姐 13800001234 想要10箱 浙江省杭州市西湖区文三路 1 号');
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByLabel('电话', { exact: true }).inputValue()).toBe('13800001234');
    expect(await dialog.getByLabel('想要什么').inputValue()).toBe('想要10箱');
    await dialog.getByRole('button', { name: '记下这位' }).click();
    await page.waitForURL(/customers\/\d+/, { timeout: 60_000 });
    await page.getByRole('heading', { name: '张姐' }).waitFor();
    const filter = { search: '张姐', where: { field: 'orders', to: 0 } };
    const sort = { by: 'name', descending: false };
    const asked = { filter, basis, sort, window: { from: 0, count: 5 } };
    const found = (await callOnPage(page, 'customers.list', asked)) as ResultOf<'customers.list'>;
    expect(found.rows).toMatchObject([{ name: '张姐', orders: 0 }]);
    expect(troubles).toEqual([]);
  });
});
