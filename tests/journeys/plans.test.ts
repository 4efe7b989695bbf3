/** A plan in a browser: made of two strategies, looked at, put in another order by the keyboard, carried out, and all of it taken back. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchPreview, type Previewed, previewJourneysMissing } from './support/browser.ts';
import { callOnPage } from './support/page-calls.ts';

const missing = previewJourneysMissing();

const plain = {
  action: '新茶到了',
  channel: 'sms',
  template: null,
  budgetMinor: null,
  buyerCostMinor: 0,
  contactCostMinor: 5,
  periodDays: 30,
  everyDays: 31,
  share: 0.25,
  seed: 7,
  isShared: false,
};

describe.skipIf(missing !== null)(`a plan, in a browser${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  let preview: Previewed;
  const troubles: string[] = [];
  beforeAll(async () => {
    preview = await launchPreview({ today: '2026-08-20' });
    preview.page.setDefaultTimeout(30_000);
    preview.page.on('pageerror', (error) => troubles.push(error.message));
    await callOnPage(preview.page, 'demo.open');
    for (const [name, orders] of [
      ['常来的', 3],
      ['买过两次的', 2],
    ] as const)
      await callOnPage(preview.page, 'strategies.save', {
        strategy: null,
        content: { ...plain, name, where: { field: 'orders', from: orders } },
      });
  }, 300_000);
  afterAll(() => preview?.close());

  const row = (name: string) => preview.page.locator('.steps tbody tr', { hasText: name });
  const figuresOf = async (name: string): Promise<number[]> =>
    (await row(name).locator('td.n:not(.step-move)').allInnerTexts()).map((text) => Number(text.replaceAll(',', '')));
  const names = () => preview.page.locator('.steps tbody a').allInnerTexts();

  test('made of two strategies, it shows whom the first takes from the second', async () => {
    const { page } = preview;
    await page.locator('nav.rail a', { hasText: '今日' }).click();
    await page.locator('.tabs a', { hasText: '策略' }).click();
    await page.locator('.tabs a', { hasText: '计划' }).click();
    await page.getByText('还没有计划').waitFor();
    await page.keyboard.press('n');
    const form = page.locator('.plan-content');
    await form.getByLabel('名字').fill('每月一次');
    await form.locator('#p-strategies').click();
    for (const name of ['常来的', '买过两次的'])
      await page.locator('.ant-select-item-option', { hasText: name }).click();
    await page.keyboard.press('Escape');
    await form.getByRole('button', { name: '保存' }).click();
    await row('买过两次的').waitFor();
    const [people = 0, taken, guarded = 0, contacted = 0, held = 0] = await figuresOf('常来的');
    expect(taken).toBe(0);
    expect(people).toBe(guarded + contacted + held);
    expect((await figuresOf('买过两次的'))[1]).toBe(contacted + held);
  });

  test('put in another order by Alt and an arrow, the other one takes them all; Ctrl+Z puts it back', async () => {
    const { page } = preview;
    await row('常来的').locator('a').focus();
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(names).toEqual(['买过两次的', '常来的']);
    const [people, taken, , contacted] = await figuresOf('常来的');
    // Only whom the guard holds back is in neither.
    expect(contacted).toBe(0);
    expect((taken ?? 0) + ((await figuresOf('常来的'))[2] ?? 0)).toBe(people);
    await row('常来的').getByText('没有可以联系的人').waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(names).toEqual(['常来的', '买过两次的']);
  });

  test('carried out both run; Ctrl+Z takes both back at once', async () => {
    const { page } = preview;
    const contacted = (await figuresOf('常来的'))[3];
    await page.getByRole('button', { name: '执行，各自抽签定组' }).click();
    await expect.poll(() => page.locator('.steps').getByText('正在执行').count()).toBe(2);
    const listed = JSON.stringify(await callOnPage(page, 'strategies.list', {}));
    expect([...listed.matchAll(/"run":\d+/g)].length).toBe(2);
    expect(listed).toContain(`"contacted":${contacted}`);
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.locator('.steps').getByText('该执行了').count()).toBe(2);
    expect(JSON.stringify(await callOnPage(page, 'strategies.list', {}))).not.toMatch(/"run":\d/);
    await page.goBack();
    expect(troubles).toEqual([]);
  });
});
