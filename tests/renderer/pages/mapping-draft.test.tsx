/** Matching columns by hand. */

import { expect, test } from 'vitest';
import { assignColumn, fieldOfColumn, missingFields } from '../../../src-renderer/pages/import/mapping-draft.ts';
import type { Mapping } from '../../../src-shared/contract/imports.ts';

const empty: Mapping = {
  profile: 'own',
  granularity: 'order',
  columns: {},
  dateOrder: 'ymd',
  assumePaid: false,
  currency: 'CNY',
};

test('a column means one thing: choosing another field takes it out of the first', () => {
  const first = assignColumn(empty, 3, 'paid');
  const second = assignColumn(first, 3, 'total');
  expect(fieldOfColumn(second, 3)).toBe('total');
  expect(second.columns.paid).toBeUndefined();
});

test('a field may stand in two columns, the last chosen read first', () => {
  expect(assignColumn(assignColumn(empty, 1, 'paid'), 4, 'paid').columns.paid).toEqual([4, 1]);
});

test('an order needs its number, a time and an amount', () => {
  expect(missingFields(empty)).toHaveLength(3);
  const full = assignColumn(assignColumn(assignColumn(empty, 0, 'orderNumber'), 1, 'orderedAt'), 2, 'lineAmount');
  expect(missingFields(full)).toEqual([]);
});
