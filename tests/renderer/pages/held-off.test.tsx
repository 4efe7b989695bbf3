/** Who is counted as held back: once each, and not who is on the list for something else. */

import { expect, test } from 'vitest';
import { heldOff } from '../../../src-renderer/pages/today/held-off.ts';

const of = (customer: number, why: string) => ({ customer, why });

test('held back for two reasons somebody is one person, told by the last word', () => {
  expect(heldOff([of(1, 'refund'), of(2, 'cooling'), of(1, 'holdout')], [])).toEqual([
    of(1, 'holdout'),
    of(2, 'cooling'),
  ]);
});

test('whoever is on the list for something else is contacted, and not held back', () => {
  expect(heldOff([of(1, 'refund'), of(2, 'cooling')], [{ customer: 2 }, { customer: 3 }])).toEqual([of(1, 'refund')]);
});
