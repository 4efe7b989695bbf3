/** Finds the header among the first records of a table: under banner lines, notices and blank rows. */

import { isKnownHeader } from '../../../src-shared/header-words.ts';
import type { RawRow } from './reader.ts';

/** How many records are looked at. Exports have been seen with a dozen lines of notices. */
export const headerSearchRows = 20;

export interface HeaderFound {
  readonly row: number;
  readonly header: readonly string[];
  /** What stands above it, a text per row: notices, banners. */
  readonly above: readonly string[];
  /** How many cells are words known from order files. */
  readonly knownCells: number;
}

const NUMBER_LIKE = /^[-+()￥¥$€£\d\s.,:/%年月日时分秒]+$/;
const REPLACED = /\ufffd/;

function distinctWords(cells: readonly string[]): number {
  const words = new Set<string>();
  for (const cell of cells) {
    const text = cell.trim();
    // Numbers, dates and long sentences are no headings.
    if (text !== '' && text.length <= 60 && !NUMBER_LIKE.test(text) && !REPLACED.test(text)) words.add(text);
  }
  return words.size;
}

function isBlank(row: RawRow): boolean {
  return row.cells.every((cell) => cell.trim() === '');
}

/** null: there is no row that could be a header. */
export function findHeader(firstRows: readonly RawRow[]): HeaderFound | null {
  let best: (HeaderFound & { readonly score: number }) | null = null;
  let emptyHeader = false;
  for (const [index, row] of firstRows.slice(0, headerSearchRows).entries()) {
    if (isBlank(row)) {
      if (index === 0 && row.cells.length >= 3) emptyHeader = true;
      continue;
    }
    const knownCells = new Set(row.cells.filter(isKnownHeader)).size;
    // Two known words decide; a single one could stand in a banner line.
    const score = (knownCells >= 2 ? knownCells * 100 : 0) + distinctWords(row.cells);
    if (best === null || score > best.score) best = { row: row.row, header: row.cells, above: [], knownCells, score };
  }
  if (best === null) return null;
  // A first line of nothing but separators is a header that lost its words, unless known ones follow: guessing one from the data would lie.
  if (emptyHeader && best.knownCells < 2) return null;
  const { row: headerRow, header, knownCells } = best;
  const above = firstRows
    .filter((row) => row.row < headerRow && !isBlank(row))
    .map(({ cells }) => cells.filter((cell) => cell.trim() !== '').join(' '));
  return { row: headerRow, header, above, knownCells };
}
