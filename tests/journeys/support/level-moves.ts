/** How many stand on each level, and what a moved line says of it before it is kept. For journeys about levels. */

import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ResultOf } from '../../../src-shared/contract/index.ts';
import { defaultLevels } from '../../../src-shared/levels.ts';
import { callOnPage } from './page-calls.ts';

export type LevelCounts = Record<number, number>;

const basisOn = (on: string) => ({ on, definition: 'quantile' });

export async function levelCounts(page: Page, on: string): Promise<LevelCounts> {
  const { counts } = (await callOnPage(page, 'levels.summary', { basis: basisOn(on) })) as ResultOf<'levels.summary'>;
  return Object.fromEntries(counts.map(({ level, customers }) => [level, customers]));
}

/** With the lowest line at three orders: the page must say as many as would move; answers what stands on each level then. */
export async function countsOnceMoved(page: Page, on: string, before: LevelCounts): Promise<LevelCounts> {
  const said = page.getByText(/保存以后 [\d,]+ 位换等级/);
  await said.waitFor();
  await page.locator('.tiers-main[aria-busy="false"]').waitFor();
  const moved = Number(/([\d,]+) 位/.exec(await said.innerText())?.[1]?.replaceAll(',', ''));
  expect(moved).toBeGreaterThan(0);
  // Nothing is kept yet.
  expect(await levelCounts(page, on)).toEqual(before);
  const levels = defaultLevels.levels.map((one) => (one.id === 1 ? { ...one, atLeast: 3 } : one));
  const rules = { ...defaultLevels, on: true, levels };
  const basis = basisOn(on);
  const { moves } = (await callOnPage(page, 'levels.preview', { basis, rules })) as ResultOf<'levels.preview'>;
  const others = moves.filter(({ from, to }) => from !== to);
  expect(others.reduce((sum, { customers }) => sum + customers, 0)).toBe(moved);
  // Those who were, less who left it, and who came to it.
  const told = { ...before };
  for (const { from, to, customers } of others) {
    told[from] = (told[from] ?? 0) - customers;
    told[to] = (told[to] ?? 0) + customers;
  }
  return told;
}
