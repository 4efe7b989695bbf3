/** Many people tagged, one of them changed by hand since, and the step taken back: by the keyboard alone, in a browser. */

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ResultOf } from '../../src-shared/contract/index.ts';
import { type Previewed, previewJourneysMissing } from './support/browser.ts';
import { openDemoCustomers } from './support/demo.ts';
import { callOnPage } from './support/page-calls.ts';

const missing = previewJourneysMissing();

const tagsOf = async (page: Page): Promise<Record<string, number>> => {
  const { tags } = (await callOnPage(page, 'tags.list')) as ResultOf<'tags.list'>;
  return Object.fromEntries(tags.map(({ name, customers }) => [name, customers]));
};

describe.skipIf(missing !== null)(`tags, in a browser${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  let preview: Previewed;
  const troubles: string[] = [];
  beforeAll(async () => {
    preview = await openDemoCustomers('2026-08-20', troubles);
  });
  afterAll(() => preview?.close());

  test('a filtered list is tagged in one step; a person changed since stays so when it is taken back', async () => {
    const { page } = preview;
    const { keyboard } = page;
    const grid = page.getByRole('grid', { name: '客户名单' });
    const hand = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    const toList = async (): Promise<void> => {
      for (let step = 0; step < 60 && (await hand()) !== '客户名单'; step += 1) await keyboard.press('Tab');
      expect(await hand()).toBe('客户名单');
    };
    await keyboard.press('/');
    await keyboard.type('王');
    await page.waitForURL(/search=/);
    await page.locator('.vt-row').first().waitFor();
    await toList();
    const found = Number(await grid.getAttribute('aria-rowcount')) - 1;
    expect(found).toBeGreaterThan(3);
    const people = found.toLocaleString('en');
    await keyboard.press('e');
    const dialog = page.getByRole('dialog', { name: '批量修改' });
    await dialog.waitFor();
    await keyboard.press('Tab');
    await keyboard.type('双十一');
    await dialog.getByText(`会改 ${people} 位`).waitFor();
    await keyboard.press('Enter');
    await page.getByText(`已改 ${people} 位客户`).waitFor();
    await dialog.waitFor({ state: 'detached' });
    expect(await tagsOf(page)).toEqual({ 双十一: found });
    // Into the first person: the tag taken away and given again, by hand.
    await toList();
    await keyboard.press('Home');
    await keyboard.press('Enter');
    const tags = page.getByRole('region', { name: '标签' });
    const taking = tags.getByRole('button', { name: '去掉标签“双十一”' });
    await taking.focus();
    await keyboard.press('Enter');
    await taking.waitFor({ state: 'detached' });
    expect(await tagsOf(page)).toEqual({ 双十一: found - 1 });
    await keyboard.press('t');
    await keyboard.type('双十一');
    await keyboard.press('Enter');
    await taking.waitFor();
    await keyboard.press('t');
    await keyboard.type('爱喝红茶');
    await keyboard.press('Enter');
    await tags.getByRole('button', { name: '去掉标签“爱喝红茶”' }).waitFor();
    expect(await tagsOf(page)).toEqual({ 双十一: found, 爱喝红茶: 1 });
    const entries = async () =>
      ((await callOnPage(page, 'journal.list', { window: { from: 0, count: 20 } })) as ResultOf<'journal.list'>)
        .entries;
    const bulk = (await entries()).find(({ reason }) => reason === 'customers.bulkEdit');
    expect(bulk).toMatchObject({ subject: String(found), after: '+ 双十一' });
    // The list of changes says it in one line, and takes it back.
    await page.locator('nav a', { hasText: '设置' }).first().click();
    const line = page.locator('table.journal tr', { hasText: `批量改标签：${found} 位` });
    await line.getByRole('button', { name: '撤销' }).focus();
    await keyboard.press('Enter');
    await page.getByText('其中 1 位后来又改过，照后来的').waitFor();
    expect(await tagsOf(page)).toEqual({ 双十一: 1, 爱喝红茶: 1 });
    await page
      .locator('table.journal tr', { hasText: `批量改标签：${found} 位` })
      .getByRole('button', { name: '重做' })
      .focus();
    await keyboard.press('Enter');
    await expect.poll(() => tagsOf(page)).toEqual({ 双十一: found, 爱喝红茶: 1 });
    expect(troubles).toEqual([]);
  });
});
