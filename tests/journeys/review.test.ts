/** Who is who, in a browser: a likely group is confirmed by a key, the customer shows its parts, and is taken apart again. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type MadeOrder, orderFile } from '../host/identity/orders-at-hand.ts';
import { launchPreview, type Previewed, previewJourneysMissing } from './support/browser.ts';
import { dialogAtRest } from './support/dialog-at-rest.ts';
import { dropFiles } from './support/drop-files.ts';
import { freshFolder } from './support/folders.ts';
import { callOnPage } from './support/page-calls.ts';

const missing = previewJourneysMissing();

/** One person under a whole and a masked name, somebody of the same surname nearby, and others. */
const others: readonly MadeOrder[] = ['石磊', '周冬青', '林小满', '何立秋', '吴家树', '郑南乔'].map((name, index) => ({
  order: 30 + index,
  nick: `${name}的店${index}`,
  name,
  phone: `1370013700${index}`,
  place: `浙江省 杭州市 西湖区 文三路${index + 5}号`,
}));
const open = {
  nick: '豆豆妈',
  phone: '13800138001',
  name: '王予安',
  place: '北京市 北京市 朝阳区 样例街12号3单元501室',
};
const masked = { nick: '豆**', phone: '138****8001', name: '王**', place: '北京市 北京市 朝阳区 ****' };
const orders: readonly MadeOrder[] = [
  { order: 11, ...open },
  { order: 12, ...open, paid: 80 },
  { order: 13, ...masked },
  { order: 14, ...masked, paid: 60 },
  ...others,
];

async function customers(page: Page): Promise<number> {
  const totals = (await callOnPage(page, 'ledger.totals')) as { customers: number };
  return totals.customers;
}

describe.skipIf(missing !== null)(`who is who, in a browser${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  let preview: Previewed;
  let before = 0;
  const troubles: string[] = [];
  beforeAll(async () => {
    preview = await launchPreview({ today: '2024-12-31' });
    preview.page.setDefaultTimeout(30_000);
    preview.page.on('pageerror', (error) => troubles.push(error.message));
    const file = join(freshFolder('review'), 'orders.csv');
    writeFileSync(file, orderFile(orders));
    await dropFiles(preview.page, preview.page.locator('body'), [file]);
    await preview.page.locator('.imp-reckon').waitFor();
    await preview.page.keyboard.press('Control+Enter');
    await preview.page.waitForURL(/customers/);
    before = await customers(preview.page);
  });
  afterAll(() => preview?.close());

  test('the list leads to the groups, which say what speaks for them', async () => {
    const { page } = preview;
    await page.getByRole('button', { name: '核对重复…' }).click();
    const group = page.locator('.review-group');
    await group.first().waitFor();
    expect(await group.count()).toBe(1);
    expect(await group.locator('tbody tr').count()).toBe(2);
    const chips = await group.locator('.review-chip').allInnerTexts();
    expect(chips.join(' ')).toContain('手机号看得见的数字一样');
    expect(chips.join(' ')).toContain('138****8001');
  });

  test('the foot names the keys of the buttons: what was put together by what is visible is confirmed, and no key parts it', async () => {
    const { page } = preview;
    const keys = (): Promise<string> => page.locator('footer').innerText();
    expect(await keys()).toContain('Enter 是同一位');
    expect(await keys()).toContain('X 永不合并');
    expect(await keys()).toContain('M 逐项选');
    await page.getByText('推测的客户 1', { exact: true }).click();
    await page.getByRole('checkbox', { name: '全选 1 位' }).waitFor();
    expect(await keys()).toContain('1 位待核对');
    expect(await keys()).toContain('Enter 认定是一位');
    expect(await keys()).not.toMatch(/[XM] /);
    await page.locator('.review-group td').first().click();
    await page.keyboard.press('x');
    await page.keyboard.press('m');
    expect(await page.locator('.review-group').count()).toBe(1);
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.getByText('多半是 1', { exact: true }).click();
    await page.getByRole('checkbox', { name: '全选 1 组' }).waitFor();
    await page.locator('h1').click();
  });

  test('Enter makes one customer of the group, and the toast says how to take it back', async () => {
    const { page } = preview;
    await page.keyboard.press('Enter');
    await page.getByText('2 位并成了 1 位').waitFor();
    expect(await customers(page)).toBe(before - 1);
    await page.locator('.review-group').waitFor({ state: 'detached' });
  });

  test('the customer shows the parts, and is taken apart: each has its own orders', async () => {
    const { page } = preview;
    const found = (await callOnPage(page, 'customers.find', { text: '王予安', limit: 5 })) as {
      hits: { id: number }[];
    };
    await page.goto(`${page.url().replace(/#.*/, '')}#/customers/${found.hits[0]?.id}`);
    await page.getByRole('button', { name: '拆成几位…' }).click();
    const parts = page.locator('.split-orders li');
    await parts.first().waitFor();
    expect(await parts.count()).toBe(2);
    await dialogAtRest(page);
    await parts.nth(1).locator('input').check();
    await page.getByRole('button', { name: '拆出 1 位' }).click();
    await page.getByText('拆出了 1 位客户').waitFor();
    expect(await customers(page)).toBe(before);
  });

  test('what was taken apart is not proposed again; Ctrl+Z puts it together', async () => {
    const { page } = preview;
    await page.goto(`${page.url().replace(/#.*/, '')}#/review`);
    await page.getByText('没有要核对的').waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(() => customers(page)).toBe(before - 1);
    expect(troubles).toEqual([]);
  });
});
