/** The day sheet on paper: everybody stands on one page, in order, and no page holds more than it has room for. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { laidOf, linesOf, roomOn, sheetPages } from '../../../src-renderer/pages/day-sheet/sheet-lines.ts';
import { papers, type Sheet } from '../../../src-renderer/pages/print/paper.ts';
import type { DaySheetItem } from '../../../src-shared/contract/day-sheets.ts';
import { dayOf } from '../../../src-shared/day.ts';

const on = dayOf('2025-12-01') ?? expect.fail('a day');

const text = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom('茶', 'a', 'W', ' ', '\n', '，', '🍵'), maxLength });
const item = fc.record({ why: text(200), note: text(1000), say: fc.option(text(2000)) }).map(
  ({ why, note, say }): DaySheetItem => ({
    origin: 'hand:1',
    customer: 1,
    day: on,
    why,
    note,
    say,
    channel: 'phone',
    rule: null,
    name: '王予安',
    phone: null,
    nick: null,
    order: null,
    place: null,
  }),
);
const sheet = fc.record({
  paper: fc.constantFrom(papers.A4, papers.Letter),
  points: fc.constantFrom(8, 9, 10, 11, 12),
  marginMm: fc.constantFrom(10, 12, 15),
});

test('law: everybody once, in order; a page holds no more than its room, and no person is higher than a page', () => {
  fc.assert(
    fc.property(fc.array(item, { maxLength: 30 }), sheet, (items, { paper, ...rest }) => {
      const on: Sheet = { ...paper, ...rest };
      const pages = sheetPages(laidOf(items, on), on);
      expect(pages.flat().map(({ at }) => at)).toEqual(items.map((_, at) => at));
      for (const page of pages) {
        const height = page.reduce((sum, { heightMm }) => sum + heightMm, 0);
        expect(height).toBeLessThanOrEqual(roomOn(on) + 1e-6);
      }
      // Only a page that cannot take one more is followed by another.
      for (const [at, page] of pages.entries()) {
        const next = pages[at + 1]?.[0];
        const height = page.reduce((sum, { heightMm }) => sum + heightMm, 0);
        if (next !== undefined) expect(height + next.heightMm).toBeGreaterThan(roomOn(on));
      }
    }),
    { numRuns: 200 },
  );
});

test('lines of a text: none of an empty one, each of its own, longer ones over several', () => {
  expect(linesOf(' \n ', 20)).toBe(0);
  expect(linesOf('茶', 20)).toBe(1);
  expect(linesOf('茶\n\n茶', 20)).toBe(3);
  expect(linesOf('茶'.repeat(37), 20)).toBe(2);
  expect(linesOf('茶'.repeat(38), 20)).toBe(3);
});
