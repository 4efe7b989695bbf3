/** One piece of a file → its rows read, folded and laid on pages. Runs in a reading thread, or at once for small files. */

import { type RowProblem, rowProblemLevels } from '../../../src-shared/row-problem.ts';
import { fixerOf } from '../damage/fix-rows.ts';
import { type Normaliser, normaliserFor } from '../normalise/normalise-row.ts';
import { csvRecords, isEmptyRow } from '../readers/csv-records.ts';
import { decoderFor } from '../readers/detect-encoding.ts';
import { lastRecord } from '../readers/last-record.ts';
import { maxColumns } from '../readers/limits.ts';
import type { RawRow } from '../readers/reader.ts';
import { HASH_BYTES, hashOfRow, hashOfText } from '../row-hash.ts';
import { packBlock, packBytes } from '../source-blocks.ts';
import { standsAlone } from './fold-alone.ts';
import { foldBook } from './fold-book.ts';
import type { LooseRow, Manner, PieceAnswer, PieceAsk, PieceFault, PlacedProblem, Segment } from './piece.ts';
import { type Run, runBook } from './run-book.ts';

const isStopped = ({ code }: RowProblem): boolean => rowProblemLevels[code] === 'stopped';

type Pack = (run: Run, isWhole: boolean) => Uint8Array;

function readRows(
  rows: readonly RawRow[],
  manner: Manner,
  normalise: Normaliser,
  ask: Pick<PieceAsk, 'firstRow' | 'firstFold' | 'firstSegment'>,
  pack: Pack,
): PieceAnswer {
  const { marketplace, mapping, shopChosen } = manner;
  const book = foldBook(marketplace, rows.length, ask.firstSegment);
  const { runs, place } = runBook(shopChosen);
  const problems: PlacedProblem[] = [];
  const loose: LooseRow[] = [];
  const others: number[] = [];
  const hashed = new Uint8Array(HASH_BYTES);
  const fix = fixerOf(manner.fixes);
  for (const [index, raw] of rows.entries()) {
    const fixed = fix(raw);
    const row = normalise(fixed);
    const segment = place(raw, row);
    const stopped = row.problems.some(isStopped);
    for (const problem of row.problems) {
      // Only what stops an order names it here: see `leaveOut`.
      problems.push({ ...problem, segment, orderNumber: isStopped(problem) ? row.orderNumber : null });
    }
    if (stopped && row.orderNumber !== null) others.push(...hashOfText(row.orderNumber));
    const { statement } = row;
    if (statement === null || stopped) continue;
    const hash = hashOfRow(fixed.cells, hashed);
    const alone = mapping.granularity === 'order' && standsAlone(statement);
    if (alone && book.add(ask.firstFold + index, segment, statement, hash)) continue;
    others.push(...hashOfText(statement.orderNumber));
    loose.push({ segment, row: raw.row, orderNumber: statement.orderNumber, hash: hash.slice() });
  }
  const segments = runs.map((run): Segment => {
    const [first] = run.rows;
    const block = pack(run, runs.length === 1);
    return { named: run.named, firstRow: first?.row ?? ask.firstRow, rows: run.rows.length, block };
  });
  const otherHashes = Uint32Array.from(others);
  return { segments, problems, loose, otherHashes, folds: book.folds(), rows: rows.length, emptyEnd: [] };
}

/** Rows in an answer of their own: of a workbook, or empty ones in the middle of a file. */
export function rowReader(
  manner: Manner,
): (rows: readonly RawRow[], firstFold: number, firstSegment: number) => PieceAnswer {
  const normalise = normaliserFor(manner.header, manner.mapping, manner.latest);
  return (rows, firstFold, firstSegment) => {
    const ask = { firstRow: rows[0]?.row ?? 1, firstFold, firstSegment };
    return readRows(rows, manner, normalise, ask, (run) => packBlock(run.rows));
  };
}

function recordsIn(text: string, { delimiter, header }: Manner, firstRow: number): RawRow[] | PieceFault {
  const rows: RawRow[] = [];
  const before = firstRow - 1;
  const reader = csvRecords(delimiter, maxColumns, (record, cells) => rows.push({ row: before + record, cells }));
  const fault = reader.write(text) ?? reader.end();
  if (fault === null) return rows;
  if (fault.kind === 'too-many-columns') return { kind: fault.kind };
  const last = fault.kind === 'quote-open' ? lastRecord(fault, delimiter, header.length) : null;
  if (last === null) return { kind: 'damaged', row: before + fault.record };
  rows.push({ ...last, row: before + last.row });
  return rows;
}

/** Prepares the reading of one file's pieces; what comes back is pure. */
export function pieceReader(manner: Manner): (ask: PieceAsk) => PieceAnswer | PieceFault {
  const normalise = normaliserFor(manner.header, manner.mapping, manner.latest);
  const { delimiter, encoding, strict } = manner;
  const decoder = decoderFor(encoding, { fatal: strict, ignoreBOM: true });
  return (ask) => {
    let text: string;
    try {
      text = decoder.decode(ask.bytes);
    } catch {
      // Only a strict decoder throws, and only for bytes that are no text of its encoding.
      return { kind: 'other-encoding' };
    }
    const rows = recordsIn(text, manner, ask.firstRow);
    if (!Array.isArray(rows)) return rows;
    if (rows.length !== ask.records)
      throw new Error(`a piece of ${ask.records} records was read as ${rows.length} records`);
    const emptyEnd: RawRow[] = [];
    for (let raw = rows.at(-1); raw !== undefined && isEmptyRow(raw); raw = rows.at(-1)) {
      if (raw.endsIn !== undefined) break;
      emptyEnd.unshift(raw);
      rows.pop();
    }
    const isBytes = emptyEnd.length === 0 && rows.at(-1)?.endsIn === undefined;
    const pack: Pack = (run, isWhole) =>
      isWhole && isBytes ? packBytes(encoding, delimiter, ask.firstRow, ask.bytes) : packBlock(run.rows);
    return { ...readRows(rows, manner, normalise, ask, pack), emptyEnd };
  };
}
