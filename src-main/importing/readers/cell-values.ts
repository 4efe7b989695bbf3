/** What a cell says, as the owner sees it: read from its elements, or from bytes that were seen at once. */

import type { Problem } from '../../../src-shared/problem.ts';
import { isoText, numberText, serialText, wholeText } from './cell-text.ts';
import type { SeenCell } from './see-cell.ts';
import type { Workbook } from './workbook-parts.ts';
import { decodeXml } from './xml-text.ts';

/** A cell whose elements are being read. */
export interface OpenCell {
  /** 0-based; null when the cell does not say. */
  readonly column: number | null;
  readonly type: string;
  readonly style: number;
  value: string;
  /** Its runs of text, escapes already undone in each. */
  inline: string | null;
}

function numberCellText(value: string, style: number, workbook: Workbook): string {
  if (value.trim() === '') return '';
  return workbook.dateStyles[style] === true ? serialText(value, workbook.from1904) : numberText(value);
}

/** `damaged` is thrown where a shared text is missing. */
export function textOf(cell: OpenCell, workbook: Workbook, damaged: () => Problem): string {
  const isEmpty = cell.value.trim() === '';
  switch (cell.type) {
    case 's': {
      if (isEmpty) return '';
      const text = workbook.sharedTexts.at(Number(cell.value));
      if (text === undefined) throw damaged();
      return text;
    }
    case 'inlineStr':
      return cell.inline ?? wholeText(cell.value);
    case 'str':
      return wholeText(cell.value);
    case 'b':
      return isEmpty ? '' : Number(cell.value) === 0 ? 'FALSE' : 'TRUE';
    case 'd':
      return isoText(cell.value);
    case 'e':
      return cell.value.trim();
    default:
      return isEmpty ? (cell.inline ?? '') : numberCellText(cell.value, cell.style, workbook);
  }
}

/** Strings this short are copies when they are cut; a longer one would keep what it was cut from. */
const LONGEST_COPY = 12;

/** Texts of cells seen in bytes. */
export function seenTexts(workbook: Workbook): {
  arrived(bytes: Buffer, end: number): void;
  /** null: not to be told here. */
  textOf(cell: SeenCell): string | null;
} {
  let bytes: Buffer = Buffer.alloc(0);
  let end = 0;
  let letters: string | null = null;

  const ascii = (from: number, to: number): string => {
    if (to - from > LONGEST_COPY) return bytes.toString('latin1', from, to);
    letters ??= bytes.toString('latin1', 0, end);
    return letters.slice(from, to);
  };
  return {
    arrived: (arrived, arrivedEnd) => {
      bytes = arrived;
      end = arrivedEnd;
      letters = null;
    },
    textOf: (cell) => {
      const { from, to, type } = cell;
      if (from === to) return '';
      if (type === 'shared') return workbook.sharedTexts.at(cell.index) ?? null;
      if (type === 'number') {
        if (!cell.isAscii || cell.isCoded) return null;
        return cell.isPlain && workbook.dateStyles[cell.style] !== true
          ? ascii(from, to)
          : numberCellText(ascii(from, to), cell.style, workbook);
      }
      if (cell.isCoded) return wholeText(decodeXml(bytes.toString('utf8', from, to)));
      return cell.isAscii ? ascii(from, to) : bytes.toString('utf8', from, to);
    },
  };
}
