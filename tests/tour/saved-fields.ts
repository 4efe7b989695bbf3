/** The owner's own fields that the scenes of fields show, filled for some. For the tour, and for what axe finds on its pages. */

import type { Page } from 'playwright-core';
import { callOnPage } from '../journeys/support/page-calls.ts';

/** One field of each kind; most of those who came often have a value. And two views that show some. */
export async function saveFields(page: Page): Promise<void> {
  const save = (name: string, type: string, choices: readonly string[] = []) =>
    callOnPage(page, 'fields.save', {
      field: null,
      name,
      type,
      choices: choices.map((choice) => ({ choice: null, name: choice })),
    });
  await save('喜欢的茶', 'choice', ['绿茶', '红茶', '乌龙茶']);
  await save('家里几口人', 'number');
  await save('认识的日子', 'date');
  await save('送过试喝', 'yesNo');
  await save('怎么称呼', 'text');
  const fill = (custom: number, value: string, where: unknown) =>
    callOnPage(page, 'customers.bulkEdit', {
      filter: { where },
      basis: { on: '2026-08-20', definition: 'quantile' },
      change: { field: 'custom', custom, value },
    });
  await fill(1, '绿茶', { field: 'orders', from: 4 });
  await fill(1, '红茶', { field: 'bought', product: { test: 'contains', texts: ['正山小种'] }, times: { from: 2 } });
  await fill(2, '3', { field: 'orders', from: 6 });
  await fill(3, '2025-11-02', { field: 'orders', from: 5 });
  await fill(4, '是', { field: 'orders', from: 8 });
  const view = (name: string, search: string | undefined, columns: readonly string[]) =>
    callOnPage(page, 'views.save', {
      view: null,
      name,
      filter: search === undefined ? {} : { search },
      sort: { by: 'netMinor', descending: true },
      columns: [...columns],
      density: 'normal',
    });
  await view('姓李的老客', '李', ['name', 'tier', 'phone', 'field:1', 'netMinor']);
  await view('每周一打的电话', undefined, ['name', 'phone', 'lastDay', 'rhythm', 'field:5', 'note']);
}
