/** Tiers, print and settings over a real host with the 2022 samples: what they show, what they change, and the way back. */

import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { PrintPage } from '../../../src-renderer/pages/print/print-page.tsx';
import { SettingsPage } from '../../../src-renderer/pages/settings/settings-page.tsx';
import { useTrial } from '../../../src-renderer/pages/tiers/rule.ts';
import { TiersPage } from '../../../src-renderer/pages/tiers/tiers-page.tsx';
import { heldBack, hostAtHand } from '../host-at-hand.ts';
import { inPage, servedBy } from '../in-page.tsx';

afterEach(() => {
  window.history.replaceState(null, '', '/');
  useTrial.getState().set(null);
});

type Connection = Awaited<ReturnType<typeof hostAtHand>>;

/** The host, and what a browser would answer in the shell's place. */
async function connected(): Promise<Connection> {
  const host = await hostAtHand();
  const shell = servedBy({
    'shell.info': async () => ({
      kind: 'browser',
      platform: 'test',
      version: '0',
      canPrintToPdf: false,
      canTray: false,
    }),
    'shell.print': async () => ({ printed: document.querySelectorAll('.paper .paper-page').length > 0 }),
  }).connection;
  return {
    ...host,
    call: (method, params) => (method.startsWith('shell.') ? shell : host).call(method, params),
  };
}

async function violationsIn(container: HTMLElement): Promise<readonly string[]> {
  const found = await axe.run(container, {
    resultTypes: ['violations'],
    // jsdom lays nothing out: colours and scrolling are looked at in Chromium.
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
}

test('the grid and the eight tiers count the same buyers, and arrows walk the cells', async () => {
  const connection = await connected();
  const { container } = inPage(<TiersPage />, { connection });
  const grid = await screen.findByRole('table', { name: /每格多少人/ });
  const { today } = await connection.call('ledger.status', {});
  const summary = await connection.call('rfm.summary', { on: today, definition: 'quantile' });
  const totals = screen.getAllByRole('row').filter((row) => row.className === 'sum');
  expect(totals).toHaveLength(2);
  for (const row of totals) expect(row.textContent).toContain(String(summary.customers));
  const [first] = within(grid).getAllByRole('button');
  first?.focus();
  fireEvent.keyDown(grid, { key: 'ArrowDown' });
  fireEvent.keyDown(grid, { key: 'ArrowRight' });
  expect(document.activeElement?.getAttribute('data-cell')).toBe('1.1');
  expect(await violationsIn(container)).toEqual([]);
});

test('the stages count the same buyers, a figure opens its orders, and a stage leads to its customers', async () => {
  const connection = await connected();
  const { container } = inPage(<TiersPage />, { connection });
  fireEvent.click(await screen.findByText('阶段'));
  const link = await screen.findByRole('button', { name: /^流失/ });
  const { today } = await connection.call('ledger.status', {});
  const summary = await connection.call('rfm.summary', { on: today, definition: 'quantile' });
  const [total] = screen.getAllByRole('row').filter((row) => row.className === 'sum');
  expect(total?.textContent).toContain(String(summary.customers));
  const [figure = expect.fail('no figure')] = within(total ?? container).getAllByRole('button');
  fireEvent.click(figure);
  expect(await screen.findByText(/自己间隔的中位数/)).toBeTruthy();
  expect(await violationsIn(container)).toEqual([]);
  fireEvent.click(link);
  await waitFor(() => expect(window.location.href).toContain('lifecycle'));
});

test('a rule is tried without being kept, then kept, then taken back', async () => {
  const connection = await connected();
  inPage(<TiersPage />, { connection });
  fireEvent.click(await screen.findByText('自己的线'));
  expect(await screen.findByText('保存后')).toBeTruthy();
  expect((await connection.call('settings.read', {})).rfmDefinition).toBe('quantile');
  fireEvent.click(screen.getByRole('button', { name: '存成现在的规则' }));
  await waitFor(async () => expect((await connection.call('settings.read', {})).rfmDefinition).toBe('typed'));
  fireEvent.click(await screen.findByRole('button', { name: /撤\s?销/ }));
  await waitFor(async () => expect((await connection.call('settings.read', {})).rfmDefinition).toBe('quantile'));
});

test('the preview shows every customer of the list who may be contacted, and all pages are on paper while printing', async () => {
  const connection = await connected();
  const { container } = inPage(<PrintPage />, { connection });
  const [page] = await screen.findAllByRole('region', { name: /第 1 页/ });
  const { customers } = await connection.call('ledger.totals', {});
  const held = await heldBack(connection);
  // The list of things bought says that a refund is under way.
  expect(held.map(({ why }) => why)).toEqual(['dispute']);
  expect(page?.textContent).toContain(`共 ${customers - held.length} 位`);
  expect(await violationsIn(container)).toEqual([]);
  const seen: number[] = [];
  const watch = new MutationObserver(() => seen.push(document.querySelectorAll('.paper .paper-page').length));
  watch.observe(document.body, { childList: true });
  fireEvent.click(screen.getByRole('button', { name: /打印 \d+ 页/ }));
  await waitFor(() => expect(Math.max(0, ...seen)).toBeGreaterThan(0));
  await waitFor(() => expect(document.querySelector('.paper')).toBeNull());
  watch.disconnect();
});

test('columns of the printed list are chosen and kept', async () => {
  const connection = await connected();
  inPage(<PrintPage />, { connection });
  const box = await screen.findByRole('checkbox', { name: '备注' });
  fireEvent.click(box);
  await waitFor(async () => expect((await connection.call('settings.read', {})).printColumns).toContain('note'));
});

test('a setting takes effect, stands in the journal and can be taken back there', async () => {
  const connection = await connected();
  const { container } = inPage(<SettingsPage />, { connection });
  fireEvent.click(await screen.findByText('暗色'));
  await waitFor(async () => expect((await connection.call('settings.read', {})).theme).toBe('dark'));
  fireEvent.click(await screen.findByRole('checkbox', { name: /推测/ }));
  await waitFor(async () => expect((await connection.call('settings.read', {})).includeLikely).toBe(false));
  const row = (await screen.findByText('设置：推测的也算')).closest('tr');
  if (row === null) throw new Error('no row');
  expect(await violationsIn(container)).toEqual([]);
  fireEvent.click(within(row).getByRole('button', { name: /撤\s?销/ }));
  await waitFor(async () => expect((await connection.call('settings.read', {})).includeLikely).toBe(true));
  // The look is this computer's own: not in the journal, and nothing there takes it back.
  expect(await screen.findByText('已撤销：推测的也算')).toBeTruthy();
  expect((await connection.call('settings.read', {})).theme).toBe('dark');
});
