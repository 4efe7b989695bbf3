/** The customer book and one customer, over a real host with the 2022 samples: from a list to the cell in the file. */

import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import type { Connection } from '../../../src-renderer/link/connection.ts';
import { CustomerPage } from '../../../src-renderer/pages/customer/customer-page.tsx';
import { CustomersPage } from '../../../src-renderer/pages/customers/customers-page.tsx';
import { GlobalSearch } from '../../../src-renderer/parts/search-box/search-box.tsx';
import { useOpenList } from '../../../src-renderer/state/customer-filter.ts';
import { forgetPlace } from '../../../src-renderer/state/list-place.ts';
import { formatMinor } from '../../../src-shared/money.ts';
import { hostAtHand } from '../host-at-hand.ts';
import { inPage } from '../in-page.tsx';

afterEach(() => {
  window.history.replaceState(null, '', '/');
  useOpenList.getState().openAlone();
  forgetPlace();
});

async function violationsIn(container: HTMLElement): Promise<readonly string[]> {
  const found = await axe.run(container, {
    resultTypes: ['violations'],
    // jsdom lays nothing out: colours and scrolling are looked at in Chromium.
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
}

test('the book lists every customer with counts, tiers and sums', async () => {
  const connection = await hostAtHand();
  const { container } = inPage(<CustomersPage />, { connection });
  const grid = await screen.findByRole('grid', { name: '客户名单' });
  await waitFor(() => expect(grid.getAttribute('aria-rowcount')).not.toBe('1'));
  const { customers } = await connection.call('ledger.totals', {});
  expect(grid.getAttribute('aria-rowcount')).toBe(String(customers + 1));
  expect(await violationsIn(container)).toEqual([]);
});

test('a search that fits nobody says so and offers the way back', async () => {
  const connection = await hostAtHand();
  window.history.replaceState(null, '', '/?search=zzzz');
  inPage(<CustomersPage />, { connection });
  expect(await screen.findByText(/名单里没有“zzzz”/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '清掉搜索' }));
  await waitFor(() => expect(screen.queryByText(/名单里没有/)).toBeNull());
  expect(window.location.search).not.toContain('search');
});

async function firstCustomer(connection: Awaited<ReturnType<typeof hostAtHand>>): Promise<number> {
  const { today } = await connection.call('ledger.status', {});
  const list = await connection.call('customers.list', {
    filter: { withoutCounted: false },
    basis: { on: today, definition: 'quantile' },
    sort: { by: 'netMinor', descending: true },
    window: { from: 0, count: 1 },
  });
  const row = list.rows[0];
  if (row === undefined) throw new Error('the samples hold nobody');
  return row.id;
}

test('a customer opens down to the row and cell of the file', async () => {
  const connection = await hostAtHand();
  const customer = await firstCustomer(connection);
  const { container } = inPage(<CustomerPage customer={customer} />, { connection });
  fireEvent.click(await screen.findByRole('button', { name: /为什么？/ }));
  const panel = await screen.findByRole('complementary', { name: /为什么/ });
  const sheet = await within(panel).findByRole('region', { name: /原表的一角/ });
  expect(within(sheet).getAllByText('用到的格').length).toBeGreaterThan(0);
  fireEvent.click(within(panel).getByRole('button', { name: '看 SQL' }));
  expect(within(panel).getByText(/select/i)).toBeTruthy();
  expect(await violationsIn(container)).toEqual([]);
});

test('a note is kept on leaving the field and taken back from the toast', async () => {
  const connection = await hostAtHand();
  const customer = await firstCustomer(connection);
  inPage(<CustomerPage customer={customer} />, { connection });
  const field = await screen.findByLabelText<HTMLTextAreaElement>('备注');
  fireEvent.change(field, { target: { value: '爱喝红茶' } });
  fireEvent.blur(field);
  await screen.findByText('备注已保存');
  const basis = { on: '2023-01-02', definition: 'quantile' as const };
  expect((await connection.call('customers.profile', { customer, basis })).customer.note).toBe('爱喝红茶');
  fireEvent.click(screen.getByRole('button', { name: '撤销' }));
  await waitFor(async () => {
    expect((await connection.call('customers.profile', { customer, basis })).customer.note).toBeNull();
  });
});

test('the search finds a customer by name and opens them; letters of an unfinished word are not asked', async () => {
  const connection = await hostAtHand();
  const customer = await firstCustomer(connection);
  const basis = { on: '2023-01-02', definition: 'quantile' as const };
  const { name } = (await connection.call('customers.profile', { customer, basis })).customer;
  const { hook, history } = memoryLocation({ path: '/', record: true });
  inPage(
    <Router hook={hook}>
      <GlobalSearch />
    </Router>,
    { connection },
  );
  const field = await screen.findByRole('combobox');
  field.focus();
  fireEvent.compositionStart(field);
  fireEvent.change(field, { target: { value: name } });
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(screen.queryByRole('option', { name: new RegExp(name) })).toBeNull();
  fireEvent.compositionEnd(field);
  await screen.findByRole('option', { name: new RegExp(`^${name}`) });
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(history.at(-1)).toBe(`/customers/${customer}`);
});

test('the tiers and those who never bought add up to the list', async () => {
  const connection = await hostAtHand();
  inPage(<CustomersPage />, { connection });
  const strip = await screen.findByRole('group', { name: '八层' });
  await within(strip).findByRole('button', { name: /没成交/ });
  const counts = within(strip)
    .getAllByRole('button')
    .map((tab) => Number(/\d[\d,]*/.exec(tab.textContent ?? '')?.[0].replace(',', '')));
  const [all = 0, ...parts] = counts;
  expect(parts.length).toBe(9);
  expect(parts.reduce((sum, count) => sum + count, 0)).toBe(all);
});

/** A connection that keeps what was put on the clipboard. */
function withClipboard(connection: Connection): { connection: Connection; copied: { text: string; html?: string }[] } {
  const copied: { text: string; html?: string }[] = [];
  const call: Connection['call'] = (method, params) => {
    if (method !== 'shell.copy') return connection.call(method, params);
    copied.push(params as { text: string; html?: string });
    return Promise.resolve({ done: true }) as ReturnType<typeof connection.call<typeof method>>;
  };
  return { connection: { ...connection, call }, copied };
}

test('all selected come to what the list comes to; copied, they are its rows as lines and as a table', async () => {
  const { connection, copied } = withClipboard(await hostAtHand());
  inPage(<CustomersPage />, { connection });
  const grid = await screen.findByRole('grid', { name: '客户名单' });
  await waitFor(() => expect(grid.getAttribute('aria-rowcount')).not.toBe('1'));
  const total = Number(grid.getAttribute('aria-rowcount')) - 1;
  fireEvent.keyDown(grid, { key: 'a', ctrlKey: true });
  const strip = await screen.findByRole('region', { name: '选中的客户' });
  expect(strip.textContent).toContain(`已选 ${total} 位`);
  const { sums } = await connection.call('customers.list', {
    filter: {},
    basis: { on: '2023-01-02', definition: 'quantile' },
    sort: { by: 'lastDay', descending: true },
    window: { from: 0, count: 0 },
  });
  await waitFor(() => expect(strip.textContent).toContain(formatMinor(sums.netMinor, 'CNY')));
  fireEvent.click(within(strip).getByRole('button', { name: '复制成表格' }));
  await waitFor(() => expect(copied.length).toBe(1));
  expect(copied[0]?.text.split('\n').length).toBe(total + 1);
  expect(copied[0]?.html?.match(/<tr>/g)?.length).toBe(total + 1);
  // One is left out by hand.
  fireEvent.keyDown(grid, { key: 'ArrowDown' });
  fireEvent.keyDown(grid, { key: ' ' });
  await waitFor(() => expect(strip.textContent).toContain(`已选 ${total - 1} 位`));
  fireEvent.click(within(strip).getByRole('button', { name: '打印' }));
  expect(window.location.search).toMatch(/^\?except=[0-9a-z]+$/);
});

test('a selection is printed by itself, and exported with every column when asked', async () => {
  const connection = await hostAtHand();
  inPage(<CustomersPage />, { connection });
  const grid = await screen.findByRole('grid', { name: '客户名单' });
  await waitFor(() => expect(grid.getAttribute('aria-rowcount')).not.toBe('1'));
  fireEvent.keyDown(grid, { key: 'ArrowDown' });
  fireEvent.keyDown(grid, { key: ' ' });
  const strip = await screen.findByRole('region', { name: '选中的客户' });
  fireEvent.click(within(strip).getByRole('button', { name: /导出/ }));
  const dialog = await screen.findByRole('dialog', { name: /导出 1 位客户/ });
  expect(within(dialog).getByText(/没有电话/)).toBeTruthy();
  fireEvent.click(within(dialog).getByRole('radio', { name: /全部/ }));
  expect(within(dialog).getByText(/推测的客户不带电话/)).toBeTruthy();
  fireEvent.click(within(strip).getByRole('button', { name: '打印' }));
  expect(window.location.search).toMatch(/^\?ids=[0-9a-z]+$/);
});
