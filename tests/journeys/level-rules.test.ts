/** The line of a level is moved in a browser: who would move stands there before it is kept, they are who moved after, and undo brings the old rule back. */

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ResultOf } from '../../src-shared/contract/index.ts';
import { defaultLevels } from '../../src-shared/levels.ts';
import { type Previewed, previewJourneysMissing } from './support/browser.ts';
import { openDemoCustomers } from './support/demo.ts';
import { callOnPage } from './support/page-calls.ts';

const missing = previewJourneysMissing();
const basis = { on: '2026-08-20', definition: 'quantile' };

async function counts(page: Page): Promise<Record<number, number>> {
  const found = (await callOnPage(page, 'levels.summary', { basis })) as ResultOf<'levels.summary'>;
  return Object.fromEntries(found.counts.map(({ level, customers }) => [level, customers]));
}

describe.skipIf(missing !== null)(
  `level rules, in a browser${missing === null ? '' : ` (skipped: ${missing})`}`,
  () => {
    let preview: Previewed;
    const troubles: string[] = [];
    beforeAll(async () => {
      preview = await openDemoCustomers('2026-08-20', troubles);
      await callOnPage(preview.page, 'settings.change', { levels: { ...defaultLevels, on: true } });
    });
    afterAll(() => preview?.close());

    test('what the page says would happen is what happens, and is taken back', async () => {
      const { page } = preview;
      const before = await counts(page);
      await page.locator('nav a', { hasText: '分层' }).first().click();
      await page.getByText('等级', { exact: true }).first().click();
      const line = page.getByRole('spinbutton', { name: /满多少/ }).last();
      expect(await line.inputValue()).toBe('2');
      await line.fill('3');
      await line.press('Tab');
      const said = page.getByText(/存了以后 [\d,]+ 位换等级/);
      await said.waitFor();
      await page.locator('.tiers-main[aria-busy="false"]').waitFor();
      const moved = Number(/([\d,]+) 位/.exec(await said.innerText())?.[1]?.replaceAll(',', ''));
      expect(moved).toBeGreaterThan(0);
      // Nothing is kept yet.
      expect(await counts(page)).toEqual(before);
      const levels = defaultLevels.levels.map((one) => (one.id === 1 ? { ...one, atLeast: 3 } : one));
      const rules = { ...defaultLevels, on: true, levels };
      const { moves } = (await callOnPage(page, 'levels.preview', { basis, rules })) as ResultOf<'levels.preview'>;
      await page.keyboard.press('Control+s');
      await page.getByText('等级的规则改了').waitFor();
      const after = await counts(page);
      const others = moves.filter(({ from, to }) => from !== to);
      expect(others.reduce((sum, { customers }) => sum + customers, 0)).toBe(moved);
      // Who is at each level now: those who were, less who left it, and who came to it.
      const told = { ...before };
      for (const { from, to, customers } of others) {
        told[from] = (told[from] ?? 0) - customers;
        told[to] = (told[to] ?? 0) + customers;
      }
      expect(after).toEqual(told);
      expect(after).not.toEqual(before);
      await page
        .getByRole('status')
        .filter({ hasText: '等级的规则改了' })
        .getByRole('button', { name: '撤销' })
        .click();
      await expect.poll(() => counts(page)).toEqual(before);
      expect(troubles).toEqual([]);
    });
  },
);
