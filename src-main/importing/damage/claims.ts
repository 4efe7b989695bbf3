/** What a file says of itself in its last lines (合计 1,234.00, 共 120 条), held against its rows. The lines themselves are not imported. */

import type { Database } from 'better-sqlite3';
import { type MappableField, mappableFields } from '../../../src-shared/contract/mappings.ts';
import { rowProblemLevels } from '../../../src-shared/row-problem.ts';
import { cleanCell } from '../normalise/clean-cell.ts';
import { readMoney } from '../normalise/read-money.ts';
import type { RawRow } from '../readers/reader.ts';
import { problemInserter } from '../stage-file.ts';
import { inserter } from '../stage-groups.ts';
import { blocksOfFile, filesOfSource, problemsOfFile, rowAsk, type StagedFile } from './staged-files.ts';

const moneyFields: ReadonlySet<MappableField> = new Set([
  'total',
  'goodsTotal',
  'shippingFee',
  'paid',
  'paidBesides',
  'refund',
  'orderRefund',
  'lineAmount',
  'lineDiscount',
  'lineExtra',
]);
const COUNT =
  /共\s*([\d,]{1,11})\s*(?:条|单|笔|行|个订单)|合计[:：]?\s*([\d,]{1,11})\s*(?:条|单|笔|行)|([\d,]{1,11})\s*record\(s\)/i;
/** Files pasted beneath one another have a few of them each. */
const MOST_CLAIMS = 200;

const infoCodes = Object.entries(rowProblemLevels)
  .filter(([code, level]) => level === 'info' && code !== 'phone-virtual' && code !== 'refund-inferred')
  .map(([code]) => code);

interface TotalRow {
  readonly file: StagedFile;
  readonly raw: RawRow;
}

/** A stated amount and, once the rows are added up, what they come to. */
interface Stated {
  readonly file: StagedFile;
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly minor: number;
}

function moneyColumns({ mapping }: StagedFile): readonly number[] {
  const fields = mappableFields.filter((field) => moneyFields.has(field));
  return [...new Set(fields.flatMap((field) => mapping.columns[field] ?? []))];
}

function amountIn(text: string, currency: string): number | null {
  const read = readMoney(text, currency);
  return read.kind === 'amount' ? read.minor : null;
}

function statedIn({ file, raw }: TotalRow): readonly Stated[] {
  return moneyColumns(file).flatMap((column) => {
    const text = cleanCell(raw.cells[column] ?? '');
    const minor = text === '' ? null : amountIn(text, file.currency);
    return minor === null ? [] : [{ file, row: raw.row, column, text, minor }];
  });
}

/** Rows that are no orders. */
function otherRows(stage: Database, files: readonly StagedFile[]): ReadonlySet<number> {
  const ask = stage
    .prepare<[number, string], number>(
      'select row_no from staged_problem where file_no = ? and code in (select value from json_each(?))',
    )
    .pluck();
  return new Set(files.flatMap(({ fileNo }) => ask.all(fileNo, JSON.stringify(infoCodes))));
}

/** Of one column: the amounts of all rows by their row number; each order once as well, where lines repeat what is the order's. */
interface ColumnSum {
  readonly rows: { readonly row: number; readonly minor: number; readonly isFirst: boolean }[];
}

function addUp(
  stage: Database,
  files: readonly StagedFile[],
  columns: ReadonlySet<number>,
  others: ReadonlySet<number>,
): ReadonlyMap<number, ColumnSum> {
  const sums = new Map([...columns].map((column): [number, ColumnSum] => [column, { rows: [] }]));
  const orders = new Set<string>();
  for (const file of files) {
    const numbers = file.mapping.columns.orderNumber ?? [];
    for (const block of blocksOfFile(stage, file.fileNo)) {
      for (const { row, cells } of block) {
        if (others.has(row)) continue;
        const number = numbers.map((column) => cells[column] ?? '').join(' ');
        const isFirst = !orders.has(number);
        if (isFirst) orders.add(number);
        for (const [column, sum] of sums) {
          const minor = amountIn(cleanCell(cells[column] ?? ''), file.currency);
          if (minor !== null) sum.rows.push({ row, minor, isFirst });
        }
      }
    }
  }
  return sums;
}

