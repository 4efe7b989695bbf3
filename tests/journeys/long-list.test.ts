/** A list of thousands in a browser: jumped through, selected whole, added up and copied as in a spreadsheet, and left and found again. */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../../src-main/start/build.ts';
import type { ResultOf } from '../../src-shared/contract/index.ts';
import { formatMinor } from '../../src-shared/money.ts';
import { writeOrderList } from '../bench/order-files.ts';
import { launchPreview, type Previewed, previewJourneysMissing } from './support/browser.ts';
import { freshFolder } from './support/folders.ts';
import { callOnPage } from './support/page-calls.ts';

const missing = previewJourneysMissing();
const today = '2026-07-01';
const basis = { on: today, definition: 'quantile' };
const newestFirst = { by: 'lastDay', descending: true };

type List = ResultOf<'customers.list'>;

async function listFrom(page: Page, from: number, count: number): Promise<List> {
  const asked = { filter: {}, basis, sort: newestFirst, window: { from, count } };
  // The host's own answer to the contract's method.
  return (await callOnPage(page, 'customers.list', asked)) as List;
}

const rowAt = (page: Page, index: number) => page.locator(`.vt-row[aria-rowindex="${index + 2}"]:not(.coming)`);

async function expectRows(page: Page, from: number, count: number): Promise<void> {
  const { rows } = await listFrom(page, from, count);
  for (const [step, row] of rows.entries()) {
    const shown = rowAt(page, from + step);
    await shown.waitFor();
    expect(await shown.locator('.person').textContent()).toBe(row.name);
    expect((await shown.textContent())?.replaceAll(',', '')).toContain(formatMinor(row.netMinor).replaceAll(',', ''));
  }
}

/** What lies on the clipboard, as it was put there. */
function clipboard(page: Page): Promise<{ readonly text: string; readonly html: string }> {
  return page.evaluate(async () => {
    type Reader = { read(options: { unsanitized: readonly string[] }): Promise<readonly ClipboardItem[]> };
    const [item] = await (navigator.clipboard as unknown as Reader).read({ unsanitized: ['text/html'] });
    const read = async (type: string): Promise<string> => (await item?.getType(type))?.text() ?? '';
    return { text: await read('text/plain'), html: await read('text/html') };
  });
}

