/** Step 4: which file, row and cell an order came from, as the owner's sheet has it. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceRow } from '../../../src-shared/contract/customers.ts';
import { useCall } from '../../link/use-call.ts';
import { tellingFirst } from './source-cells.ts';
import { SourceSheet, WholeRow } from './source-sheet.tsx';

export interface SourceStepProps {
  readonly order: number;
  readonly fact: string | null;
  /** Words before the file: which order this is. */
  readonly heading: string;
}

export function SourceStep({ order, fact, heading }: SourceStepProps) {
  const { t } = useTranslation('explanation');
  const { data } = useCall('orders.sources', { order });
  const [at, setAt] = useState(0);
  if (data === undefined) return <p className="faint">{t('loading')}</p>;
  const rows = tellingFirst(data.rows, fact);
  const row = rows[Math.min(at, rows.length - 1)];
  return (
    <>
      <h3 className="step-head">{heading}</h3>
      <p className="mono order-number">{data.orderNumber}</p>
      {row === undefined ? (
        <p className="dim">{t('noSource')}</p>
      ) : (
        <FromRow key={`${row.batch}/${row.file}/${row.row}`} row={row} fact={fact} />
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
      {whole ? <WholeRow row={row} fact={fact} /> : <SourceSheet row={row} fact={fact} />}
      <p className="sm dim between">
        <span className={row.live ? undefined : 'warn'}>
          {row.live ? t('appliedAt', { at: row.appliedAt.slice(0, 16).replace('T', ' ') }) : t('undoneSource')}
        </span>
        <button type="button" className="plain link" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? t('someCells') : t('wholeRow', { count: row.cells.length })}
        </button>
      </p>
    </>
  );
}
