/** The corpus of bad inputs: its index, and one table from our codes to its codes. Read from the folder named by REGULARS_SHARED, or from any other index of its kind. */

import { readFileSync } from 'node:fs';
import type { Mapping } from '../../src-shared/contract/imports.ts';
import type { ProblemCode } from '../../src-shared/problem-codes.ts';
import { type RowProblemCode, rowProblemLevels } from '../../src-shared/row-problem.ts';

export interface Expected {
  readonly outcome: 'ok' | 'ok_warn' | 'either' | 'reject' | 'see note';
  readonly codes?: readonly string[];
  readonly import?: {
    readonly orders?: number;
    readonly ordersIfOk?: number;
    readonly ordersAtLeast?: number;
    readonly rowsSeen?: number;
  };
  readonly encoding?: string;
  readonly cents?: readonly number[];
  readonly maxSeconds?: number;
  readonly maxRssMiB?: number;
}

export interface CorpusFile {
  readonly file: string;
  readonly family: string;
  readonly kind: string;
  readonly expect: Expected;
}

/** Where the index asks for what cannot be, and what is asked instead. */
export const rulings: Readonly<Record<string, { readonly outcome: Expected['outcome']; readonly why: string }>> = {
  'messytables/mixedGLB.csv': { outcome: 'ok', why: 'every byte of it is ASCII, so there is no encoding to warn of' },
};

/** Written by the makers of the corpus in this shape. */
export function readIndex(path: string): readonly CorpusFile[] {
  const { files } = JSON.parse(readFileSync(path, 'utf8')) as { files: CorpusFile[] };
  return files.map((each) => {
    const outcome = rulings[each.file]?.outcome;
    return outcome === undefined ? each : { ...each, expect: { ...each.expect, outcome } };
  });
}

/** Our Problems in the words of the index. */
const problemWords: Readonly<Partial<Record<ProblemCode, readonly string[]>>> = {
  'file-empty': ['E_EMPTY'],
  'file-has-no-header': ['E_NO_HEADER', 'E_EMPTY'],
  'nothing-to-import': ['E_NO_ROWS'],
  'file-is-unknown': ['E_FORMAT', 'E_BINARY'],
  'file-is-html': ['E_FORMAT'],
  'file-holds-no-orders': ['E_FORMAT'],
  'file-is-encrypted': ['E_ENCRYPTED'],
  'file-encoding-unknown': ['E_ENCODING'],
  'file-is-damaged': ['E_CORRUPT', 'E_TRUNCATED', 'E_QUOTES', 'E_ZIP_PATH', 'E_ZIP_DUP', 'E_XML_DEPTH', 'W_QUOTES'],
  'file-too-large-unpacked': ['E_ZIP_LIMIT', 'E_LIMIT_CELL', 'E_LIMIT_ROWS'],
  'file-has-too-many-columns': ['E_LIMIT_COLUMNS'],
  'file-has-doctype': ['E_XML_ENTITY'],
  'file-needs-mapping': ['E_MAPPING'],
  'backup-damaged': ['E_BACKUP_INVALID', 'E_BACKUP_CORRUPT'],
  'backup-is-foreign': ['E_BACKUP_FOREIGN'],
  'ledger-is-newer': ['E_BACKUP_NEWER'],
  'ledger-migration-changed': ['E_BACKUP_FOREIGN'],
};

/** What we say of a row, in the words of the index. */
const rowWords: Readonly<Partial<Record<RowProblemCode, readonly string[]>>> = {
  'order-number-missing': ['W_ROW_SKIPPED', 'W_ROW_SHAPE'],
  'order-number-scientific': ['W_ID_ROUNDED', 'E_ID_ROUNDED'],
  'order-number-zeroed-tail': ['W_ID_ROUNDED', 'E_ID_ROUNDED', 'W_ID_CONFLICT'],
  'order-number-unreadable': ['W_ROW_SKIPPED', 'W_ROW_SHAPE', 'W_CELL'],
  'amount-unreadable': ['W_CELL'],
  'formula-error': ['W_CELL'],
  'time-unreadable': ['W_DATE'],
  'time-left-out': ['W_DATE'],
  'time-ambiguous': ['W_DATE'],
  'times-out-of-order': ['W_DATE'],
  'phone-zero-lost': ['W_CELL'],
  'row-too-short': ['W_ROW_SHAPE'],
  'row-too-long': ['W_ROW_SHAPE'],
  'row-shifted': ['W_ROW_SHAPE'],
  'cell-too-long': ['W_LIMIT_CELL', 'E_LIMIT_CELL'],
  'text-garbled': ['W_ENCODING', 'W_NUL'],
  'order-rows-disagree': ['W_ID_CONFLICT'],
  'total-row': ['W_ROW_SKIPPED'],
  'note-row': ['W_ROW_SKIPPED'],
  'repeated-header': ['W_ROW_SKIPPED'],
  'empty-row': ['W_ROW_SKIPPED'],
};

