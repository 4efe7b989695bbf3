/** The cells of one sheet as rows of text. */

import { Problem } from '../../../src-shared/problem.ts';
import { unescapeText } from './cell-text.ts';
import { type OpenCell, seenTexts, textOf } from './cell-values.ts';
import { maxColumns, maxSheetRow } from './limits.ts';
import type { RawRow } from './reader.ts';
import { newSeenCell, seeCell, seeRow, seeRowEnd } from './see-cell.ts';
import { type Workbook, xmlProblem } from './workbook-parts.ts';
import { type XmlFault, type XmlHandler, type XmlPath, xmlScan } from './xml-scan.ts';
import type { ZipParts } from './zip-parts.ts';

/** 'BC12' → 54 (0-based); null when there are no letters. */
function columnOf(reference: string): number | null {
  let column = 0;
  let at = 0;
  for (; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return at === 0 || at > 3 ? null : column - 1;
}

function numberOf(text: string | null): number | null {
  return text === null ? null : Number(text);
}

interface RowMaker {
  /** `told`: its number, as the sheet says it; null for the next one. */
  open(told: number | null): void;
  isOpen(): boolean;
  /** `column` is 0-based; null for the next one. Texts that are empty leave their cell out. */
  put(column: number | null, text: string): void;
  close(): void;
  readonly damaged: () => Problem;
}

function rowMaker(name: string, onRow: (row: RawRow) => void): RowMaker {
  let row = 0;
  let isOpen = false;
  let nextColumn = 0;
  // The cells of the open row, and how many they are. The row gets a copy of just that length.
  const cells: string[] = [];
  let width = 0;
  const damaged = (): Problem => new Problem('file-is-damaged', { name, where: `第 ${row} 行 (row ${row})` });
  return {
    open: (told) => {
      const next = told ?? row + 1;
      if (!Number.isInteger(next) || next <= row || next > maxSheetRow) throw damaged();
      row = next;
      isOpen = true;
      nextColumn = 0;
      width = 0;
    },
    isOpen: () => isOpen,
    put: (told, text) => {
      const column = told ?? nextColumn;
      nextColumn = column + 1;
      if (text === '') return;
      if (column >= maxColumns) throw new Problem('file-has-too-many-columns', { name, limit: maxColumns });
      while (width < column) cells[width++] = '';
      cells[column] = text;
      if (column === width) width++;
    },
    close: () => {
      isOpen = false;
      onRow({ row, cells: cells.slice(0, width) });
    },
    damaged,
  };
}

/** Collects cells into rows. Formulas are never read, only what the sheet last showed. */
export function sheetHandler(workbook: Workbook, name: string, onRow: (row: RawRow) => void): XmlHandler {
  const row = rowMaker(name, onRow);
  const seen = newSeenCell();
  const texts = seenTexts(workbook);
  let bytes: Buffer = Buffer.alloc(0);
  let inData = false;
  let cell: OpenCell | null = null;
  let reading: 'value' | 'inline' | null = null;
  let run = '';
  let phonetic = false;

  /** A cell, or the beginning or the end of a row. */
  const takeOne = (at: number, path: XmlPath): boolean => {
    if (!row.isOpen()) {
      if (!seeRow(bytes, at, seen) || !path.enter('row')) return false;
      row.open(seen.index < 0 ? null : seen.index);
    } else if (seeCell(bytes, at, seen)) {
      const text = texts.textOf(seen);
      if (text === null) return false;
      row.put(seen.column < 0 ? null : seen.column, text);
    } else {
      if (!seeRowEnd(bytes, at, seen) || !path.leave('row')) return false;
      row.close();
    }
    return true;
  };

  return {
    arrived: (arrived, end) => {
      bytes = arrived;
      texts.arrived(arrived, end);
    },
    take: (at, path) => {
      let next = at;
      if (inData && cell === null) while (takeOne(next, path)) next = seen.end;
      return next === at ? 0 : next;
    },
    open: (element, here) => {
      if (element === 'sheetData') inData = true;
      if (!inData) return;
      if (element === 'c') {
        cell = {
          column: columnOf(here.attribute('r') ?? ''),
          type: here.attribute('t') ?? 'n',
          style: Number(here.attribute('s') ?? 0),
          value: '',
          inline: null,
        };
      } else if (element === 'row') row.open(numberOf(here.attribute('r')));
      else if (element === 'v') reading = 'value';
      else if (element === 't') {
        reading = 'inline';
        run = '';
      } else if (element === 'rPh') phonetic = true;
    },
    text: (here) => {
      if (reading === null || cell === null || phonetic) return;
      if (reading === 'value') cell.value += here.text();
      else run += here.text();
    },
    close: (element) => {
      if (!inData) return;
      if (element === 't' && cell !== null) cell.inline = (cell.inline ?? '') + unescapeText(run);
      if (element === 'v' || element === 't') reading = null;
      else if (element === 'c') {
        if (cell !== null) row.put(cell.column, textOf(cell, workbook, row.damaged).toWellFormed());
        cell = null;
      } else if (element === 'rPh') phonetic = false;
      else if (element === 'row') row.close();
      else if (element === 'sheetData') inData = false;
    },
  };
}

/** Rows in the order of the sheet, empty ones without cells. Read to the end, the part's checksum is checked. */
export async function* sheetRows(
  zip: ZipParts,
  part: string,
  workbook: Workbook,
  name: string,
): AsyncGenerator<readonly RawRow[]> {
  let ready: RawRow[] = [];
  const scan = xmlScan(sheetHandler(workbook, name, (row) => ready.push(row)));
  const check = (fault: XmlFault | null): void => {
    if (fault !== null) throw xmlProblem(fault, name, part);
  };
  for await (const piece of zip.pieces(part)) {
    check(scan.write(piece));
    if (ready.length === 0) continue;
    yield ready;
    ready = [];
  }
  check(scan.end());
}
