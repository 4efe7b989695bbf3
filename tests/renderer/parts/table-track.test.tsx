/** A list longer than a browser can be high still goes everywhere, and by small steps. */

import { describe, expect, test } from 'vitest';
import { pagesNeeded } from '../../../src-renderer/link/use-windows.ts';
import { standAfter, standAt, topToShow, trackOf } from '../../../src-renderer/parts/table-track.ts';

const room = 600;

describe('a list the browser can bear', () => {
  const track = trackOf(1000, 32, room, 1);
  test('is scrolled px by px', () => {
    expect(track.length).toBe(32_000);
    expect(standAfter(track, { scrollTop: 0, top: 0 }, 12_345.5).top).toBe(12_345.5);
    expect(standAt(track, 5000)).toEqual({ top: 5000, scrollTop: 5000 });
  });
  test('ends where its last row ends', () => {
    expect(standAt(track, 99_999).top).toBe(32_000 - room);
    expect(standAfter(track, { scrollTop: 0, top: 0 }, 31_400).top).toBe(31_400);
  });
});

describe('a list higher than a browser can bear', () => {
  // 320,000 rows of 62 px on a screen of two device px each: 39.7 million.
  const track = trackOf(320_000, 62, room, 2);
  const [full, way] = [320_000 * 62, track.length - room];

  test('has a track that fits', () => {
    expect(track.full).toBe(full);
    expect(track.length * 2).toBeLessThan(33_554_431);
  });
  test('the wheel still moves it by its own px', () => {
    const before = standAt(track, 10_000_000);
    const after = standAfter(track, before, before.scrollTop + 100);
    expect(after.top).toBe(before.top + 100);
  });
  test('the thumb moves it by shares, to the very ends', () => {
    expect(standAfter(track, { scrollTop: 0, top: 0 }, way / 2).top).toBeCloseTo((full - room) / 2, 3);
    expect(standAfter(track, { scrollTop: way / 2, top: full / 2 }, way).top).toBe(full - room);
    expect(standAfter(track, { scrollTop: way / 2, top: full / 2 }, 0).top).toBe(0);
  });
  test('every row has its place, and the thumb the same one', () => {
    for (const row of [0, 1, 160_000, 319_990]) {
      const stand = standAt(track, row * 62);
      expect(stand.top).toBe(Math.min(row * 62, full - room));
      expect(stand.scrollTop).toBeLessThanOrEqual(way);
    }
  });
});

test('a row near by comes to the edge, one far away to the middle', () => {
  const track = trackOf(10_000, 30, room, 1);
  expect(topToShow(track, 3000, 100, 30)).toBe(3000);
  expect(topToShow(track, 3000, 99, 30)).toBe(2970);
  expect(topToShow(track, 3000, 120, 30)).toBe(3030);
  expect(topToShow(track, 3000, 9000, 30)).toBe(9000 * 30 - (room - 30) / 2);
});

test('what is in view is asked first, then what comes next, whichever way the list goes', () => {
  expect(pagesNeeded({ from: 10, to: 11, way: 1 }, 100)).toEqual([10, 11, 12, 13, 9]);
  expect(pagesNeeded({ from: 10, to: 11, way: -1 }, 100)).toEqual([10, 11, 9, 8, 12]);
  expect(pagesNeeded({ from: 99, to: 99, way: 1 }, 100)).toEqual([99, 98]);
  expect(pagesNeeded({ from: 0, to: 0, way: 1 }, 0)).toEqual([0]);
});
