/** The rows of one file exactly as they stand, with the cells that are wrong marked. Only what is in view is read. */

import { Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportProblem } from '../../../src-shared/contract/imports.ts';
import { useWindows, type Windowed } from '../../link/use-windows.ts';
import { formatCount } from '../../parts/count-text.tsx';
import { type Column, VirtualTable } from '../../parts/virtual-table.tsx';
import { columnNamed } from './named-column.ts';
import { type RawAnswer, type RawRow, rawColumn, usedColumns } from './raw-columns.tsx';

export interface RawRowsProps {
  readonly check: string;
  readonly batch: number;
  /** Names of the batch's files; `file` is the one in view. */
  readonly files: readonly string[];
  readonly file: number;
  readonly onFile: (file: number) => void;
  /** Record number of the first row beneath the header. */
  readonly firstRow: number;
  /** The problem in view, when it is in this file. */
  readonly problem: ReportProblem | undefined;
  /** A row was opened, to be corrected. */
  readonly onOpen: (row: number) => void;
}

export function RawRows(props: RawRowsProps) {
  const { files, file, firstRow, problem, onOpen } = props;
  const { t } = useTranslation('importing');
  const [showsAll, setShowsAll] = useState(false);
  const list = useRawRows(props);
  const columns = useRawColumns(list, problem, showsAll);
  const used = usedColumns(list.first, problem).size;
  const label = t('rowsTitle', { file: files[file] ?? '' });
  return (
    <>
      <div className="title-line">
        <FileInView {...props} />
        <span className="dim sm nw">{t('rowsSay', { all: list.first?.header.length ?? 0, used })}</span>
        <Segmented
          size="small"
          aria-label={t('whichColumns')}
          value={showsAll}
          onChange={setShowsAll}
          options={[
            { value: false, label: t('usedColumns') },
            { value: true, label: t('allColumns') },
          ]}
        />
      </div>
      <VirtualTable
        name={`raw-rows-${list.first?.mapping.profile ?? ''}`}
        label={label}
        columns={columns}
        total={list.total}
        rowAt={list.rowAt}
        loadWindow={list.loadWindow}
        busy={list.busy}
        rowHeight={28}
        onOpen={({ row }) => onOpen(row)}
        twoLineHead
        {...placeOf(problem, firstRow, list.first)}
      />
    </>
  );
}

function placeOf(problem: ReportProblem | undefined, firstRow: number, answer: RawAnswer | undefined) {
  if (problem === undefined) return {};
  const column = columnNamed(answer?.header ?? [], problem.column);
  return { here: problem.line - firstRow, ...(column < 0 ? {} : { hereColumn: `${column}` }) };
}

function FileInView({ files, file, onFile }: Pick<RawRowsProps, 'files' | 'file' | 'onFile'>) {
  const { t } = useTranslation('importing');
  if (files.length < 2) return <h2 className="nw cut">{t('rowsTitle', { file: files[file] ?? '' })}</h2>;
  return (
    <Select
      size="small"
      value={file}
      onChange={onFile}
      popupMatchSelectWidth={false}
      aria-label={t('rowsOf')}
      style={{ flex: '0 1 auto', minWidth: 0, maxWidth: '36rem' }}
      options={files.map((name, value) => ({ value, label: t('rowsTitle', { file: name }) }))}
    />
  );
}

function useRawRows({ check, batch, file, firstRow, problem }: RawRowsProps): Windowed<RawAnswer, RawRow> {
  return useWindows<RawAnswer, RawRow>({
    key: ['imports.rows', { check, batch, file }],
    ask: (connection, { from, count }) =>
      connection.call('imports.rows', { check, batch, file, from: firstRow + from, count }),
    total: ({ total }) => Math.max(total, (problem?.line ?? 0) - firstRow + 1),
    rows: ({ rows }) => rows,
    // A record the reader passed over leaves its place empty: each row stands where the file has it.
    place: ({ rows }, index) => rows.find(({ row }) => row === firstRow + index),
  });
}

function useRawColumns(
  { first }: Windowed<RawAnswer, RawRow>,
  problem: ReportProblem | undefined,
  showsAll: boolean,
): readonly Column<RawRow>[] {
  const { t } = useTranslation('importing');
  const fields = useTranslation('fields').t;
  const repairs = useTranslation('repairs').t;
  const number: Column<RawRow> = {
    key: 'row',
    head: t('row'),
    over: t('readAs'),
    width: 68,
    figures: true,
    kept: true,
    cell: ({ row }) => <span className="faint">{formatCount(row)}</span>,
  };
  if (first === undefined) return [number];
  const used = usedColumns(first, problem);
  const shown = first.header.flatMap((_, at) => {
    const field = used.get(at);
    if (field === undefined && !showsAll) return [];
    const reading = field ? fields(field) : t('notUsed');
    const fixedTitle = (found: string, typed: string): string => repairs('fixedTitle', { found, typed });
    return [rawColumn({ answer: first, at, field: field ?? null, reading, fixedTitle })];
  });
  return [number, ...shown];
}
