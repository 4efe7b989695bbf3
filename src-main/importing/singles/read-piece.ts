/** One piece of a file → its rows read, folded and laid on pages. Runs in a reading thread, or at once for small files. */

import { type RowProblem, rowProblemLevels } from '../../../src-shared/row-problem.ts';
import { fixerOf } from '../damage/fix-rows.ts';
import { cellSigns } from '../normalise/cell-signs.ts';
import { type Normaliser, normaliserFor } from '../normalise/normalise-row.ts';
import { csvRecords, isEmptyRow, type RecordsFault, type Seen } from '../readers/csv-records.ts';
import { decoderFor } from '../readers/detect-encoding.ts';
import { lastRecord } from '../readers/last-record.ts';
import { maxColumns } from '../readers/limits.ts';
import type { RawRow } from '../readers/reader.ts';
import { finishedHash, HASH_BYTES, hashOfRow, hashOfText } from '../readers/row-hash.ts';
import { packBlock, packBytes } from '../source-blocks.ts';
import { standsAlone } from './fold-alone.ts';
import { type FoldRoom, foldBook, foldRoom } from './fold-book.ts';
import type { LooseRow, Manner, PieceAnswer, PieceAsk, PieceFault, PlacedProblem, Segment } from './piece.ts';
import { type Run, runBook } from './run-book.ts';

const isStopped = ({ code }: RowProblem): boolean => rowProblemLevels[code] === 'stopped';

/** The raw rows of a run as the ledger keeps them. */
type Pack = (run: Run, isWhole: boolean) => Uint8Array;

interface PieceBook {
  /** The next row, and what was seen of it. Nothing of it is kept but what it says: the rows of a piece do not wait for each other. */
  readonly take: (raw: RawRow, seen?: Seen) => void;
  readonly answer: (pack: Pack) => Omit<PieceAnswer, 'emptyEnd'>;
}

/** `most`: rows it may be given. */
function pieceBook(
  { marketplace, mapping, shopChosen, fixes }: Manner,
  normalise: Normaliser,
  room: FoldRoom,
  most: number,
  { firstFold, firstSegment }: Pick<PieceAsk, 'firstFold' | 'firstSegment'>,
): PieceBook {
  const book = foldBook(room, marketplace, most, firstSegment);
  const { runs, place } = runBook(shopChosen);
  const problems: PlacedProblem[] = [];
  const loose: LooseRow[] = [];
  const others: number[] = [];
  const hashed = new Uint8Array(HASH_BYTES);
  const fix = fixerOf(fixes);
  let rows = 0;

  function take(raw: RawRow, seenRaw?: Seen): void {
    const fold = firstFold + rows;
    rows += 1;
    const fixed = fix(raw);
    const seen = fixed === raw ? seenRaw : undefined;
    const row = normalise(fixed, undefined, seen?.signs);
    const segment = place(raw.row, row);
    const stopped = row.problems.some(isStopped);
    for (const problem of row.problems) {
      // Only what stops an order names it here: see `leaveOut`.
      problems.push({ ...problem, segment, orderNumber: isStopped(problem) ? row.orderNumber : null });
    }
    if (stopped && row.orderNumber !== null) others.push(...hashOfText(row.orderNumber));
    const { statement } = row;
    if (statement === null || stopped) return;
    const hash =
      seen === undefined ? hashOfRow(fixed.cells, hashed) : finishedHash(seen.hash[0] ?? 0, seen.hash[1] ?? 0, hashed);
    const alone = mapping.granularity === 'order' && standsAlone(statement);
    if (alone && book.add(fold, segment, statement, hash)) return;
    others.push(...hashOfText(statement.orderNumber));
    loose.push({ segment, row: raw.row, orderNumber: statement.orderNumber, hash: hash.slice() });
  }

  return {
    take,
    answer(pack) {
      const segments = runs.map((run): Segment => {
        const { named, firstRow, rows: own } = run;
        return { named, firstRow, rows: own.length, block: pack(run, runs.length === 1) };
      });
      return { segments, problems, loose, otherHashes: Uint32Array.from(others), folds: book.folds(), rows };
    },
  };
}

const rowsIn = (rows: readonly RawRow[], run: Run): readonly RawRow[] => run.rows.flatMap((at) => rows[at] ?? []);

