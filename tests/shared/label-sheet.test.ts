/** Sheets of labels: where each lies, from which one on, and a printer that is a little off. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  a4,
  correctionOf,
  drawn,
  isOnSheet,
  type LabelGrid,
  labelGrids,
  labelsOn,
  placeOf,
  sheetsOf,
} from '../../src-shared/label-sheet.ts';
import { fitOf, LINE_HEIGHT, linesOf, NAME_SIZE, piecesOf, SMALLEST_POINTS } from '../../src-shared/label-text.ts';

const anyGrid: fc.Arbitrary<LabelGrid> = fc.record({
  columns: fc.integer({ min: 1, max: 5 }),
  rows: fc.integer({ min: 1, max: 12 }),
  widthMm: fc.integer({ min: 100, max: 400 }).map((tenths) => tenths / 10),
  heightMm: fc.integer({ min: 50, max: 250 }).map((tenths) => tenths / 10),
  leftMm: fc.integer({ min: 0, max: 20 }),
  topMm: fc.integer({ min: 0, max: 20 }),
  gapXMm: fc.integer({ min: 0, max: 5 }),
  gapYMm: fc.integer({ min: 0, max: 5 }),
});

describe('where labels lie', () => {
  test.each(Object.entries(labelGrids))(
    'the %s labels of a common sheet are so many, and all lie on A4',
    (name, grid) => {
      expect(labelsOn(grid)).toBe(Number(name));
      expect(isOnSheet(grid, a4)).toBe(true);
      const last = placeOf(grid, labelsOn(grid) - 1);
      expect(last.xMm + grid.widthMm).toBeLessThanOrEqual(a4.widthMm + 0.01);
      expect(last.yMm + grid.heightMm).toBeLessThanOrEqual(a4.heightMm + 0.01);
    },
  );

  test('a sheet that sticks out by a millimetre does not pass', () => {
    expect(isOnSheet({ ...labelGrids['24'], leftMm: 1 }, a4)).toBe(false);
    expect(isOnSheet({ ...labelGrids['24'], heightMm: 37.1 }, a4)).toBe(false);
  });

  test('no two labels of any grid share a place', () => {
    fc.assert(
      fc.property(anyGrid, (grid) => {
        const places = Array.from({ length: labelsOn(grid) }, (_, label) => placeOf(grid, label));
        for (const [at, one] of places.entries())
          for (const other of places.slice(at + 1)) {
            const apart =
              Math.abs(one.xMm - other.xMm) >= grid.widthMm - 1e-9 ||
              Math.abs(one.yMm - other.yMm) >= grid.heightMm - 1e-9;
            expect(apart).toBe(true);
          }
      }),
      { numRuns: 50 },
    );
  });
});

test('everybody stands on one label, in order, from the first free one on', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300 }), anyGrid, fc.integer({ min: 1, max: 80 }), (entries, grid, start) => {
      const most = labelsOn(grid);
      const first = Math.min(start, most);
      const sheets = sheetsOf(entries, grid, start);
      const places = sheets.flatMap((sheet, at) =>
        sheet.map(({ label, entry }) => ({ place: at * most + label, entry })),
      );
      expect(places).toEqual(Array.from({ length: entries }, (_, entry) => ({ place: entry + first - 1, entry })));
      expect(sheets).toHaveLength(entries === 0 ? 0 : Math.ceil((entries + first - 1) / most));
    }),
  );
});

test('what a printer that was measured is given comes out where it should', () => {
  const anyPrinter = fc.record({
    longerX: fc.double({ min: 0.95, max: 1.05, noNaN: true }),
    longerY: fc.double({ min: 0.95, max: 1.05, noNaN: true }),
    offX: fc.double({ min: -8, max: 8, noNaN: true }),
    offY: fc.double({ min: -8, max: 8, noNaN: true }),
  });
  fc.assert(
    fc.property(anyPrinter, fc.double({ min: 0, max: 210, noNaN: true }), ({ longerX, longerY, offX, offY }, at) => {
      const { scaleX, scaleY, moveXMm, moveYMm } = correctionOf({
        acrossMm: drawn.acrossMm * longerX,
        downMm: drawn.downMm * longerY,
        crossXMm: drawn.crossXMm * longerX + offX,
        crossYMm: drawn.crossYMm * longerY + offY,
      });
      expect(longerX * (scaleX * at + moveXMm) + offX).toBeCloseTo(at, 6);
      expect(longerY * (scaleY * at + moveYMm) + offY).toBeCloseTo(at, 6);
    }),
  );
});

test('a printer that is not off is left alone', () => {
  expect(correctionOf(drawn)).toEqual({ scaleX: 1, scaleY: 1, moveXMm: -0, moveYMm: -0 });
});

describe('letters that fit', () => {
  const address = '浙江省 杭州市 余杭区 五常街道文一西路 969 号 2 幢 1504 室';

  test('a short address stands in the letters that were chosen, a long one in smaller ones, never in too small ones', () => {
    const room = { widthMm: 60, heightMm: 30 };
    expect(fitOf({ head: '王予安  138 0013 8001', address }, room, 10)).toEqual({ points: 10, isCut: false });
    const long = fitOf({ head: '王予安', address: address.repeat(4) }, room, 12);
    expect(long.isCut).toBe(false);
    expect(long.points).toBeLessThan(12);
    expect(fitOf({ head: '王予安', address: address.repeat(40) }, room, 12)).toEqual({
      points: SMALLEST_POINTS,
      isCut: true,
    });
  });

  test('a number is not parted, unless no line has room for it', () => {
    // Five squares: 文一路 takes three, 969 takes 1.8 and 1504 takes 2.4.
    expect(linesOf('文一路969', 5)).toBe(1);
    expect(linesOf('文一路1504', 5)).toBe(2);
    expect(linesOf('1234567890123', 5)).toBe(2);
    expect(linesOf('', 5)).toBe(0);
  });

  test('a house and its door stay in one line', () => {
    expect(piecesOf('余杭区 文一路969号3号楼2单元1202室')).toEqual([
      { text: '余杭区 文一路', isWhole: false },
      { text: '969号3号楼2单元1202室', isWhole: true },
    ]);
    expect(linesOf('文一路3号楼1202', 7.5)).toBe(2);
    expect(linesOf('文一路3号楼1202', 8)).toBe(1);
    expect(piecesOf('')).toEqual([]);
  });

  test('what fits is no higher than the room', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('浙', '江', '1', 'a', ' ', '号'), maxLength: 200 }),
        fc.integer({ min: 20, max: 100 }),
        fc.integer({ min: 10, max: 70 }),
        (text, widthMm, heightMm) => {
          const { points, isCut } = fitOf({ head: '王予安', address: text }, { widthMm, heightMm }, 12);
          const em = (points * 25.4) / 72;
          const high = linesOf('王予安', widthMm / (em * NAME_SIZE)) * NAME_SIZE + linesOf(text, widthMm / em);
          expect(high * em * LINE_HEIGHT <= heightMm).toBe(!isCut);
        },
      ),
    );
  });
});
