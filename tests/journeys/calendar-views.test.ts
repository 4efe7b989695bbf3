/** The calendar of follow-ups in a browser: the same people as a month, a week and a list; moved by key and by dragging; the view is remembered. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ResultOf } from '../../src-shared/contract/index.ts';
import { addDays, dayOf } from '../../src-shared/day.ts';
import { csvOf, soundRow, withCells } from '../host/importing/damaged-shop.ts';
import { launchPreview, type Previewed, previewJourneysMissing } from './support/browser.ts';
import { dropFiles } from './support/drop-files.ts';
import { freshFolder } from './support/folders.ts';
import { callOnPage } from './support/page-calls.ts';

const missing = previewJourneysMissing();
/** A Thursday. */
const today = dayOf('2026-08-20') ?? expect.fail('a day');
const basis = { on: today, definition: 'quantile' };

/** An order of each, the dearest first, long ago. */
function orders(): string {
  const cells = Array.from({ length: 6 }, (_, at) => ({
    买家会员名: `买家${at}`,
    收货人姓名: `沈小${'甲乙丙丁戊己'.charAt(at)}`,
    联系手机: `1380013001${at}`,
    买家实际支付金额: `${900 - at}.00`,
  }));
  return csvOf(cells.map((each, at) => withCells([soundRow(at)], 0, each)[0] ?? []));
}

