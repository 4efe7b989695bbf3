/** What a period is held against. */

import { expect, test } from 'vitest';
import { comparedSpan, monthsApart } from '../../src-shared/compared-span.ts';
import type { Day } from '../../src-shared/day.ts';

const span = (from: string, on: string) => ({ from: from as Day, on: on as Day });

test('a year before: the same days; a day that year lacks is its month’s last', () => {
  expect(comparedSpan(span('2026-06-01', '2026-08-20'), 'year')).toEqual(span('2025-06-01', '2025-08-20'));
  expect(comparedSpan(span('2023-03-01', '2024-02-29'), 'year')).toEqual(span('2022-03-01', '2023-02-28'));
});

test('the period before one of months goes back by as many months, the last up to the same date', () => {
  expect(comparedSpan(span('2026-06-01', '2026-08-20'), 'before')).toEqual(span('2026-03-01', '2026-05-20'));
  expect(comparedSpan(span('2026-03-01', '2026-05-31'), 'before')).toEqual(span('2025-12-01', '2026-02-28'));
  expect(monthsApart(span('2025-09-01', '2026-08-20'), 'before')).toBe(12);
});

test('a period of whole months is held against whole months', () => {
  expect(comparedSpan(span('2026-01-01', '2026-06-30'), 'before')).toEqual(span('2025-07-01', '2025-12-31'));
  expect(comparedSpan(span('2026-02-01', '2026-02-28'), 'before')).toEqual(span('2026-01-01', '2026-01-31'));
  expect(comparedSpan(span('2025-02-01', '2025-02-28'), 'year')).toEqual(span('2024-02-01', '2024-02-29'));
});

test('the period before one of days ends the day before it begins, and is as long', () => {
  expect(comparedSpan(span('2026-08-11', '2026-08-20'), 'before')).toEqual(span('2026-08-01', '2026-08-10'));
});

test('nothing is compared where it is not wanted, or the period has no beginning', () => {
  expect(comparedSpan(span('2026-06-01', '2026-08-20'), 'none')).toBeNull();
  expect(comparedSpan({ from: undefined, on: '2026-08-20' as Day }, 'before')).toBeNull();
});
