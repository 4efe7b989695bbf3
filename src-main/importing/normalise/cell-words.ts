/** A row's cells as clean words, by column and by field. Part of `row-cells`. */

import type { MappableField, Mapping } from '../../../src-shared/contract/imports.ts';
import type { RawRow } from '../readers/reader.ts';
import { ODD, SUSPECT } from './cell-signs.ts';
import { cleanCell } from './clean-cell.ts';

export interface Cell {
  readonly text: string;
  readonly column: string | null;
  /** As the file has it. */
  readonly raw: string;
}

export const EMPTY: Cell = { text: '', column: null, raw: '' };

const NO_ROW: RawRow = { row: 0, cells: [] };
const ALL_SIGNS = ODD | SUSPECT;

export interface CellWords {
  /** `signs`: bits of the row's cells (`cell-signs`), where they are known; they are looked at until the next row begins. */
  begin(row: RawRow, signs: Uint8Array | null): void;
  /** Number of the row that is read. */
  rowNumber(): number;
  /** null: the cell says nothing. */
  readonly cellAt: (column: number) => Cell | null;
  /** The first filled cell of the field's columns. */
  readonly cell: (field: MappableField) => Cell;
  /** The text of `cell` alone: where it stands matters only when something is wrong with it. */
  readonly wordsOf: (field: MappableField) => string;
  /** Has what `wordsOf` found last a sign that may be what is left of a letter? */
  mayBeGarbled(): boolean;
}

/** Of the rows of one file, one at a time. */
export function cellWords(header: readonly string[], { columns: columnsOf }: Mapping): CellWords {
  const names = header.map((name) => name.trim());
  let raw = NO_ROW;
  let signs: Uint8Array | null = null;
  let mayBeGarbled = true;

  const wordsAt = (column: number): string => {
    const words = raw.cells[column] ?? '';
    return signs === null ? cleanCell(words) : cleanCell(words, ((signs[column] ?? ALL_SIGNS) & ODD) !== 0);
  };

  const cellAt = (column: number): Cell | null => {
    const words = wordsAt(column);
    return words === '' ? null : { text: words, column: names[column] ?? '', raw: raw.cells[column] ?? '' };
  };

  const cell = (field: MappableField): Cell => {
    const columns = columnsOf[field];
    if (columns === undefined) return EMPTY;
    for (const column of columns) {
      const found = cellAt(column);
      if (found !== null) return found;
    }
    return EMPTY;
  };

  const wordsOf = (field: MappableField): string => {
    const columns = columnsOf[field];
    if (columns === undefined) return '';
    for (const column of columns) {
      const words = wordsAt(column);
      if (words !== '') {
        mayBeGarbled = signs === null || ((signs[column] ?? ALL_SIGNS) & SUSPECT) !== 0;
        return words;
      }
    }
    return '';
  };

  const begin = (row: RawRow, known: Uint8Array | null): void => {
    raw = row;
    signs = known;
  };
  return { begin, rowNumber: () => raw.row, cellAt, cell, wordsOf, mayBeGarbled: () => mayBeGarbled };
}
