/** The plan that the scenes show: of the strategies that are there, and one that nobody was asked by yet. */

import type { Page } from 'playwright-core';
import { callOnPage } from '../journeys/support/page-calls.ts';

/** Once in a ledger, after `saveStrategies`. */
export async function savePlan(page: Page): Promise<void> {
  if (JSON.stringify(await callOnPage(page, 'plans.list', {})).includes('每月一次')) return;
  const content = {
    name: '只买过一次的',
    where: {
      all: [
        { field: 'orders', from: 1, to: 1 },
        { field: 'recencyDays', from: 30, to: 200 },
      ],
    },
    action: '问问喝得惯吗，送一张小券',
    channel: 'sms',
    template: null,
    budgetMinor: null,
    buyerCostMinor: 300,
    contactCostMinor: 5,
    periodDays: 30,
    everyDays: 31,
    share: 0.3,
    seed: 20_260_302,
    isShared: false,
  };
  await callOnPage(page, 'strategies.save', { strategy: null, content });
  const all = JSON.stringify(await callOnPage(page, 'strategies.list', {}));
  const strategies = [...all.matchAll(/"strategy":(\d+)/g)].map(([, number]) => Number(number));
  await callOnPage(page, 'plans.save', { plan: null, content: { name: '每月一次', strategies } });
}
