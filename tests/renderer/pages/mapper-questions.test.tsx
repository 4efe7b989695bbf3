/** A file of a known kind with an unknown column: only that is asked, and until it is answered nothing is checked. */

import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { ColumnMapper } from '../../../src-renderer/pages/import/column-mapper.tsx';
import type { Finding, Mapping } from '../../../src-shared/contract/imports.ts';
import { inPage } from '../in-page.tsx';

const guess: Mapping = {
  profile: 'pinduoduo-orders',
  granularity: 'order',
  columns: { orderNumber: [0], paidAt: [2] },
  dateOrder: 'ymd',
  assumePaid: false,
  currency: 'CNY',
};

const finding: Finding = {
  ticket: 't',
  from: 't',
  name: 'orders_export.csv',
  bytes: 1,
  format: 'csv',
  encoding: 'utf-8',
  delimiter: ',',
  sheet: null,
  otherSheets: [],
  headerRow: 1,
  header: ['订单号', '实付（新）', '支付时间'],
  sample: [['250303-31', '59.50', '2025-03-03 09:23:52']],
  mapping: null,
  questions: [{ about: 'column', column: 1, fields: ['total'] }],
  confidence: 0.67,
  source: 'none',
  reasons: [],
  guess,
  guessedColumns: [],
  trust: [],
  marketplace: 'pinduoduo',
};

test('the unknown column is asked about with its cells, and the answer keeps the marketplace', async () => {
  const onDone = vi.fn<(mapping: Mapping) => void>();
  inPage(<ColumnMapper finding={finding} canLeave={false} onLeave={() => undefined} onDone={onDone} />);
  const asked = screen.getByRole('region', { name: '只有这里要您说一声' });
  expect(asked.textContent).toContain('拼多多：3 列里认得 2 列');
  expect(asked.textContent).toContain('“实付（新）”这一列是什么？');
  expect(asked.textContent).toContain('59.50');
  const done = screen.getByRole('button', { name: '照这样试算' });
  expect(done).toHaveProperty('disabled', true);
  fireEvent.mouseDown(within(asked).getByRole('combobox'));
  fireEvent.click(await screen.findByTitle('应付总额'));
  expect(done).toHaveProperty('disabled', false);
  fireEvent.click(done);
  expect(onDone).toHaveBeenCalledWith({ ...guess, columns: { ...guess.columns, total: [1] } });
});

test('words for the state of an order are each given their meaning before anything is checked', async () => {
  const onDone = vi.fn<(mapping: Mapping) => void>();
  const asked: Finding = {
    ...finding,
    header: ['订单号', '金额', '状态'],
    sample: [['1', '12.00', 'abgeschlossen']],
    questions: [{ about: 'status', column: 2, fields: ['status'], words: ['abgeschlossen', 'wartend'] }],
    guess: {
      ...guess,
      columns: { orderNumber: [0], orderedAt: [1], total: [1], status: [2] },
      statuses: { 旧词: 'paid' },
    },
  };
  inPage(<ColumnMapper finding={asked} canLeave={false} onLeave={() => undefined} onDone={onDone} />);
  const region = screen.getByRole('region', { name: '只有这里要您说一声' });
  const done = screen.getByRole('button', { name: '照这样试算' });
  fireEvent.mouseDown(within(region).getByRole('combobox', { name: '“abgeschlossen”是' }));
  fireEvent.click(await screen.findByTitle('已完成'));
  expect(done).toHaveProperty('disabled', true);
  fireEvent.mouseDown(within(region).getByRole('combobox', { name: '“wartend”是' }));
  fireEvent.click((await screen.findAllByTitle('没付款')).at(-1) as Element);
  expect(done).toHaveProperty('disabled', false);
  fireEvent.click(done);
  expect(onDone.mock.calls[0]?.[0].statuses).toEqual({ 旧词: 'paid', abgeschlossen: 'completed', wartend: 'unpaid' });
});
