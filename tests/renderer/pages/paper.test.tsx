/** Sheets of paper: every row once, on pages that hold them, in columns that fill the room. */

import { describe, expect, test } from 'vitest';
import {
  columnWidths,
  footMm,
  headMm,
  marginMm,
  nameMm,
  pagesOf,
  papers,
  rowMm,
  rowsPerPage,
  sheetOf,
} from '../../../src-renderer/pages/print/paper.ts';
import { listColumns } from '../../../src-shared/contract/lists.ts';
import { settingsSchema } from '../../../src-shared/contract/settings.ts';

const names = ['A4', 'A5', 'Letter'] as const;
const sheets = names.flatMap((paper) => [sheetOf(paper, false), sheetOf(paper, true)]);

describe('pages', () => {
  test.each([0, 1, 33, 34, 453, 5000])('hold each of %i rows once, in order', (rows) => {
    for (const sheet of sheets) {
      const pages = pagesOf(rows, sheet);
      expect(pages[0]?.from).toBe(0);
      expect(pages.at(-1)?.to).toBe(rows);
      for (const [index, page] of pages.slice(1).entries()) expect(page.from).toBe(pages[index]?.to);
    }
  });

  test('are never fuller than the paper is high', () => {
    for (const sheet of sheets) {
      const { first, later } = rowsPerPage(sheet);
      const around = 2 * marginMm + headMm + footMm;
      expect(around + nameMm + first * rowMm).toBeLessThanOrEqual(sheet.heightMm);
      expect(around + later * rowMm).toBeLessThanOrEqual(sheet.heightMm);
    }
  });

  test('of an empty list are one', () => {
    expect(pagesOf(0, papers.A4)).toEqual([{ from: 0, to: 0 }]);
  });
});

describe('columns', () => {
  test('fill the room between the margins exactly, however many are chosen', () => {
    const choices = [settingsSchema.parse({}).printColumns, ['name'], ['tick'], listColumns] as const;
    for (const columns of choices) {
      for (const sheet of sheets) {
        for (const language of ['zh-CN', 'en'] as const) {
          const total = columnWidths(columns, sheet, language).reduce((sum, width) => sum + width, 0);
          expect(total).toBeCloseTo(sheet.widthMm - 2 * marginMm, 6);
        }
      }
    }
  });

  test('keep dates and money whole on A4 as long as words can give way', () => {
    const columns = settingsSchema.parse({}).printColumns;
    const widths = columnWidths(columns, papers.A4, 'en');
    expect(widths[1 + columns.indexOf('lastDay')]).toBeGreaterThanOrEqual(19.5);
    expect(widths[1 + columns.indexOf('netMinor')]).toBeGreaterThanOrEqual(17.5);
  });
});