describe.skipIf(missing !== null)(
  `the calendar, in a browser${missing === null ? '' : ` (skipped: ${missing})`}`,
  () => {
    let preview: Previewed;
    let page: Page;
    const troubles: string[] = [];
    beforeAll(async () => {
      preview = await launchPreview({ today });
      ({ page } = preview);
      page.setDefaultTimeout(20_000);
      page.on('pageerror', (error) => troubles.push(error.message));
      const file = join(freshFolder('orders'), '订单.csv');
      writeFileSync(file, `\ufeff${orders()}`);
      await dropFiles(page, page.locator('body'), [file]);
      await page.getByRole('button', { name: /入账 6 单/ }).click();
      await page.getByText('已入账 6 单').waitFor();
      const { rows } = (await callOnPage(page, 'customers.list', {
        filter: {},
        basis,
        sort: { by: 'netMinor', descending: true },
        window: { from: 0, count: 6 },
      })) as ResultOf<'customers.list'>;
      for (const [at, { id }] of rows.entries())
        await callOnPage(page, 'followUps.plan', {
          customer: id,
          day: addDays(today, at < 4 ? 0 : at),
          channel: null,
          note: `问问新茶 ${at}`,
          repeat: null,
        });
      await page.locator('nav.rail a', { hasText: '回访' }).click();
      await page.locator('.cal-people li').first().waitFor();
    });
    afterAll(() => preview?.close());

    const dayWith = async (origin: string): Promise<string | undefined> => {
      const { days } = (await callOnPage(page, 'followUps.span', {
        basis,
        from: today,
        to: addDays(today, 30),
        most: 500,
      })) as ResultOf<'followUps.span'>;
      return days.find(({ due }) => due.some((one) => one.origin === origin))?.day;
    };

    test('N plans a follow-up with somebody from the day that is looked at', async () => {
      await page.keyboard.press('n');
      const dialog = page.getByRole('dialog');
      await dialog.locator('#plan-person').waitFor();
      const keep = dialog.getByRole('button', { name: '排上' });
      expect(await keep.isDisabled()).toBe(true);
      const { days: before } = (await callOnPage(page, 'followUps.span', {
        basis,
        from: today,
        to: today,
        most: 500,
      })) as ResultOf<'followUps.span'>;
      const name = before[0]?.due[0]?.name ?? '';
      await dialog.locator('#plan-person').fill(name);
      await page.locator('.ant-select-item-option').first().click();
      await dialog.getByLabel('说什么、留意什么').fill('从回访页排的');
      await keep.click();
      await page.getByText(new RegExp(`^排好了：${name}，${today}`)).waitFor();
      await page.locator('.cal-what', { hasText: '从回访页排的' }).waitFor();
      // Two things for one person on a day: said once, beneath one name.
      expect(await page.locator('.cal-note', { hasText: '不止一件事' }).count()).toBe(1);
      expect(await page.locator('.cal-who', { hasText: name }).count()).toBe(1);
      await page.keyboard.press('Control+z');
      await page.locator('.cal-what', { hasText: '从回访页排的' }).waitFor({ state: 'detached' });
    });

    test('several days at once are what each day says by itself', async () => {
      const { days } = (await callOnPage(page, 'followUps.span', {
        basis,
        from: addDays(today, -2),
        to: addDays(today, 4),
        most: 500,
      })) as ResultOf<'followUps.span'>;
      expect(days.map(({ day }) => day)).toEqual([-2, -1, 0, 1, 2, 3, 4].map((by) => addDays(today, by)));
      for (const { day, due, done, more } of days) {
        const one = (await callOnPage(page, 'followUps.day', { basis, day })) as ResultOf<'followUps.day'>;
        expect({ due, done }).toEqual({ due: one.due, done: one.done });
        expect(more).toBe(0);
      }
      const few = (await callOnPage(page, 'followUps.span', {
        basis,
        from: today,
        to: today,
        most: 3,
      })) as ResultOf<'followUps.span'>;
      expect(few.days[0]).toMatchObject({ more: 1 });
      expect(few.days[0]?.due.slice(0, 3)).toEqual(days[2]?.due.slice(0, 3));
    });

    test('M moves somebody, in the month, the week and the list: the first of the chosen day, or whoever has the keyboard', async () => {
      const { due } = (await callOnPage(page, 'followUps.day', { basis, day: today })) as ResultOf<'followUps.day'>;
      const [first, second] = [due[0] ?? expect.fail('somebody'), due[1] ?? expect.fail('somebody else')];
      const move = async (name: string, to: string): Promise<void> => {
        await page.keyboard.press('m');
        await page.locator('.ant-picker-dropdown:visible').waitFor();
        expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(`给${name}改期`);
        await page.keyboard.type(to);
        await page.keyboard.press('Enter');
        await page.getByText(`${name}改到 ${to}`).waitFor();
        await page.locator('.ant-picker-dropdown:visible').waitFor({ state: 'detached' });
      };
      const back = async (origin: string): Promise<void> => {
        await page.locator('.cal-sheet, .cal-week, .cal-list').first().focus();
        await page.keyboard.press('Control+z');
        await expect.poll(() => dayWith(origin)).toBe(today);
      };
      await page.locator('.cal-sheet').click({ position: { x: 2, y: 2 } });
      await move(first.name, '2026-08-24');
      expect(await dayWith(first.origin)).toBe('2026-08-24');
      await back(first.origin);
      for (const view of ['周', '列表']) {
        await page.getByText(view, { exact: true }).click();
        const line = page.locator(`[data-origin="${second.origin}"]`);
        await line.locator('.span-who a').focus();
        await move(second.name, '2026-08-25');
        expect(await dayWith(second.origin)).toBe('2026-08-25');
        await back(second.origin);
      }
      await page.getByText('月', { exact: true }).click();
    });

    test('V leads to the week: each day with its people; Alt and an arrow moves somebody a day on, and the keyboard goes along', async () => {
      await page.locator('.cal-sheet').click({ position: { x: 2, y: 2 } });
      await page.keyboard.press('v');
      const column = (day: string) => page.locator(`.week-day[aria-label="${day}"]`);
      await column(today).locator('.span-person').first().waitFor();
      expect(await page.locator('.week-day').count()).toBe(7);
      expect(await page.locator('.head .say').innerText()).toBe('2026-08-17 到 2026-08-23');
      const { due } = (await callOnPage(page, 'followUps.day', { basis, day: today })) as ResultOf<'followUps.day'>;
      expect(await column(today).locator('.span-who a').allInnerTexts()).toEqual(due.map(({ name }) => name));

      const first = due[0] ?? expect.fail('somebody');
      await column(today).locator('.span-who a').first().focus();
      await page.keyboard.press('Alt+ArrowRight');
      await page.getByText(`${first.name}改到 2026-08-21`).waitFor();
      await column('2026-08-21').locator(`[data-origin="${first.origin}"]`).waitFor();
      expect(await dayWith(first.origin)).toBe('2026-08-21');
      const focused = () => page.evaluate(() => document.activeElement?.closest('li')?.getAttribute('data-origin'));
      await expect.poll(focused).toBe(first.origin);
      await page.keyboard.press('Alt+ArrowLeft');
      await expect.poll(() => dayWith(first.origin)).toBe(today);
      await expect.poll(focused).toBe(first.origin);
      // Nobody is moved into the past.
      await page.keyboard.press('Alt+ArrowLeft');
      expect(await dayWith(first.origin)).toBe(today);
    });

    test('somebody is dragged to another day, and it is taken back', async () => {
      const from = page.locator(`.week-day[aria-label="${today}"] .span-person`).nth(1);
      const origin = (await from.getAttribute('data-origin')) ?? expect.fail('an origin');
      await from.dragTo(page.locator('.week-day[aria-label="2026-08-22"] .week-people'));
      await expect.poll(() => dayWith(origin)).toBe('2026-08-22');
      await page.keyboard.press('Control+z');
      await expect.poll(() => dayWith(origin)).toBe(today);
      await page.locator(`.week-day[aria-label="${today}"] [data-origin="${origin}"]`).waitFor();
    });

    test('the list of days: moved by a date too; the view is there again when the page is opened again', async () => {
      await page.getByText('列表', { exact: true }).click();
      await page.locator('.list-people .span-person').first().waitFor();
      const { days } = (await callOnPage(page, 'followUps.span', {
        basis,
        from: today,
        to: addDays(today, 29),
        most: 40,
      })) as ResultOf<'followUps.span'>;
      const filled = days.filter(({ due, done }) => due.length + done.length > 0);
      await expect.poll(() => page.locator('.cal-list > section').count()).toBe(filled.length);
      const line = page.locator('.list-people .span-person').first();
      const origin = (await line.getAttribute('data-origin')) ?? expect.fail('an origin');
      await line.getByLabel(/改期/).click();
      await page.keyboard.type('2026-08-25');
      await page.keyboard.press('Enter');
      await expect.poll(() => dayWith(origin)).toBe('2026-08-25');

      await page.locator('nav.rail a', { hasText: '客户' }).click();
      await page.getByRole('grid', { name: '客户名单' }).waitFor();
      await page.reload();
      await page.locator('nav.rail a', { hasText: '回访' }).click();
      await page.locator('.list-people .span-person').first().waitFor();
      // How it is looked at is no entry of the journal: what is taken back is the move.
      await page.keyboard.press('Control+z');
      await expect.poll(() => dayWith(origin)).toBe(today);
      expect(troubles).toEqual([]);
    });
  },
);
