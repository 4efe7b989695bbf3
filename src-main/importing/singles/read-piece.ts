/** One piece of a file → its rows read, folded and laid on pages. Runs in a reading thread, or at once for small files. */

import { orderStatuses } from '../../../src-shared/order.ts';
import { readPhone } from '../../../src-shared/phone.ts';
import { type RowProblem, rowProblemLevels } from '../../../src-shared/row-problem.ts';
import { keysOfOrder } from '../identity-keys.ts';
import { type Normaliser, normaliserFor } from '../normalise/normalise-row.ts';
import type { NormalisedRow, RowStatement } from '../normalise/normalised-row.ts';
import { csvRecords } from '../readers/csv-records.ts';
import { decoderFor } from '../readers/detect-encoding.ts';
import { maxColumns } from '../readers/limits.ts';
import type { RawRow } from '../readers/reader.ts';
import { HASH_BYTES, hashOfRow, hashOfText } from '../row-hash.ts';
import { packBlock, packText } from '../source-blocks.ts';
import { foldAlone, standsAlone } from './fold-alone.ts';
import {
  type Folds,
  type LooseRow,
  type Manner,
  type PieceAnswer,
  type PieceAsk,
  type PieceFault,
  type PlacedProblem,
  type Segment,
  says,
  wordKinds,
} from './piece.ts';
import { recordPages } from './record-pages.ts';

const WORDS = wordKinds.length;
const MONEYS = 3;
const PHONE = wordKinds.indexOf('phone');
const SHOWN_PHONE = wordKinds.indexOf('shownPhone');
const statusPlace = new Map(orderStatuses.map((status, place) => [status, place]));
export const COUNTS = 16;

const isStopped = ({ code }: RowProblem): boolean => rowProblemLevels[code] === 'stopped';
const isEmptyRow = ({ cells }: RawRow): boolean => cells.every((cell) => cell === '' || cell.trim() === '');

function saysOf({ receiverName, buyerId, province, city }: RowStatement, phone: string): number {
  const named = (text: string | null, present: number, readable: number): number =>
    text === null || text === '' ? 0 : text.includes('*') ? present : present | readable;
  const ofPhone = phone === 'whole' ? says.wholePhone : phone === 'masked' ? says.maskedPhone : 0;
  return (
    named(receiverName, says.name, says.readableName) |
    named(buyerId, says.buyer, says.readableBuyer) |
    ofPhone |
    (province ? says.province : 0) |
    (city ? says.city : 0)
  );
}

/** '2026-06-30 18:05:09' → 20260630180509. */
function momentOf({ orderedAt, paidAt }: RowStatement): number {
  const text = orderedAt ?? paidAt;
  if (text === null) return 0;
  let moment = 0;
  for (let at = 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit >= 0 && digit <= 9) moment = moment * 10 + digit;
  }
  return moment;
}

/** Collects folds; `most`: rows of the piece. */
function foldBook(marketplace: string, most: number, firstSegment: number) {
  const numbers = new Int32Array(most);
  const segments = new Uint16Array(most);
  const hashes = new Uint32Array(2 * most);
  const words = new Int32Array(WORDS * most).fill(-1);
  const said = new Uint8Array(most);
  const states = new Uint8Array(most);
  const money = new Float64Array(MONEYS * most).fill(Number.NaN);
  const moments = new Float64Array(most);
  const texts: string[] = [];
  const pages = recordPages();
  let count = 0;

  // Within one piece hardly anybody comes twice: texts are compared where all pieces meet.
  const placeOf = (text: string): number => texts.push(text) - 1;

  /** false: the row is too long for a page. */
  function add(number: number, segment: number, row: RowStatement, hash: Uint8Array): boolean {
    const { status, counts, netMinor } = foldAlone(row);
    const counted = counts ? 1 : 0;
    // biome-ignore format: the columns of staged_fold, line by line as they belong together
    const values = [
      null, firstSegment + segment, row.row, row.orderNumber, hash, status, counted,
      row.statusWord, row.closeReason, row.orderedAt, row.paidAt, row.shippedAt, row.completedAt,
      row.totalMinor, row.paidMinor, row.refundMinor, netMinor,
      row.buyerId, row.buyerEmail, row.receiverName, row.receiverPhone,
      row.province, row.city, row.district, row.address,
      row.itemsText, row.quantity, row.buyerNote, row.sellerNote, row.carrier, row.trackingNumber,
    ];
    if (!pages.add(number, values)) return false;
    const at = count;
    count += 1;
    numbers[at] = number;
    segments[at] = segment;
    const [high, low] = hashOfText(row.orderNumber);
    hashes[2 * at] = high;
    hashes[2 * at + 1] = low;
    for (const { kind, value } of keysOfOrder(marketplace, row, null))
      words[WORDS * at + wordKinds.indexOf(kind)] = placeOf(kind.charAt(0) + value);
    const phone = readPhone(row.receiverPhone ?? '');
    if (phone.kind === 'whole') words[WORDS * at + SHOWN_PHONE] = words[WORDS * at + PHONE] ?? -1;
    else if (phone.kind === 'masked') words[WORDS * at + SHOWN_PHONE] = placeOf(`m${phone.value}`);
    said[at] = saysOf(row, phone.kind);
    states[at] = (statusPlace.get(status) ?? 0) + (counts ? COUNTS : 0);
    money[MONEYS * at] = row.paidMinor ?? Number.NaN;
    money[MONEYS * at + 1] = row.refundMinor ?? Number.NaN;
    money[MONEYS * at + 2] = netMinor ?? Number.NaN;
    moments[at] = momentOf(row);
    return true;
  }

  const folds = (): Folds => ({
    pages: pages.take(),
    numbers: numbers.slice(0, count),
    segments: segments.slice(0, count),
    hashes: hashes.slice(0, 2 * count),
    words: words.slice(0, WORDS * count),
    texts,
    says: said.slice(0, count),
    states: states.slice(0, count),
    money: money.slice(0, MONEYS * count),
    moments: moments.slice(0, count),
  });
  return { add, folds };
}

