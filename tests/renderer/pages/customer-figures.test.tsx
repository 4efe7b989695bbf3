/** Figures that the pages work out themselves: rhythm, lateness, sums of a selection, the cells an explanation frames. */

import { describe, expect, test } from 'vitest';
import { matchesOf, regionOf } from '../../../src-renderer/pages/customer/customer-facts.ts';
import { sumsOf } from '../../../src-renderer/pages/customers/list-sums.ts';
import { rhythmOf } from '../../../src-renderer/pages/customers/rhythm.ts';
import { copyAskOf } from '../../../src-renderer/pages/customers/what-is-taken.ts';
import {
  countChosen,
  everythingChosen,
  isChosen,
  nothingChosen,
  toggled,
  withChosen,
} from '../../../src-renderer/parts/chosen.ts';
import { sheetPlaces, tellingFirst, usedCells } from '../../../src-renderer/parts/explanation/source-cells.ts';
import { matches } from '../../../src-renderer/parts/search-box/commands.ts';
import type { SourceRow } from '../../../src-shared/contract/source-rows.ts';
import { minorOf } from '../../../src-shared/money.ts';
import { lateDays } from '../../../src-shared/rhythm.ts';

const source: SourceRow = {
  batch: 1,
  file: 'ExportOrderList.csv',
  appliedAt: '2026-08-20T10:31:00Z',
  live: true,
  sheet: null,
  row: 1284,
  cells: ['orderNumber', null, null, 'paid', 'refund', null, 'paidAt'].map((field, index) => ({
    letter: String.fromCharCode(65 + index),
    column: `列${index}`,
    value: `值${index}`,
    field,
  })),
};

test.each([
  [0, 30, 'fresh', 30],
  [18, 30, 'early', 12],
  [29, 30, 'early', 1],
  [30, 30, 'due', 0],
  // The gap is shown as 31 days: on day 31 they are due, and a day later one day late.
  [31, 30.5, 'due', 0],
  [32, 30.5, 'late', 1],
  [56, 30, 'late', 26],
] as const)(
  '%i days after the last order, where %f are usual, is %s by %i days in the list, and on the page',
  (since, usual, kind, days) => {
    const told = rhythmOf({ recencyDays: since, rhythmDays: usual });
    expect(told).toMatchObject({ kind, days, times: since / usual });
    const late = lateDays(since, usual) ?? Number.NaN;
    expect([Math.abs(late), late > 0]).toEqual([days, kind === 'late']);
  },
);

test('who has no usual gap, or never bought, is neither early nor late', () => {
  expect(rhythmOf({ recencyDays: 90, rhythmDays: null })).toBeNull();
  expect(rhythmOf({ recencyDays: null, rhythmDays: null })).toBeNull();
});

describe('what a likely person was matched on', () => {
  test('is said field by field, whichever three agreed, without the mark of a split', () => {
    expect(matchesOf('邓 | 163****8558 | 浙江省 杭州市 | split-7').map(({ by, text }) => `${by} ${text}`)).toEqual([
      'surname 邓',
      'phone 163****8558',
      'region 浙江省 杭州市',
    ]);
    expect(matchesOf('王 | 文三路 1 号院 | taobao:豆**a').map(({ by, text }) => `${by} ${text}`)).toEqual([
      'surname 王',
      'address 文三路 1 号院',
      'buyer 豆**a',
    ]);
  });
});

const answer = {
  total: 3,
  certain: 3,
  likely: 0,
  sums: { orders: 6, netMinor: minorOf(34_200), paidMinor: minorOf(35_000), refundMinor: minorOf(800) },
  buyers: 2,
  tierCounts: {},
  noTierCount: 1,
  currencies: ['CNY', 'USD'],
  rows: [],
};

test('the mean of a list is over those who bought, in the one currency it keeps to', () => {
  expect(sumsOf(answer)).toMatchObject({ orders: 6, netMinor: 34_200, average: 17_100, currency: 'CNY' });
  expect(sumsOf({ ...answer, buyers: 0 }).average).toBeNull();
});

describe('what Ctrl+C copies', () => {
  const view = { filter: {}, sort: { by: 'name' as const, descending: false } };
  const columns = ['name', 'rhythm', 'netMinor'] as const;
  const nobody = { count: 0, view };
  const on = { view, picked: nobody, columns, here: 4, column: null, cells: null };

  test('is the block of cells before the selection, and the selection before the row one is on', () => {
    const cells = { from: 7, count: 2, columns: ['netMinor'] };
    const some = { count: 3, view: { ...view, filter: { ids: [1, 2, 3] } } };
    expect(copyAskOf({ ...on, picked: some, cells })).toEqual({ view, ...cells, heads: false });
    expect(copyAskOf({ ...on, picked: some })).toMatchObject({ view: some.view, from: 0, count: 3, heads: true });
    expect(copyAskOf(on)).toMatchObject({ from: 4, count: 1, columns, heads: true });
  });

  test('is one cell alone, without a head, when one is in it', () => {
    expect(copyAskOf({ ...on, column: 'name' })).toMatchObject({ from: 4, count: 1, columns: ['name'], heads: false });
  });

  test('is nothing where there is nothing to write', () => {
    expect(copyAskOf({ ...on, here: -1 })).toBeNull();
    expect(copyAskOf({ ...on, column: 'rhythm' })).toBeNull();
  });
});

describe('a selection', () => {
  test('counts what is named, or all but what is named', () => {
    const some = withChosen(nothingChosen, [1, 2]);
    expect([isChosen(some, 1), isChosen(some, 3), countChosen(some, 9)]).toEqual([true, false, 2]);
    const allButOne = toggled(everythingChosen, 1);
    expect([isChosen(allButOne, 1), isChosen(allButOne, 3), countChosen(allButOne, 9)]).toEqual([false, true, 8]);
    expect(countChosen(withChosen(allButOne, [1]), 9)).toBe(9);
  });
});

describe('the piece of the sheet', () => {
  test('frames the cells behind the fact that was asked about', () => {
    expect(usedCells(source, 'netMinor').map((cell) => cell.letter)).toEqual(['D', 'E']);
    expect(usedCells(source, 'recencyDays').map((cell) => cell.letter)).toEqual(['G']);
  });

  test('keeps the order of the columns and shows where some are left out', () => {
    const places = sheetPlaces(source, 'netMinor').map((place) => (place.kind === 'gap' ? '…' : place.cell.letter));
    expect(places).toEqual(['A', '…', 'D', 'E', '…']);
  });

  test('of several rows a live one comes before one that was taken back', () => {
    const undone = { ...source, live: false, row: 7 };
    expect(tellingFirst([undone, source], null).map((one) => one.row)).toEqual([1284, 7]);
  });
});

test('a municipality is said once', () => {
  expect(regionOf({ province: '北京市', city: '北京市' })).toBe('北京市');
  expect(regionOf({ province: null, city: null })).toBe('');
});

test('a command is found by its words, its pinyin and its English name', () => {
  expect(matches('anse', '换成暗色', '暗色 anse as dark')).toBe(true);
  expect(matches('dark theme', '换成暗色', 'anse dark theme')).toBe(true);
  expect(matches('printer', '去“打印”', 'print paper')).toBe(false);
});
