/** Correcting cells and laying out the report: the pure parts, and the form over a served row. */

import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { columnNamed } from '../../../src-renderer/pages/import/named-column.ts';
import { headRowsOn, reportPages } from '../../../src-renderer/pages/import/report-pages.ts';
import { RowEditor } from '../../../src-renderer/pages/import/row-editor.tsx';
import { withFixes } from '../../../src-renderer/pages/import/use-fixes.ts';
import { rowsPerPage, sheetOf } from '../../../src-renderer/pages/print/paper.ts';
import type { ReportProblem } from '../../../src-shared/contract/imports.ts';
import { inPage, servedBy } from '../in-page.tsx';

test('the newest word for a cell stands, and null takes it back', () => {
  const known = [
    { row: 3, column: 1, typed: 'a' },
    { row: 9, column: 0, typed: 'b' },
  ];
  expect(
    withFixes(
      known,
      3,
      new Map([
        [1, 'c'],
        [0, 'd'],
      ]),
    ),
  ).toEqual([
    { row: 3, column: 0, typed: 'd' },
    { row: 3, column: 1, typed: 'c' },
    { row: 9, column: 0, typed: 'b' },
  ]);
  expect(withFixes(known, 9, new Map([[0, null]]))).toEqual([{ row: 3, column: 1, typed: 'a' }]);
});

test('a column is found without the blanks around its head', () => {
  expect(columnNamed(['订单编号', '收货地址 '], '收货地址')).toBe(1);
  expect(columnNamed(['订单编号'], null)).toBe(-1);
});

test('no kind stands alone at the foot of a page, and one that goes on says so', () => {
  const sheet = sheetOf({ printPaper: 'A4', printLandscape: false, printMarginMm: 12, printPoints: 9 });
  const problems: ReportProblem[] = Array.from({ length: 120 }, (_, at) => ({
    code: at < 60 ? 'amount-unreadable' : 'text-garbled',
    file: 'a.csv',
    line: at + 2,
    column: '实付',
    found: '?',
  }));
  const pages = reportPages({ problems, problemCounts: { 'amount-unreadable': 60, 'text-garbled': 60 } }, sheet);
  const { first, later } = rowsPerPage(sheet);
  for (const [at, lines] of pages.entries()) {
    expect(lines[0]?.kind).toBe('head');
    expect(lines.at(-1)?.kind).toBe('place');
    const height = lines.reduce((sum, { kind }) => sum + (kind === 'head' ? headRowsOn(sheet) : 1), 0);
    expect(height).toBeLessThanOrEqual(at === 0 ? first : later);
  }
  expect(pages.flat().filter(({ kind }) => kind === 'place')).toHaveLength(120);
  expect(pages[1]?.[0]).toMatchObject({ kind: 'head', goesOn: true });
});

test('a row is corrected cell by cell; only what was changed is said', async () => {
  const { connection } = servedBy({
    'imports.rows': async () => ({
      header: ['订单编号', '实付'],
      mapping: {
        profile: 'own',
        granularity: 'order',
        columns: { orderNumber: [0], paid: [1] },
        dateOrder: 'ymd',
        assumePaid: true,
        currency: 'CNY',
      },
      total: 1,
      rows: [
        {
          row: 2,
          cells: ['1.2E+18', '一百'],
          problems: [],
          fixes: [{ column: 1, typed: '100.00', earlier: false }],
        },
      ],
    }),
  });
  const onFix = vi.fn<(cells: ReadonlyMap<number, string | null>) => void>();
  const place = { check: 'c', batch: 0, file: 0, row: 2, column: 0 };
  inPage(<RowEditor place={place} onClose={() => undefined} onFix={onFix} />, { connection });
  const number = await screen.findByLabelText('订单编号应该是');
  fireEvent.change(number, { target: { value: '1200000000000000017' } });
  fireEvent.change(screen.getByLabelText('实付应该是'), { target: { value: '一百' } });
  fireEvent.click(screen.getByRole('button', { name: '改好，重新试算' }));
  expect(onFix).toHaveBeenCalledWith(
    new Map<number, string | null>([
      [0, '1200000000000000017'],
      [1, null],
    ]),
  );
});
