/** A list of customers as it stands in an address, and the owner's choice of columns. */

import { render } from '@testing-library/react';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chosenColumns, columnNames, moveColumn, toggleColumn } from '../../../src-renderer/state/columns.ts';
import {
  type CustomerView,
  firstView,
  hasConditions,
  queryOfView,
  sortAfter,
  toggleTier,
  useOpenList,
  viewOfQuery,
  withCondition,
  withoutTiers,
} from '../../../src-renderer/state/customer-filter.ts';
import { useForgetLists } from '../../../src-renderer/state/forget-lists.ts';
import { customerFilterSchema, customerSorts } from '../../../src-shared/contract/customers.ts';
import { tiers } from '../../../src-shared/rfm.ts';

const days = fc.constantFrom('2024-02-29', '2025-12-31');
const views: fc.Arbitrary<CustomerView> = fc
  .record({
    filter: fc.record(
      {
        tiers: fc.subarray([...tiers], { minLength: 1 }),
        certainty: fc.constantFrom('certain', 'likely'),
        reach: fc.constantFrom('phone', 'email', 'neither'),
        shop: fc.integer({ min: 1, max: 99 }),
        lastDayFrom: days,
        lastDayTo: days,
        recencyFrom: fc.nat(9999),
        recencyTo: fc.nat(9999),
        ordersFrom: fc.nat(99),
        ordersTo: fc.nat(99),
        search: fc.string({ minLength: 1, maxLength: 40 }),
        withoutCounted: fc.constant(false),
        noTier: fc.constant(true),
        netFrom: fc.integer({ min: -99_999, max: 9_999_999 }),
        netTo: fc.nat(9_999_999),
        region: fc.string({ minLength: 1, maxLength: 40 }),
        ids: fc
          .uniqueArray(fc.integer({ min: 1, max: 300_000 }), { minLength: 1, maxLength: 60 })
          .map((ids) => ids.sort((a, b) => a - b)),
        exceptIds: fc
          .uniqueArray(fc.integer({ min: 1, max: 300_000 }), { minLength: 1, maxLength: 60 })
          .map((ids) => ids.sort((a, b) => a - b)),
      },
      { requiredKeys: [] },
    ),
    sort: fc.record({ by: fc.constantFrom(...customerSorts), descending: fc.boolean() }),
  })
  .map(({ filter, sort }) => ({ filter: customerFilterSchema.parse(filter), sort }));

describe('the address', () => {
  test('brings back every list it was made from', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(viewOfQuery(queryOfView(view))).toEqual(view);
      }),
      { numRuns: 300 },
    );
  });

  test('is empty for the list one starts with', () => {
    expect(queryOfView(firstView)).toBe('');
    expect(viewOfQuery('')).toEqual(firstView);
  });

  test('with words it cannot read shows a wider list, never an error', () => {
    expect(viewOfQuery('tiers=XYZ&lastDayFrom=2025-13-40&shop=-1&certainty=maybe&sort=luck.down')).toEqual(firstView);
  });
});

test('five thousand picked customers still make an address, and a broken one picks nobody in particular', () => {
  const ids = Array.from({ length: 5000 }, (_, index) => 1 + index * 60);
  const query = queryOfView({ ...firstView, filter: { ids } });
  expect(query.length).toBeLessThan(16_000);
  expect(viewOfQuery(query).filter.ids).toEqual(ids);
  for (const broken of ['', '0', '1..2', 'ä', '1.-1']) {
    expect(viewOfQuery(`ids=${broken}`).filter).toEqual({});
  }
});

describe('another shop', () => {
  function Room({ demo }: { readonly demo: boolean }) {
    useForgetLists(demo);
    return null;
  }

  test('begins without the conditions of the last', () => {
    window.history.replaceState(null, '', '/?certainty=likely#/import');
    useOpenList.getState().openFrom({ ...firstView, filter: { certainty: 'likely' } }, 3);
    const { rerender } = render(<Room demo={true} />);
    expect(window.location.search).toBe('?certainty=likely');
    rerender(<Room demo={false} />);
    expect([window.location.search, window.location.hash]).toEqual(['', '#/import']);
    expect(useOpenList.getState().view).toBeNull();
  });
});

describe('conditions', () => {
  test('all tiers at once are those of nobody in particular, never bought among them', () => {
    expect(withoutTiers({ tiers: ['RFM'], noTier: true, search: 'a' })).toEqual({ search: 'a' });
  });

  test('a tier clicked twice is as it was', () => {
    const once = toggleTier({}, 'RFM');
    expect(once.tiers).toEqual(['RFM']);
    expect(toggleTier(once, 'RFM')).toEqual({});
  });

  test('taking the last one away leaves none', () => {
    expect(hasConditions(withCondition({ search: 'a' }, 'search', undefined))).toBe(false);
  });

  test('a new head starts with the largest figures, names and days away with the smallest', () => {
    expect(sortAfter(firstView.sort, 'netMinor')).toEqual({ by: 'netMinor', descending: true });
    expect(sortAfter(firstView.sort, 'name')).toEqual({ by: 'name', descending: false });
    expect(sortAfter({ by: 'name', descending: false }, 'name').descending).toBe(true);
  });
});

describe('columns', () => {
  test('the name comes first whatever the settings say, and unknown or repeated ones are left out', () => {
    expect(chosenColumns(['city', 'luck', 'name', 'city'], [])).toEqual(['name', 'city']);
  });

  test('fields of the owner stand behind the others, without those that are gone', () => {
    const fields = [3, 1].map((field) => ({
      field,
      name: `字段${field}`,
      type: 'number' as const,
      choices: [],
      customers: 0,
    }));
    expect(chosenColumns(['field:3', 'city', 'field:2'], fields)).toEqual(['name', 'field:3', 'city']);
    expect(toggleColumn(['name', 'field:3'], 'note')).toEqual(['name', 'note', 'field:3']);
    expect(toggleColumn(['name', 'field:3'], 'field:1')).toEqual(['name', 'field:1', 'field:3']);
    expect(viewOfQuery('sort=field:3.down').sort).toEqual({ by: 'field:3', descending: true });
    expect(viewOfQuery('sort=field:x.down').sort).toEqual(firstView.sort);
  });

  test('a column shown again stands at its usual place', () => {
    expect(toggleColumn(['name', 'tier', 'city'], 'orders')).toEqual(['name', 'tier', 'orders', 'city']);
    expect(toggleColumn(['name'], 'name')).toEqual(['name']);
  });

  test('moving keeps all columns and never passes the name', () => {
    const shown = chosenColumns(columnNames, []);
    fc.assert(
      fc.property(fc.constantFrom(...columnNames), fc.constantFrom(-1 as const, 1 as const), (name, by) => {
        const moved = moveColumn(shown, name, by);
        expect(moved[0]).toBe('name');
        expect([...moved].sort()).toEqual([...shown].sort());
      }),
    );
  });
});
