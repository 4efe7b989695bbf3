/** Address labels in a browser: twenty-four from the fifth on, measured in the PDF; a page to measure a printer by; rare signs. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ResultOf } from '../../src-shared/contract/index.ts';
import { labelGrids, paddingOf, placeOf } from '../../src-shared/label-sheet.ts';
import { csvOf, soundRow, withCells } from '../host/importing/damaged-shop.ts';
import { onPath } from '../machine/electron-runtime.ts';
import { launchPreview, type Previewed, previewJourneysMissing } from './support/browser.ts';
import { dropFiles } from './support/drop-files.ts';
import { freshFolder } from './support/folders.ts';
import { callOnPage } from './support/page-calls.ts';
import { rasterOf } from './support/raster.ts';
import { pdfText } from './support/spine.ts';

const missing = previewJourneysMissing() ?? (onPath('pdftoppm') === null ? 'no pdftoppm' : null);
const name = missing === null ? '' : ` (skipped: ${missing})`;
/** As far off as a ruler shows. */
const NEAR_MM = 0.5;
/** The last of them no font here has. */
const rare = ['䶮', '犇', '𬭎', '𰀁'];
const names = [...rare.map((sign) => `${sign}生`), ...Array.from({ length: 20 }, (_, at) => `沈${at}`)];

/** One order of each, the dearest first; two cannot be written to. */
function orders(): string {
  const cells = names.map((receiver, at) => ({
    买家会员名: `买家${at}`,
    收货人姓名: receiver,
    联系手机: `138001300${String(10 + at)}`,
    收货地址: `浙江省 杭州市 西湖区 文三路 ${100 + at} 号`,
    买家实际支付金额: `${900 - at}.00`,
  }));
  const others = [
    { 买家会员名: '买家甲', 收货地址: '浙江省 杭州市 西湖区 ****' },
    { 买家会员名: '买家乙', 收货地址: '' },
  ];
  return csvOf([...cells, ...others].map((each, at) => withCells([soundRow(at)], 0, each)[0] ?? []));
}