interface Run {
  readonly named: Segment['named'];
  readonly rows: RawRow[];
}

/** Which rows belong together. Rows that name no shop go with those before; rows that all name one may come in any order. */
function runBook(shopChosen: boolean) {
  const runs: Run[] = [];
  let last = -1;
  let allNamed = true;
  const isSame = ({ named }: Run, shopName: string | null, currency: string): boolean =>
    named !== null && named.shopName === shopName && named.currency === currency;
  return {
    runs,
    place(raw: RawRow, { shopName, currency, orderNumber }: NormalisedRow): number {
      if (orderNumber === null) {
        if (last < 0) last = runs.push({ named: null, rows: [] }) - 1;
      } else {
        const name = shopChosen ? null : shopName;
        allNamed &&= name !== null;
        const before = runs[last];
        const goes =
          before !== undefined &&
          (isSame(before, name, currency) || (name === null && before.named?.currency === currency));
        if (!goes) {
          const known = allNamed ? runs.findIndex((run) => isSame(run, name, currency)) : -1;
          last = known >= 0 ? known : runs.push({ named: { shopName: name, currency }, rows: [] }) - 1;
        }
      }
      runs[last]?.rows.push(raw);
      return last;
    },
  };
}

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
  for (const [index, raw] of rows.entries()) {
    const row = normalise(raw);
    const segment = place(raw, row);
    const stopped = row.problems.some(isStopped);
    for (const problem of row.problems) {
      // Only what stops an order names it here: see `leaveOut`.
      problems.push({ ...problem, segment, orderNumber: isStopped(problem) ? row.orderNumber : null });
    }
    if (stopped && row.orderNumber !== null) others.push(...hashOfText(row.orderNumber));
    const { statement } = row;
    if (statement === null || stopped) continue;
    const hash = hashOfRow(raw.cells, hashed);
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
  const normalise = normaliserFor(manner.header, manner.mapping);
  return (rows, firstFold, firstSegment) => {
    const ask = { firstRow: rows[0]?.row ?? 1, firstFold, firstSegment };
    return readRows(rows, manner, normalise, ask, (run) => packBlock(run.rows));
  };
}

function recordsIn(text: string, delimiter: string, firstRow: number): RawRow[] | PieceFault {
  const rows: RawRow[] = [];
  const reader = csvRecords(delimiter, maxColumns, (record, cells) => rows.push({ row: firstRow + record - 1, cells }));
  const fault = reader.write(text) ?? reader.end();
  if (fault === null) return rows;
  return fault.kind === 'too-many-columns'
    ? { kind: fault.kind }
    : { kind: 'damaged', row: firstRow + fault.record - 1 };
}

/** Prepares the reading of one file's pieces; what comes back is pure. */
export function pieceReader(manner: Manner): (ask: PieceAsk) => PieceAnswer | PieceFault {
  const normalise = normaliserFor(manner.header, manner.mapping);
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
    const rows = recordsIn(text, delimiter, ask.firstRow);
    if (!Array.isArray(rows)) return rows;
    if (rows.length !== ask.records)
      throw new Error(`a piece of ${ask.records} records was read as ${rows.length} records`);
    const emptyEnd: RawRow[] = [];
    for (let raw = rows.at(-1); raw !== undefined && isEmptyRow(raw); raw = rows.at(-1)) {
      emptyEnd.unshift(raw);
      rows.pop();
    }
    const pack: Pack = (run, isWhole) =>
      isWhole && emptyEnd.length === 0 ? packText(delimiter, ask.firstRow, text) : packBlock(run.rows);
    return { ...readRows(rows, manner, normalise, ask, pack), emptyEnd };
  };
}
