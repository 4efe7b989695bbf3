/** What exceljs reads in other people's workbooks, and in any workbook it writes itself, is what we read. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberText } from '../../../src-main/importing/readers/cell-text.ts';
import { sheetRows } from '../../../src-main/importing/readers/sheet-rows.ts';
import { readWorkbook } from '../../../src-main/importing/readers/workbook-parts.ts';
import { openZip } from '../../../src-main/importing/readers/zip-parts.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { sharedFile, whySkipped } from '../../support/shared-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** 'sheet row,column' → text; 1-based. Empty cells are left out. */
type Cells = Map<string, string>;

async function ourCells(path: string): Promise<Cells> {
  const zip = await openZip(path, path);
  const cells: Cells = new Map();
  try {
    const workbook = await readWorkbook(zip, path);
    for (const sheet of workbook.sheets) {
      for await (const batch of sheetRows(zip, sheet.part, workbook, path)) {
        for (const { row, cells: texts } of batch) {
          texts.forEach((text, at) => {
            if (text !== '') cells.set(`${sheet.name} ${row},${at + 1}`, text);
          });
        }
      }
    }
  } finally {
    zip.close();
  }
  return cells;
}

function dateText(date: Date): string {
  const text = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
  return `${text.slice(0, 10)} ${text.slice(11, 19)}`;
}

/** null: exceljs does not say; it drops results that are 0, false or an empty text. */
function oracleText(value: ExcelJS.CellValue | undefined): string | null {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(String(value));
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof Date) return dateText(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('error' in value) return value.error;
  if ('hyperlink' in value) return oracleText(value.text);
  if ('formula' in value || 'sharedFormula' in value)
    return value.result === undefined ? null : oracleText(value.result);
  return null;
}

async function oracleCells(path: string): Promise<Map<string, string | null>> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const cells = new Map<string, string | null>();
  for (const sheet of book.worksheets) {
    sheet.eachRow((row, number) => {
      row.eachCell((cell, column) => {
        // exceljs repeats the first cell of merged ones in all of them.
        const text = cell.isMerged && cell.master !== cell ? '' : oracleText(cell.value);
        if (text !== '') cells.set(`${sheet.name} ${number},${column}`, text);
      });
    });
  }
  return cells;
}

/** exceljs leaves the carriage returns of some texts coded, and drops those of others. */
function withoutReturns(text: string | undefined): string | undefined {
  return text?.replaceAll('_x000D_', '').replaceAll('\r', '');
}

function differences(ours: Cells, oracle: ReadonlyMap<string, string | null>): string[] {
  return [...new Set([...ours.keys(), ...oracle.keys()])]
    .filter(
      (at) => oracle.get(at) !== null && withoutReturns(ours.get(at)) !== withoutReturns(oracle.get(at) ?? undefined),
    )
    .map((at) => `${at}: ${ours.get(at)}, not ${oracle.get(at)}`);
}

interface CorpusFile {
  readonly file: string;
  readonly kind: string;
}

const index = sharedFile('badinputs/index.json');
const note = index === null ? ` (${whySkipped('badinputs/index.json')})` : '';

/** exceljs never comes back from these. */
const endless: ReadonlySet<string> = new Set(['test-issue-1842.xlsx', 'merge-everything.xlsx', 'merge-100k.xlsx']);

/** Where exceljs is wrong, or cannot tell. */
const otherwise: Readonly<Record<string, string>> = {
  'date_1904.xlsx': 'exceljs takes the days for those of 1900',
  'date_iso.xlsx': 'exceljs reads the year as a day number',
  'empty_shared_string.xlsx': 'exceljs gives an object without a text',
  'issue221.xlsm': 'exceljs finds no sheets',
  'issue_530.xlsx': 'the same',
  'minimal_package.xlsx': 'the same',
  'nonstandard-xml-ns-prefix.xlsx': 'the same',
  'wtf_path.xlsx': 'the same',
  'issues.xlsx': 'exceljs drops false as a result',
  'pivots.xlsx': 'exceljs makes a day of an error',
  'LONumbers.xlsx': 'exceljs does not know formats in capitals',
  'LONumbers-2010.xlsx': 'exceljs counts the days before March 1900 differently, and has days before 1900',
  'number_format.xlsm': 'the same',
};

describe('a workbook', () => {
  it.skipIf(index === null)(
    `of other people has the cells that exceljs reads in it${note}`,
    async () => {
      // A file of known shape.
      const { files } = JSON.parse(readFileSync(index ?? '', 'utf8')) as { files: CorpusFile[] };
      const differ: string[] = [];
      let [books, compared] = [0, 0];
      for (const { file, kind } of files) {
        const name = file.replace(/^.*\//, '');
        if (kind !== 'xlsx' || endless.has(name) || otherwise[name] !== undefined) continue;
        const path = sharedFile(join('badinputs', file)) ?? file;
        const ours = await ourCells(path).catch((error: unknown) => {
          if (error instanceof Problem) return null;
          throw error;
        });
        const oracle = ours === null ? null : await oracleCells(path).catch(() => null);
        if (ours === null || oracle === null) continue;
        books += 1;
        compared += ours.size;
        differ.push(...differences(ours, oracle).map((difference) => `${name} ${difference}`));
      }
      expect(differ).toEqual([]);
      expect(books).toBeGreaterThan(60);
      expect(compared).toBeGreaterThan(5000);
    },
    120_000,
  );

  const letters = fc.string({
    unit: fc.constantFrom('a', '7', ' ', '\n', '&', '<', '"', '_', 'x', '茶', 'é', '😀', '\t'),
    maxLength: 30,
  });
  const value: fc.Arbitrary<ExcelJS.CellValue> = fc.oneof(
    letters,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }),
    fc.boolean(),
    fc.date({ min: new Date('1900-03-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((date) => {
      // To the second: finer than that we do not show.
      return new Date(Math.floor(date.getTime() / 1000) * 1000);
    }),
    fc
      .tuple(letters, letters)
      .map(([first, second]) => ({ richText: [{ text: first }, { font: { bold: true }, text: second }] })),
    fc.constant(null),
  );

  async function write(rows: readonly ExcelJS.CellValue[][], streamed: boolean): Promise<string> {
    const path = join(temporaryFolder(), 'orders.xlsx');
    if (streamed) {
      const useSharedStrings = rows.length % 2 === 0;
      const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useStyles: true, useSharedStrings });
      const sheet = book.addWorksheet('订单');
      for (const row of rows) sheet.addRow(row).commit();
      await book.commit();
    } else {
      const book = new ExcelJS.Workbook();
      book.addWorksheet('订单').addRows([...rows]);
      await book.xlsx.writeFile(path);
    }
    return path;
  }

  it('that exceljs writes has the cells that exceljs reads in it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(value, { maxLength: 6 }), { maxLength: 6 }),
        fc.boolean(),
        async (rows, streamed) => {
          const path = await write(rows, streamed);
          expect(differences(await ourCells(path), await oracleCells(path))).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});
