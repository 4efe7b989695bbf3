/** The strategies that the scenes show: one run twice long ago, one that still runs. For the tour, and for what axe finds on its pages. */

import type { Page } from 'playwright-core';
import { addDays, dayOf } from '../../src-shared/day.ts';
import { callOnPage } from '../journeys/support/page-calls.ts';

const plain = {
  action: '新茶到了，先给老客留；问问上次的喝得怎么样。',
  channel: 'sms',
  template: null,
  budgetMinor: 30_000,
  contactCostMinor: 5,
  periodDays: 30,
  everyDays: 45,
  share: 0.3,
  seed: 20_260_301,
  isShared: false,
};

/** Once in a ledger. */
export async function saveStrategies(page: Page): Promise<void> {
  const listed = await callOnPage(page, 'strategies.list', {});
  if (JSON.stringify(listed).includes('老客上新')) return;
  const status = await callOnPage(page, 'ledger.status', {});
  const found = /"today":"([\d-]+)"/.exec(JSON.stringify(status))?.[1];
  const today = dayOf(found ?? '');
  if (today === null) throw new Error('no day');
  const basis = (daysAgo: number) => ({ on: addDays(today, -daysAgo), definition: 'quantile' });
  const save = async (name: string, where: unknown, buyerCostMinor: number): Promise<number> => {
    await callOnPage(page, 'strategies.save', { strategy: null, content: { ...plain, name, where, buyerCostMinor } });
    const all = JSON.stringify(await callOnPage(page, 'strategies.list', {}));
    return Math.max(...[...all.matchAll(/"strategy":(\d+)/g)].map(([, number]) => Number(number)));
  };
  const regulars = {
    all: [
      { field: 'orders', from: 2 },
      { field: 'recencyDays', to: 120 },
    ],
  };
  const first = await save('老客上新', regulars, 500);
  await callOnPage(page, 'strategies.launch', { strategy: first, basis: basis(100) });
  await callOnPage(page, 'strategies.launch', { strategy: first, basis: basis(60) });
  const second = await save(
    '沉睡召回',
    {
      all: [
        { field: 'orders', from: 2 },
        { field: 'recencyDays', from: 150 },
      ],
    },
    0,
  );
  await callOnPage(page, 'strategies.launch', { strategy: second, basis: basis(5) });
}
