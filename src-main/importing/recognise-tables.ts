/** All tables of a chosen file: the file itself, further sheets of a workbook that hold orders too, files packed in it. Before `check`. */

import type { Finding } from '../../src-shared/contract/imports.ts';
import { Problem } from '../../src-shared/problem.ts';
import type { Reading } from '../ledger/transaction.ts';
import { headerHash } from './own-mappings.ts';
import { type ChosenFile, type OwnersChoice, recognise } from './recognise.ts';

/** One table, and the file as it is to be opened for it. */
export interface FoundTable {
  readonly file: ChosenFile;
  readonly finding: Finding;
}

/** So many sheets of one workbook are looked into; workbooks of one sheet per day exist. */
const SHEETS_LOOKED_AT = 60;

/** 'orders.xlsx › 订单2': a table of a file by the name its owner finds it under. */
export function nameOfPart(file: string, part: string): string {
  return `${file} › ${part}`;
}

/** null: the sheet holds no table, so nobody misses it. */
async function recogniseSheet(
  reading: Reading | null,
  file: ChosenFile,
  sheet: string,
  choice: OwnersChoice,
): Promise<FoundTable | null> {
  const part: ChosenFile = { ...file, sheet, name: nameOfPart(file.name, sheet) };
  try {
    return { file: part, finding: await recognise(reading, part, choice) };
  } catch (error) {
    if (error instanceof Problem && ['file-has-no-header', 'nothing-to-import'].includes(error.code)) return null;
    throw error;
  }
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

function withoutRead(first: Finding, read: readonly FoundTable[]): Finding {
  const unread = first.otherSheets.filter((sheet) => !read.some((table) => table.file.sheet === sheet));
  if (unread.length === 0) return first;
  return { ...first, reasons: [...first.reasons, { code: 'sheets-unread', words: unread }] };
}

/** At least one. Throws a Problem (`file-…`, `nothing-to-import`) when there is no table with rows in it. */
export async function recogniseTables(
  reading: Reading | null,
  file: ChosenFile,
  choice: OwnersChoice,
): Promise<readonly FoundTable[]> {
  const first = await recognise(reading, file, choice);
  if (file.sheet !== undefined || first.otherSheets.length === 0) return [{ file, finding: first }];
  const others = await furtherSheets(reading, file, first, choice);
  const finding = withoutRead(first, others);
  if (others.length === 0 || first.sheet === null) return [{ file, finding }];
  const name = nameOfPart(file.name, first.sheet);
  return [{ file: { ...file, sheet: first.sheet, name }, finding: { ...finding, name } }, ...others];
}
