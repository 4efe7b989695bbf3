/** What a planned follow-up meets with: the same day, and more contacts than the owner's rule allows. */

import { expect, test } from 'vitest';
import { type Day, dayOf } from '../../src-shared/day.ts';
import { overlapOf } from '../../src-shared/overlap.ts';

const day = (text: string): Day => dayOf(text) ?? expect.fail(text);
const rule = { mostContacts: 2, mostContactsDays: 30 };
const others = (...days: string[]) => days.map((text) => ({ day: day(text) }));

test('the same day overlaps, and is one contact', () => {
  const planned = others('2026-05-10', '2026-05-10');
  expect(overlapOf(day('2026-05-10'), planned, rule)).toEqual({ same: planned, near: [] });
  expect(overlapOf(day('2026-05-11'), [], rule)).toEqual({ same: [], near: [] });
});

test('a third within the days of the rule is told, with the others in the order of their days', () => {
  const planned = others('2026-05-28', '2026-05-01', '2026-07-30');
  expect(overlapOf(day('2026-05-10'), planned, rule).near.map((one) => one.day)).toEqual(['2026-05-01', '2026-05-28']);
  // Thirty days away the first is far enough.
  expect(overlapOf(day('2026-05-31'), planned, rule).near).toEqual([]);
  expect(overlapOf(day('2026-05-10'), others('2026-05-01'), rule).near).toEqual([]);
});
