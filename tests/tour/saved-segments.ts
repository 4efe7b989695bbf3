/** The owner's own lists that the scenes of segments show. For the tour, and for what axe finds on its pages. */

import type { Page } from 'playwright-core';
import { callOnPage } from '../journeys/support/page-calls.ts';
import { saveFields } from './saved-fields.ts';

/** Two lists of the owner's own; the first has a second version. And two tags, and fields. */
export async function saveSegments(page: Page): Promise<void> {
  const save = (segment: number | null, name: string, where: unknown) =>
    callOnPage(page, 'segments.save', { segment, name, where });
  const inZhejiang = { field: 'province', test: 'contains', texts: ['浙江'] };
  await save(null, '浙江快走的老客', { all: [inZhejiang, { field: 'orders', from: 2 }] });
  await save(1, '浙江快走的老客', { all: [inZhejiang, { field: 'tier', in: ['rFM', 'rFm'] }] });
  await save(null, '今年的新客', { field: 'firstDay', days: { calendar: 'thisYear' } });
  const tag = (add: string, where: unknown) =>
    callOnPage(page, 'customers.bulkEdit', {
      filter: { where },
      basis: { on: '2026-08-20', definition: 'quantile' },
      change: { field: 'tag', add },
    });
  await tag('老客', { field: 'orders', from: 5 });
  await tag('爱喝红茶', { field: 'bought', product: { test: 'contains', texts: ['正山小种'] }, times: { from: 2 } });
  await saveFields(page);
}
