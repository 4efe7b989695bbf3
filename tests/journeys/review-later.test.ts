/** Putting off a group by its key, in a browser: it goes behind the others, no word about all reaches it, and it comes back. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type MadeOrder, orderFile } from '../host/identity/orders-at-hand.ts';
import { launchPreview, type Previewed, previewJourneysMissing } from './support/browser.ts';
import { dropFiles } from './support/drop-files.ts';
import { freshFolder } from './support/folders.ts';

const missing = previewJourneysMissing();

/** Three people, each under a whole and a masked name. */
const people = [
  { nick: '豆豆', phone: '13800138001', name: '王予安', place: '北京市 北京市 朝阳区 样例街12号3单元501室' },
  { nick: '花花', phone: '13900139002', name: '赵小花', place: '上海市 上海市 徐汇区 样本路34号2单元402室' },
  { nick: '果果', phone: '13700137003', name: '钱立秋', place: '广东省 广州市 天河区 演示道56号1单元303室' },
];
const orders = people.flatMap(({ nick, phone, name, place }, at): MadeOrder[] => {
  const seen = { nick: `${nick[0]}**`, phone: phone.replace(/^(...)..../, '$1****'), name: `${name[0]}**` };
  const masked = { ...seen, place: `${place.split(' ').slice(0, 3).join(' ')} ****` };
  return [{ nick, phone, name, place }, masked].flatMap((row, of) =>
    [0, 1].map((nth) => ({ ...row, order: 20 + 10 * at + 2 * of + nth })),
  );
});

const keysOf = (page: Page): Promise<(string | null)[]> =>
  page.locator('.review-group').evaluateAll((groups) => groups.map((group) => group.getAttribute('data-key')));
const current = (page: Page): Promise<string | null> =>
  page.locator('.review-group[aria-current]').getAttribute('data-key');

describe.skipIf(missing !== null)(
  `a group put off, in a browser${missing === null ? '' : ` (skipped: ${missing})`}`,
  () => {
    let preview: Previewed;
    let before: (string | null)[] = [];
    const troubles: string[] = [];
    beforeAll(async () => {
      preview = await launchPreview({ today: '2024-12-31' });
      const { page } = preview;
      page.setDefaultTimeout(30_000);
      page.on('pageerror', (error) => troubles.push(error.message));
      const file = join(freshFolder('review-later'), 'orders.csv');
      writeFileSync(file, orderFile(orders));
      await dropFiles(page, page.locator('body'), [file]);
      await page.locator('.imp-reckon').waitFor();
      await page.keyboard.press('Control+Enter');
      await page.waitForURL(/customers/);
      await page.getByRole('button', { name: '核对重复…' }).click();
      await page.locator('.review-group').first().waitFor();
      before = await keysOf(page);
    });
    afterAll(() => preview?.close());

    test('L puts the group under the mark behind the others, and the mark goes on to the next', async () => {
      const { page } = preview;
      expect(before).toHaveLength(3);
      expect(await current(page)).toBe(before[0]);
      await page.keyboard.press('l');
      await expect.poll(() => keysOf(page)).toEqual([before[1], before[2], before[0]]);
      expect(await current(page)).toBe(before[1]);
    });

    test('choosing all leaves it alone', async () => {
      const { page } = preview;
      await page.getByRole('checkbox', { name: '全选 2 组' }).check();
      expect(await page.locator('.review-group > .ant-checkbox-wrapper input:checked').count()).toBe(2);
      await page.locator('[data-review-same]').click();
      await page.getByRole('button', { name: '并成 2 位' }).click();
      await expect.poll(() => keysOf(page)).toEqual([before[0]]);
    });

    test('L once more puts it back, and Ctrl+Z takes that back', async () => {
      const { page } = preview;
      const all = page.locator('.review-bulk');
      await all.getByText('全选 0 组').waitFor();
      await page.keyboard.press('l');
      await all.getByText('全选 1 组').waitFor();
      await page.keyboard.press('Control+z');
      await all.getByText('全选 0 组').waitFor();
      expect(troubles).toEqual([]);
    });
  },
);
