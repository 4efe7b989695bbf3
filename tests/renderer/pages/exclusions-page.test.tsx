/** The rules of exclusion: a rule that is being written, its words, and the page over a real host. */

import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { contentOf, draftOf, newDraft, newLine } from '../../../src-renderer/pages/exclusions/draft.ts';
import { ExclusionsPage } from '../../../src-renderer/pages/exclusions/exclusions-page.tsx';
import type { ExclusionContent } from '../../../src-shared/contract/exclusions.ts';
import { minorOf } from '../../../src-shared/money.ts';
import { hostAtHand } from '../host-at-hand.ts';
import { inPage } from '../in-page.tsx';

describe('a rule that is being written', () => {
  test('says nothing before a condition is filled, and passes over empty ones', () => {
    expect(contentOf(newDraft())).toBeNull();
    const draft = { ...newDraft(' V- '), lines: [newLine(' V- '), newLine()] };
    expect(contentOf(draft)).toEqual({
      kind: 'brushing',
      shop: null,
      match: 'all',
      conditions: [{ field: 'sellerNote', test: 'starts', text: 'V-' }],
    });
  });

  test('comes back from what was kept as it was; amounts the wrong way round are no rule', () => {
    const content: ExclusionContent = {
      kind: 'staff',
      shop: 2,
      match: 'any',
      conditions: [
        { field: 'nick', test: 'is', text: '店员' },
        { field: 'amount', from: null, to: minorOf(100) },
      ],
    };
    const draft = draftOf(3, content);
    expect(draft.rule).toBe(3);
    expect(contentOf(draft)).toEqual(content);
    const turned = { ...newLine(), field: 'amount' as const, from: 200, to: 100 };
    expect(contentOf({ ...draft, lines: [turned] })).toBeNull();
  });
});

test('on the page a rule counts before it is kept, then stands in the table, and can be removed', async () => {
  const connection = await hostAtHand();
  const { orders } = await connection.call('ledger.totals', {});
  inPage(<ExclusionsPage />, { connection });
  fireEvent.click((await screen.findAllByRole('button', { name: '新规则' }))[0] ?? document.body);
  expect(await screen.findByText('写上条件，这里就数出有多少单。')).toBeTruthy();
  // Of every order in the samples something was, or was to be, paid.
  const { rows } = await connection.call('exclusions.preview', {
    content: {
      kind: 'test',
      shop: null,
      match: 'all',
      conditions: [{ field: 'address', test: 'contains', text: '市' }],
    },
    window: { from: 0, count: 1 },
  });
  const nick = rows[0]?.nick ?? expect.fail('an order with a buyer');
  fireEvent.change(screen.getByLabelText('什么字'), { target: { value: nick } });
  expect(await screen.findByText('0 单')).toBeTruthy();
  expect(screen.getByText('没有这样的单。')).toBeTruthy();
  const content = {
    kind: 'self',
    shop: null,
    match: 'all',
    conditions: [{ field: 'nick', test: 'is', text: nick }],
  } as const;
  const { edit } = await connection.call('exclusions.save', {
    rule: null,
    content: { ...content, conditions: [...content.conditions] },
  });
  expect(edit).toBeGreaterThan(0);
  const kept = await connection.call('ledger.totals', {});
  expect(kept.orders).toBeLessThan(orders);
  fireEvent.click(await screen.findByRole('button', { name: /^删 ?掉$/ }));
  await waitFor(async () => expect((await connection.call('ledger.totals', {})).orders).toBe(orders));
});