async function pdfOf(page: Page, file: string): Promise<string> {
  const path = join(freshFolder('paper'), `${file}.pdf`);
  writeFileSync(path, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  return path;
}

describe.skipIf(missing !== null)(`address labels, in a browser${name}`, () => {
  let preview: Previewed;
  let page: Page;
  const troubles: string[] = [];
  beforeAll(async () => {
    preview = await launchPreview({ today: '2025-09-30' });
    page = preview.page;
    page.on('pageerror', (error) => troubles.push(error.message));
    const file = join(freshFolder('orders'), '订单.csv');
    writeFileSync(file, `\ufeff${orders()}`);
    await dropFiles(page, page.locator('body'), [file]);
    await page.getByRole('button', { name: /入账 26 单/ }).click();
    await page.getByText('已入账 26 单').waitFor();
  });
  afterAll(() => preview?.close());

  test('the search box leads to a place by its initials, to who bought a thing, to an address', async () => {
    const found = async (typed: string, line: string, people: string): Promise<void> => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type(typed);
      await page.getByRole('option', { name: line }).waitFor();
      while ((await page.locator('.find-list [aria-selected="true"]').innerText()).trim() !== line)
        await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.locator('.head .say', { hasText: people }).waitFor();
    };
    await found('文三路 103', '地址里有“文三路 103”的', '1 位');
    await found('龙井', '买过“龙井”的', '26 位');
    const { rows } = (await callOnPage(page, 'customers.list', {
      filter: {},
      basis: { on: '2026-03-31', definition: 'quantile' },
      sort: { by: 'name', descending: false },
      window: { from: 0, count: 1 },
    })) as ResultOf<'customers.list'>;
    await callOnPage(page, 'customers.edit', { customer: rows[0]?.id, field: 'note', value: '门口有狗，先打电话' });
    await found('门口有狗', '备注、留言里有“门口有狗”的', '1 位');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('hz');
    await page.getByRole('option', { name: '杭州市的客户' }).click();
    await page.waitForURL((url) => decodeURIComponent(url.search).includes('杭州市'));
  });

  test('from the list to its labels: who gets none is said', async () => {
    await page.getByRole('link', { name: /^全部/ }).click();
    await page.locator('.head .say', { hasText: '26 位' }).waitFor();
    await page.locator('.vt-row[aria-rowindex="2"]').waitFor();
    await page.keyboard.press('Control+p');
    await page.getByText('地址标签').click();
    await page.getByText('26 位里 24 位有完整地址').waitFor();
    await page.getByText('1 位的地址打着星号').waitFor();
    await page.getByText('1 位没有地址').waitFor();
    expect(await page.getByText('这台电脑的字体里没有这些字').innerText()).toContain('：𰀁。');
  });

  test('twenty-four from the fifth on: each within half a millimetre of its place, rare signs too', async () => {
    await page.locator('body').press('s');
    await page.keyboard.type('5');
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox', { name: '印裁切线' }).check();
    await page.getByRole('button', { name: '打印 2 页' }).waitFor();
    const path = await pdfOf(page, 'labels');
    const text = pdfText(path);
    for (const each of names.filter((known) => !known.includes('𰀁'))) expect(text).toContain(each);
    const grid = labelGrids['24'];
    const first = rasterOf(path, 1);
    expect([first.widthMm, first.heightMm].map(Math.round)).toEqual([210, 297]);
    // Just below the upper edge of each row there is nothing but the lines between the labels.
    for (let row = 0; row < grid.rows; row += 1) {
      const { yMm } = placeOf(grid, row * grid.columns);
      const lines = first.inkAcross(yMm + 1.5).map(([from, to]) => (from + to) / 2);
      const wanted = [70, 140];
      for (const edge of wanted) expect(lines.some((at) => Math.abs(at - edge) <= NEAR_MM)).toBe(true);
    }
    const edges = first.inkDown(1.5).map(([from, to]) => (from + to) / 2);
    for (let row = 1; row < grid.rows; row += 1) {
      const { yMm } = placeOf(grid, row * grid.columns);
      expect(edges.some((at) => Math.abs(at - yMm) <= NEAR_MM)).toBe(true);
    }
    // Nothing stands on the first four; the fifth begins at its own edge.
    const inkOn = (label: number): readonly (readonly [number, number])[] => {
      const { xMm, yMm } = placeOf(grid, label);
      const found: (readonly [number, number])[] = [];
      for (let y = yMm + 2; y < yMm + grid.heightMm - 2; y += 0.2)
        found.push(...first.inkAcross(y).filter(([from, to]) => from > xMm + 1 && to < xMm + grid.widthMm - 1));
      return found;
    };
    for (const used of [0, 1, 2, 3]) expect(inkOn(used)).toEqual([]);
    for (const label of [4, 5, 6, 23]) {
      const left = Math.min(...inkOn(label).map(([from]) => from));
      const begins = placeOf(grid, label).xMm + paddingOf(grid).xMm;
      // A letter has a little air of its own before it.
      expect(left - begins).toBeGreaterThanOrEqual(-NEAR_MM / 2);
      expect(left - begins).toBeLessThanOrEqual(NEAR_MM * 2);
    }
  });

  test('the page to measure a printer by has lines of 150 and 200 mm, and what was measured moves the labels', async () => {
    await page.evaluate(() => {
      // The paper is gone when printing is over: what was on it is kept for the look at it.
      window.print = () => {
        const copy = document.querySelector('body > .paper')?.cloneNode(true);
        if (copy instanceof HTMLElement) {
          copy.dataset['kept'] = '';
          document.body.append(copy);
        }
      };
    });
    await page.getByRole('button', { name: '打校准页' }).click();
    await page.locator('body > .paper[data-kept] .calibration').waitFor({ state: 'attached' });
    const measured = rasterOf(await pdfOf(page, 'calibration'), 1);
    await page.evaluate(() => document.querySelector('body > .paper[data-kept]')?.remove());
    const across = measured.inkAcross(60).find(([from, to]) => to - from > 100);
    expect(across?.[0]).toBeCloseTo(30, 0);
    expect((across?.[1] ?? 0) - (across?.[0] ?? 0)).toBeGreaterThan(150 - NEAR_MM);
    expect((across?.[1] ?? 0) - (across?.[0] ?? 0)).toBeLessThan(150 + NEAR_MM);
    const down = measured.inkDown(30).find(([from, to]) => to - from > 150);
    expect((down?.[1] ?? 0) - (down?.[0] ?? 0)).toBeGreaterThan(200 - NEAR_MM);
    expect((down?.[1] ?? 0) - (down?.[0] ?? 0)).toBeLessThan(200 + NEAR_MM);
    await page.locator('body > .paper').waitFor({ state: 'detached' });
    await page.getByLabel('十字离左边').fill('22');
    await page.keyboard.press('Enter');
    await page.getByText('按量得的数补正').waitFor();
    const moved = rasterOf(await pdfOf(page, 'moved'), 1);
    const lines = moved.inkAcross(placeOf(labelGrids['24'], 3).yMm + 1.5).map(([from, to]) => (from + to) / 2);
    for (const edge of [68, 138]) expect(lines.some((at) => Math.abs(at - edge) <= NEAR_MM)).toBe(true);
    await page.getByRole('button', { name: '不补正' }).click();
    await page.getByText('按量得的数补正').waitFor({ state: 'detached' });
  });

  test('nothing went wrong on the way', () => {
    expect(troubles).toEqual([]);
  });
});