/** Rows in an answer of their own: of a workbook, or empty ones in the middle of a file. */
export function rowReader(
  manner: Manner,
): (rows: readonly RawRow[], firstFold: number, firstSegment: number) => PieceAnswer {
  const normalise = normaliserFor(manner.header, manner.mapping, manner.latest);
  const room = foldRoom();
  return (rows, firstFold, firstSegment) => {
    const book = pieceBook(manner, normalise, room, rows.length, { firstFold, firstSegment });
    for (const raw of rows) book.take(raw);
    return { ...book.answer((run) => packBlock(rowsIn(rows, run))), emptyEnd: [] };
  };
}

/**
 * So many bytes are decoded at once. Their text has room among the young objects, whose pages are used over and over; a longer one would be
 * given fresh pages by the system each time, and they cost more than the decoding.
 */
const DECODED_BYTES = 32 * 1024;

/** The text of a piece in parts, in order; null where a strict decoder finds bytes that are no text of its encoding. */
function* textsOf(bytes: Uint8Array, { encoding, strict }: Manner): Generator<string | null> {
  const decoder = decoderFor(encoding, { fatal: strict, ignoreBOM: true });
  for (let at = 0; at < bytes.length; at += DECODED_BYTES) {
    const end = Math.min(at + DECODED_BYTES, bytes.length);
    let text: string | null = null;
    try {
      text = decoder.decode(bytes.subarray(at, end), { stream: end < bytes.length });
    } catch {
      // Only a strict decoder throws, and only for such bytes.
    }
    yield text;
    if (text === null) return;
  }
}

/** Gives the records of a piece one after the other. */
function eachRecord(
  bytes: Uint8Array,
  manner: Manner,
  firstRow: number,
  onRow: (raw: RawRow, seen?: Seen) => void,
): PieceFault | null {
  const before = firstRow - 1;
  const onRecord = (record: number, cells: string[], seen: Seen): void => onRow({ row: before + record, cells }, seen);
  // A piece has an end: whoever cut it has seen to its cells.
  const reader = csvRecords(manner.delimiter, maxColumns, onRecord, cellSigns, bytes.length);
  let fault: RecordsFault | null = null;
  for (const text of textsOf(bytes, manner)) {
    // Bytes that are no text of the encoding say more than a fault before them, which may come of reading it as another.
    if (text === null) return { kind: 'other-encoding' };
    fault ??= reader.write(text);
  }
  fault ??= reader.end();
  if (fault === null) return null;
  if (fault.kind === 'too-many-columns') return { kind: fault.kind };
  const last = fault.kind === 'quote-open' ? lastRecord(fault, manner.delimiter, manner.header.length) : null;
  if (last === null) return { kind: 'damaged', row: before + fault.record };
  onRow({ ...last, row: before + last.row });
  return null;
}

/** Prepares the reading of one file's pieces; what comes back is pure. */
export function pieceReader(manner: Manner): (ask: PieceAsk) => PieceAnswer | PieceFault {
  const normalise = normaliserFor(manner.header, manner.mapping, manner.latest);
  const { delimiter, encoding } = manner;
  const room = foldRoom();
  return (ask) => {
    const book = pieceBook(manner, normalise, room, ask.records, ask);
    // Empty rows wait for one that is not.
    let emptyEnd: RawRow[] = [];
    let records = 0;
    let isCutOff = false;
    const fault = eachRecord(ask.bytes, manner, ask.firstRow, (raw, seen) => {
      records += 1;
      isCutOff = raw.endsIn !== undefined;
      if (!isCutOff && isEmptyRow(raw)) {
        emptyEnd.push(raw);
        return;
      }
      for (const empty of emptyEnd) book.take(empty);
      if (emptyEnd.length > 0) emptyEnd = [];
      book.take(raw, seen);
    });
    if (fault !== null) return fault;
    if (records !== ask.records) throw new Error(`a piece of ${ask.records} records was read as ${records} records`);
    const isBytes = emptyEnd.length === 0 && !isCutOff;
    let again: RawRow[] | null = null;
    const rowsAgain = (): readonly RawRow[] => {
      if (again !== null) return again;
      const rows: RawRow[] = [];
      eachRecord(ask.bytes, manner, ask.firstRow, (raw) => rows.push(raw));
      again = rows;
      return rows;
    };
    const pack: Pack = (run, isWhole) =>
      isWhole && isBytes
        ? packBytes(encoding, delimiter, ask.firstRow, ask.bytes)
        : packBlock(rowsIn(rowsAgain(), run));
    return { ...book.answer(pack), emptyEnd };
  };
}
