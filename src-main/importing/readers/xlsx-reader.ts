/** Opens a workbook as a table: the sheet whose header is best known, its cells streamed as text. Macros and formulas never run. */

import { Problem } from '../../../src-shared/problem.ts';
import { findHeader, type HeaderFound, headerSearchRows } from './find-header.ts';
import { rowsPerBatch } from './limits.ts';
import type { RawRow, ReadOptions, Table } from './reader.ts';
import { sheetRows } from './sheet-rows.ts';
import { readWorkbook, type Sheet, type Workbook } from './workbook-parts.ts';
import { openZip, type ZipParts } from './zip-parts.ts';

interface SheetFound {
  readonly sheet: Sheet;
  readonly header: HeaderFound;
}

/** So many sheets are looked into; workbooks of one sheet per day exist. */
const SHEETS_LOOKED_AT = 40;

async function headerOfSheet(
  zip: ZipParts,
  sheet: Sheet,
  workbook: Workbook,
  name: string,
): Promise<HeaderFound | null> {
  const rows: RawRow[] = [];
  for await (const batch of sheetRows(zip, sheet.part, workbook, name)) {
    rows.push(...batch.slice(0, headerSearchRows));
    if (rows.length >= headerSearchRows) break;
  }
  return findHeader(rows);
}

/** The first sheet with a header of known words, else the first with any header. Hidden sheets only when there is nothing else. */
async function chooseSheet(zip: ZipParts, workbook: Workbook, name: string, wanted?: string): Promise<SheetFound> {
  const visible = workbook.sheets.filter((sheet) => !sheet.hidden);
  const candidates = (visible.length > 0 ? visible : workbook.sheets).slice(0, SHEETS_LOOKED_AT);
  let first: SheetFound | null = null;
  for (const sheet of wanted === undefined ? candidates : workbook.sheets.filter((one) => one.name === wanted)) {
    const header = await headerOfSheet(zip, sheet, workbook, name);
    if (header === null) continue;
    if (header.knownCells >= 2) return { sheet, header };
    first ??= { sheet, header };
  }
  if (first === null) throw new Problem('file-has-no-header', { name });
  return first;
}

/** As many cells as the header has: a workbook leaves empty ones out, and notes beside the table are no part of it. */
function fitted(row: RawRow, width: number): RawRow {
  if (row.cells.length === width) return row;
  const cells = row.cells.slice(0, width);
  while (cells.length < width) cells.push('');
  return { row: row.row, cells };
}

export async function openXlsx(path: string, name: string, options: ReadOptions): Promise<Table> {
  const cancelled = options.cancelled ?? ((): boolean => false);
  let read = 0;
  const zip = await openZip(path, name);
  let workbook: Workbook;
  let found: SheetFound;
  try {
    workbook = await readWorkbook(zip, name);
    found = await chooseSheet(zip, workbook, name, options.sheet);
  } finally {
    zip.close();
  }
  const { sheet, header } = found;

  async function* rows(): AsyncGenerator<readonly RawRow[]> {
    const again = await openZip(path, name);
    try {
      let batch: RawRow[] = [];
      for await (const piece of sheetRows(again, sheet.part, workbook, name)) {
        if (cancelled()) throw new Problem('import-cancelled', {});
        read = again.bytesRead();
        for (const row of piece) {
          if (row.row > header.row && row.cells.some((cell) => cell.trim() !== '')) {
            batch.push(fitted(row, header.header.length));
          }
        }
        if (batch.length >= rowsPerBatch) {
          yield batch;
          batch = [];
        }
      }
      if (batch.length > 0) yield batch;
    } finally {
      again.close();
    }
  }

  return {
    format: 'xlsx',
    encoding: null,
    delimiter: null,
    sheet: sheet.name,
    otherSheets: workbook.sheets.filter((other) => !other.hidden && other !== sheet).map((other) => other.name),
    headerRow: header.row,
    header: header.header,
    above: header.above,
    rows,
    bytesRead: () => read,
  };
}
