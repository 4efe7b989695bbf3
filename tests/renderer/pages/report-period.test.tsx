/** The days of a report, and a last month that is not over: its column is drawn as one that still grows. */

import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ColumnChart } from '../../../src-renderer/pages/reports/column-chart.tsx';
import { spanOf, unfinishedMonth } from '../../../src-renderer/pages/reports/period.ts';
import { dayOf } from '../../../src-shared/day.ts';
import { inPage } from '../in-page.tsx';

test('twelve months are whole ones, the last of them up to the day', () => {
  const on = dayOf('2026-09-19');
  if (on === null) throw new Error('no day');
  expect(spanOf('m12', on)).toEqual({ from: '2025-10-01', on });
  expect(spanOf('all', on)).toEqual({ from: undefined, on });
});

test('a month is not over until its last day, and no longer than the order files go', () => {
  expect(unfinishedMonth({ on: '2026-09-19', coveredTo: '2026-09-30' })).toEqual({
    month: '2026-09',
    until: '2026-09-19',
  });
  expect(unfinishedMonth({ on: '2026-09-19', coveredTo: '2026-08-11' })).toEqual({
    month: '2026-08',
    until: '2026-08-11',
  });
  expect(unfinishedMonth({ on: '2026-09-30', coveredTo: null })).toBeNull();
  expect(unfinishedMonth({ on: '2026-09-19', coveredTo: '2026-02-28' })).toBeNull();
});

function chart(unfinished: { name: string; note: string } | null) {
  return inPage(
    <ColumnChart
      label="净额"
      names={['2026-08', '2026-09']}
      values={[[200], [70]]}
      parts={['每月净额']}
      format={String}
      unfinished={unfinished}
    />,
  );
}

test('the column of that month says so, the others do not', () => {
  const { container } = chart({ name: '2026-09', note: '到 19 日为止' });
  expect([...container.querySelectorAll('g.growing title')].map((one) => one.textContent)).toEqual([
    '2026-09 每月净额 70 到 19 日为止',
  ]);
  expect(screen.getByText('到 19 日为止', { selector: 'figcaption span' })).toBeTruthy();
});

test('a month that is not in the chart is not spoken of', () => {
  const { container } = chart({ name: '2026-10', note: '到 3 日为止' });
  expect(container.querySelector('.growing')).toBeNull();
});
