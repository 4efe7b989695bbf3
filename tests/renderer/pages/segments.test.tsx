/** Segments on the page of customers, over a real host: described, counted while written, kept, fixed, changed, taken back; links carry them. */

import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import type { Connection } from '../../../src-renderer/link/connection.ts';
import {
  type DraftGroup,
  draftOf,
  filterOfDraft,
  isGroup,
  newGroup,
  unreadyIn,
  withPart,
} from '../../../src-renderer/pages/customers/builder/draft.ts';
import { CustomersPage } from '../../../src-renderer/pages/customers/customers-page.tsx';
import { firstView, queryOfView, segmentFilter, viewOfQuery } from '../../../src-renderer/state/customer-filter.ts';
import { forgetPlace } from '../../../src-renderer/state/list-place.ts';
import type { FilterNode } from '../../../src-shared/contract/filters.ts';
import { hostAtHand } from '../host-at-hand.ts';
import { inPage } from '../in-page.tsx';

afterEach(() => {
  window.history.replaceState(null, '', '/');
  forgetPlace();
});

const sort = { by: 'lastDay', descending: true } as const;
const twice: FilterNode = { all: [{ field: 'orders', from: 2 }] };

async function countOf(connection: Connection, where: FilterNode): Promise<number> {
  const { today } = await connection.call('ledger.status', {});
  const found = await connection.call('customers.count', {
    filter: { where },
    basis: { on: today, definition: 'quantile' },
  });
  return found.total;
}

const grid = () => screen.findByRole('grid', { name: '客户名单' });

async function listed(): Promise<number> {
  return Number((await grid()).getAttribute('aria-rowcount')) - 1;
}

test('an address carries nested conditions and a segment there and back, and leaves out what cannot be read', () => {
  const where: FilterNode = { any: [twice, { none: [{ field: 'city', test: 'contains', texts: ['杭州&?#'] }] }] };
  for (const filter of [{ where }, segmentFilter(7), { ...segmentFilter(7), region: '浙江' }])
    expect(viewOfQuery(queryOfView({ filter, sort })).filter).toEqual(filter);
  expect(queryOfView({ filter: segmentFilter(7), sort })).toBe('segment=7');
  for (const query of ['where={"all":[{"field":"orders"}]}', 'where={', 'segment=x', 'segment=0'])
    expect(viewOfQuery(query).filter).toEqual({});
});

test('a draft says what is filled in, and counts what is not', () => {
  const draft = draftOf(twice);
  expect(filterOfDraft(draft)).toEqual(twice);
  const blank = { id: -1, condition: { field: 'city', test: 'contains', texts: [] } } as const;
  const inner: DraftGroup = { ...newGroup('any'), parts: [blank] };
  const both = { ...draft, parts: [...draft.parts, inner] };
  // A group of which nothing is filled in says nothing.
  expect([filterOfDraft(both), unreadyIn(both)]).toEqual([twice, 1]);
  const filled = withPart(both, -1, { id: -1, condition: { ...blank.condition, texts: ['杭州'] } });
  expect(unreadyIn(filled)).toBe(0);
  expect(filterOfDraft(filled)).toEqual({
    all: [{ field: 'orders', from: 2 }, { any: [{ field: 'city', test: 'contains', texts: ['杭州'] }] }],
  });
  expect(withPart(filled, inner.id, null).parts.some(isGroup)).toBe(false);
});