/** What we say of the whole file while it is recognised. */
const reasonWords: Readonly<Record<string, readonly string[]>> = {
  'headers-repeated': ['W_DUP_HEADER'],
};

/** A table without a header and rows has no orders for us; the corpus may ask a reader of any table. */
const noOrders: ReadonlySet<string> = new Set(['file-has-no-header', 'nothing-to-import', 'file-empty']);

/** A table nobody knows, as if its owner had said: take your guess, and if you have none, the first column numbers the orders. */
export function mappedByHand(guess: Mapping): Mapping {
  return { ...guess, columns: { orderNumber: [0], ...guess.columns } };
}

/** What became of a file: the Problem it ended in, or what was read. */
export interface Outcome {
  readonly code: string | null;
  readonly rows: number;
  /** Distinct orders read, the skipped ones not counted. */
  readonly orders: number;
  readonly problems: Readonly<Record<string, number>>;
  /** Codes of the finding's reasons. */
  readonly reasons: readonly string[];
  readonly encoding: string | null;
}

const wordsIn = (table: Readonly<Record<string, readonly string[] | undefined>>, code: string): readonly string[] =>
  table[code] ?? [];

export const wordsOfProblem = (code: string): readonly string[] => wordsIn(problemWords, code);

function warningsOf({ problems, reasons }: Outcome): readonly string[] {
  return [
    ...Object.keys(problems).flatMap((code) => wordsIn(rowWords, code)),
    ...reasons.flatMap((code) => wordsIn(reasonWords, code)),
  ];
}

function stoppedIn(problems: Outcome['problems']): number {
  const levels: Readonly<Record<string, string>> = rowProblemLevels;
  return Object.entries(problems).reduce((sum, [code, count]) => sum + (levels[code] === 'stopped' ? count : 0), 0);
}

function faultOfRefusal(wanted: Expected, code: string): string | null {
  const allowed = wanted.outcome !== 'ok';
  if (allowed && (wanted.codes ?? []).some((word) => wordsOfProblem(code).includes(word))) return null;
  return noOrders.has(code) && wanted.import === undefined && wanted.outcome !== 'reject'
    ? null
    : `refused with ${code}`;
}

function faultOfCounts(wanted: Expected, found: Outcome): string | null {
  const { orders, ordersIfOk, ordersAtLeast, rowsSeen } = wanted.import ?? {};
  if (orders !== undefined && found.orders !== orders) return `${found.orders} orders instead of ${orders}`;
  const stopped = stoppedIn(found.problems);
  if (ordersIfOk !== undefined && found.orders + stopped !== ordersIfOk)
    return `${found.orders}+${stopped} orders instead of ${ordersIfOk}`;
  if (ordersAtLeast !== undefined && found.orders < ordersAtLeast) return `only ${found.orders} orders`;
  if (rowsSeen !== undefined && found.rows < rowsSeen) return `only ${found.rows} rows seen of ${rowsSeen}`;
  return null;
}

/** null when the outcome is the one the index asks for. */
export function faultOf(wanted: Expected, found: Outcome): string | null {
  if (found.code !== null) return faultOfRefusal(wanted, found.code);
  if (wanted.outcome === 'reject') return 'was not refused';
  const counted = faultOfCounts(wanted, found);
  if (counted !== null) return counted;
  if (wanted.encoding !== undefined && found.encoding !== wanted.encoding)
    return `read as ${found.encoding}, not ${wanted.encoding}`;
  const said = warningsOf(found);
  if (wanted.outcome === 'ok_warn' && !(wanted.codes ?? []).some((code) => said.includes(code)))
    return `says none of ${(wanted.codes ?? []).join(', ')} (says ${Object.keys(found.problems).join(', ') || 'nothing'})`;
  return null;
}
