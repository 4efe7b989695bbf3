/** Writes a customer list to a file the owner chose: whole, or not at all. */

import { renameSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import type { ListRequest } from '../../src-shared/contract/lists.ts';
import { Problem } from '../../src-shared/problem.ts';
import type { ScoresOf } from '../ledger/customers-scores.ts';
import type { Reading } from '../ledger/transaction.ts';
import { customerList } from './customer-list.ts';
import { listWords } from './list-heads.ts';
import { writeCsv } from './write-csv.ts';
import { writeXlsx } from './write-xlsx.ts';

export interface ExportRequest extends ListRequest {
  readonly format: 'csv' | 'xlsx';
}

/** Told of each thousand rows; a throw gives the export up. */
export type OnRows = (done: number, total: number) => void;

/** Returns how many rows the file has, and how many people were left out, for they are held back. What stood under the name stays until the new file is complete. */
export async function exportList(
  reading: Reading,
  request: ExportRequest,
  path: string,
  scoresOf: ScoresOf,
  onRows: OnRows = () => undefined,
): Promise<{ rows: number; held: number }> {
  const list = customerList(reading, request, scoresOf);
  const unfinished = `${path}.part`;
  const report = (done: number): void => onRows(done, list.total);
  try {
    const rows =
      request.format === 'csv'
        ? writeCsv(unfinished, list, report)
        : await writeXlsx(unfinished, list, listWords[request.language].sheet, report);
    renameSync(unfinished, path);
    return { rows, held: list.left.count };
  } catch (error) {
    rmSync(unfinished, { force: true });
    if (error instanceof Error && 'syscall' in error) throw new Problem('save-failed', { name: basename(path) });
    throw error;
  }
}
