/** Orders of the ledger that a row of a check may be of. Picking one means writing its number into the row, as any cell is corrected. */

import type { Candidate } from '../../../src-shared/contract/repairs.ts';
import { Problem } from '../../../src-shared/problem.ts';
import type { Reading } from '../../ledger/transaction.ts';
import { sourceStatements } from '../source-statements.ts';
import { openStage } from '../stage.ts';
import { candidatesFor, damagedRows } from './candidates.ts';

export interface CheckedRow {
  readonly check: string;
  /** Position of the batch in the check's report, and of the file in the batch, from 0. */
  readonly batch: number;
  readonly file: number;
  readonly row: number;
}

export function checkCandidates(
  ledger: Reading,
  stageFolder: string,
  { check, batch, file, row }: CheckedRow,
): { candidates: readonly Candidate[]; column: number | null } {
  const { connection } = openStage(stageFolder, check);
  try {
    const staged = connection
      .prepare<[number, number], { fileNo: number; shopId: number }>(
        `select file_no as fileNo, shop_id as shopId from staged_file
         join staged_batch on staged_batch.batch_no = staged_file.batch_no
         where staged_file.batch_no = ? order by file_no limit 1 offset ?`,
      )
      .get(batch + 1, file);
    if (staged === undefined) throw new Problem('check-unknown', { check });
    const statements = sourceStatements(connection, 'stage');
    const mapping = statements.mapping(staged.fileNo);
    const column = mapping.columns.orderNumber?.[0] ?? null;
    const [raw] = statements.rawRows(staged.fileNo, [row]);
    if (raw === undefined || column === null) return { candidates: [], column };
    const damaged = damagedRows(statements.header(staged.fileNo), mapping)(raw);
    return { candidates: candidatesFor(ledger.connection, staged.shopId, damaged), column };
  } finally {
    connection.close();
  }
}
