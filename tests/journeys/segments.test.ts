/** A group of customers described, kept, printed and taken back, in a browser; then described once more by the keyboard alone. */

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ResultOf } from '../../src-shared/contract/index.ts';
import { launchPreview, type Previewed, previewJourneysMissing } from './support/browser.ts';
import { callOnPage } from './support/page-calls.ts';

const missing = previewJourneysMissing();

/** The demo shop ends on it. */
const today = '2026-08-20';
const product = '正山小种';

/** Regulars of 浙江 who bought it twice and have not been here since last month. */
const meant = {
  all: [
    { field: 'bought', product: { test: 'contains', texts: [product] }, times: { from: 2 } },
    { field: 'province', test: 'contains', texts: ['浙江'] },
    { field: 'recencyDays', from: 20 },
  ],
};

async function countOf(page: Page): Promise<number> {
  const found = await callOnPage(page, 'customers.count', {
    filter: { where: meant },
    basis: { on: today, definition: 'quantile' },
  });
  return (found as ResultOf<'customers.count'>).total;
}

async function segmentsOf(page: Page): Promise<ResultOf<'segments.list'>['segments']> {
  return ((await callOnPage(page, 'segments.list')) as ResultOf<'segments.list'>).segments;
}

const rowCount = (page: Page): Promise<string | null> =>
  page.getByRole('grid', { name: '客户名单' }).getAttribute('aria-rowcount');

/** The segment that is open: its people are tagged, get labels from the fifth on, and the tags are taken back. */
async function tagAndPrintLabels(page: Page, count: number): Promise<void> {
  await page.getByRole('grid', { name: '客户名单' }).focus();
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: '批量修改' });
  await dialog.waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type('写信');
  await dialog.getByText(`会改 ${count} 位`).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText(`已改 ${count} 位客户`).waitFor();
  await dialog.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+p');
  await page.getByText('地址标签').click();
  const say = await page.locator('.head .say', { hasText: '位有完整地址' }).innerText();
  const [, printed = '0'] = /里 (\d+) 位有完整地址/.exec(say) ?? [];
  expect(Number(printed)).toBeGreaterThan(0);
  await page.keyboard.press('s');
  await page.keyboard.type('5');
  await page.keyboard.press('Enter');
  await page.locator('.label-cell.used').nth(3).waitFor();
  expect(await page.locator('.label-cell.used').count()).toBe(4);
  const sheets = Math.ceil((Number(printed) + 4) / 24);
  await page.getByRole('button', { name: `打印 ${sheets} 页` }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('grid', { name: '客户名单' }).waitFor();
  const tagged = async (): Promise<number> => {
    const { tags } = (await callOnPage(page, 'tags.list')) as ResultOf<'tags.list'>;
    return tags.reduce((sum, tag) => sum + tag.customers, 0);
  };
  expect(await tagged()).toBe(count);
  await page.getByRole('grid', { name: '客户名单' }).focus();
  await page.keyboard.press('Control+z');
  await expect.poll(tagged).toBe(0);
  // The tag that was made by it goes with it.
  await expect.poll(async () => ((await callOnPage(page, 'tags.list')) as ResultOf<'tags.list'>).tags.length).toBe(0);
}

