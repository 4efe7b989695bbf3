/** Calls that were made two months ago, with what came of them: for the scene of their figures. */

import type { Page } from 'playwright-core';
import type { ResultOf } from '../../src-shared/contract/index.ts';
import { callOnPage } from '../journeys/support/page-calls.ts';

const basis = { on: '2026-06-20', definition: 'quantile' };
const came = ['talked', 'noAnswer', 'willBuy', 'talked', 'noAnswer', 'willBuy', 'ordered', 'noAnswer', 'talked'];

/** Once: a second look finds them there. */
export async function saveCalls(page: Page): Promise<void> {
  const told = (await callOnPage(page, 'followUps.callFigures', { basis })) as ResultOf<'followUps.callFigures'>;
  if (told.total.calls > 0) return;
  const { due } = (await callOnPage(page, 'followUps.today', { basis })) as ResultOf<'followUps.today'>;
  for (const [at, { origin, customer }] of due.slice(0, came.length).entries())
    await callOnPage(page, 'followUps.record', {
      origin,
      customer,
      basis,
      outcome: came[at],
      channel: 'phone',
      note: '',
      next: null,
    });
  for (const { customer } of due.slice(came.length, came.length + 2)) {
    const planned = (await callOnPage(page, 'followUps.plan', {
      customer,
      day: basis.on,
      channel: null,
      note: '',
      repeat: null,
    })) as ResultOf<'followUps.plan'>;
    const origin = `hand:${planned.followUp}`;
    const hand = { origin, customer, basis, outcome: 'talked', channel: 'phone', note: '', next: null };
    await callOnPage(page, 'followUps.record', hand);
  }
}
