/** What to say, and the day's list taken along, in a browser: printed, put into a calendar, opened on a telephone that has no network. */

import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ResultOf } from '../../src-shared/contract/index.ts';
import { axeViolations, violationLines } from './support/axe.ts';
import { launchPreview, type Previewed, previewJourneysMissing } from './support/browser.ts';
import { freshFolder } from './support/folders.ts';
import { callOnPage } from './support/page-calls.ts';
import { pdfText } from './support/spine.ts';

const missing = previewJourneysMissing();
const today = '2026-08-20';
const basis = { on: today, definition: 'quantile' };

/** Rules that are on, and the usual templates. */
async function prepared(page: Page): Promise<void> {
  await callOnPage(page, 'demo.open');
  await callOnPage(page, 'careRules.begin', { language: 'zh-CN' });
  await callOnPage(page, 'templates.begin', { language: 'zh-CN' });
  const { rules } = (await callOnPage(page, 'careRules.list', { basis })) as ResultOf<'careRules.list'>;
  for (const { rule, dueNow: _now, dueSoon: _soon, ...content } of rules.slice(0, 2))
    await callOnPage(page, 'careRules.save', { rule, content: { ...content, on: true } });
}

describe.skipIf(missing !== null)(
  `the day sheet, in a browser${missing === null ? '' : ` (skipped: ${missing})`}`,
  () => {
    let preview: Previewed;
    let page: Page;
    const troubles: string[] = [];
    const folder = freshFolder('sheets');
    beforeAll(async () => {
      preview = await launchPreview({ today });
      ({ page } = preview);
      page.setDefaultTimeout(20_000);
      page.on('pageerror', (error) => troubles.push(error.message));
      await prepared(page);
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.locator('nav.rail a', { hasText: '今日' }).click();
      await page.locator('.due-table').waitFor();
    });
    afterAll(() => preview?.close());

    const downloaded = async (button: string, name: string): Promise<string> => {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: button }).click();
      const file = await download;
      const path = join(folder, name);
      copyFileSync(await file.path(), path);
      return path;
    };

    test('the panel says what to say to this person; M copies it; another text is chosen and holds for the next; what is missing is said', async () => {
      const said = page.locator('.say-text');
      await said.waitFor();
      const name = await page.locator('.due-panel h2').innerText();
      const first = await said.innerText();
      expect(first).toContain(name);
      expect(first).not.toMatch(/[{}]/);
      await page.locator('.due-table tr.here button').focus();
      await page.keyboard.press('m');
      await page.getByText('已复制要说的话').waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(first);

      await callOnPage(page, 'templates.save', {
        template: null,
        content: { name: '缺一样', channel: 'phone', text: '{称呼}，新茶到了' },
      });
      await page.locator('.say-choice').click();
      await page.locator('.ant-select-item', { hasText: '缺一样' }).click();
      await expect.poll(() => said.innerText()).toBe(`${name}，新茶到了`);
      const due = page.locator('.due-table tbody tr');
      const byPhone = due.filter({ hasText: '电话' }).nth(3);
      const other = (await byPhone.locator('.due-name button').innerText()).trim();
      await byPhone.click();
      await expect.poll(() => said.innerText()).toBe(`${other}，新茶到了`);

      // Of whom only a masked name is known, a text with a name has a hole: it is not shown, and the hole is named.
      await due.filter({ hasText: '崔**' }).first().click();
      await page.locator('.say-none').waitFor();
      expect(await page.locator('.say-none').innerText()).toMatch(/这位说不了：缺.*称呼/);
      expect(await said.count()).toBe(0);
      expect(await page.getByRole('button', { name: '复制 M' }).isDisabled()).toBe(true);
    });

    test('it is printed: everybody once, nothing cut off, page x of y; a helper’s names and numbers are shown in part', async () => {
      await page.locator('.due-table tr.here button').focus();
      await page.keyboard.press('p');
      await page.locator('.day-sheet-page li').first().waitFor();
      const pages = Number((await page.locator('.page-at').innerText()).split('/')[1]);
      expect(pages).toBeGreaterThan(1);
      const cut = await page
        .locator('.day-sheet-page')
        .evaluateAll((sheets) =>
          sheets.flatMap((sheet) =>
            [sheet, ...sheet.querySelectorAll('li, .sheet-lines, .sheet-who, .sheet-result')]
              .filter((part) => part.scrollHeight > part.clientHeight + 2 || part.scrollWidth > part.clientWidth + 1)
              .map((part) => `${part.className} ${part.textContent?.slice(0, 40) ?? ''}`),
          ),
        );
      expect(cut).toEqual([]);
      const printed = async (): Promise<string> => {
        const path = join(folder, 'sheet.pdf');
        writeFileSync(path, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
        return pdfText(path);
      };
      const text = await printed();
      for (let at = 1; at <= pages; at += 1) expect(text).toMatch(new RegExp(`\\b${at} ?/ ?${pages}$`, 'm'));
      const { due } = (await callOnPage(page, 'followUps.today', { basis })) as ResultOf<'followUps.today'>;
      for (const { name } of due) expect(text).toContain(name);
      expect(text).toMatch(/1\d{2} \d{4} \d{4}/);

      await page.getByText('帮手', { exact: true }).click();
      await page.locator('.day-sheet-page li b', { hasText: '唐**' }).waitFor();
      const masked = await printed();
      expect(masked).not.toMatch(/1\d{2} ?\d{4} ?\d{4}\b/);
      for (const { name, channel } of due)
        if (!name.includes('*') && channel === 'phone') expect(masked).not.toContain(name);
    });

    test('on a telephone without a network: two are ticked, an outcome is chosen, it is closed and opened again, and all of it is still there', async () => {
      await page.getByText('自己', { exact: true }).click();
      await page.locator('.day-sheet-page li b', { hasText: '唐佳怡' }).waitFor();
      const file = await downloaded('手机网页（.html）', '当日回访.html');
      const context = await preview.browser.newContext({
        viewport: { width: 360, height: 740 },
        offline: true,
        hasTouch: true,
      });
      const phone = await context.newPage();
      const asked: string[] = [];
      const said: string[] = [];
      phone.on('request', (request) => asked.push(request.url()));
      phone.on('pageerror', (error) => said.push(error.message));
      phone.on('console', (message) => said.push(message.text()));
      const address = pathToFileURL(file).href;
      await phone.goto(address);
      expect(await phone.locator('ol > li').count()).toBe(20);
      expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      expect(await phone.locator('a.tel').first().getAttribute('href')).toMatch(/^tel:1\d{10}$/);
      for (const box of await phone
        .locator('.tick, fieldset span')
        .all()
        .then((all) => all.slice(0, 8)))
        expect((await box.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(40);

      await phone.locator('li').nth(0).locator('.tick').tap();
      await phone.locator('li').nth(2).getByText('说会买').tap();
      await phone.locator('li').nth(2).locator('.note').fill('周五\t再问');
      expect(await phone.locator('.count').innerText()).toBe('2 / 20');
      await phone.close();

      const again = await context.newPage();
      again.on('request', (request) => asked.push(request.url()));
      await again.goto(address);
      await again.reload();
      expect(await again.locator('.count').innerText()).toBe('2 / 20');
      expect(await again.locator('li.done').count()).toBe(2);
      expect(await again.locator('li').nth(2).locator('input[value=willBuy]').isChecked()).toBe(true);
      expect(await again.locator('#results').inputValue()).toMatch(
        /^2026-08-20\n1\t\S+\t\t\n3\t\S+\t说会买\t周五 再问$/,
      );
      expect(await again.locator('#keeps').innerText()).toContain('记在');
      await again.getByRole('button', { name: '复制结果' }).click();
      await again.getByRole('button', { name: '已复制' }).waitFor();
      for (const colorScheme of ['light', 'dark'] as const) {
        await again.emulateMedia({ colorScheme });
        expect(violationLines(await axeViolations(again))).toEqual([]);
      }
      expect(new Set(asked)).toEqual(new Set([address]));
      expect(said).toEqual([]);
      await context.close();
    });

    test('as a calendar: everybody is an entry of the day', async () => {
      const calendar = readFileSync(await downloaded('日历文件（.ics）', '当日回访.ics'), 'utf8');
      expect(calendar.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(20);
      expect(calendar.match(/^DTSTART;VALUE=DATE:20260820\r$/gm)).toHaveLength(20);
      expect(new Set(calendar.match(/^UID:.*$/gm)).size).toBe(20);
      await page.keyboard.press('Escape');
      await page.locator('.due-table').waitFor();
      expect(troubles).toEqual([]);
    });

    test('whoever is held back is left off, and it is said who and why', async () => {
      const name = await page.locator('.due-panel h2').innerText();
      const customer = (await page.locator('.due-panel header a').getAttribute('href'))?.match(/customers\/(\d+)/)?.[1];
      await callOnPage(page, 'service.save', {
        ticket: null,
        customer: Number(customer),
        content: {
          about: 'complaint',
          order: null,
          text: '罐口漏气',
          opened: today,
          due: null,
          closed: null,
          outcome: '',
          costMinor: null,
        },
      });
      await page.locator('[data-folded="held"]').waitFor();
      await page.locator('[data-take-along]').click();
      await page.locator('.sheet-held').waitFor();
      expect(await page.locator('.sheet-held').innerText()).toBe(`${name}，有没办完的事：罐口漏气`);
      expect(await page.locator('.day-sheet-page').allInnerTexts()).not.toContain(name);
    });
  },
);
