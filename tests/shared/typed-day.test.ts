/** Days and times as people type them, in whole, in short, in Chinese; what is none is none. */

import { expect, test } from 'vitest';
import { typedDay, typedTime } from '../../src-shared/typed-day.ts';

test.each([
  ['2026-08-20', '2026-08-20'],
  [' 2026/8/20 ', '2026-08-20'],
  ['2026.8.2', '2026-08-02'],
  ['20260820', '2026-08-20'],
  ['2026年8月20日', '2026-08-20'],
  ['2026 年 8 月 2 日', '2026-08-02'],
  ['8-20', '2027-08-20'],
  ['8/2', '2027-08-02'],
  ['12月31日', '2027-12-31'],
  ['2024-02-29', '2024-02-29'],
])('%s is %s', (text, day) => {
  expect(typedDay(text, 2027)).toBe(day);
});

test.each(['', '2026-02-29', '2-29', '2026-13-01', '2026-8', '202608', '20', 'tomorrow', '2026-08-201', '08/20/2026'])(
  '“%s” is no day',
  (text) => {
    expect(typedDay(text, 2027)).toBeNull();
  },
);

test.each([
  ['22:00', '22:00'],
  ['8:30', '08:30'],
  ['8：30', '08:30'],
  ['830', '08:30'],
  ['0830', '08:30'],
  ['8', '08:00'],
  ['8点', '08:00'],
  ['23.59', '23:59'],
])('%s is %s o’clock', (text, time) => {
  expect(typedTime(text)).toBe(time);
});

test.each(['', '24:00', '8:60', '8:3', 'noon', '12345'])('“%s” is no time', (text) => {
  expect(typedTime(text)).toBeNull();
});
