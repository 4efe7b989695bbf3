/** Figures of the pages open how they were worked out, by mouse and by keyboard, over a real host: the figure in the panel is the one on the page. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { Foot } from '../../../src-renderer/frame/foot.tsx';
import type { Connection } from '../../../src-renderer/link/connection.ts';
import { CustomerPage } from '../../../src-renderer/pages/customer/customer-page.tsx';
import { CustomersPage } from '../../../src-renderer/pages/customers/customers-page.tsx';
import { HistoryPage } from '../../../src-renderer/pages/history/history-page.tsx';
import { CheckStep } from '../../../src-renderer/pages/import/check-step.tsx';
import { PrintPage } from '../../../src-renderer/pages/print/print-page.tsx';
import { TiersPage } from '../../../src-renderer/pages/tiers/tiers-page.tsx';
import { useOpenList } from '../../../src-renderer/state/customer-filter.ts';
import { heldBack, hostAtHand, hostWithCheck } from '../host-at-hand.ts';
import { inPage } from '../in-page.tsx';

afterEach(() => {
  window.history.replaceState(null, '', '/');
  useOpenList.getState().openAlone();
});

async function violationsIn(container: HTMLElement): Promise<readonly string[]> {
  const found = await axe.run(container, {
    resultTypes: ['violations'],
    // jsdom lays nothing out: colours and scrolling are looked at in Chromium.
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
}

/** As a person with a keyboard does: the figure takes the focus, and a press of Enter is a click. */
function press(figure: HTMLElement): void {
  figure.focus();
  expect(document.activeElement).toBe(figure);
  fireEvent.click(figure);
}

const panelWith = (name: RegExp): Promise<HTMLElement> => screen.findByRole('complementary', { name });

async function sumOf(connection: Connection, filter: object): Promise<string> {
  const list = await connection.call('customers.list', {
    filter,
    basis: { on: '2023-01-02', definition: 'quantile' },
    sort: { by: 'name', descending: false },
    window: { from: 0, count: 0 },
  });
  return (list.sums.netMinor / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
}

test('the sums under a narrowed list open to the very SQL, its orders and their cells', async () => {
  const connection = await hostAtHand();
  window.history.replaceState(null, '', '/?netFrom=10000&search=%E9%A1%BE%E5%AE%A2');
  const { container } = inPage(
    <>
      <CustomersPage />
      <Foot />
    </>,
    { connection },
  );
  const sum = await sumOf(connection, { netFrom: 10_000, search: '顾客' });
  press(await screen.findByRole('button', { name: new RegExp(`净额 ${sum}`) }));
  const panel = await panelWith(/怎么数的/);
  await within(panel).findByText(`净额：${sum}`);
  expect(within(panel).getByText(/找“顾客”/)).toBeTruthy();
  expect(within(panel).getByText(/净额 100.00以上/)).toBeTruthy();
  const sheet = await within(panel).findByRole('region', { name: /原表的一角/ });
  expect(within(sheet).getAllByText('用到的格').length).toBeGreaterThan(0);
  fireEvent.click(within(panel).getByRole('button', { name: '看 SQL' }));
  expect(within(panel).getByText(/>= :net_from/)).toBeTruthy();
  expect(within(panel).getByText(':net_from')).toBeTruthy();
  expect(await violationsIn(container)).toEqual([]);
  fireEvent.keyDown(panel, { key: 'Escape', code: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('complementary', { name: /怎么数的/ })).toBeNull());
});

test('the sums of a selection are those of the people selected', async () => {
  const connection = await hostAtHand();
  inPage(
    <>
      <CustomersPage />
      <Foot />
    </>,
    { connection },
  );
  const grid = await screen.findByRole('grid', { name: '客户名单' });
  await waitFor(() => expect(grid.getAttribute('aria-rowcount')).not.toBe('1'));
  fireEvent.keyDown(grid, { key: 'ArrowDown' });
  fireEvent.keyDown(grid, { key: ' ' });
  press(await screen.findByRole('button', { name: /已选 1 位/ }));
  const panel = await panelWith(/怎么数的/);
  await within(panel).findByText('客户：1 位');
  expect(within(panel).getByText(/选中的/)).toBeTruthy();
});

test('the sums of a printed list open the same, and Esc closes the panel before it leaves the page', async () => {
  const connection = await hostAtHand();
  window.history.replaceState(null, '', '/?withoutCounted=no');
  inPage(
    <>
      <PrintPage />
      <Foot />
    </>,
    { connection },
  );
  const held = await heldBack(connection);
  const sum = await sumOf(connection, { withoutCounted: false, exceptIds: held.map(({ customer }) => customer) });
  press(await screen.findByRole('button', { name: new RegExp(`净额合计 ${sum}`) }));
  const panel = await panelWith(/怎么数的/);
  await within(panel).findByText(`净额：${sum}`);
  fireEvent.keyDown(panel, { key: 'Escape', code: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('complementary', { name: /怎么数的/ })).toBeNull());
  expect(window.location.pathname).toBe('/');
});

const list2022 = 'taobao_list_2022_ExportOrderList.xlsx';
const detail2022 = 'taobao_detail_2022_ExportOrderDetailList.csv';

test('the counts of a check open to the orders meant, their files, rows and cells, before anything is posted', async () => {
  const { connection, result } = await hostWithCheck([detail2022], [list2022]);
  const { container } = inPage(
    <>
      <CheckStep result={result} findings={[]} onMap={() => undefined} />
      <Foot />
    </>,
    { connection },
  );
  press(await screen.findByTitle('更新：怎么算的'));
  const panel = await panelWith(/说的是哪些单/);
  await within(panel).findByText('更新：16 单');
  await within(panel).findByText(list2022);
  expect(within(panel).getByText('这次试算，还没入账')).toBeTruthy();
  // From one figure to the next inside the panel.
  press(within(panel).getByRole('button', { name: /^退款 860.30/ }));
  await within(panel).findByText('退款：860.30');
  expect(await violationsIn(container)).toEqual([]);
  // Every kind of figure that stands on the page opens, also those in the foot.
  press(screen.getByRole('button', { name: /认出老客/ }));
  await within(await panelWith(/说的是哪些单/)).findByText(/老客：\d 位/);
});

test('what a check leaves out opens to the spoilt cell', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-spoilt-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, '坏了.csv');
  const head =
    '订单编号,买家会员名,总金额,买家实际支付金额,订单状态,收货人姓名,订单创建时间,订单付款时间,宝贝标题,店铺名称';
  const row = (number: string, total: string): string =>
    `${number},豆豆,${total},20.00,交易成功,王予安,2022-05-01 10:00:00,2022-05-01 11:00:00,茶叶,小铺`;
  writeFileSync(
    path,
    [head, row('="1793153131473293501"', '20.00'), row('="1793153131473293502"', '2o.oo')].join('\r\n'),
  );
  const { connection, result } = await hostWithCheck([], [path]);
  inPage(<CheckStep result={result} findings={[]} onMap={() => undefined} />, { connection });
  press(await screen.findByTitle('拦下：怎么算的'));
  const panel = await panelWith(/说的是哪些单/);
  const sheet = await within(panel).findByRole('region', { name: /原表的一角，第 3 行/ });
  const cell = within(sheet).getByText('2o.oo');
  expect(within(cell).getByText('用到的格')).toBeTruthy();
});

