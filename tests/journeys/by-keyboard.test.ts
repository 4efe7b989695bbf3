/**
 * A day's work by the keyboard alone, in a browser: a group described, kept, tagged, its labels laid out, taken back; one customer explained down to the cell; a lead pasted, their
 * order typed; the line of a level moved, with who would move read before it is kept.
 */

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ResultOf } from '../../src-shared/contract/index.ts';
import { defaultLevels } from '../../src-shared/levels.ts';
import { type Previewed, previewJourneysMissing } from './support/browser.ts';
import { openDemoCustomers } from './support/demo.ts';
import { countsOnceMoved, levelCounts } from './support/level-moves.ts';
import { callOnPage } from './support/page-calls.ts';

const missing = previewJourneysMissing();
const today = '2026-08-20';
const product = '正山小种';

const hand = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const found = document.activeElement;
    const label = found instanceof HTMLInputElement ? found.labels?.[0]?.textContent : undefined;
    return (found?.getAttribute('aria-label') ?? label ?? found?.textContent ?? '').trim();
  });

/** Whether what the hand is on shows it. */
const isSeen = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const shown = document.activeElement?.closest('.ant-segmented-item, .ant-input-number') ?? document.activeElement;
    if (shown === null || document.activeElement?.matches(':focus-visible') !== true) return false;
    const { outlineStyle, boxShadow } = getComputedStyle(shown);
    return outlineStyle !== 'none' || boxShadow !== 'none';
  });

/** Tab, or Shift+Tab, until the hand is there. */
async function tabTo(page: Page, wanted: string | RegExp, key = 'Tab'): Promise<void> {
  const seen: string[] = [];
  for (let step = 0; step < 90; step += 1) {
    const at = await hand(page);
    if (typeof wanted === 'string' ? at === wanted : wanted.test(at)) return;
    seen.push(at.slice(0, 20));
    await page.keyboard.press(key);
  }
  expect.fail(`no way to ${String(wanted)}: ${seen.join(' | ')}`);
}

/** What the search box found, by arrows and Enter; more may come in while it is looked through. */
async function chooseFound(page: Page, name: string): Promise<void> {
  const wanted = page.getByRole('option', { name });
  await wanted.waitFor();
  await expect
    .poll(async () => {
      if ((await wanted.getAttribute('aria-selected')) === 'true') return true;
      await page.keyboard.press('ArrowDown');
      return false;
    })
    .toBe(true);
  await page.keyboard.press('Enter');
}

const tagged = async (page: Page): Promise<Record<string, number>> => {
  const { tags } = (await callOnPage(page, 'tags.list')) as ResultOf<'tags.list'>;
  return Object.fromEntries(tags.map(({ name, customers }) => [name, customers]));
};

