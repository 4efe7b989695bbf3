/**
 * In a file that is sorted by time, a date far from the rows around it is odd; if it fits with day and month swapped, a spreadsheet has
 * swapped them. Looks at the orders that stand in one row, whose moments are numbers already.
 */

import type { Database } from 'better-sqlite3';
import { cleanCell } from '../normalise/clean-cell.ts';
import { swappedDay } from '../normalise/row-times.ts';
import type { Singles } from '../singles/singles.ts';
import { problemInserter } from '../stage-file.ts';
import { filesOfSource, rowAsk, type StagedFile } from './staged-files.ts';

const DAY_MS = 86_400_000;
/** With fewer orders nobody can say that a file is sorted. */
const FEWEST = 20;
/** Of neighbours on different days so many must go the same way. */
const SORTED = 0.8;
const FAR_DAYS = 7;
const ODD_DAYS = 31;
const NEAR_DAYS = 2;
/** More than so many are no slips. */
const MOST_ODD = 1000;

/** Orders with a day, in the order of the file; one entry each in both arrays. */
interface Dated {
  readonly folds: Int32Array;
  /** Days since 1970. */
  readonly days: Int32Array;
}

/** YYYYMMDDhhmmss as the number of its day. */
function dayOfMoment(moment: number): number {
  const date = Math.floor(moment / 1_000_000);
  return Date.UTC(Math.floor(date / 10_000), (Math.floor(date / 100) % 100) - 1, date % 100) / DAY_MS;
}

function datedFolds(singles: Singles, isOfFile: (segment: number) => boolean): Dated {
  const most = singles.pieces.reduce((sum, { count }) => sum + count, 0);
  const [folds, days] = [new Int32Array(most), new Int32Array(most)];
  let filled = 0;
  for (const { numbers, segments, moments, count } of singles.pieces) {
    for (let at = 0; at < count; at += 1) {
      const moment = moments[at] ?? 0;
      if (moment === 0 || !isOfFile(segments[at] ?? 0)) continue;
      folds[filled] = numbers[at] ?? 0;
      days[filled] = dayOfMoment(moment);
      filled += 1;
    }
  }
  return { folds: folds.subarray(0, filled), days: days.subarray(0, filled) };
}

function isSorted(days: Int32Array): boolean {
  let [up, down] = [0, 0];
  for (let at = 1; at < days.length; at += 1) {
    const step = (days[at] ?? 0) - (days[at - 1] ?? 0);
    if (step > 0) up += 1;
    if (step < 0) down += 1;
  }
  return up + down > 0 && Math.max(up, down) >= SORTED * (up + down);
}

/** The middle of the two before and the two behind. */
function around(days: Int32Array, at: number): number | null {
  const near = [at - 2, at - 1, at + 1, at + 2].flatMap((place) => days[place] ?? []).sort((a, b) => a - b);
  const [first, second] = [near[Math.floor((near.length - 1) / 2)], near[Math.ceil((near.length - 1) / 2)]];
  return near.length < 3 || first === undefined || second === undefined ? null : (first + second) / 2;
}

interface Odd {
  readonly fold: number;
  readonly code: 'date-swapped' | 'date-out-of-order';
}

/** Are all its neighbours near it? Then so is their middle: true of nearly every row. */
function isAmongItsOwn(days: Int32Array, at: number): boolean {
  const day = days[at] ?? 0;
  for (let place = Math.max(0, at - 2); place <= at + 2 && place < days.length; place += 1)
    if (Math.abs((days[place] ?? 0) - day) > FAR_DAYS) return false;
  return true;
}

function oddDates({ folds, days }: Dated): readonly Odd[] {
  if (days.length < FEWEST || !isSorted(days)) return [];
  const odd: Odd[] = [];
  for (let at = 0; at < days.length; at += 1) {
    if (isAmongItsOwn(days, at)) continue;
    const [day, fold] = [days[at] ?? 0, folds[at] ?? 0];
    const middle = around(days, at);
    if (middle === null || Math.abs(day - middle) <= FAR_DAYS) continue;
    const swapped = swappedDay(day);
    if (swapped !== null && Math.abs(swapped - middle) <= NEAR_DAYS) odd.push({ fold, code: 'date-swapped' });
    else if (Math.abs(day - middle) > ODD_DAYS) odd.push({ fold, code: 'date-out-of-order' });
  }
  return odd.length > MOST_ODD || odd.length * 4 > days.length ? [] : odd;
}

/** The cell its moment was read in, and the column's head. */
function cellOf(file: StagedFile, cells: readonly string[]): { head: string; text: string } | null {
  const { orderedAt = [], paidAt = [] } = file.mapping.columns;
  for (const column of [...orderedAt, ...paidAt]) {
    const text = cleanCell(cells[column] ?? '');
    if (text !== '') return { head: file.header[column]?.trim() ?? '', text };
  }
  return null;
}

export function noticeDates(stage: Database, singles: Singles, sourceNo: number): void {
  if (singles.pieces.length === 0) return;
  const files = filesOfSource(stage, sourceNo);
  // Dates that are swapped, and said to be, tell nothing of those between them.
  if (files.some(({ mapping }) => mapping.halfSwapped === true)) return;
  const segments = stage
    .prepare<[number], [segment: number, file: number]>(
      `select segment_no, staged_segment.file_no from staged_segment
       join staged_file on staged_file.file_no = staged_segment.file_no where source_no = ?`,
    )
    .raw();
  const fileOf = new Map(segments.all(sourceNo));
  const odd = oddDates(datedFolds(singles, (segment) => fileOf.has(segment)));
  if (odd.length === 0) return;
  const place = stage
    .prepare<[number], [segment: number, row: number]>(
      'select segment_no, row_no from folds.staged_fold where fold_no = ?',
    )
    .raw();
  const isNoted = stage
    .prepare("select 1 from staged_problem where file_no = ? and row_no = ? and code like 'date-%'")
    .pluck();
  const rawAt = rowAsk(stage);
  const add = problemInserter(stage);
  for (const { fold, code } of odd) {
    const [segment = -1, row = 0] = place.get(fold) ?? [];
    const file = files.find(({ fileNo }) => fileNo === fileOf.get(segment));
    if (file === undefined || isNoted.get(file.fileNo, row) !== undefined) continue;
    const cell = cellOf(file, rawAt(file.fileNo, row)?.cells ?? []);
    if (cell !== null) add(file.fileNo, row, code, cell.head, cell.text, null, 0);
  }
}