describe.skipIf(missing !== null)(`segments, in a browser${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  let preview: Previewed;
  let count = 0;
  const troubles: string[] = [];
  beforeAll(async () => {
    preview = await launchPreview({ today });
    preview.page.setDefaultTimeout(20_000);
    preview.page.on('pageerror', (error) => troubles.push(error.message));
    await callOnPage(preview.page, 'demo.open');
    await preview.page.locator('nav a', { hasText: '客户' }).first().click();
    await preview.page.locator('.vt-row').first().waitFor();
    count = await countOf(preview.page);
  });
  afterAll(() => preview?.close());

  test('the keyboard alone describes them: the count stands beside the list, and Ctrl+Enter shows them', async () => {
    const { page } = preview;
    const { keyboard } = page;
    expect(count).toBeGreaterThan(0);
    const hand = (): Promise<string | null | undefined> =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);
    const tabTo = async (label: string): Promise<void> => {
      const seen: (string | null | undefined)[] = [];
      for (let step = 0; step < 40; step += 1) {
        seen.push((await hand())?.slice(0, 30));
        if ((await hand()) === label) return;
        await keyboard.press('Tab');
      }
      expect.fail(`no way to ${label}: ${seen.join(' | ')}`);
    };
    await keyboard.press('b');
    await page.getByText('还没有条件：全部客户。').waitFor();
    await tabTo('加一条');
    await keyboard.press('Enter');
    await tabTo('商品');
    await keyboard.type(product);
    await keyboard.press('Enter');
    await tabTo('几单，从');
    await keyboard.type('2');
    const addField = async (name: string): Promise<void> => {
      await tabTo('加一条');
      await keyboard.press('Enter');
      // The new condition is in hand.
      expect(await hand()).toBe('看哪一项');
      await keyboard.type(name);
      await keyboard.press('Enter');
    };
    await addField('省份');
    await page.getByText('还没填好，先不算').waitFor();
    await tabTo('省份');
    await keyboard.type('浙江');
    await keyboard.press('Enter');
    // Esc closes what is unfolded, not the panel.
    await keyboard.press('Escape');
    await addField('隔天数');
    await tabTo('隔天数，从');
    await keyboard.type('20');
    await page.locator('.meant-count:not(.late)', { hasText: `${count} 位` }).waitFor();
    expect(await page.locator('.meant-words').innerText()).toContain(product);
    await keyboard.press('Control+Enter');
    await page.waitForURL(/where=/);
    await expect.poll(() => rowCount(page)).toBe(String(count + 1));
    await tabTo('看 SQL');
    await keyboard.press('Enter');
    await page.locator('.builder .sql', { hasText: 'customer_id' }).waitFor();
    await keyboard.press('Escape');
    await page.locator('.builder').waitFor({ state: 'detached' });
    // The keyboard is back in the list.
    expect(await hand()).toBe('客户名单');
  });

  test('saved, they are a tab; its list prints under its name, and the last step is taken back', async () => {
    const { page } = preview;
    await page.getByRole('button', { name: '存成人群', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: '名字' }).fill('浙江快走的老客');
    await page.keyboard.press('Enter');
    await page.getByText('已存成人群“浙江快走的老客”').waitFor();
    const tab = page.getByRole('link', { name: /^浙江快走的老客/ });
    await page.waitForURL(/segment=1/);
    await expect.poll(() => tab.innerText()).toContain(String(count));
    expect(await tab.getAttribute('aria-current')).toBe('true');
    expect((await segmentsOf(page)).map(({ where }) => where)).toEqual([meant]);
    await page.getByRole('button', { name: '打印', exact: true }).click();
    await page.locator('.a4').first().waitFor();
    expect(await page.locator('.a4 .list-name').first().inputValue()).toBe('浙江快走的老客');
    expect(await page.locator('.a4').first().innerText()).toContain(`买过名称含“${product}”的商品，至少 2 单`);
    await page.goBack();
    await tab.waitFor();
    await tagAndPrintLabels(page, count);
    await page.getByRole('button', { name: '“浙江快走的老客”：可以做的事' }).click();
    await page.getByRole('menuitem', { name: '删掉这个人群' }).click();
    await tab.waitFor({ state: 'detached' });
    // Nobody is lost: the list stays, as conditions without a name.
    await expect.poll(() => rowCount(page)).toBe(String(count + 1));
    const removed = page.getByRole('status').filter({ hasText: '已删掉人群' });
    await removed.getByRole('button', { name: '撤销' }).click();
    await tab.waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await segmentsOf(page)).length).toBe(0);
    expect(troubles).toEqual([]);
  });
});
