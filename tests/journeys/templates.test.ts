/** A text to many people in a browser: written by keyboard, looked at person by person, saved as a list, marked as sent and taken back. */

import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ResultOf } from '../../src-shared/contract/index.ts';
import { launchPreview, type Previewed, previewJourneysMissing } from './support/browser.ts';
import { callOnPage } from './support/page-calls.ts';

const missing = previewJourneysMissing();
const today = '2026-08-20';

describe.skipIf(missing !== null)(`templates, in a browser${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  let preview: Previewed;
  const troubles: string[] = [];
  beforeAll(async () => {
    preview = await launchPreview({ today });
    preview.page.setDefaultTimeout(20_000);
    preview.page.on('pageerror', (error) => troubles.push(error.message));
    await callOnPage(preview.page, 'demo.open');
  });
  afterAll(() => preview?.close());

  test('from the list of customers: a text is written, warned of, mended and kept', async () => {
    const { page } = preview;
    await page.locator('nav.rail a', { hasText: '客户' }).click();
    await page.getByRole('grid', { name: '客户名单' }).waitFor();
    await page.getByRole('button', { name: '名单：可以做的事' }).click();
    await page.getByRole('menuitem', { name: '给他们写模板' }).click();
    await page.locator('.tpl-editor').waitFor();
    await page.getByLabel('模板的名字').fill('新茶到了');
    const text = page.getByRole('textbox', { name: '正文' });
    await text.fill('，全网最低价！{新茶}');
    await page.getByText('{新茶} 不是能放进去的项，这样谁也不发').click();
    // The place is selected: typing mends it.
    await page.keyboard.type('到了');
    await page.getByRole('button', { name: '“全网最”' }).click();
    await page.keyboard.type('今年价');
    await text.press('Home');
    await page.locator('.tpl-fields button', { hasText: '称呼' }).click();
    await expect.poll(() => text.inputValue()).toBe('{称呼}，今年价低价！到了');
    await expect.poll(() => page.locator('.tpl-message').innerText()).toMatch(/^.+，今年价低价！到了$/);
    await text.press('Control+s');
    await page.locator('.tpl-list li', { hasText: '新茶到了' }).waitFor();
    const { templates } = (await callOnPage(page, 'templates.list')) as ResultOf<'templates.list'>;
    expect(templates).toMatchObject([{ name: '新茶到了', channel: 'sms' }]);
  });

  test('person by person, also while typing', async () => {
    const { page } = preview;
    const name = () => page.locator('.tpl-preview h2').innerText();
    const first = await name();
    await page.getByRole('textbox', { name: '正文' }).press('Alt+PageDown');
    await expect.poll(name).not.toBe(first);
    await page.getByRole('button', { name: '上一位' }).click();
    await expect.poll(name).toBe(first);
  });

  test('the list says how many go before it is saved, has just them, is marked as sent and taken back', async () => {
    const { page } = preview;
    await page.getByRole('button', { name: '做名单' }).click();
    const dialog = page.getByRole('dialog');
    const going = Number((await dialog.locator('.send-going b').innerText()).replace(/\D/g, ''));
    expect(going).toBeGreaterThan(1000);
    await dialog.getByText('CSV', { exact: true }).click();
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: '存成文件' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe(`新茶到了-${today}.csv`);
    const raw = readFileSync(await file.path(), 'utf8').replace(/^\ufeff/, '');
    const { data } = Papa.parse<string[]>(raw, { skipEmptyLines: true });
    expect(data[0]).toEqual(['手机号', '内容']);
    expect(data).toHaveLength(going + 1);
    expect(
      data
        .slice(1)
        .every(([phone, said]) => /^1\d{10}$/.test(phone ?? '') && /^[^{}*]+，今年价低价！到了$/.test(said ?? '')),
    ).toBe(true);
    await dialog.getByRole('button', { name: '已经发了' }).click();
    await page.getByText(/^记下了：[\d,]+ 位已发/).waitFor();
    const contacted = async () => {
      const { entries } = (await callOnPage(page, 'journal.list', {
        window: { from: 0, count: 1 },
      })) as ResultOf<'journal.list'>;
      return entries[0];
    };
    expect(await contacted()).toMatchObject({ reason: 'contacts.sent', subject: String(going), undone: false });
    await dialog.getByRole('button', { name: '关闭' }).last().click();
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(async () => (await contacted())?.undone).toBe(true);
    expect(troubles).toEqual([]);
  });
});
