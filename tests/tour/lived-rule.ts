/** A rule of care that has been on for half a year: it arose each month, and let a third of its people be. For the tour, and for what axe finds on its pages. */

import type { Page } from 'playwright-core';
import { addDays, dayOf } from '../../src-shared/day.ts';
import { callOnPage } from '../journeys/support/page-calls.ts';

const MONTHS_AGO = [160, 130, 100, 70, 40];

const content = {
  name: '老客续茶',
  on: true,
  trigger: { kind: 'renew', offset: 0 },
  where: null,
  channel: null,
  note: '问问喝得怎么样，快喝完了给留一份。',
  lasts: 30,
  coolDown: 30,
  stopsAtOrder: true,
  share: 0.3,
  seed: 20_260_301,
};

/** Once in a ledger, as its last rule. */
export async function liveRule(page: Page): Promise<void> {
  const status = JSON.stringify(await callOnPage(page, 'ledger.status', {}));
  const today = dayOf(/"today":"([\d-]+)"/.exec(status)?.[1] ?? '');
  if (today === null) throw new Error('no day');
  const basisAt = (daysAgo: number) => ({ on: addDays(today, -daysAgo), definition: 'quantile' });
  const listed = await callOnPage(page, 'careRules.list', { basis: basisAt(0) });
  if (JSON.stringify(listed).includes(content.name)) return;
  await callOnPage(page, 'careRules.save', { rule: null, content });
  for (const daysAgo of MONTHS_AGO) await callOnPage(page, 'followUps.today', { basis: basisAt(daysAgo) });
}
