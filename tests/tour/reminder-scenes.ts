/** What came due while the program was closed, what a planned follow-up meets with, one that comes again, and the settings of reminders. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { ResultOf } from '../../src-shared/contract/index.ts';
import { callOnPage } from '../journeys/support/page-calls.ts';
import { go, type Scene } from './scenes.ts';

/** As a run of the program five days before left it. */
export function closedSince(data: string, day: string): string {
  mkdirSync(data, { recursive: true });
  const own = { remindedOn: day, openOn: day, away: null };
  writeFileSync(join(data, 'reminders.json'), JSON.stringify({ own }));
  return data;
}

/** Planned by hand: on days it was closed, today, and later. The first person has several. */
export async function planSome(page: Page): Promise<void> {
  const { rows } = (await callOnPage(page, 'customers.list', {
    filter: {},
    basis: { on: '2026-08-20', definition: 'quantile' },
    sort: { by: 'netMinor', descending: true },
    window: { from: 0, count: 4 },
  })) as ResultOf<'customers.list'>;
  const lunar = { every: 1, unit: 'year', calendar: 'lunar' };
  const plans = [
    [0, '2026-08-17', '问问新茶到了没有', lunar],
    [1, '2026-08-18', '茶具的事，约了这天', null],
    [2, '2026-08-20', '中秋礼盒', null],
    [0, '2026-08-27', '看看喝完没有', null],
    [0, '2026-09-10', '中秋前再问一次', null],
  ] as const;
  for (const [at, day, note, repeat] of plans)
    await callOnPage(page, 'followUps.plan', { customer: rows[at]?.id, day, channel: null, note, repeat });
}

async function missed(page: Page): Promise<void> {
  await go(page, '/today');
  await page.locator('.missed-band').waitFor();
}

export const missedScenes: readonly Scene[] = [
  {
    name: 'today-missed',
    reach: async (page) => {
      await missed(page);
      // The one that comes again each lunar year.
      await page.locator('.due-table tbody tr', { hasText: '新茶' }).click();
      // Asked again in two weeks, that meets with others.
      await page.keyboard.press('3');
      await page.locator('.due-result .overlap').waitFor();
    },
  },
  {
    name: 'today-missed-people',
    reach: async (page) => {
      await missed(page);
      await page.locator('.missed-band a').click();
      await page.locator('.beside-table').waitFor();
    },
  },
  {
    name: 'plan-overlap',
    reach: async (page) => {
      await go(page, '/customers?sort=netMinor.down');
      await page.locator('.vt-row[aria-rowindex="2"] .vt-c:nth-child(4)').click();
      await page.keyboard.press('Enter');
      await page.waitForURL(/customers\/\d+/);
      await page.locator('[data-plan-follow-up]').click();
      await page.locator('.plan-form .overlap').waitFor();
    },
  },
];

export const reminderSettings: Scene = {
  name: 'settings-reminder',
  reach: async (page) => {
    await go(page, '/settings');
    await page.locator('.settings > nav button').nth(1).click();
    await page.locator('#set-followUps .reminder-at').waitFor();
  },
};
