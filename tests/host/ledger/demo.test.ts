/** The demo shop's files: the same for the same seed, like a real shop's, and in the marketplace's own form. */

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { demoOrders, writeDemoFiles } from '../../../src-main/demo/demo-shop.ts';
import { hashFile } from '../../../src-main/ledger/backup-disk.ts';
import { addDays, type Day } from '../../../src-shared/day.ts';
import { isWallTime } from '../../../src-shared/wall-time.ts';
import { tempFolder } from './temp-folder.ts';

const today = addDays('2026-03-04' as Day, 1); // the brand of a day known to be one
const orders = demoOrders({ today, seed: 7 });

function ordersPerPerson(): readonly number[] {
  return [...Map.groupBy(orders, (order) => order.person).values()].map((own) => own.length);
}

test('the same seed and day make the same files, another seed makes others', () => {
  const read = (seed: number): string[] =>
    writeDemoFiles(tempFolder(), { today, seed }).map((path) => `${basename(path)} ${hashFile(path)}`);
  expect(read(7)).toEqual(read(7));
  expect(read(8)).not.toEqual(read(7));
});

test('about 3,600 buyers make about 9,000 orders in two years up to today', () => {
  expect(ordersPerPerson()).toHaveLength(3600);
  expect(orders.length).toBeGreaterThan(8000);
  expect(orders.length).toBeLessThan(10_000);
  expect(orders.every((order) => order.day >= addDays(today, -730) && order.day <= today)).toBe(true);
  expect(orders.at(-1)?.day).toBe(today);
  expect(new Set(orders.map((order) => order.number)).size).toBe(orders.length);
});

test('most buyers come once, and a long tail of regulars keeps coming', () => {
  const counts = ordersPerPerson();
  const share = (of: (count: number) => boolean): number => counts.filter(of).length / counts.length;
  expect(share((count) => count === 1)).toBeGreaterThan(0.5);
  expect(share((count) => count >= 5)).toBeGreaterThan(0.08);
  expect(Math.max(...counts)).toBeGreaterThan(15);
});

test('sale days are the busiest days', () => {
  const perDay = new Map([...Map.groupBy(orders, (order) => order.day)].map(([day, own]) => [String(day), own.length]));
  const typical = orders.length / 731;
  for (const day of ['2024-06-18', '2024-11-11', '2025-06-18', '2025-11-11']) {
    expect(perDay.get(day) ?? 0).toBeGreaterThan(3 * typical);
  }
});

test('every way an order can stand is there, and its moments are real and in order', () => {
  expect(new Set(orders.map((order) => order.ending)).size).toBe(6);
  expect(orders.some((order) => order.ending === 'completed' && order.lines.some((line) => line.refundMinor > 0))).toBe(
    true,
  );
  for (const order of orders) {
    const moments = [order.orderedAt, order.paidAt, order.shippedAt, order.completedAt].filter((text) => text !== '');
    expect(moments.every(isWallTime)).toBe(true);
    expect(moments).toEqual(moments.toSorted());
    expect(
      order.lines.every((line) => line.dueMinor > 0 && line.refundMinor >= 0 && line.refundMinor <= line.dueMinor),
    ).toBe(true);
  }
});

test('all names can be told apart by the marketplace, and two rare characters are among them', () => {
  const names = orders.map((order) => order.receiver.name).join('');
  expect(names).toContain('䶮');
  expect(names).toContain('犇');
  expect(new Set(orders.map((order) => order.person.nick)).size).toBe(3600);
});

test('the files are the marketplace’s, with a row of sums and one ruined number, in two encodings', () => {
  const paths = writeDemoFiles(tempFolder(), { today, seed: 7 });
  const texts = paths.map((path) => {
    const bytes = readFileSync(path);
    const encoding = bytes[0] === 0xef ? 'utf-8' : 'gb18030';
    return { encoding, text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  });
  expect(texts.map((file) => file.encoding)).toEqual([...Array<string>(8).fill('gb18030'), 'utf-8', 'utf-8']);
  const lines = texts.map((file) => file.text.trimEnd().split('\r\n'));
  const columns = lines.map(([header = '']) => header.split(',').length);
  expect(columns).toEqual([71, 18, 71, 18, 71, 18, 71, 18, 71, 18]);
  expect(lines[0]?.at(-1)).toMatch(/^"合计",/);
  expect(lines.flat().filter((line) => line.includes('E+18'))).toHaveLength(1);
  const lists = lines.filter((_, index) => index % 2 === 0);
  expect(lists.reduce((sum, list) => sum + list.length - 1, 0)).toBe(orders.length + 1);
});