describe.skipIf(missing !== null)(
  `a long list, in a browser${missing === null ? '' : ` (skipped: ${missing})`}`,
  () => {
    let preview: Previewed;
    let page: Page;
    let total = 0;
    const troubles: string[] = [];
    beforeAll(async () => {
      const folder = freshFolder('long-list');
      writeOrderList(join(folder, 'orders.csv'), 8000);
      const data = join(folder, 'data');
      const cli = join(projectRoot, 'dist/main/cli.mjs');
      const done = spawnSync(process.execPath, [cli, 'import', join(folder, 'orders.csv'), '--data', data]);
      expect(done.status).toBe(0);
      preview = await launchPreview({ data, today });
      page = preview.page;
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      page.on('pageerror', (error) => troubles.push(error.message));
      await page.locator('nav.rail a', { hasText: '客户' }).click();
      await rowAt(page, 0).waitFor();
      total = (await listFrom(page, 0, 0)).total;
      expect(total).toBeGreaterThan(2000);
    });
    afterAll(() => preview?.close());

    test('goes to a row by its number, to the end and back', async () => {
      await page.keyboard.press('Control+g');
      await page.keyboard.type(String(Math.round(total / 2)));
      await page.keyboard.press('Enter');
      await expectRows(page, Math.round(total / 2) - 3, 6);
      await page.keyboard.press('End');
      await expectRows(page, total - 4, 4);
      await page.keyboard.press('Control+Home');
      await expectRows(page, 0, 4);
    });

    test('shows the right rows wherever the scrollbar is let go', async () => {
      for (const share of [0.37, 0.93, 0.11]) {
        const top = await page.locator('.vt-scroll').evaluate((element, part) => {
          element.scrollTop = Math.round((element.scrollHeight - element.clientHeight) * part);
          return element.scrollTop;
        }, share);
        await expectRows(page, Math.ceil(top / 32), 5);
      }
    });

    test('where it leaps it never stands blank, and words give way to words', async () => {
      await page.reload();
      await rowAt(page, 0).waitFor();
      const shares = [0.9, 0.2, 0.75, 0.35, 0.6, 0.05, 0.95, 0.45, 0.82, 0.28, 0.68, 0.12];
      const seen = await page.evaluate(async (places) => {
        const scroller = document.querySelector('.vt-scroll');
        const head = document.querySelector('.vt-head');
        if (scroller === null || head === null) throw new Error('no list');
        let [blank, empty] = [0, 0];
        for (const share of places) {
          scroller.scrollTop = (scroller.scrollHeight - scroller.clientHeight) * share;
          // A scroll is heard of at the next frame, before it is painted.
          for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
          const rows = [...document.querySelectorAll('.vt-row')];
          const boxes = rows.map((row) => row.getBoundingClientRect());
          const from = head.getBoundingClientRect().bottom;
          const to = scroller.getBoundingClientRect().top + scroller.clientHeight;
          const top = Math.min(...boxes.map((box) => box.top));
          const bottom = Math.max(...boxes.map((box) => box.bottom));
          if (top > from + 1 || bottom < to - 1) blank += 1;
          if (rows.some((row) => row.classList.contains('coming'))) empty += 1;
        }
        return { blank, empty, top: scroller.scrollTop };
      }, shares);
      expect(seen.blank).toBe(0);
      // A stalled machine may give up waiting once; a list that draws before it has rows is empty after nearly every leap.
      expect(seen.empty).toBeLessThan(shares.length / 3);
      await expectRows(page, Math.ceil(seen.top / 32), 5);
    });

    test('selected whole, it comes to what the list comes to', async () => {
      const { sums } = await listFrom(page, 0, 0);
      const foot = page.locator('.foot');
      await page.locator('.vt-scroll').focus();
      await page.keyboard.press('Control+a');
      await foot.getByText('已选').waitFor();
      await foot.getByText(formatMinor(sums.paidMinor)).waitFor();
      const said = await foot.innerText();
      for (const part of [sums.netMinor, sums.paidMinor, sums.refundMinor]) expect(said).toContain(formatMinor(part));
      expect(said).toContain(total.toLocaleString('en'));
      await page.keyboard.press('Escape');
      await foot.getByText('符合').waitFor();
    });

    test('a block of cells drawn with the mouse is added up and copied, numbers bare and as a table', async () => {
      await page.keyboard.press('Home');
      await rowAt(page, 0).waitFor();
      const { rows } = await listFrom(page, 0, 4);
      const cell = async (row: number, head: string): Promise<{ x: number; y: number }> => {
        const column = await page
          .locator('.vt-h')
          .evaluateAll((heads, name) => heads.findIndex((one) => one.textContent?.startsWith(name)), head);
        const box = await rowAt(page, row).locator('.vt-c').nth(column).boundingBox();
        return { x: (box?.x ?? 0) + 8, y: (box?.y ?? 0) + 8 };
      };
      const [from, to] = [await cell(0, '次数'), await cell(3, '净额')];
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 6 });
      await page.mouse.up();
      const net = rows.reduce((sum, row) => sum + row.netMinor, 0);
      await page
        .locator('.foot')
        .getByText(formatMinor(net as (typeof rows)[0]['netMinor']))
        .waitFor();
      await page.keyboard.press('Control+c');
      await page.getByText('已复制选区').waitFor();
      const { text, html } = await clipboard(page);
      expect(text).toBe(
        rows.map((row) => `${row.orders}\t${formatMinor(row.netMinor).replaceAll(',', '')}`).join('\n'),
      );
      expect(html.match(/<td class="n">/g)?.length).toBe(8);
    });

    test('selected rows are copied with heads, as lines and as a table that keeps numbers whole', async () => {
      await page.keyboard.press('Home');
      await page.keyboard.press('Space');
      await page.keyboard.press('Shift+ArrowDown');
      await page.keyboard.press('Shift+ArrowDown');
      await page.keyboard.press('Control+c');
      await page.getByText('已复制 3 行').waitFor();
      const { text, html } = await clipboard(page);
      expect(text.split('\n').length).toBe(4);
      expect(text.split('\n')[0]).toMatch(/^客户\t层\t最近下单\t/);
      expect(html).toContain('mso-number-format');
      expect(html).toContain(`<td style="mso-number-format:'\\@'" sdnum="1033;0;@">`);
    });

    test('the commands of a row are there by keyboard', async () => {
      await page.keyboard.press('Shift+F10');
      const menu = page.getByRole('menu');
      for (const name of [/打开/, /复制订单号/, /复制成表格：3 行/, /取消选中/, /打印这 3 位/]) {
        await menu.getByRole('menuitem', { name }).waitFor();
      }
      await page.keyboard.press('Escape');
      await menu.waitFor({ state: 'hidden' });
    });

    test('the … of a row offers the same as the other mouse button; order numbers are copied whole', async () => {
      const menu = page.getByRole('menu');
      const offered = async (): Promise<readonly string[]> => {
        await menu.getByRole('menuitem', { name: /复制订单号/ }).waitFor();
        const names = await menu.getByRole('menuitem').allInnerTexts();
        await page.keyboard.press('Escape');
        await menu.waitFor({ state: 'hidden' });
        return names;
      };
      await rowAt(page, 1).locator('.person').click({ button: 'right' });
      const byButton = await offered();
      await rowAt(page, 1).hover();
      await rowAt(page, 1)
        .getByRole('button', { name: /可以做的事/ })
        .click();
      expect(await offered()).toEqual(byButton);
      await rowAt(page, 1).locator('.person').click({ button: 'right' });
      await menu.getByRole('menuitem', { name: /复制订单号/ }).click();
      const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
      await expect.poll(copied).toMatch(/^\d{17,}(\n\d{17,})*$/);
    });

    test('left and found again, it stands where it stood, with who was selected', async () => {
      await page.keyboard.press('Control+g');
      await page.keyboard.type('1200');
      await page.keyboard.press('Enter');
      await rowAt(page, 1199).waitFor();
      await page.waitForTimeout(300);
      await page.locator('.rail').getByText('设置').click();
      await page.locator('.vt-row').first().waitFor({ state: 'detached' });
      await page.locator('.rail').getByText('客户').click();
      await rowAt(page, 1199).waitFor();
      expect(await rowAt(page, 1199).getAttribute('class')).toContain('here');
      expect(await page.getByRole('region', { name: '选中的客户' }).innerText()).toContain('已选 3 位');
      expect(troubles).toEqual([]);
    });
  },
);
