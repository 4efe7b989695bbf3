/** What a line of habits says of its count: which orders it is held against. */

import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Habits } from '../../../src-renderer/pages/customer/habits.tsx';
import type { Insight } from '../../../src-shared/contract/insights.ts';
import { dayOf } from '../../../src-shared/day.ts';
import { inPage, servedBy } from '../in-page.tsx';

const on = dayOf('2026-08-20');
const nothing = { label: null, low: null, high: null } as const;
const insights: Insight[] = [
  { ...nothing, kind: 'discount', count: 20, of: 30 },
  { ...nothing, kind: 'returns', count: 3, of: 32 },
];

function shown(language: 'zh-CN' | 'en') {
  if (on === null) throw new Error('no day');
  const { connection } = servedBy({ 'customers.insights': async () => ({ currency: 'CNY', insights, sql: '' }) });
  inPage(<Habits customer={1} basis={{ on, definition: 'quantile' }} onWhy={() => undefined} />, {
    connection,
    language,
  });
}

test('refunds are told of the orders that were paid, the other habits of those that count', async () => {
  shown('zh-CN');
  expect(await screen.findByText('付过款的 32 单里 3 单')).toBeTruthy();
  expect(screen.getByText('30 单里 20 单')).toBeTruthy();
});

test('in English too', async () => {
  shown('en');
  expect(await screen.findByText('3 of 32 paid orders')).toBeTruthy();
});