test('every count of a past import opens, from one to the next', async () => {
  const connection = await hostAtHand();
  inPage(<HistoryPage />, { connection });
  press(await screen.findByTitle('新订单：怎么算的'));
  const panel = await panelWith(/这批里的单/);
  await within(panel).findByText('新订单：16 单');
  press(within(panel).getByRole('button', { name: /^明细 21/ }));
  await within(panel).findByText('明细：21 条');
  press(within(panel).getByRole('button', { name: /^新客/ }));
  await within(panel).findByText(/新客：\d+ 位/);
  await within(panel).findByRole('region', { name: /原表的一角/ });
});

test('the figures of the tiers open, and so do the lines and the sums of the grid', async () => {
  const connection = await hostAtHand();
  const { container } = inPage(<TiersPage />, { connection });
  const summary = await connection.call('rfm.summary', { on: '2023-01-02', definition: 'quantile' });
  const line = await screen.findByRole('button', { name: /最近下单在/ });
  press(line);
  const lines = await panelWith(/线是怎么画的/);
  await within(lines).findByText(`近的线：${summary.lines.recencyDays} 天内`);
  fireEvent.keyDown(lines, { key: 'Escape', code: 'Escape' });
  const table = screen.getByRole('table', { name: /多久没来/ });
  const totals = within(table).getAllByTitle('怎么算的');
  press(totals.at(-1) ?? table);
  const panel = await panelWith(/怎么算的/);
  await within(panel).findByText(`客户：${summary.customers} 位`);
  expect(await violationsIn(container)).toEqual([]);
});

test("a customer's rhythm and refunds open to the orders they come from", async () => {
  const connection = await hostAtHand();
  const { rows } = await connection.call('customers.list', {
    filter: {},
    basis: { on: '2023-01-02', definition: 'quantile' },
    sort: { by: 'orders', descending: true },
    window: { from: 0, count: 50 },
  });
  const profiles = await Promise.all(
    rows.map(({ id }) =>
      connection.call('customers.profile', { customer: id, basis: { on: '2023-01-02', definition: 'quantile' } }),
    ),
  );
  const refunded = profiles.find(({ totals }) => totals.refundMinor > 0) ?? expect.fail('somebody gave something back');
  inPage(<CustomerPage customer={refunded.customer.id} />, { connection });
  const answers = await screen.findByText('退了多少');
  press(within(answers.parentElement ?? document.body).getByRole('button'));
  const panel = await panelWith(/怎么算的/);
  const amount = (refunded.totals.refundMinor / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
  await within(panel).findByText(`退款：${amount}`);
});
