/** Step 4: which file, row and cell an order came from, as the owner's sheet has it. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceRow } from '../../../src-shared/contract/source-rows.ts';
import { rowProblemLevels } from '../../../src-shared/row-problem.ts';
import { useCall } from '../../link/use-call.ts';
import { LevelMark } from '../problem-note.tsx';
import { useFailureText } from '../toast.tsx';
import type { Source } from './source.ts';
import { tellingFirst } from './source-cells.ts';
import { SourceSheet, WholeRow } from './source-sheet.tsx';

export interface SourceStepProps {
  readonly source: Source;
  readonly fact: string | null;
  /** Words before the file: which order this is. */
  readonly heading: string;
}

const none = { in: { check: '' }, of: { order: 1 } } as const;

function useRows(source: Source) {
  const ofOrder = useCall(
    'orders.sources',
    { order: source.kind === 'order' ? source.order : 1 },
    { enabled: source.kind === 'order', keep: false },
  );
  const ofRows = useCall('explain.rows', source.kind === 'rows' ? source.params : none, {
    enabled: source.kind === 'rows',
    keep: false,
  });
  return source.kind === 'order' ? ofOrder : ofRows;
}

export function SourceStep({ source, fact, heading }: SourceStepProps) {
  const { t } = useTranslation('explanation');
  const failureText = useFailureText();
  const { data, error } = useRows(source);
  const [at, setAt] = useState(0);
  if (error !== null) return <p className="stop">{failureText(error)}</p>;
  if (data === undefined) return <p className="faint">{t('loading')}</p>;
  const rows = tellingFirst(data.rows, fact);
  const row = rows[Math.min(at, rows.length - 1)];
  return (
    <>
      <h3 className="step-head">{heading}</h3>
      {data.orderNumber !== '' && <p className="mono order-number">{data.orderNumber}</p>}
      {row === undefined ? (
        <p className="dim">{t('noSource')}</p>
      ) : (
        <FromRow key={`${row.batch ?? ''}/${row.file}/${row.row}`} row={row} fact={fact} />
      )}
      {rows.length > 1 && (
        <p className="sm dim between">
          <span>{t('sourceAt', { at: Math.min(at, rows.length - 1) + 1, count: rows.length })}</span>
          <span className="turns">
            <button type="button" className="plain link" disabled={at === 0} onClick={() => setAt(at - 1)}>
              {t('previousSource')}
            </button>
            <button type="button" className="plain link" disabled={at >= rows.length - 1} onClick={() => setAt(at + 1)}>
              {t('nextSource')}
            </button>
          </span>
        </p>
      )}
    </>
  );
}

function FromRow({ row, fact }: { readonly row: SourceRow; readonly fact: string | null }) {
  const { t } = useTranslation('explanation');
  const [whole, setWhole] = useState(false);
  return (
    <>
      <p className="file-line">
        <svg className="ic" viewBox="0 0 14 14" aria-hidden="true">
          <path d="M3 1.5h5l3 3v8H3zM8 1.5v3h3" />
        </svg>
        <span className="cut" title={row.file}>
          {row.file}
        </span>
        <b className="nw">
          {row.sheet === null ? t('row', { row: row.row }) : t('rowOfSheet', { sheet: row.sheet, row: row.row })}
        </b>
      </p>
      <RowProblems row={row} />
      {whole ? <WholeRow row={row} fact={fact} /> : <SourceSheet row={row} fact={fact} />}
      <p className="sm dim between">
        <Posted row={row} />
        <button type="button" className="plain link" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? t('someCells') : t('wholeRow', { count: row.cells.length })}
        </button>
      </p>
    </>
  );
}

/** When the row was posted; or that it is only being checked, or was taken back. */
function Posted({ row }: { readonly row: SourceRow }) {
  const { t } = useTranslation('explanation');
  if (!row.live) return <span className="warn">{t('undoneSource')}</span>;
  return (
    <span>
      {row.appliedAt === null ? t('onlyChecked') : t('appliedAt', { at: row.appliedAt.slice(0, 16).replace('T', ' ') })}
    </span>
  );
}

function RowProblems({ row }: { readonly row: SourceRow }) {
  const titles = useTranslation('rowProblems').t;
  return (row.problems ?? []).map(({ code, column, found }) => (
    <p key={`${code}/${column ?? ''}/${found}`} className="sm row-problem">
      <LevelMark level={rowProblemLevels[code]} />
      <span>
        {titles(code)}
        {column === null ? null : <span className="dim"> {column}</span>}
      </span>
    </p>
  ));
}
