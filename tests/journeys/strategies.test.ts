/** A strategy in a browser: described, looked at, run on a day of the past, its list without those held back, its result in words, and all of it taken back. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchPreview, type Previewed, previewJourneysMissing } from './support/browser.ts';
import { callOnPage } from './support/page-calls.ts';

const missing = previewJourneysMissing();

describe.skipIf(missing !== null)(`a strategy, in a browser${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  let preview: Previewed;
  const troubles: string[] = [];
  beforeAll(async () => {
    preview = await launchPreview({ today: '2026-08-20' });
    preview.page.setDefaultTimeout(30_000);
    preview.page.on('pageerror', (error) => troubles.push(error.message));
    await callOnPage(preview.page, 'demo.open');
  }, 300_000);
  afterAll(() => preview?.close());

  const numbersIn = (text: string): number[] =>
    [...text.matchAll(/[\d,]+/g)].map(([one]) => Number(one.replaceAll(',', '')));

  test('it says before it is run how many it is about, and what would be seen', async () => {
    const { page } = preview;
    await page.locator('nav.rail a', { hasText: '今日' }).click();
    await page.locator('.tabs a', { hasText: '策略' }).click();
    await page.getByText('还没有策略').waitFor();
    await page.keyboard.press('n');
    const form = page.locator('.strategy-form');
    await form.getByLabel('名字').fill('老客上新');
    await form.getByLabel('做什么、说什么').fill('新茶到了');
    await form.locator('[data-sees]').waitFor();
    expect(await form.locator('[data-sees]').innerText()).toMatch(/每 100 人至少多来 [\d.]+ 位买家/);
    await form.getByRole('button', { name: '用这个' }).click();
    await expect.poll(() => form.getByLabel('对照（不联系）').inputValue()).toBe('25');
    await form.getByRole('button', { name: '保存' }).click();
    await page.locator('.look').waitFor();
  });

  test('run, its people are listed without those held back, and the result stands in words', async () => {
    const { page } = preview;
    const facts = page.locator('.look-facts li').first();
    await expect.poll(async () => numbersIn(await facts.innerText()).length).toBe(3);
    const ofToday = await facts.innerText();
    const day = page.locator('#look-on');
    await day.fill('2026-06-01');
    await day.press('Enter');
    await page.getByText('选过去的日子').waitFor();
    // Until the figures of that day are there, those of the day before stand.
    await expect.poll(() => facts.innerText()).not.toBe(ofToday);
    const [, contacted = 0, held = 0] = numbersIn(await facts.innerText());
    await page.getByRole('button', { name: '执行，抽签定组' }).click();
    const run = page.locator('.run').last();
    await run.locator('.arms').waitFor();
    const rows = run.locator('.arms tbody tr');
    expect(numbersIn(await rows.nth(0).locator('td').nth(1).innerText())).toEqual([contacted]);
    expect(numbersIn(await rows.nth(1).locator('td').nth(1).innerText())).toEqual([held]);
    // The made shop knows nothing of it: nobody can tell, or chance alone has it.
    expect(await run.locator('[data-lift=buyers] dd').innerText()).toMatch(/还说不准|九成五的把握/);
    await run.getByRole('button', { name: '看单：联系组' }).click();
    await page.locator('.arm-orders tbody tr').first().waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.arm-orders').waitFor({ state: 'detached' });
    await run.getByRole('button', { name: '联系名单' }).click();
    await expect
      .poll(() => page.locator('.foot, footer').first().innerText())
      .toContain(contacted.toLocaleString('en'));
    await page.goBack();
    await page.locator('.run .arms').first().waitFor();
  });

  test('Ctrl+Z takes the run back, and once more the strategy', async () => {
    const { page } = preview;
    await page.keyboard.press('Control+z');
    await page.getByText('还没执行过').waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('没有这个策略').waitFor();
    expect(troubles).toEqual([]);
  });
});
