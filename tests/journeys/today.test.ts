/** The morning in a browser: rules are tried and put on, five people are done by keyboard, one is put off, one never again, one planned by hand. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ResultOf } from '../../src-shared/contract/index.ts';
import { launchPreview, type Previewed, previewJourneysMissing } from './support/browser.ts';
import { callOnPage } from './support/page-calls.ts';

const missing = previewJourneysMissing();

describe.skipIf(missing !== null)(`today, in a browser${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  let preview: Previewed;
  const troubles: string[] = [];
  beforeAll(async () => {
    preview = await launchPreview({ today: '2026-08-20' });
    preview.page.setDefaultTimeout(20_000);
    preview.page.on('pageerror', (error) => troubles.push(error.message));
    await callOnPage(preview.page, 'demo.open');
  });
  afterAll(() => preview?.close());

  const count = async (tab: string): Promise<number> => {
    const { page } = preview;
    return Number(await page.locator('.tabs a', { hasText: tab }).locator('small').innerText());
  };

  test('nothing is suggested until a rule was looked at and put on', async () => {
    const { page } = preview;
    await page.locator('nav.rail a', { hasText: '今日' }).click();
    await page.getByText('今天没有要联系的人').waitFor();
    await page.getByRole('button', { name: '看关怀规则' }).click();
    await page.getByRole('button', { name: '放一套常用规则' }).click();
    const renew = page.locator('.care-table tr', { hasText: '该续了' });
    await renew.getByRole('button', { name: '看看' }).click();
    const dry = page.locator('.dry-run [role=status]');
    await expect.poll(() => dry.innerText(), { timeout: 20_000 }).toMatch(/其中今天 \d+ 次/);
    const tried = /其中今天 (\d+) 次/.exec(await dry.innerText())?.[1];
    expect(Number(tried)).toBeGreaterThan(20);
    await page.keyboard.press('Escape');
    await renew.getByRole('switch').click();
    await expect.poll(() => count('关怀规则'), { timeout: 20_000 }).toBe(1);
    // What was tried is what it asks for.
    expect(await renew.locator('td').nth(3).innerText()).toBe(tried);
  });

  test('a rule is written, tried while it is written, saved off, changed, and taken back', async () => {
    const { page } = preview;
    await page.getByRole('button', { name: '新规则' }).click();
    const editor = page.locator('.care-editor');
    const keep = editor.getByRole('button', { name: '保存规则（先不开）' });
    expect(await keep.isDisabled()).toBe(true);
    await editor.getByLabel('名字').fill('付款十天');
    await editor.getByText('付款', { exact: true }).click();
    await editor.getByRole('spinbutton', { name: '天数' }).fill('10');
    const dry = page.locator('.dry-run:not(.late) [role=status]');
    await expect.poll(() => dry.innerText(), { timeout: 20_000 }).toMatch(/30 天内会提醒 [1-9]/);
    await keep.click();
    const row = page.locator('.care-table tr', { hasText: '付款十天' });
    await row.waitFor();
    expect(await row.locator('td').nth(1).innerText()).toContain('付款后 10 天');
    expect(await row.getByRole('switch').getAttribute('aria-checked')).toBe('false');
    await row.getByRole('button', { name: '看看' }).click();
    await editor.getByRole('spinbutton', { name: '天数' }).fill('12');
    await keep.click();
    await expect.poll(() => row.locator('td').nth(1).innerText()).toContain('12 天');
    await page.keyboard.press('Control+z');
    await expect.poll(() => row.locator('td').nth(1).innerText()).toContain('10 天');
    await page.keyboard.press('Control+z');
    await row.waitFor({ state: 'detached' });
  });

  test('how often a thing is bought again is measured beside what is typed, and taken over by a click', async () => {
    const { page } = preview;
    await page.getByRole('button', { name: '新规则' }).click();
    const fields = page.locator('.care-editor .trigger-fields').first();
    await fields.locator('.ant-select').first().click();
    await page.locator('.ant-select-item-option', { hasText: '买的东西该换' }).click();
    await fields.locator('.ant-select').nth(1).click();
    await page.keyboard.type('茶');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    const measured = fields.locator('.measured');
    await expect.poll(() => measured.innerText(), { timeout: 20_000 }).toMatch(/实际：[\d,]+ 位买过，[\d,]+ 位又买过/);
    const told = (await callOnPage(page, 'careRules.measuredCycle', {
      words: ['茶'],
      basis: { on: '2026-08-20', definition: 'quantile' },
    })) as ResultOf<'careRules.measuredCycle'>;
    expect(await measured.innerText()).toContain(`${told.medianDays ?? told.quarterDays} 天内又买`);
    if (told.medianDays !== null) {
      await measured.getByRole('button').click();
      expect(await fields.getByRole('spinbutton', { name: '天数' }).inputValue()).toBe(String(told.medianDays));
    }
    await page.keyboard.press('Escape');
    await page.locator('.care-editor').waitFor({ state: 'detached' });
  });

  test('a rule lets a fifth of its people be: who they are stands beside the list, and nobody can tell yet', async () => {
    const { page } = preview;
    const row = page.locator('.care-table tr', { hasText: '该续了' });
    await row.getByRole('button', { name: '改', exact: true }).click();
    const editor = page.locator('.care-editor');
    expect(await editor.getByRole('spinbutton', { name: '% 的人不联系' }).inputValue()).toBe('10');
    await editor.getByRole('spinbutton', { name: '% 的人不联系' }).fill('20');
    await editor.getByText('由抽签决定').waitFor();
    await expect
      .poll(() => page.locator('.dry-run:not(.late) [role=status]').innerText(), { timeout: 20_000 })
      .toMatch(/另有 \d+ 次留作对照/);
    await editor.getByRole('button', { name: '保存规则' }).click();
    await editor.waitFor({ state: 'detached' });
    await row.getByText(/对照 \d+ 次/).waitFor();

    await row.locator('[data-found]').click();
    const found = page.locator('[data-rule-found]');
    await found.getByText('还说不准').waitFor();
    expect(await found.innerText()).toMatch(/没满 30 天/);
    await page.keyboard.press('Escape');
    await found.waitFor({ state: 'detached' });

    await page.locator('.tabs a', { hasText: '被拦下' }).click();
    const held = page.locator('.beside-table tr', { hasText: '留作对照，不联系（该续了）' });
    await held.first().waitFor();
    const names = await held.locator('td:first-child').allInnerTexts();
    await page.locator('.tabs a', { hasText: '待联系' }).click();
    await page.locator('.due-table').waitFor();
    const due = await page.locator('.due-table .due-name button').allInnerTexts();
    expect(names.length).toBeGreaterThan(3);
    expect(due.filter((name) => names.includes(name))).toEqual([]);
  });

  test('five are done by keyboard, the sixth is put off, the seventh is not to be contacted again, and Ctrl+Z takes it back', async () => {
    const { page } = preview;
    await page.locator('.tabs a', { hasText: '待联系' }).click();
    await page.locator('.due-table').waitFor();
    expect(await count('待联系')).toBe(20);
    const name = () => page.locator('.due-panel h2').innerText();
    for (let at = 1; at <= 5; at += 1) {
      const before = await name();
      await page.keyboard.press('1');
      await page.locator('.due-outcomes .chosen').waitFor();
      await page.keyboard.press('Enter');
      await expect.poll(() => count('已做')).toBe(at);
      expect(await name()).not.toBe(before);
    }
    expect(await count('待联系')).toBe(15);
    await page.getByText('已做 5 / 20').waitFor();

    const put = await name();
    await page.keyboard.press('s');
    await expect.poll(name).not.toBe(put);
    // A day's room that is free again is taken by the next.
    expect(await count('待联系')).toBe(15);

    const never = await name();
    await page.keyboard.press('5');
    await page.locator('.due-outcomes .chosen').waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => count('已做')).toBe(6);
    await page.keyboard.press('Control+z');
    await expect.poll(() => count('已做')).toBe(5);
    await expect.poll(name).toBe(never);

    // Not worth a contact: it leaves the list and is none, until it is taken back.
    await page.keyboard.press('x');
    await expect.poll(name).not.toBe(never);
    expect(await count('已做')).toBe(5);
    await page.keyboard.press('Control+z');
    await expect.poll(name).toBe(never);
    // The list says how its people are reached.
    const reach = (await page.locator('.today-reach [data-reach]').getAttribute('data-reach'))?.split(' ').map(Number);
    expect(reach?.reduce((sum, people) => sum + people, 0)).toBe(15);
    expect(await page.locator('.today-reach').innerText()).toContain(`电话 ${reach?.[0]} 位`);
  });

  test('who is not to be disturbed at this hour is held back while it lasts', async () => {
    const { page } = preview;
    const basis = { on: '2026-08-20', definition: 'quantile' };
    const { due } = (await callOnPage(page, 'followUps.today', { basis })) as ResultOf<'followUps.today'>;
    const [first] = due;
    if (first === undefined) throw new Error('nobody is due');
    // Those whom the rule lets be are held back already.
    const letBe = await count('被拦下');
    const quiet = { optOut: false, quiet: { from: '00:00', to: '23:59' }, channel: null };
    await callOnPage(page, 'customers.wish', { customer: first.customer, wishes: quiet });
    await expect.poll(() => count('被拦下')).toBe(letBe + 1);
    await page.locator('.tabs a', { hasText: '被拦下' }).click();
    await page.getByText('现在别打扰（00:00–23:59）').waitFor();

    // Below the list, too: closed, opened in place by the keyboard, with the same rows as the tabs.
    const tab = await page.locator('.beside-table tbody').innerText();
    await page.locator('.tabs a', { hasText: '已做' }).click();
    const doneTab = await page.locator('.beside-table tbody').innerText();
    await page.locator('.tabs a', { hasText: '待联系' }).click();
    await page.locator('.due-table').waitFor();
    const before = [await count('已做'), await page.locator('.due-panel h2').innerText()];
    for (const [which, line, rows] of [
      ['done', '今天做完的 5', doneTab],
      ['held', `被拦下的 ${letBe + 1}`, tab],
    ] as const) {
      const folded = page.locator(`[data-folded="${which}"]`);
      expect((await folded.locator('summary').innerText()).trim()).toBe(line);
      expect(await folded.locator('.beside-table').count()).toBe(0);
      await folded.locator('summary').focus();
      await page.keyboard.press('Enter');
      expect(await folded.locator('.beside-table tbody').innerText()).toBe(rows);
    }
    // Enter opened them and recorded nothing.
    expect([await count('已做'), await page.locator('.due-panel h2').innerText()]).toEqual(before);
    await callOnPage(page, 'customers.wish', { customer: first.customer, wishes: { ...quiet, quiet: null } });
    await expect.poll(() => count('被拦下')).toBe(letBe);
    await page.locator('.tabs a', { hasText: '待联系' }).click();
    await page.locator('.due-table').waitFor();
  });

  test('a follow-up is planned on a customer’s page, and stands on its day', async () => {
    const { page } = preview;
    await page.getByRole('link', { name: '打开客户页' }).click();
    await page.waitForURL(/customers\/\d+/);
    await page.getByRole('button', { name: '排一次回访' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('说什么、留意什么').fill('问问新茶');
    await dialog.getByLabel('再来').click();
    await page.locator('.ant-select-item-option', { hasText: '每隔几天' }).click();
    await dialog.getByLabel('隔多久').fill('45');
    await dialog.getByRole('button', { name: '排上' }).click();
    await page.getByText(/^排好了：/).waitFor();
    const { due } = (await callOnPage(page, 'followUps.day', {
      basis: { on: '2026-08-20', definition: 'quantile' },
      day: '2026-08-27',
    })) as ResultOf<'followUps.day'>;
    expect(due.map(({ note }) => note)).toContain('问问新茶');
    expect(due.find(({ note }) => note === '问问新茶')?.repeat).toMatchObject({ every: 45, unit: 'day' });
    expect(troubles).toEqual([]);
  });

  test('a ticket holds its customer back until it is done, and undo opens it again', async () => {
    const { page } = preview;
    const basis = { on: '2026-08-20', definition: 'quantile' };
    const { due } = (await callOnPage(page, 'followUps.today', { basis })) as ResultOf<'followUps.today'>;
    const [first] = due;
    if (first === undefined) throw new Error('nobody is due');
    await page.goto(`${page.url().split('#')[0]}#/customers/${first.customer}`);
    await page.locator('[data-ticket]').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('投诉').click();
    await dialog.getByLabel('经过').fill('茶罐压扁了');
    await dialog.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('有 1 件事没办完').waitFor();
    const held = async () => {
      const today = (await callOnPage(page, 'followUps.today', { basis })) as ResultOf<'followUps.today'>;
      return today.held.filter(({ customer }) => customer === first.customer).flatMap((one) => one.held);
    };
    expect((await held()).map(({ why, what }) => [why, what])).toContainEqual(['dispute', '茶罐压扁了']);
    await page.locator('nav.rail a', { hasText: '今日' }).click();
    await page.locator('.tabs a', { hasText: '工单' }).click();
    await page.getByRole('button', { name: '办完了…' }).click();
    await dialog.getByLabel('怎么办的').fill('补寄一罐');
    await dialog.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('事情都办完了').waitFor();
    expect(await held()).toEqual([]);
    await page.keyboard.press('Control+z');
    await page.locator('.ticket-table', { hasText: '茶罐压扁了' }).waitFor();
    expect(troubles).toEqual([]);
  });
});
