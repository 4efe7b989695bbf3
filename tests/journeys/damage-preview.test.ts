/** Messy files in a browser: an unknown one mapped once, and a damaged one from its report over a corrected cell into the ledger. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { csvOf, soundRow, soundRows, withCells } from '../host/importing/damaged-shop.ts';
import { launchPreview, type Previewed, previewJourneysMissing } from './support/browser.ts';
import { dropFiles } from './support/drop-files.ts';
import { freshFolder } from './support/folders.ts';
import { pdfText, stateHashOf } from './support/spine.ts';

const missing = previewJourneysMissing();

function written(name: string, text: string): string {
  const path = join(freshFolder('messy'), name);
  writeFileSync(path, `\ufeff${text}`);
  return path;
}

/** A month of a till nobody has ever seen. */
function till(month: number): string {
  const rows = Array.from({ length: 12 }, (_, at) => {
    const day = String(at + 1).padStart(2, '0');
    return `MD26${month}${1000 + at},2026-0${month}-${day} 10:20,${'王李张刘'[at % 4]}女士,1391234500${at % 4},龙井绿茶,68.00`;
  });
  return written(`门店流水 ${month} 月.csv`, `${['流水,什么时候,谁,手机,买了啥,收了', ...rows].join('\n')}\n`);
}

async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = to;
  }, path);
}

async function drop(page: Page, path: string): Promise<void> {
  await goTo(page, '/import');
  await page.locator('main h1').first().waitFor();
  await dropFiles(page, page.locator('body'), [path]);
}

async function postAll(page: Page, orders: number): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`入账 ${orders} 单`) }).click();
  await page.getByText(`已入账 ${orders} 单`).waitFor();
}

const name = missing === null ? '' : ` (skipped: ${missing})`;

describe.skipIf(missing !== null)(`messy files, in a browser${name}`, () => {
  let preview: Previewed;
  let page: Page;
  const troubles: string[] = [];
  beforeAll(async () => {
    preview = await launchPreview({ today: '2026-09-30' });
    page = preview.page;
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') troubles.push(message.text());
    });
  });
  afterAll(() => preview?.close());

  test('an unknown file is mapped once, with the reason of each column', async () => {
    await drop(page, till(7));
    await page.getByRole('heading', { name: '对一下列' }).waitFor();
    const heads = await page.locator('.imp-sheet thead').innerText();
    expect(heads).toContain('看内容猜的');
    expect(heads).toContain('没认出，不用');
    await page.getByRole('button', { name: '照这样试算' }).click();
    await postAll(page, 12);
  });

  test('the next month is read without a question', async () => {
    await drop(page, till(8));
    await postAll(page, 12);
    await goTo(page, '/history');
    await page.getByText('记住的列').waitFor();
    await page.getByRole('button', { name: '改…' }).click();
    await page.getByRole('dialog').getByText('流水').first().waitFor();
    await page.keyboard.press('Escape');
  });

  test('a damaged file is reported, a cell corrected, another row put aside, and it is posted', async () => {
    const rows = withCells(withCells(soundRows(6), 1, { 订单编号: '3.94822E+18' }), 3, { 买家实际支付金额: '一百' });
    await drop(page, written('订单.csv', csvOf(rows)));
    await page.getByRole('button', { name: /入账 4 单/ }).waitFor();
    await page.getByRole('button', { name: '打印问题单' }).click();
    await page.locator('.report-page').waitFor();
    const paper = join(freshFolder('paper'), 'problems.pdf');
    writeFileSync(paper, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    expect(pdfText(paper)).toContain('3.94822E+18');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /金额读不懂/ }).click();
    await page.getByRole('button', { name: '改这一格…' }).click();
    await page.getByLabel('买家实际支付金额应该是').fill(soundRow(3)[4] ?? '');
    await page.getByRole('button', { name: '改好，重新试算' }).click();
    await page.getByRole('button', { name: /入账 5 单/ }).waitFor();
    await page.getByText('您改了 1 格').waitFor();
    await page.getByRole('button', { name: '这 1 处先放着，等原文件' }).click();
    await postAll(page, 5);
  });

  test('the row waits, and leaves when the original file comes', async () => {
    await goTo(page, '/history');
    await page.getByRole('link', { name: '放着的行 1' }).click();
    await page.getByText('3.94822E+18').first().waitFor();
    await drop(page, written('原文件.csv', csvOf(soundRows(6))));
    await postAll(page, 1);
    await goTo(page, '/aside');
    await page.getByText('没有放着的行').waitFor();
    await stateHashOf(page);
    expect(troubles).toEqual([]);
  });
});
