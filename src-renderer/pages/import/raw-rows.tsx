/** The rows of one file exactly as they stand, with the cells that are wrong marked. Only what is in view is read. */

import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mappableFields, type ReportProblem } from '../../../src-shared/contract/imports.ts';
import type { ResultOf } from '../../../src-shared/contract/index.ts';
import { type RowProblemLevel, rowProblemLevels } from '../../../src-shared/row-problem.ts';
import { useWindows } from '../../link/use-windows.ts';
import { formatCount } from '../../parts/count-text.tsx';
import { type Column, VirtualTable } from '../../parts/virtual-table.tsx';

type Answer = ResultOf<'imports.rows'>;
type RawRow = Answer['rows'][number];

export interface RawRowsProps {
  readonly check: string;
  readonly batch: number;
  readonly file: number;
  readonly name: string;
  /** Record number of the first row beneath the header. */
  readonly firstRow: number;
  readonly problem: ReportProblem | undefined;
}

export function RawRows({ check, batch, file, name, firstRow, problem }: RawRowsProps) {
  const { t } = useTranslation('importing');
  const fields = useTranslation('fields').t;
  const [showsAll, setShowsAll] = useState(false);
  const list = useWindows<Answer, RawRow>({
    key: ['imports.rows', { check, batch, file }],
    ask: (connection, { from, count }) =>
      connection.call('imports.rows', { check, batch, file, from: firstRow + from, count }),
    total: ({ total }) => Math.max(total, (problem?.line ?? 0) - firstRow + 1),
    rows: ({ rows }) => rows,
    // A record the reader passed over leaves its place empty: each row stands where the file has it.
    place: ({ rows }, index) => rows.find(({ row }) => row === firstRow + index),
  });
  const used = usedColumns(list.first, problem);
  const header = list.first?.header ?? [];
  const columns: Column<RawRow>[] = [
    {
      key: 'row',
      head: t('row'),
      width: 58,
      figures: true,
      kept: true,
      cell: ({ row }) => <span className="faint">{formatCount(row)}</span>,
    },
    ...header.flatMap((head, at): Column<RawRow>[] => {
      const field = used.get(at);
      if (field === undefined && !showsAll) return [];
      return [rawColumn(head, at, field ? fields(field) : t('notUsed'))];
    }),
  ];
  return (
    <>
      <div className="row-line">
        <h2 className="nw" style={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
          {t('rowsTitle', { file: name })}
        </h2>
        <span className="dim sm nw">{t('rowsSay', { all: header.length, used: used.size })}</span>
        <Segmented
          size="small"
          value={showsAll}
          onChange={setShowsAll}
          options={[
            { value: false, label: t('usedColumns') },
            { value: true, label: t('allColumns') },
          ]}
        />
      </div>
      <VirtualTable
        name="raw-rows"
        label={t('rowsTitle', { file: name })}
        columns={columns}
        total={list.total}
        rowAt={list.rowAt}
        loadWindow={list.loadWindow}
        busy={list.busy}
        rowHeight={28}
        twoLineHead
        {...(problem === undefined ? {} : { here: problem.line - firstRow })}
      />
    </>
  );
}

type Field = (typeof mappableFields)[number];

/** Column number → field; a column with the problem in view is shown too, whatever it is. */
function usedColumns(
  answer: Answer | undefined,
  problem: ReportProblem | undefined,
): ReadonlyMap<number, Field | null> {
  const used = new Map<number, Field | null>();
  if (answer === undefined) return used;
  for (const field of mappableFields) for (const column of answer.mapping.columns[field] ?? []) used.set(column, field);
  const problemColumn = problem?.column ?? null;
  const at = problemColumn === null ? -1 : answer.header.indexOf(problemColumn);
  if (at >= 0 && !used.has(at)) used.set(at, null);
  return used;
}

const levels: readonly RowProblemLevel[] = ['stopped', 'noted', 'info'];

function rawColumn(head: string, at: number, reading: string): Column<RawRow> {
  return {
    key: `${at}`,
    head,
    over: reading,
    hint: head,
    width: Math.min(240, Math.max(84, head.length * 13 + 24, reading.length * 13 + 24)),
    cell: ({ cells }) => <span title={cells[at]}>{cells[at]}</span>,
    cellClass: ({ problems }) => {
      const worst = levels.find((level) =>
        problems.some(({ code, column }) => column === head && rowProblemLevels[code] === level),
      );
      return worst === undefined ? '' : `bad-${worst}`;
    },
  };
}
