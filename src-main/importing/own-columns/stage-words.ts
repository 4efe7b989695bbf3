/**
 * Columns of a file that fill the owner's fields and tags: reads what they say into the stage, row by row. A second walk over the table, so that files without
 * such columns, and the short way of single orders, know nothing of it. Between `stage-file` and `write-words`.
 */

import type { Mapping } from '../../../src-shared/contract/mappings.ts';
import { fieldOfColumn, keptValue } from '../../../src-shared/custom-field.ts';
import { storedField } from '../../ledger/fields/stored-fields.ts';
import type { Reading } from '../../ledger/transaction.ts';
import { fixerOf } from '../damage/fix-rows.ts';
import { cleanCell } from '../normalise/clean-cell.ts';
import { normaliserFor } from '../normalise/normalise-row.ts';
import { type Progress, stopIfCancelled } from '../progress.ts';
import type { Table } from '../readers/reader.ts';
import { problemInserter } from '../stage-file.ts';
import { inserter, type StagedSource } from '../stage-groups.ts';
import { tagsIn } from './tags-in.ts';

/** What a cell says, as it is kept; null: it cannot be read. */
type ReadCell = (text: string) => readonly string[] | null;

interface OwnColumn {
  readonly column: number;
  readonly fills: string;
  readonly read: ReadCell;
}

/** Those of them whose field is still there. */
function ownColumns(ledger: Reading, mapping: Mapping): readonly OwnColumn[] {
  return (mapping.own ?? []).flatMap(({ column, fills }): OwnColumn[] => {
    const field = fieldOfColumn(fills);
    if (field === null) return [{ column, fills, read: tagsIn }];
    const kind = storedField(ledger, field);
    if (kind === null) return [];
    const read: ReadCell = (text) => {
      const kept = keptValue(kind, text);
      return kept === null ? null : [kept];
    };
    return [{ column, fills, read }];
  });
}

const CODE = 'own-value-unreadable';

/** Only rows that stand for an order say anything. `table`: opened anew. Does nothing where no column fills a field. */
export async function stageWords(
  ledger: Reading,
  connection: Reading['connection'],
  source: StagedSource,
  open: () => Promise<Table>,
  progress: Progress,
): Promise<void> {
  const columns = ownColumns(ledger, source.mapping);
  if (columns.length === 0) return;
  const table = await open();
  const normalise = normaliserFor(table.header, source.mapping, source.latest);
  const fix = fixerOf(source.fixes);
  const add = inserter(connection, 'staged_word', ['source_no', 'row_no', 'fills', 'content']);
  const addProblem = problemInserter(connection);
  const fileNo = connection
    .prepare<[number], number | null>('select min(file_no) from staged_file where source_no = ?')
    .pluck()
    .get(source.sourceNo);
  if (fileNo === undefined || fileNo === null) return;
  // Of a table that was not read again they came along.
  connection.prepare('delete from staged_problem where file_no = ? and code = ?').run(fileNo, CODE);
  for await (const batch of table.rows()) {
    for (const raw of batch) {
      const row = fix(raw);
      if (normalise(row).statement === null) continue;
      for (const { column, fills, read } of columns) {
        const text = cleanCell(row.cells[column] ?? '');
        if (text === '') continue;
        const kept = read(text);
        if (kept === null) addProblem(fileNo, raw.row, CODE, table.header[column] ?? null, text.slice(0, 200), null, 0);
        for (const content of kept ?? []) add(source.sourceNo, raw.row, fills, content);
      }
    }
    stopIfCancelled(progress);
  }
}
