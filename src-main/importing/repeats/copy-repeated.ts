/** Puts a table that is imported already into the stage without reading it: its rows are those of the ledger. After `find-repeated`. */

import type { Database } from 'better-sqlite3';
import type { Table } from '../readers/reader.ts';
import { hashOfText } from '../readers/row-hash.ts';
import type { Singles } from '../singles/singles.ts';
import { groupBook, type StagedSource } from '../stage-groups.ts';
import copyRepeated from './copy-repeated.sql?raw';
import type { Repeated } from './find-repeated.ts';

/** Works with the ledger beside the stage, under the name `ledger`. Nothing may be under way in the stage that would have to be forgotten. */
export function besideLedger<Result>(stage: Database, ledger: Database, work: () => Result): Result {
  const isOpen = stage.inTransaction;
  if (isOpen) stage.exec('commit');
  stage.prepare('attach ? as ledger').run(ledger.name);
  try {
    stage.exec('begin');
    const result = work();
    stage.exec('commit');
    return result;
  } catch (error) {
    if (stage.inTransaction) stage.exec('rollback');
    throw error;
  } finally {
    stage.exec('detach ledger');
    if (isOpen) stage.exec('begin');
  }
}

const AT_ONCE = 5000;

/** A row of another table of the check that has one of these numbers does not stand for its order alone. */
function tellOthers(stage: Database, singles: Singles, fileNo: number): void {
  const numbers = stage
    .prepare<[number], string>('select order_number from staged_row where file_no = ?')
    .pluck()
    .iterate(fileNo);
  let hashes: number[] = [];
  for (const number of numbers) {
    hashes.push(...hashOfText(number));
    if (hashes.length < AT_ONCE) continue;
    singles.addOthers(Uint32Array.from(hashes));
    hashes = [];
  }
  singles.addOthers(Uint32Array.from(hashes));
}

export function stageRepeated(
  { connection: stage, singles }: { readonly connection: Database; readonly singles: Singles },
  ledger: Database,
  source: StagedSource,
  table: Table,
  { file, rows, currency, shopName }: Repeated,
): void {
  const book = groupBook(stage, source, table);
  const { fileNo } = book.groupOf({ shopName, currency, orderNumber: '', further: false, isPlaced: true });
  book.finish();
  stage.prepare('update staged_file set row_count = ?, repeats = ? where file_no = ?').run(rows, file, fileNo);
  besideLedger(stage, ledger, () => {
    for (const sql of copyRepeated.split(';\n').filter((each) => each.trim() !== ''))
      stage.prepare(sql).run({ fileNo, file });
  });
  tellOthers(stage, singles, fileNo);
}
