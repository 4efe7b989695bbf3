/** Whatever a page asks of the ledger is asked again when another ledger lies open, and figures also when orders change. */

import { expect, test } from 'vitest';
import { isTouchedBy } from '../../../src-renderer/link/topics.ts';
import { ledgerContract } from '../../../src-shared/contract/index.ts';

const nounOf = (method: string): string => method.slice(0, method.indexOf('.'));
/** Only acts: no page keeps their answers. */
const acts = new Set(['demo', 'byHand', 'contacts']);

test('every noun of the contract is touched by another ledger', () => {
  const nouns = [...new Set(Object.keys(ledgerContract).map(nounOf))].filter((noun) => !acts.has(noun));
  expect(nouns.filter((noun) => !isTouchedBy(`${noun}.read`, ['ledger']))).toEqual([]);
});

test('figures are asked again when orders or customers change', () => {
  for (const method of [
    'reports.read',
    'forecasts.read',
    'forecasts.customer',
    'labels.compose',
    'tags.list',
    'followUps.today',
    'careRules.list',
    'guard.check',
    'service.list',
    'rfm.summary',
  ])
    for (const topic of ['orders', 'customers'] as const) expect(isTouchedBy(method, [topic])).toBe(true);
});
