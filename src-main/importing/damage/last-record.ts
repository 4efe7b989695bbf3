/** A file that was cut while it was downloaded or copied: its last record breaks off. Half a cell may look like a whole one, so the row is stopped. */

import type { Database } from 'better-sqlite3';
import { rowProblemLevels } from '../../../src-shared/row-problem.ts';
import { normaliserFor } from '../normalise/normalise-row.ts';
import { brokenOff } from '../normalise/row-shape.ts';
import type { RawRow } from '../readers/reader.ts';
import { hashOfText } from '../readers/row-hash.ts';
import type { Singles } from '../singles/singles.ts';
import { problemInserter } from '../stage-file.ts';
import { filesOfSource, lastRows, problemsOfFile, type StagedFile } from './staged-files.ts';

/** Heads that say nothing stand at the end where every record ends with a comma. */
function widthOf(header: readonly string[]): number {
  let width = header.length;
  while (width > 0 && (header[width - 1] ?? '').trim() === '') width -= 1;
  return width;
}

/** Fewer cells than heads, in a file that else fills its rows: exports that leave empty cells off do so in other rows too. */
function breaksOff(rows: readonly RawRow[], last: RawRow, width: number): boolean {
  if (last.cells.length >= width) return false;
  const others = rows.filter(({ row, cells }) => row !== last.row && cells.some((cell) => cell !== ''));
  return others.length > 0 && others.every(({ cells }) => cells.length >= width);
}

interface End {
  readonly file: StagedFile;
  readonly last: RawRow;
}

/** The last row of the table; its rows may be those of several shops. */
function endOf(ends: readonly { file: StagedFile; rows: readonly RawRow[] }[]): End | null {
  let end: End | null = null;
  for (const { file, rows } of ends) {
    for (const row of rows) if (row.row > (end?.last.row ?? 0)) end = { file, last: row };
  }
  return end;
}

export function noticeLastRecord(stage: Database, singles: Singles, sourceNo: number): void {
  const files = filesOfSource(stage, sourceNo).filter(({ format }) => format === 'csv');
  const ends = files.map((file) => ({ file, rows: lastRows(stage, file.fileNo) }));
  const end = endOf(ends);
  if (end === null) return;
  const { file, last } = end;
  // The reader has seen it end inside of a quoted cell.
  if (problemsOfFile(stage, file.fileNo, ['last-record-cut']).length > 0) return;
  const rows = ends.flatMap((each) => each.rows);
  if (!breaksOff(rows, last, widthOf(file.header))) return;
  const { orderNumber, problems } = normaliserFor(file.header, file.mapping)(last);
  if (problems.some(({ code }) => rowProblemLevels[code] === 'info' && code !== 'phone-virtual')) return;
  stage.prepare('delete from staged_problem where file_no = ? and row_no = ?').run(file.fileNo, last.row);
  const { code, column, found } = brokenOff(last, file.header, last.cells.length - 1);
  problemInserter(stage)(file.fileNo, last.row, code, column, found, orderNumber, 0);
  // A row that stands alone is folded already: what another row says of its number puts it back to the rows, where it is left out.
  if (orderNumber !== null) singles.addOthers(Uint32Array.from(hashOfText(orderNumber)));
}
