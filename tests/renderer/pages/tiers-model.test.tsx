/** The grid of the tiers page without a page: bands, sums, shades, and where lines fall. */

import { describe, expect, test } from 'vitest';
import {
  type GridCell,
  gridModel,
  nearLine,
  oftenLine,
  shadeOf,
  shareText,
} from '../../../src-renderer/pages/tiers/grid-model.ts';
import { basisOf, sameRule } from '../../../src-renderer/pages/tiers/rule.ts';
import { dayOf } from '../../../src-shared/day.ts';

const recency = [
  [0, 15],
  [16, 30],
  [31, null],
] as const;
const orders = [
  [1, 1],
  [2, 3],
  [4, null],
] as const;
const grid: GridCell[] = recency.flatMap(([recencyFrom, recencyTo], column) =>
  orders.map(([ordersFrom, ordersTo], row) => ({
    recencyFrom,
    recencyTo,
    ordersFrom,
    ordersTo,
    customers: column * 10 + row,
    much: row,
  })),
);
const model = gridModel(grid);

describe('the grid', () => {
  test('has the nearest column first and the row with most orders on top', () => {
    expect(model.recency.map(({ from }) => from)).toEqual([0, 16, 31]);
    expect(model.rows.map((row) => row.orders.from)).toEqual([4, 2, 1]);
    expect(model.rows[0]?.cells.map((cell) => cell.customers)).toEqual([2, 12, 22]);
  });

  test('adds up to the same total by rows and by columns', () => {
    const byRows = model.rows.reduce((sum, row) => sum + row.total, 0);
    const byColumns = model.columnTotals.reduce((sum, count) => sum + count, 0);
    expect([byRows, byColumns]).toEqual([model.total, model.total]);
  });

  test('shades nobody with the first step and the most crowded cell with the last', () => {
    expect([shadeOf(0, 864), shadeOf(1, 864), shadeOf(864, 864)]).toEqual([0, 1, 6]);
  });

  test('says no share below three cases', () => {
    expect([shareText(1, 2), shareText(1, 3), shareText(1, 8, 1)]).toEqual([null, '33%', '12.5%']);
  });
});

describe('a line', () => {
  test('at the end of a band lies between two columns', () => {
    expect(nearLine(model, 30)).toEqual({ band: 1, at: 1 });
  });

  test('inside a band lies as far into it as its days', () => {
    expect(nearLine(model, 20)).toEqual({ band: 1, at: 5 / 15 });
  });

  test('of orders lies beneath the first row that is often', () => {
    expect(oftenLine(model, 4)).toEqual({ band: 0, at: 1 });
    expect(oftenLine(model, 3)).toEqual({ band: 1, at: 0.5 });
  });

  test('is not drawn where nobody is high', () => {
    expect([nearLine(model, null), oftenLine(model, null)]).toEqual([null, null]);
  });
});

describe('a rule', () => {
  const lines = { recencyDays: 60, frequency: 3, netMinor: 60_000 };

  test('by rank is the same whatever the own lines are', () => {
    const other = { ...lines, recencyDays: 90 };
    expect(sameRule({ definition: 'quantile', lines }, { definition: 'quantile', lines: other })).toBe(true);
    expect(sameRule({ definition: 'typed', lines }, { definition: 'typed', lines: other })).toBe(false);
  });

  test('sends its lines only when they count', () => {
    const on = dayOf('2026-11-22');
    if (on === null) throw new Error('no day');
    expect(basisOf({ definition: 'ntile', lines }, { on })).toEqual({ on, definition: 'ntile' });
    expect(basisOf({ definition: 'typed', lines }, { on })).toEqual({ on, definition: 'typed', lines });
  });
});
