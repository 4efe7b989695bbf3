/** One day with several things for the same person: it is as full in every view, the rules are named, and the sheet says of nobody both. */

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ResultOf } from '../../src-shared/contract/index.ts';
import { launchPreview, type Previewed, previewJourneysMissing } from './support/browser.ts';
import { callOnPage } from './support/page-calls.ts';

const missing = previewJourneysMissing();
const today = '2026-08-20';
const basis = { on: today, definition: 'quantile' };

describe.skipIf(missing !== null)(
  `a day of the calendar, in a browser${missing === null ? '' : ` (skipped: ${missing})`}`,
  () => {
    let preview: Previewed;
    let page: Page;
    const troubles: string[] = [];

    const rulesNow = async () =>
      ((await callOnPage(page, 'careRules.list', { basis })) as ResultOf<'careRules.list'>).rules;
    /** Puts a rule on; `share` of its people are let be. */
    const putOn = async (kind: string, share: number): Promise<void> => {
      const found = (await rulesNow()).find(({ trigger }) => trigger.kind === kind) ?? expect.fail(kind);
      const { rule, dueNow: _now, dueSoon: _soon, letBe: _letBe, measured: _measured, ...content } = found;
      await callOnPage(page, 'careRules.save', { rule, content: { ...content, on: true, share, seed: 7 } });
    };
    const dueToday = async () =>
      ((await callOnPage(page, 'followUps.day', { basis, day: today })) as ResultOf<'followUps.day'>).due;
    const view = (name: string): Promise<void> => page.locator('.head').getByText(name, { exact: true }).click();

    beforeAll(async () => {
      preview = await launchPreview({ today });
      ({ page } = preview);
      page.setDefaultTimeout(20_000);
      page.on('pageerror', (error) => troubles.push(error.message));
      await callOnPage(page, 'demo.open');
      await callOnPage(page, 'careRules.begin', { language: 'zh-CN' });
      await putOn('renew', 0);
      await putOn('after', 0);
      await page.locator('nav.rail a', { hasText: '回访' }).click();
      await page.locator('.cal-people li').first().waitFor();
    });
    afterAll(() => preview?.close());

    test('it is as full in the month, the week and the list: of twenty twenty; one who was contacted stays in it', async () => {
      const cell = page.locator(`[data-day="${today}"] .cal-load`);
      const inWeek = page.locator(`.week-day[aria-label="${today}"] .week-load`);
      const inList = page.locator(`.cal-list > section[aria-label="${today}"] .list-load`);
      const everywhere = async (figure: string): Promise<void> => {
        await view('月');
        await expect.poll(() => cell.innerText()).toBe(figure);
        await view('周');
        await expect.poll(() => inWeek.innerText()).toBe(figure);
        await view('列表');
        await expect.poll(() => inList.innerText()).toBe(figure);
      };
      await everywhere('20/20');
      const [first] = await dueToday();
      const contacted = (await callOnPage(page, 'followUps.record', {
        origin: first?.origin,
        customer: first?.customer,
        basis,
        channel: null,
        note: '',
        outcome: 'talked',
        next: null,
      })) as ResultOf<'followUps.record'>;
      await everywhere('20/20');
      await page
        .locator(`.cal-list > section[aria-label="${today}"]`)
        .getByText(/已做：/)
        .waitFor();
      await callOnPage(page, 'journal.undo', { edit: contacted.edit });
    });

    test('two things for one person on a day are told apart by their rules, in every view; one alone is not', async () => {
      const due = await dueToday();
      const names = new Map((await rulesNow()).map(({ rule, name }) => [rule, name]));
      const twice = due.find(({ also }) => also > 0) ?? expect.fail('nobody has two things');
      const theirs = due.filter(({ customer }) => customer === twice.customer);
      expect(new Set(theirs.map(({ rule }) => rule)).size).toBe(2);
      const once = due.find(({ also }) => also === 0) ?? expect.fail('nobody has one thing');
      const nameOf = (rule: number | null): string => names.get(rule ?? 0) ?? expect.fail('a rule');

      for (const [name, line] of [
        ['月', '.cal-people li'],
        ['周', `.week-day[aria-label="${today}"] .span-person`],
        ['列表', `.cal-list > section[aria-label="${today}"] .span-person`],
      ] as const) {
        await view(name);
        await page.locator(line).first().waitFor();
        const lines = page.locator(line);
        for (const { rule } of theirs)
          await lines
            .filter({ hasText: `· ${nameOf(rule)} ·` })
            .first()
            .waitFor();
        if (name === '月') continue;
        const single = page.locator(`${line}[data-origin="${once.origin}"]`);
        expect(await single.innerText()).not.toContain(nameOf(once.rule));
        for (const { origin, rule } of theirs)
          expect(await page.locator(`${line}[data-origin="${origin}"]`).innerText()).toContain(nameOf(rule));
      }
    });

    test('who is let be by one rule and due by another is on the sheet, and is not said to be left off it', async () => {
      await putOn('renew', 0.5);
      const { due, held } = (await callOnPage(page, 'followUps.today', { basis })) as ResultOf<'followUps.today'>;
      const onSheet = new Set(due.map(({ customer }) => customer));
      const both = held.filter(({ customer }) => onSheet.has(customer));
      expect(both.length).toBeGreaterThan(0);
      const leftOff = new Set(held.map(({ customer }) => customer).filter((customer) => !onSheet.has(customer)));
      expect(leftOff.size).toBeGreaterThan(0);

      await page.locator('nav.rail a', { hasText: '今日' }).click();
      await page.locator('.due-table').waitFor();
      await page.locator('[data-take-along]').click();
      await page.locator('.day-sheet-page li').first().waitFor();
      await page.locator('.sheet-held').first().waitFor();
      await page.locator('.sheet-options').getByText(`${leftOff.size} 位被拦下，不在清单上：`).waitFor();
      await expect
        .poll(() => page.locator('footer.foot').innerText())
        .toMatch(new RegExp(`被拦下\\s*${leftOff.size}\\s`));
      expect(troubles).toEqual([]);
    });
  },
);
