/** The call desk in a browser, by keyboard alone: called one after the other, each with an outcome; and who it is that calls. */

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ResultOf } from '../../src-shared/contract/index.ts';
import { launchPreview, type Previewed, previewJourneysMissing } from './support/browser.ts';
import { callOnPage } from './support/page-calls.ts';

const missing = previewJourneysMissing();
const today = '2026-08-20';
const basis = { on: today, definition: 'quantile' };

describe.skipIf(missing !== null)(
  `the call desk, in a browser${missing === null ? '' : ` (skipped: ${missing})`}`,
  () => {
    let preview: Previewed;
    let page: Page;
    const troubles: string[] = [];
    beforeAll(async () => {
      preview = await launchPreview({ today });
      ({ page } = preview);
      page.setDefaultTimeout(20_000);
      page.on('pageerror', (error) => troubles.push(error.message));
      await callOnPage(page, 'demo.open');
      await callOnPage(page, 'careRules.begin', { language: 'zh-CN' });
      await callOnPage(page, 'templates.begin', { language: 'zh-CN' });
      const { rules } = (await callOnPage(page, 'careRules.list', { basis })) as ResultOf<'careRules.list'>;
      for (const { rule, dueNow: _now, dueSoon: _soon, ...content } of rules.slice(0, 2))
        await callOnPage(page, 'careRules.save', { rule, content: { ...content, on: true } });
      await page.locator('nav.rail a', { hasText: '今日' }).click();
      await page.locator('.due-table').waitFor();
    });
    afterAll(() => preview?.close());

    const name = () => page.locator('.call-panel h2').innerText();
    const list = async () => (await callOnPage(page, 'followUps.today', { basis })) as ResultOf<'followUps.today'>;

    test('T opens it: those alone who can be called, each with number, code and script', async () => {
      await page.keyboard.press('t');
      await page.locator('.call-digits').waitFor();
      const { due } = await list();
      const callable = due.filter(({ reach }) => reach === 'phone').map(({ name: called }) => called);
      expect(callable.length).toBeLessThan(due.length);
      expect(await page.locator('.call-table .due-name button').allInnerTexts()).toEqual(callable);
      expect(await name()).toBe(callable[0]);
      const { phone } = (await callOnPage(page, 'customers.phone', {
        customer: due.find(({ reach }) => reach === 'phone')?.customer,
      })) as ResultOf<'customers.phone'>;
      expect((await page.locator('.call-digits').innerText()).replaceAll(' ', '')).toBe(phone);
      expect(await page.locator('.call-panel .qr-code').getAttribute('aria-label')).toBe(`用手机扫，拨 ${phone}`);
      await expect.poll(() => page.locator('.say-text').innerText()).toContain(`请问是${callable[0]}吗`);
      expect(await page.locator('.call-orders tbody tr').count()).toBeGreaterThan(0);
    });

    test('three are called by keyboard; the next one comes up by itself; who will buy is asked again, and all count as called', async () => {
      for (const [at, key] of ['1', '2', '3'].entries()) {
        const before = await name();
        await page.keyboard.press(key);
        await page.locator('.due-outcomes .chosen').waitFor();
        if (key === '3') await page.locator('.due-next input').nth(1).fill('周五发货前再问');
        // In the field of the note the key belongs to it, and records too.
        await page.keyboard.press('Enter');
        await expect.poll(async () => (await list()).done.length).toBe(at + 1);
        await expect.poll(name).not.toBe(before);
      }
      const { done } = await list();
      expect(done.map(({ done: entry }) => [entry.outcome, entry.channel])).toEqual([
        ['willBuy', 'phone'],
        ['noAnswer', 'phone'],
        ['talked', 'phone'],
      ]);
      await expect
        .poll(() => page.locator('.call-called').innerText())
        .toBe('今天打了 3 个，聊上了 1，没回 1，说会买 1');
      const willBuy = done[0];
      const { due } = (await callOnPage(page, 'followUps.day', {
        basis,
        day: '2026-09-03',
      })) as ResultOf<'followUps.day'>;
      expect(due.find(({ origin }) => origin === willBuy?.origin)?.log).toMatchObject([{ note: '周五发货前再问' }]);

      // Arrows choose another, and what is pressed by mistake is taken back.
      const here = await name();
      await page.keyboard.press('ArrowDown');
      await expect.poll(name).not.toBe(here);
      await page.keyboard.press('ArrowUp');
      await expect.poll(name).toBe(here);
      await page.keyboard.press('Control+z');
      await expect.poll(async () => (await list()).done.length).toBe(2);
    });

    test('what came of the calls is told when it is opened: by the hour and by the rule, without a share of so few', async () => {
      const figures = page.locator('[data-folded="callFigures"]');
      expect(await figures.locator('table').count()).toBe(0);
      await figures.locator('summary').focus();
      await page.keyboard.press('Enter');
      const total = figures.locator('tr.sum td');
      await total.first().waitFor();
      // Of three the last was taken back; Enter opened it and recorded nothing.
      expect(await total.allInnerTexts()).toEqual(['合计', '2', '1', '0', '0']);
      expect((await list()).done.length).toBe(2);
      const told = (await callOnPage(page, 'followUps.callFigures', { basis })) as ResultOf<'followUps.callFigures'>;
      expect(await figures.locator('table').last().locator('tbody td:first-child').allInnerTexts()).toEqual(
        told.scripts.map(({ name: script }) => script),
      );
      expect(told.total).toMatchObject({ calls: 2, reached: 1, share: null, willBuy: 0, waiting: 2 });
      await page.keyboard.press('Enter');
      await expect.poll(() => figures.locator('table').count()).toBe(0);
    });

    test('somebody calls: L, four digits, and Enter opens their page', async () => {
      const called = await name();
      const phone = (await page.locator('.call-digits').getAttribute('data-phone')) ?? '';
      await page.keyboard.press('l');
      await page.keyboard.type(phone.slice(-4));
      const found = (await callOnPage(page, 'customers.callers', {
        digits: phone.slice(-4),
        limit: 8,
      })) as ResultOf<'customers.callers'>;
      expect(found.callers.map(({ name: one }) => one)).toContain(called);
      const options = page.locator('.caller-list [role="option"]');
      await expect.poll(() => options.count()).toBe(found.callers.length);
      // The digits went into the field and recorded nothing.
      expect(await page.locator('.due-outcomes .chosen').count()).toBe(0);
      await page.keyboard.type('0000');
      await page.getByText('没有号码以').waitFor();
      for (let at = 0; at < 4; at += 1) await page.keyboard.press('Backspace');
      await expect.poll(() => options.count()).toBe(found.callers.length);
      while (!(await page.locator('.caller-list .on').innerText()).startsWith(called))
        await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(/customers\/\d+/);
      await page.getByRole('heading', { name: called }).waitFor();
      expect(troubles).toEqual([]);
    });
  },
);