describe.skipIf(missing !== null)(
  `by the keyboard alone, in a browser${missing === null ? '' : ` (skipped: ${missing})`}`,
  () => {
    let preview: Previewed;
    const troubles: string[] = [];
    beforeAll(async () => {
      preview = await openDemoCustomers(today, troubles);
      preview.page.setDefaultTimeout(20_000);
      // Whoever uses a mouse here is found out.
      await preview.page.evaluate(() => {
        for (const kind of ['pointerdown', 'mousedown'])
          window.addEventListener(kind, () => document.body.setAttribute('data-touched', ''), { capture: true });
      });
    });
    afterAll(() => preview?.close());

    test('regulars of 浙江 who bought it twice and stayed away: described, kept, tagged, on labels from the fifth, taken back', async () => {
      const { page } = preview;
      const { keyboard } = page;
      await keyboard.press('b');
      await page.getByText('还没有条件：全部客户。').waitFor();
      await tabTo(page, '加一条');
      await keyboard.press('Enter');
      await tabTo(page, '商品');
      await keyboard.type(product);
      await keyboard.press('Enter');
      await tabTo(page, '几单，从');
      await keyboard.type('2');
      for (const [field, typed] of [
        ['省份', '浙江'],
        ['隔天数', '20'],
      ] as const) {
        await tabTo(page, '加一条');
        await keyboard.press('Enter');
        await keyboard.type(field);
        await keyboard.press('Enter');
        await tabTo(page, field === '省份' ? field : '隔天数，从');
        await keyboard.type(typed);
        if (field === '省份') {
          await keyboard.press('Enter');
          await keyboard.press('Escape');
        }
      }
      const counted = page.locator('.meant-count:not(.late)');
      await counted.filter({ hasText: /^\D*[1-9]\d* 位/ }).waitFor();
      const count = Number(/(\d+) 位/.exec(await counted.innerText())?.[1]);
      await keyboard.press('Control+Enter');
      await page.waitForURL(/where=/);
      await expect
        .poll(() => page.getByRole('grid', { name: '客户名单' }).getAttribute('aria-rowcount'))
        .toBe(String(count + 1));
      await tabTo(page, /存成人群/);
      await keyboard.press('Enter');
      await page.getByRole('dialog').getByRole('textbox', { name: '名字' }).waitFor();
      await tabTo(page, '名字');
      await keyboard.type('浙江快走的老客');
      await keyboard.press('Enter');
      await page.waitForURL(/segment=1/);
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await tabTo(page, '客户名单');
      await keyboard.press('e');
      const dialog = page.getByRole('dialog', { name: '批量修改' });
      await dialog.waitFor();
      await keyboard.press('Tab');
      await keyboard.type('写信');
      await dialog.getByText(`会改 ${count} 位`).waitFor();
      await keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });
      await expect.poll(() => tagged(page)).toEqual({ 写信: count });
      await keyboard.press('Control+p');
      await page.locator('.a4').first().waitFor();
      await tabTo(page, '名单');
      await keyboard.press('ArrowRight');
      await page.locator('.head .say', { hasText: '位有完整地址' }).waitFor();
      const printed = Number(/里 (\d+) 位有完整地址/.exec(await page.locator('.head .say').innerText())?.[1]);
      expect(printed).toBeGreaterThan(0);
      await keyboard.press('s');
      await keyboard.type('5');
      await keyboard.press('Enter');
      await expect.poll(() => page.locator('.label-cell.used').count()).toBe(4);
      await page.getByRole('button', { name: `打印 ${Math.ceil((printed + 4) / 24)} 页` }).waitFor();
      await keyboard.press('Escape');
      await keyboard.press('Escape');
      await page.getByRole('grid', { name: '客户名单' }).waitFor();
      await tabTo(page, '客户名单');
      await keyboard.press('Control+z');
      await expect.poll(() => tagged(page)).toEqual({});
      expect(troubles).toEqual([]);
    });

    test('one of them explained: conclusion, rule, orders, and the cell of the file', async () => {
      const { page } = preview;
      const { keyboard } = page;
      await tabTo(page, '客户名单');
      await keyboard.press('ArrowDown');
      await keyboard.press('Enter');
      await page.waitForURL(/customers\/\d+/);
      await page.locator('h1').first().waitFor();
      await keyboard.press('w');
      await page.locator('aside [data-n="3"] .used-order').first().waitFor();
      const order = page.locator('aside .used-order').first();
      const number = /\d{15,}/.exec(await order.innerText())?.[0] ?? (await order.getAttribute('title')) ?? '';
      await tabTo(page, new RegExp(number.slice(0, 12)));
      await keyboard.press('Enter');
      await page.locator('aside [data-n="4"] td, aside [data-n="4"] dd').first().waitFor();
      expect(await page.locator('aside [data-n="4"]').innerText()).toMatch(/\.csv|\.xlsx/);
      await keyboard.press('Escape');
    });

    test('a chat pasted becomes a lead with its next step, from the search box', async () => {
      const { page } = preview;
      const { keyboard } = page;
      await keyboard.press('Control+k');
      await keyboard.type('潜客');
      await chooseFound(page, '潜客：问过还没买的人');
      await page.waitForURL(/#\/leads/);
      await page.getByRole('heading', { name: '潜客' }).waitFor();
      await keyboard.press('n');
      const dialog = page.getByRole('dialog', { name: '手工记一笔' });
      await dialog.waitFor();
      await tabTo(page, '粘贴聊天或名片');
      await keyboard.type('张姐 13800001111 想要10箱');
      await tabTo(page, '称呼');
      expect(await page.locator('#hand-phone').inputValue()).toBe('13800001111');
      await keyboard.press('Enter');
      await page.waitForURL(/customers\/\d+/);
      await page.getByRole('heading', { name: '张姐' }).waitFor();
      await tabTo(page, /^张姐到哪一步了/);
      await keyboard.press('Enter');
      await keyboard.press('ArrowDown');
      await keyboard.press('Enter');
      const leads = async () => ((await callOnPage(page, 'leads.list', { on: today })) as ResultOf<'leads.list'>).leads;
      await expect
        .poll(async () => (await leads()).map(({ name, stage, wish }) => [name, stage, wish]))
        .toEqual([['张姐', 'contacted', '想要10箱']]);
      await page.locator('h1').first().waitFor();
      await tabTo(page, '排一次回访');
      await keyboard.press('Enter');
      await page.getByRole('dialog').locator('#plan-note').waitFor();
      await tabTo(page, '排上');
      await keyboard.press('Enter');
      await expect.poll(async () => (await leads())[0]?.next).toBe('2026-08-27');
    });

    test('their first order is typed: it stands in the account, and the lead is won by it', async () => {
      const { page } = preview;
      const { keyboard } = page;
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.locator('h1').first().waitFor();
      await tabTo(page, '记一单…');
      await keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: '给张姐记一单' });
      await dialog.waitFor();
      await tabTo(page, '第 1 样买的什么');
      await keyboard.type('手工记的白茶');
      await tabTo(page, '第 1 样单价');
      await keyboard.type('88');
      await tabTo(page, '记下这单');
      await keyboard.press('Enter');
      await page.locator('.account').getByText('手工记的白茶').first().waitFor({ timeout: 60_000 });
      const leads = (await callOnPage(page, 'leads.list', { on: today })) as ResultOf<'leads.list'>;
      expect(leads.leads.map(({ name, stage }) => [name, stage])).toEqual([['张姐', 'won']]);
      expect(await page.evaluate(() => document.body.hasAttribute('data-touched'))).toBe(false);
      expect(troubles).toEqual([]);
    });

    test('the line of a level is moved: who would move is who moves, and it is taken back', async () => {
      const { page } = preview;
      const { keyboard } = page;
      await callOnPage(page, 'settings.change', { levels: { ...defaultLevels, on: true } });
      const before = await levelCounts(page, today);
      await keyboard.press('Control+3');
      await page.waitForURL(/#\/tiers/);
      await tabTo(page, '八层');
      expect(await isSeen(page)).toBe(true);
      await keyboard.press('ArrowRight');
      await page.waitForURL(/view=life/);
      await keyboard.press('ArrowRight');
      await page.waitForURL(/view=levels/);
      const lowest = page.getByRole('spinbutton', { name: /满多少/ }).last();
      await lowest.waitFor();
      // The hand stays on the choice it made.
      expect(await hand(page)).toBe('等级');
      while (!(await lowest.evaluate((field) => field === document.activeElement))) await keyboard.press('Tab');
      expect(await isSeen(page)).toBe(true);
      expect(await lowest.inputValue()).toBe('2');
      await keyboard.press('Control+a');
      await keyboard.type('3');
      const told = await countsOnceMoved(page, today, before);
      await keyboard.press('Control+s');
      await page.getByText('等级的规则改了').waitFor();
      const after = await levelCounts(page, today);
      expect(after).toEqual(told);
      expect(after).not.toEqual(before);
      await tabTo(page, '等级');
      await keyboard.press('Control+z');
      await expect.poll(() => levelCounts(page, today)).toEqual(before);
      expect(await page.evaluate(() => document.body.hasAttribute('data-touched'))).toBe(false);
      expect(troubles).toEqual([]);
    });
  },
);
