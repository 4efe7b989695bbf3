/** The cells of one sheet as rows of text. */

import { Problem } from '../../../src-shared/problem.ts';
import { isoText, numberText, serialText, unescapeText } from './cell-text.ts';
import { maxColumns, maxSheetRow } from './limits.ts';
import type { RawRow } from './reader.ts';
import { type Workbook, xmlProblem } from './workbook-parts.ts';
import { attributeOf, type XmlFault, type XmlHandler, xmlScan } from './xml-scan.ts';
import type { ZipParts } from './zip-parts.ts';

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
  inline: string | null;
}

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

function textOf(cell: OpenCell, workbook: Workbook, damaged: () => Problem): string {
  switch (cell.type) {
    case 's': {
      if (cell.value.trim() === '') return '';
      const text = workbook.sharedTexts[Number(cell.value)];
      if (text === undefined) throw damaged();
      return unescapeText(text);
    }
    case 'inlineStr':
      return unescapeText(cell.inline ?? cell.value);
    case 'str':
      return unescapeText(cell.value);
    case 'b':
      return cell.value.trim() === '' ? '' : Number(cell.value) === 0 ? 'FALSE' : 'TRUE';
    case 'd':
      return isoText(cell.value);
    case 'e':
      return cell.value.trim();
    default:
      if (cell.value.trim() === '') return unescapeText(cell.inline ?? '');
      return workbook.dateStyles[cell.style] === true
        ? serialText(cell.value, workbook.from1904)
        : numberText(cell.value);
  }
}

/** Collects cells into rows. Formulas are never read, only what the sheet last showed. */
function sheetHandler(workbook: Workbook, name: string, onRow: (row: RawRow) => void): XmlHandler {
  let inData = false;
  let row = 0;
  let cells: string[] = [];
  let cell: OpenCell | null = null;
  let nextColumn = 0;
  let reading: 'value' | 'inline' | null = null;
  let phonetic = false;
  const damaged = (): Problem => new Problem('file-is-damaged', { name, where: `第 ${row} 行 (row ${row})` });

  const openRow = (attributes: string): void => {
    const told = attributeOf(attributes, 'r');
    const next = told === null ? row + 1 : Number(told);
    if (!Number.isInteger(next) || next <= row || next > maxSheetRow) throw damaged();
    row = next;
    cells = [];
    nextColumn = 0;
  };
  const openCell = (attributes: string): void => {
    const column = columnOf(attributeOf(attributes, 'r') ?? '') ?? nextColumn;
    const style = Number(attributeOf(attributes, 's') ?? 0);
    cell = { column, type: attributeOf(attributes, 't') ?? 'n', style, value: '', inline: null };
    nextColumn = column + 1;
  };
  const closeCell = (): void => {
    if (cell === null) return;
    // Half a character, as escapes can write it, could not be kept: the ledger would never say the same twice.
    const text = textOf(cell, workbook, damaged).toWellFormed();
    const { column } = cell;
    cell = null;
    if (text === '') return;
    if (column >= maxColumns) throw new Problem('file-has-too-many-columns', { name, limit: maxColumns });
    while (cells.length < column) cells.push('');
    cells[column] = text;
  };

  return {
    open: (element, attributes) => {
      if (element === 'sheetData') inData = true;
      if (!inData) return;
      if (element === 'c') openCell(attributes);
      else if (element === 'row') openRow(attributes);
      else if (element === 'v') reading = 'value';
      else if (element === 't') reading = 'inline';
      else if (element === 'rPh') phonetic = true;
    },
    text: (text) => {
      if (reading === null || cell === null || phonetic) return;
      if (reading === 'value') cell.value += text;
      else cell.inline = (cell.inline ?? '') + text;
    },
    close: (element) => {
      if (!inData) return;
      if (element === 'v' || element === 't') reading = null;
      else if (element === 'c') closeCell();
      else if (element === 'rPh') phonetic = false;
      else if (element === 'row') onRow({ row, cells });
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
  for await (const text of zip.texts(part)) {
    check(scan.write(text));
    if (ready.length === 0) continue;
    yield ready;
    ready = [];
  }
  check(scan.end());
}
