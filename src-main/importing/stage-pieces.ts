/**
 * Puts one chosen file into the stage, piece by piece: threads read the pieces, here they are put in order. What says the same of a file
 * as `stage-file` does, where each of its rows stands for itself. Between the reader and `stage-batches`.
 */

import type { Database } from 'better-sqlite3';
import type { Mapping } from '../../src-shared/contract/imports.ts';
import { Problem } from '../../src-shared/problem.ts';
import { type Progress, stopIfCancelled } from './progress.ts';
import { cutFile, isCuttable } from './readers/cut-records.ts';
import { maxColumns } from './readers/limits.ts';
import type { RawRow, Table } from './readers/reader.ts';
import { readingOf } from './recognise.ts';
import { giveBack, isAlone } from './singles/give-back.ts';
import type { Manner, PieceAnswer, PieceFault } from './singles/piece.ts';
import { rowReader } from './singles/read-piece.ts';
import { readingCrew } from './singles/reading-crew.ts';
import type { RowFile } from './singles/row-file.ts';
import type { Singles } from './singles/singles.ts';
import { problemInserter, rowInserter } from './stage-file.ts';
import { type Group, groupBook, inserter, joinUnnamed, type StagedSource } from './stage-groups.ts';

/** A file whose beginning was of one encoding, and whose end is not: it must be looked at whole. */
export class OtherEncoding extends Error {}

export interface PiecesPlace {
  readonly connection: Database;
  readonly singles: Singles;
  readonly side: RowFile;
}

export interface PiecesSource extends StagedSource {
  readonly path: string;
  /** The encoding was only guessed from the file's beginning. */
  readonly strict: boolean;
}

function problemOf(fault: PieceFault, name: string): Error {
  if (fault.kind === 'other-encoding') return new OtherEncoding(name);
  if (fault.kind === 'too-many-columns') return new Problem('file-has-too-many-columns', { name, limit: maxColumns });
  return new Problem('file-is-damaged', { name, where: `第 ${fault.row} 行 (row ${fault.row})` });
}

/** Takes answers in the order of the file. */
function answerBook({ connection, singles, side }: PiecesPlace, source: PiecesSource, table: Table) {
  const book = groupBook(connection, source, table);
  const insertRow = rowInserter(connection);
  const insertProblem = problemInserter(connection);
  const insertSegment = inserter(connection, 'staged_segment', ['segment_no', 'file_no', 'folds']);
  let rows = 0;

  function take(answer: PieceAnswer, firstSegment: number): void {
    const { segments, problems, loose, folds } = answer;
    const counts = new Uint32Array(segments.length);
    for (const segment of folds.segments) counts[segment] = (counts[segment] ?? 0) + 1;
    const groups = segments.map(({ named, firstRow, rows: count, block }, index): Group => {
      const placed = named === null ? { shopName: null, currency: source.mapping.currency } : named;
      const group = book.groupOf({
        ...placed,
        orderNumber: named === null ? null : '',
        further: false,
        isPlaced: true,
      });
      insertSegment(firstSegment + index, group.fileNo, counts[index] ?? 0);
      book.addBlock(group, firstRow, count, block);
      if (isAlone(block)) giveBack(block);
      return group;
    });
    for (const { segment, row, code, column, found, orderNumber } of problems)
      insertProblem(groups[segment]?.fileNo ?? 0, row, code, column, found, orderNumber, 0);
    for (const { segment, row, orderNumber, hash } of loose)
      insertRow(groups[segment]?.fileNo ?? 0, row, orderNumber, hash, 0);
    side.append('staged_fold', folds.pages);
    singles.add(folds, firstSegment);
    giveBack(folds.texts.bytes);
    singles.addOthers(answer.otherHashes);
    rows += answer.rows;
  }

  return {
    take,
    finish(): number {
      book.finish();
      joinUnnamed(connection, source.sourceNo);
      return rows;
    },
  };
}