test('conditions written beside the list are counted, said in words, shown, kept as a segment and taken back', async () => {
  const connection = await hostAtHand();
  const { container } = inPage(<CustomersPage />, { connection });
  await waitFor(async () => expect(await listed()).toBeGreaterThan(0));
  const everybody = await listed();
  const expected = await countOf(connection, twice);
  expect(expected).toBeGreaterThan(0);
  expect(expected).toBeLessThan(everybody);
  fireEvent.click(screen.getByRole('button', { name: '细写条件' }));
  const panel = await screen.findByRole('complementary', { name: '细写条件' });
  fireEvent.click(within(panel).getByRole('button', { name: '加一条' }));
  fireEvent.change(within(panel).getByRole('spinbutton', { name: '几单，从' }), { target: { value: '2' } });
  const bought = await countOf(connection, { field: 'bought', times: { from: 2 } });
  expect(await within(panel).findByRole('button', { name: `看这 ${bought} 位` })).toBeTruthy();
  expect(panel.textContent).toContain('买过，至少 2 单。');
  // The list waits until it is told.
  expect(await listed()).toBe(everybody);
  const found = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
  fireEvent.keyDown(within(panel).getByRole('spinbutton', { name: '几单，从' }), { key: 'Enter', ctrlKey: true });
  await waitFor(async () => expect(await listed()).toBe(bought));
  fireEvent.click(screen.getByRole('button', { name: '存成人群…' }));
  const dialog = await screen.findByRole('dialog');
  fireEvent.change(within(dialog).getByRole('textbox', { name: '名字' }), { target: { value: '熟客' } });
  fireEvent.click(within(dialog).getByRole('radio', { name: /^定住/ }));
  fireEvent.click(within(dialog).getByRole('button', { name: /^保 ?存$/ }));
  const tab = await screen.findByRole('link', { name: /^熟客/ });
  await waitFor(() => expect(tab.getAttribute('aria-current')).toBe('true'));
  await waitFor(() => expect(tab.textContent).toBe(`熟客${bought}定住`));
  const { segments } = await connection.call('segments.list', {});
  expect(segments).toMatchObject([{ name: '熟客', version: 1, fixed: { customers: bought } }]);
  fireEvent.click(await screen.findByRole('button', { name: '撤销' }));
  await waitFor(() => expect(screen.queryByRole('link', { name: /^熟客/ })).toBeNull());
  expect((await connection.call('segments.list', {})).segments).toEqual([]);
  // Who was in view stays in view.
  await waitFor(async () => expect(await listed()).toBe(bought));
});

test('a segment is opened by its address, changed to a new version, and an older one is used again', async () => {
  const connection = await hostAtHand();
  const { segment } = await connection.call('segments.save', { segment: null, name: '熟客', where: twice });
  window.history.replaceState(null, '', `/?segment=${segment}`);
  inPage(<CustomersPage />, { connection });
  const expected = await countOf(connection, twice);
  await waitFor(async () => expect(await listed()).toBe(expected));
  fireEvent.click(await screen.findByRole('button', { name: '改条件：有效单至少 2 单' }));
  const panel = await screen.findByRole('complementary', { name: '“熟客”的条件' });
  fireEvent.change(within(panel).getByRole('spinbutton', { name: '有效单，从' }), { target: { value: '3' } });
  const more = await countOf(connection, { field: 'orders', from: 3 });
  await within(panel).findByRole('button', { name: `看这 ${more} 位` });
  fireEvent.click(within(panel).getByRole('button', { name: '存成第 2 版' }));
  await waitFor(async () => expect(await listed()).toBe(more));
  fireEvent.click(screen.getByRole('button', { name: '“熟客”：可以做的事' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: '看各个版本（第 2 版）' }));
  const versions = await screen.findByRole('complementary', { name: '“熟客”的各个版本' });
  fireEvent.click(await within(versions).findByRole('button', { name: '用回这一版' }));
  await waitFor(async () => expect(await listed()).toBe(expected));
  const [kept] = (await connection.call('segments.list', {})).segments;
  expect(kept).toMatchObject({ where: twice, version: 3 });
});

test('a segment that is not there shows everybody', async () => {
  const connection = await hostAtHand();
  window.history.replaceState(null, '', '/?segment=99');
  inPage(<CustomersPage />, { connection });
  await waitFor(async () => expect(await listed()).toBeGreaterThan(0));
  expect(screen.getByRole('link', { name: /^全部/ }).getAttribute('aria-current')).toBe('true');
});

test('a list that a condition narrows is not everybody’s any more', async () => {
  const connection = await hostAtHand();
  window.history.replaceState(null, '', `/?${queryOfView({ ...firstView, filter: { ordersFrom: 2 } })}`);
  inPage(<CustomersPage />, { connection });
  await waitFor(async () => expect(await listed()).toBeGreaterThan(0));
  expect(screen.getByRole('link', { name: /^全部/ }).getAttribute('aria-current')).toBeNull();
});
