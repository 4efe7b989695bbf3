/** All tables of a chosen file: the file itself, further sheets of a workbook that hold orders too, files packed in it. Before `check`. */

import type { Finding } from '../../src-shared/contract/imports.ts';
import { Problem } from '../../src-shared/problem.ts';
import type { ProblemCode } from '../../src-shared/problem-codes.ts';
import type { Reading } from '../ledger/transaction.ts';
import { headerHash } from './own-mappings.ts';
import { type ChosenFile, type OwnersChoice, recognise } from './recognise.ts';
import { nameOfPart, unpacked } from './unpacked-files.ts';

/** One table, and the file as it is to be opened for it. */
export interface FoundTable {
  readonly file: ChosenFile;
  readonly finding: Finding;
}

/** So many sheets of one workbook are looked into; workbooks of one sheet per day exist. */
const SHEETS_LOOKED_AT = 60;
/** A sheet, or a file in an archive, that is no table: nobody misses it. */
const noTable: ReadonlySet<ProblemCode> = new Set(['file-has-no-header', 'nothing-to-import']);
const noOrderFile: ReadonlySet<ProblemCode> = new Set([
  ...noTable,
  'file-empty',
  'file-is-unknown',
  'file-is-html',
  'file-is-packed-twice',
  'own-list',
]);

async function unless<Result>(codes: ReadonlySet<ProblemCode>, work: Promise<Result>): Promise<Result | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Problem && codes.has(error.code)) return null;
    throw error;
  }
}

/** null: the sheet holds no table. */
async function recogniseSheet(
  reading: Reading | null,
  file: ChosenFile,
  sheet: string,
  choice: OwnersChoice,
): Promise<FoundTable | null> {
  const part: ChosenFile = { ...file, sheet, name: nameOfPart(file.name, sheet) };
  const finding = await unless(noTable, recognise(reading, part, choice));
  return finding === null ? null : { file: part, finding };
}

/** Sheets that are read without a question, or under the very header of the first one. */
async function furtherSheets(
  reading: Reading | null,
  file: ChosenFile,
  first: Finding,
  choice: OwnersChoice,
): Promise<readonly FoundTable[]> {
  const own = headerHash(first.header);
  const found: FoundTable[] = [];
  for (const sheet of first.otherSheets.slice(0, SHEETS_LOOKED_AT)) {
    const table = await recogniseSheet(reading, file, sheet, {});
    if (table === null) continue;
    if (headerHash(table.finding.header) !== own) {
      if (table.finding.mapping !== null) found.push(table);
      continue;
    }
    const again = choice.mapping === undefined ? table : await recogniseSheet(reading, file, sheet, choice);
    if (again !== null) found.push(again);
  }
  return found;
}

function withReason(finding: Finding, code: string, words: readonly string[]): Finding {
  return words.length === 0 ? finding : { ...finding, reasons: [...finding.reasons, { code, words: [...words] }] };
}

/** The tables of a file that is not packed. */
async function sheetsOf(
  reading: Reading | null,
  file: ChosenFile,
  choice: OwnersChoice,
): Promise<readonly FoundTable[]> {
  const first = await recognise(reading, file, choice);
  if (file.sheet !== undefined || first.otherSheets.length === 0) return [{ file, finding: first }];
  const others = await furtherSheets(reading, file, first, choice);
  const unread = first.otherSheets.filter((sheet) => !others.some((table) => table.file.sheet === sheet));
  const finding = withReason(first, 'sheets-unread', unread);
  if (others.length === 0 || first.sheet === null) return [{ file, finding }];
  const name = nameOfPart(file.name, first.sheet);
  return [{ file: { ...file, sheet: first.sheet, name }, finding: { ...finding, name } }, ...others];
}

/** Known, or at least with an order's number: what else lies in an archive is no order file. */
function isOrderFile({ finding }: FoundTable): boolean {
  return finding.mapping !== null || finding.questions.length > 0 || finding.guess.columns.orderNumber !== undefined;
}

/**
 * At least one. `folder` makes a new folder for what is unpacked; it has to last as long as the tables are read. Throws a Problem
 * (`file-…`, `nothing-to-import`) when there is no table with rows in it.
 */
export async function recogniseTables(
  reading: Reading | null,
  file: ChosenFile,
  choice: OwnersChoice,
  folder: () => string,
): Promise<readonly FoundTable[]> {
  const { isPacked, files } = await unpacked(file, folder);
  const [only] = files;
  if (!isPacked && only !== undefined) return sheetsOf(reading, only, choice);
  const found: FoundTable[] = [];
  const unread: string[] = [];
  for (const packed of files) {
    const tables = await unless(noOrderFile, sheetsOf(reading, packed, choice));
    const orders = tables?.filter(isOrderFile) ?? [];
    found.push(...orders);
    if (orders.length === 0) unread.push(packed.member ?? packed.name);
  }
  const [first, ...others] = found;
  if (first === undefined) throw new Problem('file-holds-no-orders', { name: file.name });
  return [{ ...first, finding: withReason(first.finding, 'files-unread', unread) }, ...others];
}
