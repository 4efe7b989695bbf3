/** Sheets of paper: every row once, on pages that hold them, in columns that fill the room. */

import { describe, expect, test } from 'vitest';
import { heightsOf, type PaperName, pagesOf, rowsPerPage, sheetOf } from '../../../src-renderer/pages/print/paper.ts';
import { columnsOn, emsOf, type PaperTable } from '../../../src-renderer/pages/print/paper-columns.ts';
import { type ListColumn, listColumns } from '../../../src-shared/contract/lists.ts';
import { settingsSchema } from '../../../src-shared/contract/settings.ts';
import { shortPlace } from '../../../src-shared/short-place.ts';

const names = ['A4', 'A5', 'Letter'] as const;
const sheetFor = (printPaper: PaperName, printLandscape: boolean, printPoints: 8 | 9 | 10 | 11 = 9) =>
  sheetOf({ printPaper, printLandscape, printPoints, printMarginMm: 12 });
const sheets = names.flatMap((paper) => [sheetFor(paper, false), sheetFor(paper, true), sheetFor(paper, false, 11)]);

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
      const { rowMm, nameMm, headMm, footMm } = heightsOf(sheet);
      const around = 2 * sheet.marginMm + headMm + footMm;
      expect(around + nameMm + first * rowMm).toBeLessThanOrEqual(sheet.heightMm);
      expect(around + later * rowMm).toBeLessThanOrEqual(sheet.heightMm);
    }
  });

  test('of an empty list are one', () => {
    expect(pagesOf(0, sheetFor('A4', false))).toEqual([{ from: 0, to: 0 }]);
  });
});

describe('columns', () => {
  const cells: Readonly<Partial<Record<ListColumn, string>>> = {
    name: '欧阳春晓的小店',
    tier: '重要保持',
    phone: '138****8012',
    province: '新疆',
    city: '乌鲁木齐',
    lastDay: '2026-11-22',
    orders: '12',
    netMinor: '12,345.60',
    lastItem: '高山云雾绿茶 口粮茶袋装',
  };
  const tableOf = (columns: readonly ListColumn[]): PaperTable => ({
    columns,
    heads: columns.map(() => '最近下单'),
    rows: [columns.map((column) => cells[column] ?? '')],
  });
  const usual = settingsSchema.parse({}).printColumns;

  test('fill the room between the margins exactly, however many are chosen', () => {
    const choices: readonly (readonly ListColumn[])[] = [usual, ['name'], ['tick'], listColumns];
    for (const columns of choices) {
      for (const sheet of sheets) {
        const { widths } = columnsOn(tableOf(columns), sheet);
        const total = widths.reduce((sum, width) => sum + width, 0);
        expect(total).toBeCloseTo(sheet.widthMm - 2 * sheet.marginMm, 6);
      }
    }
  });

  test('leave a hand room to write in on A4, whatever the language', () => {
    const inEnglish: typeof cells = { ...cells, tier: 'Slipping away' };
    const heads = ['Customer', 'Tier', 'City', 'Phone', 'Last order', 'Orders', 'Net', 'Last item', 'Done', 'Result'];
    const english: PaperTable = { columns: usual, heads, rows: [usual.map((column) => inEnglish[column] ?? '')] };
    for (const table of [tableOf(usual), english]) {
      const { widths, places } = columnsOn(table, sheetFor('A4', false));
      const at = places.findIndex((place) => table.columns[place] === 'result');
      expect(widths[at + 1]).toBeGreaterThanOrEqual(19);
    }
  });

  test('are as wide on A4 as what stands in them', () => {
    const table = tableOf(usual);
    const sheet = sheetFor('A4', false);
    const { widths, places } = columnsOn(table, sheet);
    for (const [index, place] of places.entries()) {
      // A product may be cut; it takes what the others leave.
      if (table.columns[place] === 'lastItem') continue;
      const ems = emsOf(table.rows[0]?.[place] ?? '');
      expect(widths[index + 1]).toBeGreaterThanOrEqual((ems * sheet.points * 25.4) / 72);
    }
  });

  test('leave the province off, and say so, before a name or a product is cut', () => {
    const columns: readonly ListColumn[] = ['name', 'province', ...usual.slice(1)];
    const narrow = columnsOn(tableOf(columns), sheetFor('A5', false));
    expect(narrow.dropped[0]).toBe('province');
    expect(narrow.places).not.toContain(1);
    expect(columnsOn(tableOf(columns), sheetFor('A4', true)).dropped).toEqual([]);
  });

  test('say a place as people say it', () => {
    const said = ['浙江省', '新疆维吾尔自治区', '乌鲁木齐市', '市', '上海'].map(shortPlace);
    expect(said).toEqual(['浙江', '新疆', '乌鲁木齐', '市', '上海']);
  });
});
