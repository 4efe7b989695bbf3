/** The owner's first day, step by step, the same in the browser preview and in the real window. */

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { VerifyReport } from '../../../src-shared/contract/ledger.ts';
import { dialogAtRest } from './dialog-at-rest.ts';
import { dropFiles } from './drop-files.ts';
import { callOnPage } from './page-calls.ts';

const samples = fileURLToPath(new URL('../../exports/samples/', import.meta.url));
export const droppedFiles = [
  join(samples, 'taobao_list_2022_ExportOrderList.xlsx'),
  join(samples, 'taobao_detail_2022_ExportOrderDetailList.csv'),
] as const;

/** The customer whose money is followed down to the cell: two orders, 816.00 and 618.00. */
const customer = '老顾客张阿姨';

export async function stateHashOf(page: Page): Promise<string> {
  // The contract's own result, checked by the host.
  const report = (await callOnPage(page, 'ledger.verify')) as VerifyReport;
  expect(report.ok).toBe(true);
  return report.stateHash;
}

/** Drops both files anywhere on the window; the check shows the figures of the files. */
export async function dropAndCheck(page: Page): Promise<void> {
  await dropFiles(page, page.locator('body'), droppedFiles);
  await page.getByRole('button', { name: /入账 16 单/ }).waitFor({ timeout: 60_000 });
  const text = (await page.locator('main').innerText()).replaceAll(/\s+/g, '');
  for (const words of [
    '16行',
    '21行',
    '新订单16',
    '更新0',
    '没变0',
    '拦下0',
    '共16',
    '实付4,407.90',
    '退款860.30',
    '3,547.60',
  ]) {
    expect(text).toContain(words);
  }
  expect(text).toContain('一处问题也没有');
}

/** Before anything is posted: a count by keyboard, a sum by mouse, each down to the cell of the file; Esc closes the panel and nothing else. */
export async function figuresOfCheckOpen(page: Page): Promise<void> {
  const panel = page.getByRole('complementary', { name: '说的是哪些单' });
  await page.getByTitle('新订单：怎么算的').focus();
  await page.keyboard.press('Enter');
  await panel.getByText('新订单：16 单').waitFor();
  await panel.getByText('816.00').first().click();
  await panel.getByText('1793153132450296510').first().waitFor();
  await panel.getByText('第 3 行').first().waitFor();
  await panel.getByText('这次试算，还没入账').waitFor();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /入账 16 单/ }).waitFor();
  await page.getByTitle('退款：怎么算的').click();
  await panel.getByText('退款：860.30').waitFor();
  await panel.getByRole('button', { name: '看 SQL' }).click();
  await panel.getByText(/sum\(refund_minor\)/).waitFor();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
}

/** The sums under the list, narrowed to two people: the figure of the foot is that of the panel. */
export async function sumsOfListOpen(page: Page): Promise<void> {
  await go(page, '#/customers');
  await page.getByText(customer, { exact: true }).first().waitFor();
  await page.getByRole('textbox', { name: /在名单里找/ }).fill(customer);
  await page.getByRole('button', { name: /净额 1,434.00/ }).focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: '怎么数的' });
  await panel.getByText('净额：1,434.00').waitFor();
  await panel.getByText(`找“${customer}”`).waitFor();
  await panel.getByText('618.00').first().click();
  await panel
    .getByText(/第 \d+ 行/)
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await page.locator('.list-search .ant-input-clear-icon').click();
  // It waits a moment, as for a letter typed.
  await page.waitForURL((url) => !url.searchParams.has('search'));
}

/** What was taken back still says what it had been, down to the cell. */
export async function takenBackStillOpens(page: Page): Promise<void> {
  await page.getByTitle('净额：怎么算的').click();
  const panel = page.getByRole('complementary', { name: '这批里的单' });
  await panel.getByText('净额：3,547.60').waitFor();
  await panel.getByText(/这批已撤销/).waitFor();
  await panel.getByText('这次导入已撤销，不再算数').waitFor();
  await page.keyboard.press('Escape');
}

export async function post(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await page.getByText('已入账 16 单').first().waitFor({ timeout: 60_000 });
}

async function go(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = to;
  }, address);
}

/** From the list to the customer, to the reason, to the cell of the file. */
export async function reachTheCell(page: Page): Promise<void> {
  await go(page, '#/customers');
  await page.getByText(customer, { exact: true }).first().waitFor();
  await page.getByText(customer, { exact: true }).first().click();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: customer }).waitFor();
  await page.waitForFunction(() => /customers\/\d+/.test(window.location.hash));
  await page.keyboard.press('w');
  const panel = page.getByRole('complementary').filter({ hasText: '为什么' });
  await panel.getByText('2 单计入').waitFor();
  await panel.getByText('816.00').first().click();
  await panel.getByText('1793153132450296510').first().waitFor();
  await panel.getByText('第 3 行').first().waitFor();
  await panel.getByRole('button', { name: /看整行/ }).click();
  const row = (await panel.innerText()).replaceAll(/\s+/g, ' ');
  expect(row).toContain('总金额');
  expect(row).toContain('买家会员名');
  expect(row).toContain(customer);
  await page.keyboard.press('Escape');
}

/** The words of a PDF, in reading order. */
export function pdfText(path: string): string {
  const done = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`pdftotext: ${done.stderr}`);
  return done.stdout;
}

export async function openPrintPage(page: Page): Promise<void> {
  await go(page, '#/customers');
  await page.getByText(customer, { exact: true }).first().waitFor();
  await page.keyboard.press('Control+p');
  await page.waitForFunction(() => window.location.hash.startsWith('#/print'));
  await page.getByRole('button', { name: /打印 \d+ 页/ }).waitFor();
}

/** What must stand on the printed list, whoever printed it. */
export function expectPrintedList(text: string): void {
  for (const name of ['tb00112233', 'mimi酱~', '阿䶮的杂货铺', customer, 'Kevin吴', '听雨_7788', '小李飞刀不飞'])
    expect(text).toContain(name);
  // A refund of theirs is under way: they are not contacted meanwhile.
  expect(text).not.toContain('豆豆mama');
  expect(text).toContain('共 8 位，净额合计 2,696.00');
  expect(text).toContain('1,434.00');
  expect(text).toContain('138****8012');
  expect(text).toMatch(/1\s*\/\s*1/);
  expect(text).not.toMatch(/1380013\d{4}/);
}

/** Takes the import back in the history; the ledger is what it was. */
export async function undoInHistory(page: Page, before: string): Promise<void> {
  await go(page, '#/history');
  await page.getByRole('button', { name: '撤销这批' }).click();
  const dialog = page.getByRole('dialog');
  await dialogAtRest(page);
  await dialog.getByRole('button', { name: /撤销/ }).last().click();
  // The words stand in the foot of the page as well.
  await page.getByRole('button', { name: '再放回来' }).waitFor({ timeout: 60_000 });
  expect(await stateHashOf(page)).toBe(before);
}