function mannerOf(source: PiecesSource, table: Table): Manner {
  const { mapping, marketplace, shopChosen, strict, latest, fixes } = source;
  const { header, delimiter, encoding } = table;
  const text = { delimiter: delimiter ?? ',', encoding: encoding ?? 'utf-8' };
  return { header, mapping, marketplace, shopChosen, strict, latest, fixes, ...text };
}

/** Can every row of the file be read by itself? Where only an order's first row has its fields, it cannot. */
export function standsInPieces(mapping: Mapping): boolean {
  return mapping.firstRow === undefined;
}

/** Is it cut at its bytes? A row that takes something from the row above comes from the reader, which keeps it. */
export function isCut(mapping: Mapping, { encoding, delimiter }: Pick<Table, 'encoding' | 'delimiter'>): boolean {
  return readingOf(mapping).repeatDown === undefined && isCuttable(encoding, delimiter);
}

interface Asked {
  readonly answer: Promise<PieceAnswer | PieceFault>;
  readonly firstFold: number;
}

/** A text file, cut into pieces that are read in threads. Answers its rows and the hash of all its bytes. */
async function stageText(
  place: PiecesPlace,
  source: PiecesSource,
  table: Table,
  progress: Progress,
  report: (bytes: number) => void,
): Promise<{ rows: number; sha256: string }> {
  const manner = mannerOf(source, table);
  const file = cutFile(source.path, source.name, manner.delimiter, table.headerRow);
  const book = answerBook(place, source, table);
  const crew = readingCrew(manner, source.bytes);
  const readRows = rowReader(manner);
  const asked: Asked[] = [];
  let empties: RawRow[] = [];
  async function takeFirst(): Promise<void> {
    const first = asked.shift();
    const answer = await first?.answer;
    if (first === undefined || answer === undefined) return;
    if (!('segments' in answer)) throw problemOf(answer, source.name);
    // Empty rows are rows only where others follow.
    if (empties.length > 0 && answer.rows > 0) {
      const firstEmpty = place.singles.reserve(empties.length);
      book.take(readRows(empties, firstEmpty, firstEmpty), firstEmpty);
      empties = [];
    }
    book.take(answer, first.firstFold);
    empties.push(...answer.emptyEnd);
    report(file.bytesRead());
    stopIfCancelled(progress);
  }
  try {
    for await (const { bytes, firstRow, records } of file.pieces()) {
      const firstFold = place.singles.reserve(records);
      asked.push({ answer: crew.read({ bytes, firstRow, records, firstFold, firstSegment: firstFold }), firstFold });
      while (asked.length > crew.room) await takeFirst();
    }
    while (asked.length > 0) await takeFirst();
  } finally {
    // Answers nobody waits for any more.
    for (const { answer } of asked) answer.catch(() => undefined);
    await crew.close();
  }
  return { rows: book.finish(), sha256: file.sha256() };
}

/** A workbook, or a text that cannot be cut: its rows come from the reader. */
async function stageRows(
  place: PiecesPlace,
  source: PiecesSource,
  table: Table,
  progress: Progress,
  report: (bytes: number) => void,
): Promise<{ rows: number; sha256: null }> {
  const book = answerBook(place, source, table);
  const readRows = rowReader(mannerOf(source, table));
  for await (const batch of table.rows()) {
    const first = place.singles.reserve(batch.length);
    book.take(readRows(batch, first, first), first);
    report(table.bytesRead());
    stopIfCancelled(progress);
  }
  return { rows: book.finish(), sha256: null };
}

/** Reads the whole file. `sha256` is null where its bytes were not read on the way. Throws OtherEncoding, see there. */
export function stagePieces(
  place: PiecesPlace,
  source: PiecesSource,
  table: Table,
  progress: Progress,
  report: (bytes: number) => void,
): Promise<{ readonly rows: number; readonly sha256: string | null }> {
  const cuts = table.format === 'csv' && isCut(source.mapping, table);
  return (cuts ? stageText : stageRows)(place, source, table, progress, report);
}
