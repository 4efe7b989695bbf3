/** A column of a file fills a field of the owner's that is made on the spot, and another one tags: matched, tried, posted, taken back, in a browser. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ResultOf } from '../../src-shared/contract/index.ts';
import { launchPreview, type Previewed, previewJourneysMissing } from './support/browser.ts';
import { dropFiles } from './support/drop-files.ts';
import { freshFolder } from './support/folders.ts';
import { callOnPage } from './support/page-calls.ts';

const missing = previewJourneysMissing();

const rows = [
  '单号,买家,哪天付的,付了多少,肤质,记号',
  'A-1,阿梅,2026-03-01 10:00:00,12.50,干性,老客、送礼',
  'A-2,小芳,2026-03-02 10:00:00,9.00,油性,',
  'A-3,大力,2026-03-03 10:00:00,20.00,,老客',
].join('\r\n');

async function held(page: Page): Promise<Record<string, number>> {
  const { fields } = (await callOnPage(page, 'fields.list')) as ResultOf<'fields.list'>;
  const { tags } = (await callOnPage(page, 'tags.list')) as ResultOf<'tags.list'>;
  return Object.fromEntries([...fields, ...tags].map(({ name, customers }) => [name, customers]));
}

describe.skipIf(missing !== null)(
  `own columns, in a browser${missing === null ? '' : ` (skipped: ${missing})`}`,
  () => {
    let preview: Previewed;
    const troubles: string[] = [];
    beforeAll(async () => {
      preview = await launchPreview({ today: '2026-03-31' });
      preview.page.setDefaultTimeout(20_000);
      preview.page.on('pageerror', (error) => troubles.push(error.message));
    });
    afterAll(() => preview?.close());

    test('a field made from the column’s head, tags beside it; the check says how many rows, Ctrl+Enter fills, undo takes back', async () => {
      const { page } = preview;
      const path = join(freshFolder('own-columns'), '门店会员.csv');
      writeFileSync(path, `\ufeff${rows}\r\n`);
      await dropFiles(page, page.locator('body'), [path]);
      await page.getByRole('heading', { name: '对一下列' }).waitFor();
      const choose = async (head: string, wanted: string): Promise<void> => {
        await page.getByRole('combobox', { name: new RegExp(`^${head}`) }).focus();
        await page.keyboard.type(wanted);
        await page
          .locator('.ant-select-dropdown:visible .ant-select-item-option-active', { hasText: wanted })
          .waitFor();
        await page.keyboard.press('Enter');
      };
      for (const [head, wanted] of [
        ['单号', '订单编号'],
        ['买家', '买家账号'],
        ['哪天付的', '付款时间'],
        ['付了多少', '实付'],
      ] as const)
        await choose(head, wanted);
      await choose('肤质', '新字段');
      const dialog = page.getByRole('dialog', { name: '加一个字段' });
      await dialog.waitFor();
      // It is called as the column is.
      expect(await dialog.getByRole('textbox', { name: '名字' }).inputValue()).toBe('肤质');
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });
      await page.locator('.imp-sheet th .ant-select', { hasText: '肤质' }).waitFor();
      await choose('记号', '标签');
      await page.getByRole('button', { name: '照这样试算' }).click();
      await page.getByText('“标签”2 行有值').waitFor();
      expect(await page.locator('.own-filled').innerText()).toContain('“肤质”2 行有值');
      expect(await held(page)).toEqual({ 肤质: 0 });
      await page.keyboard.press('Control+Enter');
      await page.getByText('已入账 3 单').first().waitFor();
      expect(await held(page)).toEqual({ 肤质: 2, 老客: 2, 送礼: 1 });
      await page.getByRole('status').filter({ hasText: '已入账 3 单' }).getByRole('button', { name: '撤销' }).click();
      await expect.poll(() => held(page)).toEqual({ 肤质: 0 });
      expect(troubles).toEqual([]);
    });
  },
);
