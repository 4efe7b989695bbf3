/** People who asked, at several stages, one of whom bought: for the scenes of leads. */

import type { Page } from 'playwright-core';
import type { ResultOf } from '../../src-shared/contract/index.ts';
import { callOnPage } from '../journeys/support/page-calls.ts';

const asked = [
  ['张姐', '13800001111', '2026-07-02', '10 箱正山小种，送客户', 'quoted', '朋友介绍'],
  ['李哥', '13800002222', '2026-07-20', '一套盖碗', 'contacted', '直播'],
  ['陈总', '13800003333', '2026-08-01', '礼盒 50 份，要印字', 'interested', '门店'],
  ['阿琴', '13800004444', '2026-08-11', '老白茶饼', 'new', '微信群'],
  ['小周', '13800005555', '2026-06-11', '龙井 2 斤', 'lost', '直播'],
] as const;

/** Once: a second look finds them there. */
export async function saveLeads(page: Page): Promise<void> {
  const known = (await callOnPage(page, 'leads.list', { on: '2026-08-20' })) as ResultOf<'leads.list'>;
  if (known.leads.length > 3) return;
  const of = { handle: '', address: '', note: '', shop: '微信', currency: 'CNY' };
  for (const [name, phone, day, wish, stage, source] of asked) {
    const made = (await callOnPage(page, 'byHand.lead', { ...of, name, phone, day, wish })) as ResultOf<'byHand.lead'>;
    const reason = stage === 'lost' ? '嫌贵' : '';
    await callOnPage(page, 'leads.set', { customer: made.customer, stage, source, reason });
    if (stage === 'contacted')
      await callOnPage(page, 'followUps.plan', {
        customer: made.customer,
        day: '2026-08-25',
        channel: null,
        note: '',
        repeat: null,
      });
  }
  await callOnPage(page, 'byHand.order', {
    ...of,
    name: '李哥',
    phone: '13800002222',
    day: '2026-08-18',
    items: [{ title: '盖碗', quantity: 1, unitPriceMinor: 16800 }],
    paidMinor: 16800,
    refundMinor: 0,
  });
}
