/** A report in a browser: open it, ask a figure down to its orders and the cell, by keyboard; keep it as a workbook, and print it. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { monthFiles } from '../support/month-files.ts';
import { launchPreview, type Previewed, previewJourneysMissing } from './support/browser.ts';
import { dropFiles } from './support/drop-files.ts';
import { freshFolder } from './support/folders.ts';

const missing = previewJourneysMissing();

describe.skipIf(missing !== null)(`reports, in a browser${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  let preview: Previewed;
  const troubles: string[] = [];
  beforeAll(async () => {
    preview = await launchPreview({ today: '2024-05-31' });
    preview.page.on('pageerror', (error) => troubles.push(error.message));
    const { page } = preview;
    // March is not among them.
    await dropFiles(page, page.locator('body'), monthFiles(freshFolder('report-months'), [1, 2, 4, 5]));
    await page.getByRole('button', { name: /入账 40 单/ }).waitFor({ timeout: 60_000 });
    await page.keyboard.press('Control+Enter');
    await page.getByText('已入账 40 单').first().waitFor({ timeout: 60_000 });
  });
  afterAll(() => preview?.close());

  test('a month opens its orders and the cells they were read in; the missing month is said', async () => {
    const { page } = preview;
    await page.keyboard.press('Control+5');
    await page.getByRole('heading', { name: '要数' }).waitFor();
    await page.locator('.gap-note').waitFor();
    await page.locator('.few').waitFor();
    expect(await page.locator('.gap-note').innerText()).toContain('3 月');
    expect(await page.locator('.few').innerText()).toContain('不到 30 位');
    await page.getByRole('link', { name: '每月销售' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '每月销售' }).first().waitFor();
    await page.getByRole('columnheader', { name: '退款' }).waitFor();
    const months = page.locator('.report-table tbody th');
    expect(await months.allInnerTexts()).toEqual(['2024-01', '2024-02', '2024-03', '2024-04', '2024-05', '合计']);
    const figure = page.locator('.report-table tbody tr').first().locator('.figure').first();
    const orders = await figure.innerText();
    await figure.focus();
    await page.keyboard.press('Enter');
    await page.locator('aside .used-order').first().waitFor();
    expect(await page.locator('aside [data-n="1"]').innerText()).toContain(`${orders} 单`);
    await page.locator('aside [data-n="4"]').getByText('订单2024-01.csv').first().waitFor();
    await page.keyboard.press('Escape');
    await page.locator('aside').waitFor({ state: 'hidden' });
  });

  test('a cohort opens the people that came back, and each report shows its statements', async () => {
    const { page } = preview;
    await page.getByRole('link', { name: '复购留存' }).click();
    await page.locator('.cohorts').waitFor();
    const cell = page.locator('.cohorts td[class*="heat-"] .figure').last();
    await cell.click();
    await page.locator('aside .steps').waitFor();
    await page.keyboard.press('Escape');
    const byThen = await page.locator('.cohorts').innerText();
    await page.locator('.cohorts').getByText('当月', { exact: true }).click();
    await page.getByRole('heading', { name: '第一次来之后，当月来过的占比（%）' }).waitFor();
    expect(await page.locator('.cohorts').innerText()).not.toBe(byThen);
    for (const name of ['要数', '新客老客', '复购', '八层变化', '商品']) {
      await page.getByRole('link', { name, exact: true }).click();
      await page.getByRole('heading', { name, exact: true, level: 1 }).waitFor();
      await page.getByRole('button', { name: '看 SQL' }).click();
      await page.locator('aside .sql pre').first().waitFor();
      await page.keyboard.press('Escape');
      await page.locator('aside').waitFor({ state: 'hidden' });
    }
    expect(troubles).toEqual([]);
  });

  test('what it is held against is chosen: it is said, stands beside each month, stays in the address, and goes with “no comparison”', async () => {
    const { page } = preview;
    await page.getByRole('link', { name: '每月销售' }).click();
    await page.getByRole('heading', { name: '每月销售' }).first().waitFor();
    const choose = async (of: string, choice: string): Promise<void> => {
      await page.getByLabel(of, { exact: true }).click();
      await page.locator('.ant-select-item-option', { hasText: choice }).click();
    };
    const heads = () => page.locator('.report-table thead th').allInnerTexts();
    const beside = () => page.locator('.report-table tbody tr td:last-child').allInnerTexts();
    await choose('哪段日子', '最近 3 个月');
    // A year before there was no shop: nothing is made up.
    await page.getByText('没法比：2023-03-01 到 2023-05-31 还没有单，第一单在 2024-01-03。').waitFor();
    expect(await heads()).not.toContain('去年同月净额');

    await choose('和哪段比', '比前一段');
    await page
      .getByText('2024-03-01 到 2024-05-31，和 2023-12-01 到 2024-02-29 比；那段不全，2024-01-03 才有第一单。')
      .waitFor();
    await expect.poll(heads).toContain('前一段净额');
    // March stands beside December, April beside January, May beside February, and all beside all.
    expect(await page.locator('.report-table tbody th').allInnerTexts()).toEqual([
      '2024-03',
      '2024-04',
      '2024-05',
      '合计',
    ]);
    const past = ['—', '200.00', '200.00', '400.00'];
    expect(await beside()).toEqual(past);
    expect(new URL(page.url()).searchParams.get('against')).toBe('before');
    await page.getByRole('link', { name: '要数', exact: true }).click();
    await page.locator('.tiles').getByText('前一段 400.00').waitFor();
    await page.reload();
    await page.locator('.tiles').getByText('前一段 400.00').waitFor();

    await choose('和哪段比', '不比');
    await page.locator('.tiles').getByText('前一段 400.00').waitFor({ state: 'detached' });
    expect(await heads()).not.toContain('前一段净额');
    expect(await page.getByText(/和 .* 比[；。]/).count()).toBe(0);
    expect(troubles).toEqual([]);
  });

  test('it is kept as a workbook, and all of it stands on paper', async () => {
    const { page } = preview;
    await page.getByRole('link', { name: '每月销售' }).click();
    await page.getByRole('heading', { name: '每月销售' }).first().waitFor();
    await page.getByRole('columnheader', { name: '退款' }).waitFor();
    const download = page.waitForEvent('download');
    await page.keyboard.press('Control+e');
    expect((await download).suggestedFilename()).toBe('每月销售-2024-05-31.xlsx');
    const printed = page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          window.print = () => resolve(document.querySelector<HTMLElement>('.paper')?.innerText ?? '');
        }),
    );
    await page.keyboard.press('Control+p');
    const onPaper = await printed;
    expect(onPaper).toContain('2024-05');
    expect(onPaper).toContain('3 月 1 日到 3 月 31 日没有订单文件');
    expect(troubles).toEqual([]);
  });
});
