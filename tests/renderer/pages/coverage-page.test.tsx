/** The calendar: what a day is, in which shade, where the keyboard goes; and the page over a real host. */

import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { CoveragePage } from '../../../src-renderer/pages/coverage/coverage-page.tsx';
import {
  busiest,
  filesOn,
  shadeOf,
  shortCount,
  yearOf,
  yearsOf,
} from '../../../src-renderer/pages/coverage/year-model.ts';
import type { ShopCoverage } from '../../../src-shared/contract/coverage.ts';
import { hostAtHand } from '../host-at-hand.ts';
import { inPage } from '../in-page.tsx';

const coverage: ShopCoverage = {
  shop: 1,
  name: '小铺',
  from: '2023-12-20',
  to: '2024-03-31',
  files: [
    { batch: 1, file: 'a.csv', from: '2023-12-20', to: '2024-01-31', stated: false },
    { batch: 2, file: 'b.csv', from: '2024-01-30', to: '2024-02-10', stated: false },
    { batch: 3, file: 'c.csv', from: '2024-03-01', to: '2024-03-31', stated: true },
  ],
  quiet: [{ from: '2024-02-11', to: '2024-02-17', reason: 'closed' }],
  gaps: [{ from: '2024-02-18', to: '2024-02-29', days: 12 }],
};

describe('a year', () => {
  const year = yearOf(coverage, 2024, new Map([['2024-01-02', 7]]));
  const of = (day: string) => year.flat().find((one) => one.day === day);

  test('has every day there is, and says what each is', () => {
    expect(year.map((days) => days.length)).toEqual([31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    expect(of('2024-01-02')).toMatchObject({ state: 'imported', orders: 7 });
    expect(of('2024-01-03')).toMatchObject({ state: 'imported', orders: 0 });
    expect(of('2024-02-11')).toMatchObject({ state: 'quiet', reason: 'closed' });
    expect(of('2024-02-18')).toMatchObject({ state: 'missing' });
    expect(of('2024-02-29')).toMatchObject({ state: 'missing' });
    expect(of('2024-04-01')).toMatchObject({ state: 'outside' });
  });

  test('knows the files of a day, also where they overlap, and the years there are', () => {
    expect(filesOn(coverage, '2024-01-31').map(({ file }) => file)).toEqual(['a.csv', 'b.csv']);
    expect(filesOn(coverage, '2024-02-20')).toEqual([]);
    expect(yearsOf(coverage, '2026-01-01')).toEqual([2023, 2024]);
  });

  test('shades by the busy days, a single feast day aside; counts fit their cell', () => {
    expect(busiest([...Array.from({ length: 40 }, () => 12), 900])).toBe(12);
    expect(busiest([0, 0])).toBe(1);
    expect([0, 1, 6, 12, 900].map((orders) => shadeOf(orders, 12))).toEqual([0, 1, 3, 6, 6]);
    expect([0, 999, 1000, 1240, 12_400].map(shortCount)).toEqual(['0', '999', '1k', '1.2k', '12k']);
  });
});

test('the page draws the days of the imported files; arrows walk them, and the line beneath says each', async () => {
  const connection = await hostAtHand();
  inPage(<CoveragePage />, { connection });
  const days = await waitFor(() => {
    const found = document.querySelectorAll<HTMLElement>('.day[data-day]');
    expect(found.length).toBeGreaterThanOrEqual(365);
    return found;
  });
  const imported = [...days].filter((day) => day.classList.contains('imported'));
  expect(imported.length).toBeGreaterThan(0);
  const [first] = imported;
  act(() => first?.focus());
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/周.，/);
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowRight' });
  await waitFor(() => expect(document.activeElement?.getAttribute('data-day')).not.toBe(first?.dataset['day']));
  expect(document.querySelectorAll('.day[tabindex="0"]')).toHaveLength(1);
  expect(screen.getByText(/一份文件管到哪几天/)).toBeTruthy();
});
