/** A field of the owner's made on a customer's page, filled, shown in the list, filtered by and taken back: by the keyboard, in a browser. */

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ResultOf } from '../../src-shared/contract/index.ts';
import { type Previewed, previewJourneysMissing } from './support/browser.ts';
import { openDemoCustomers } from './support/demo.ts';
import { callOnPage } from './support/page-calls.ts';

const missing = previewJourneysMissing();

const fieldsOf = async (page: Page): Promise<Record<string, number>> => {
  const { fields } = (await callOnPage(page, 'fields.list')) as ResultOf<'fields.list'>;
  return Object.fromEntries(fields.map(({ name, customers }) => [name, customers]));
};

describe.skipIf(missing !== null)(`own fields, in a browser${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  let preview: Previewed;
  const troubles: string[] = [];
  beforeAll(async () => {
    preview = await openDemoCustomers('2026-08-20', troubles);
  });
  afterAll(() => preview?.close());

  test('made in three steps on a customer’s page, filled at once; the list shows it, finds by it; Ctrl+Z takes it back', async () => {
    const { page } = preview;
    const { keyboard } = page;
    await page.locator('.vt-row').nth(2).locator('.person').click();
    await page.waitForURL(/customers\/\d+/);
    // Three steps: open, a name, a kind.
    await page.getByRole('button', { name: '加字段' }).click();
    const dialog = page.getByRole('dialog', { name: '加一个字段' });
    await dialog.waitFor();
    await dialog.getByRole('textbox', { name: '名字' }).fill('皮肤类型');
    await dialog.getByText('选一项').click();
    await dialog.getByRole('textbox', { name: '第 1 项' }).focus();
    await keyboard.type('干性');
    await keyboard.press('Enter');
    await keyboard.type('油性');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached' });
    // It is open for a value already; the keyboard chooses.
    await page.getByRole('combobox', { name: '填“皮肤类型”' }).waitFor();
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await page.getByText('“皮肤类型”已填“油性”').waitFor();
    expect(await fieldsOf(page)).toEqual({ 皮肤类型: 1 });
    await keyboard.press('Control+z');
    await expect.poll(() => fieldsOf(page)).toEqual({ 皮肤类型: 0 });
    await keyboard.press('Control+y');
    await expect.poll(() => fieldsOf(page)).toEqual({ 皮肤类型: 1 });
    // Of everybody in a list, seen before it is done.
    await page.locator('nav a', { hasText: '客户' }).first().click();
    await page.locator('.vt-row').first().waitFor();
    await keyboard.press('e');
    const bulk = page.getByRole('dialog', { name: '批量修改' });
    await bulk.getByRole('combobox', { name: '改什么' }).click();
    await page.locator('.ant-select-item', { hasText: '填自己的字段' }).click();
    await bulk.getByRole('combobox', { name: '皮肤类型' }).click();
    await page.locator('.ant-select-item', { hasText: '干性' }).click();
    await bulk.getByText('原来：').waitFor();
    const asked = await bulk.getByText(/会改 [\d,]+ 位/).innerText();
    await bulk.getByRole('button', { name: /^改 / }).click();
    await bulk.waitFor({ state: 'detached' });
    const { customers = 0 } = ((await callOnPage(page, 'fields.list')) as ResultOf<'fields.list'>).fields[0] ?? {};
    expect(asked).toBe(`会改 ${customers.toLocaleString('en')} 位`);
    await keyboard.press('Control+z');
    await expect.poll(() => fieldsOf(page)).toEqual({ 皮肤类型: 1 });
    // Shown as a column, from the menu of columns.
    await page.getByRole('button', { name: '列与行高' }).click();
    await page.locator('.columns-menu').getByRole('checkbox', { name: '皮肤类型' }).click();
    await keyboard.press('Escape');
    await page.getByRole('columnheader', { name: '皮肤类型' }).waitFor();
    // The number of those with a value opens them as a list.
    await page.locator('nav a', { hasText: '设置' }).first().click();
    await page.locator('.own-fields-table').getByRole('link', { name: '1' }).click();
    await page.getByText('“皮肤类型”填了').first().waitFor();
    await expect.poll(() => page.getByRole('grid', { name: '客户名单' }).getAttribute('aria-rowcount')).toBe('2');
    await page.locator('.vt-row').getByText('油性').waitFor();
    // Removed: nobody has one; taken back, everything is there.
    await page.locator('nav a', { hasText: '设置' }).first().click();
    await page.locator('.own-fields-table').getByRole('button', { name: '删掉' }).click();
    await expect.poll(() => fieldsOf(page)).toEqual({});
    await keyboard.press('Control+z');
    await expect.poll(() => fieldsOf(page)).toEqual({ 皮肤类型: 1 });
    expect(troubles).toEqual([]);
  });
});
