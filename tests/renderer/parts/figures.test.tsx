/** Money, days and tiers as people read them. */

import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { DayText } from '../../../src-renderer/parts/day-text.tsx';
import { MoneyText } from '../../../src-renderer/parts/money-text.tsx';
import { TierBadge } from '../../../src-renderer/parts/tier-badge.tsx';
import { minorOf } from '../../../src-shared/money.ts';
import { tiers } from '../../../src-shared/rfm.ts';
import { inPage } from '../in-page.tsx';

test('an amount is grouped and its decimals are fainter', () => {
  const { container } = inPage(<MoneyText amount={minorOf(341_000)} />);
  expect(container.textContent).toBe('3,410.00');
  expect(container.querySelector('.fen')?.textContent).toBe('.00');
});

test('a negative amount has its own sign and is red, never colour alone', () => {
  const { container } = inPage(<MoneyText amount={minorOf(-8900)} />);
  expect(container.textContent).toBe('\u221289.00');
  expect(container.querySelector('.neg')).not.toBeNull();
});

test('an unknown amount is a dash with its reason, never 0', () => {
  inPage(<MoneyText amount={null} />);
  expect(screen.getByTitle('文件里没写，所以不知道').textContent).toBe('—');
});

test('a currency without decimals shows none', () => {
  const { container } = inPage(<MoneyText amount={minorOf(1200)} currency="JPY" />);
  expect(container.textContent).toBe('1,200');
});

test('a day in a list is short and keeps the whole day for hover and machines', () => {
  inPage(<DayText day="2026-08-16 21:25:00" withTime />);
  const day = screen.getByText('26-08-16 21:25');
  expect(day.getAttribute('datetime')).toBe('2026-08-16 21:25:00');
});

test.each(tiers)('tier %s is said in words too, and its bars stand for R, F and M', (tier) => {
  const { container } = inPage(<TierBadge tier={tier} />);
  const tall = [...container.querySelectorAll('rect')].map((bar) => bar.getAttribute('height') === '12');
  expect(tall).toEqual([tier[0] === 'R', tier[1] === 'F', tier[2] === 'M']);
  expect(container.textContent).toMatch(/^(重要|一般)(价值|发展|保持|挽留)，[近远][勤疏][多少]$/);
});
