/** A ticket that is done, with all that can be said of it: for the scene of closed ones. */

import type { Page } from 'playwright-core';
import type { ResultOf } from '../../src-shared/contract/index.ts';
import { callOnPage } from '../journeys/support/page-calls.ts';

const on = '2026-08-20';

const content = {
  about: 'exchange',
  order: '2608025680405310001',
  text: '盖碗收到时有一道裂纹，拍了照片，问能不能换一只，急着送人',
  opened: '2026-08-02',
  due: '2026-08-06',
  closed: '2026-08-05',
  outcome: '补寄了一只，裂的那只不用寄回',
  costMinor: 3_850,
};

/** Once: a second look finds it there. */
export async function saveClosedTicket(page: Page): Promise<void> {
  const known = (await callOnPage(page, 'service.list', { state: 'closed', on })) as ResultOf<'service.list'>;
  if (known.tickets.length > 0) return;
  const { rows } = (await callOnPage(page, 'customers.list', {
    filter: {},
    basis: { on, definition: 'quantile' },
    sort: { by: 'netMinor', descending: true },
    window: { from: 0, count: 1 },
  })) as ResultOf<'customers.list'>;
  await callOnPage(page, 'service.save', { ticket: null, customer: rows[0]?.id, content });
}
