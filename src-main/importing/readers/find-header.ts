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

const isFilled = (cell: string | undefined): boolean => (cell ?? '').trim() !== '';

/** Does the word of this column stand above others too: in several columns, or before ones that are left empty, as merged cells are? */
function spans(upper: readonly string[], column: number): boolean {
  const word = upper[column]?.trim() ?? '';
  if (word === '') return upper.slice(0, column).some(isFilled);
  return [upper[column - 1]?.trim(), upper[column + 1]?.trim()].includes(word) || !isFilled(upper[column + 1] ?? 'x');
}

/**
 * A header of two lines: words above several columns, beneath them what each of these is, beneath all other words nothing. null: `lower` is
 * no such line.
 */
function joinedLines(upper: readonly string[], lower: readonly string[]): readonly string[] | null {
  const beneath = lower.flatMap((cell, column) => (isFilled(cell) ? [column] : []));
  const isHeading = beneath.length >= 2 && distinctWords(lower) === beneath.length;
  if (!isHeading || !beneath.every((column) => spans(upper, column))) return null;
  // Each of the others has its word above, or the line beneath is a header of its own.
  const others = upper.flatMap((cell, column) => (isFilled(cell) && !isFilled(lower[column]) ? [cell] : []));
  if (new Set(others.filter(isKnownHeader)).size === 0) return null;
  let group = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => {
    if (isFilled(upper[column])) group = upper[column]?.trim() ?? '';
    const word = lower[column]?.trim() ?? '';
    if (word === '') return upper[column] ?? '';
    return isKnownHeader(`${group}${word}`) ? `${group}${word}` : word;
  });
}

/** The line that was found, with the one beneath or above it where the two are one header. */
function wholeHeader(found: RawRow, firstRows: readonly RawRow[]): RawRow {
  const at = firstRows.indexOf(found);
  const [above, beneath] = [firstRows[at - 1], firstRows[at + 1]];
  const down = beneath === undefined ? null : joinedLines(found.cells, beneath.cells);
  if (beneath !== undefined && down !== null) return { row: beneath.row, cells: [...down] };
  const up = above === undefined ? null : joinedLines(above.cells, found.cells);
  return up === null ? found : { row: found.row, cells: [...up] };
}

/** null: there is no row that could be a header. */
export function findHeader(firstRows: readonly RawRow[]): HeaderFound | null {
  let best: { readonly found: RawRow; readonly knownCells: number; readonly score: number } | null = null;
  let emptyHeader = false;
  for (const [index, row] of firstRows.slice(0, headerSearchRows).entries()) {
    if (isBlank(row)) {
      if (index === 0 && row.cells.length >= 3) emptyHeader = true;
      continue;
    }
    const knownCells = new Set(row.cells.filter(isKnownHeader)).size;
    // Two known words decide; a single one could stand in a banner line.
    const score = (knownCells >= 2 ? knownCells * 100 : 0) + distinctWords(row.cells);
    if (best === null || score > best.score) best = { found: row, knownCells, score };
  }
  if (best === null) return null;
  // A first line of nothing but separators is a header that lost its words, unless known ones follow: guessing one from the data would lie.
  if (emptyHeader && best.knownCells < 2) return null;
  const { found, knownCells } = best;
  const { row: headerRow, cells: header } = wholeHeader(found, firstRows);
  const above = firstRows
    .filter((row) => row.row < found.row && !isBlank(row))
    .map(({ cells }) => cells.filter((cell) => cell.trim() !== '').join(' '));
  return { row: headerRow, header, above, knownCells };
}