function sumOf(rows: ColumnSum['rows'], from: number, to: number, firstOnly: boolean): number {
  return rows.reduce(
    (sum, { row, minor, isFirst }) => (row > from && row < to && (isFirst || !firstOnly) ? sum + minor : sum),
    0,
  );
}

/** What the total is meant to be of: the rows since the total before it, or all above it; each order's amount once, or each row's. */
function foundFor(stated: Stated, before: number, { rows }: ColumnSum): number {
  const ways = [false, true].flatMap((firstOnly) => [
    sumOf(rows, 0, stated.row, firstOnly),
    sumOf(rows, before, stated.row, firstOnly),
  ]);
  const exact = ways.find((sum) => sum === stated.minor);
  return exact ?? ways[0] ?? 0;
}

interface Desk {
  readonly stage: Database;
  readonly files: readonly StagedFile[];
  readonly others: ReadonlySet<number>;
}

/** Puts a claim beside the check, and says so where it is not true. */
function claimWriter({ stage }: Desk) {
  const addClaim = inserter(stage, 'staged_claim', ['file_no', 'row_no', 'kind', 'column_name', 'said', 'found']);
  const addProblem = problemInserter(stage);
  return {
    sum({ file, row, column, text, minor }: Stated, found: number): void {
      const head = file.header[column]?.trim() ?? null;
      addClaim(file.fileNo, row, 'sum', head, minor, found);
      if (minor !== found) addProblem(file.fileNo, row, 'total-differs', head, text, null, 0);
    },
    count(file: StagedFile, row: number, text: string, said: number, found: number): void {
      addClaim(file.fileNo, row, 'count', null, said, found);
      if (said !== found) addProblem(file.fileNo, row, 'count-differs', null, text, null, 0);
    },
  };
}

function sumClaims(desk: Desk, totals: readonly TotalRow[]): void {
  const stated = totals.flatMap(statedIn);
  if (stated.length === 0) return;
  const sums = addUp(desk.stage, desk.files, new Set(stated.map(({ column }) => column)), desk.others);
  const write = claimWriter(desk);
  const lastTotal = new Map<number, number>();
  for (const each of stated.toSorted((a, b) => a.row - b.row)) {
    const sum = sums.get(each.column);
    if (sum !== undefined) write.sum(each, foundFor(each, lastTotal.get(each.column) ?? 0, sum));
    lastTotal.set(each.column, each.row);
  }
}

/** The rows that are orders, or the distinct orders: a file may count either. */
function countClaim(desk: Desk, file: StagedFile, row: number, text: string): void {
  const match = COUNT.exec(text);
  const digits = match?.[1] ?? match?.[2] ?? match?.[3];
  if (digits === undefined) return;
  const said = Number(digits.replaceAll(',', ''));
  const rows = desk.files.reduce((sum, each) => sum + each.rows, 0) - desk.others.size;
  const orders =
    desk.stage
      .prepare<[string], number>(
        'select count(distinct order_number) from staged_sighting where file_no in (select value from json_each(?))',
      )
      .pluck()
      .get(JSON.stringify(desk.files.map(({ fileNo }) => fileNo))) ?? 0;
  claimWriter(desk).count(file, row, text, said, said === orders ? orders : rows);
}

export function noticeClaims(stage: Database, sourceNo: number): void {
  const files = filesOfSource(stage, sourceNo);
  const ends = files.flatMap((file) =>
    problemsOfFile(stage, file.fileNo, ['total-row', 'note-row']).map((problem) => ({ file, ...problem })),
  );
  if (ends.length === 0 || ends.length > MOST_CLAIMS) return;
  const desk: Desk = { stage, files, others: otherRows(stage, files) };
  const rawAt = rowAsk(stage);
  const totals: TotalRow[] = [];
  for (const { file, row, code } of ends) {
    const raw = rawAt(file.fileNo, row);
    if (raw === null) continue;
    const words = raw.cells.map((cell) => cleanCell(cell)).filter((cell) => cell !== '');
    if (code === 'total-row') totals.push({ file, raw });
    countClaim(desk, file, row, words.join(' '));
  }
  sumClaims(desk, totals);
}
