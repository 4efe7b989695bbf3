/** The strip over the foot while customers are selected: count, sum, what can be done with them, and what to mind. */

import { useTranslation } from 'react-i18next';
import type { CustomerRow } from '../../../src-shared/contract/customers.ts';
import { formatMinor } from '../../../src-shared/money.ts';
import { useAct } from '../../link/use-call.ts';
import { useToast } from '../../parts/toast.tsx';
import type { ColumnName } from '../../state/columns.ts';
import { sumsOf, tableText } from './list-sums.ts';

export interface PickStripProps {
  readonly rows: readonly CustomerRow[];
  readonly columns: readonly ColumnName[];
  readonly onPrint: () => void;
  readonly onExport: () => void;
  readonly onClear: () => void;
}

/** Copies customers as a table, heads included. */
export function useCopyTable(columns: readonly ColumnName[]): (rows: readonly CustomerRow[]) => Promise<void> {
  const { t } = useTranslation('customers');
  const { t: common } = useTranslation('common');
  const { act } = useAct('shell.copy');
  const toast = useToast();
  return async (rows) => {
    const text = tableText(
      rows,
      columns,
      (name) => t(`heads.${name}`),
      ({ tier }) => (tier === null ? '' : common(`tier.${tier}`)),
    );
    if ((await act({ text })) !== null) toast.done(t('pick.copied', { count: rows.length }));
  };
}

export function PickStrip({ rows, columns, onPrint, onExport, onClear }: PickStripProps) {
  const { t } = useTranslation('customers');
  const copy = useCopyTable(columns);
  const sums = sumsOf(rows);
  const likely = rows.filter((row) => row.certainty === 'likely').length;
  return (
    <section className="pick" aria-label={t('pick.label')}>
      <b>{t('pick.chosen', { count: rows.length })}</b>
      {sums.netMinor !== null && (
        <span className="pick-sum">{t('pick.net', { money: formatMinor(sums.netMinor, sums.currencies[0]) })}</span>
      )}
      <button type="button" onClick={onPrint}>
        {t('print')}
      </button>
      <button type="button" onClick={onExport}>
        {t('export')}…
      </button>
      <button type="button" onClick={() => void copy(rows)}>
        {t('pick.copy')}
      </button>
      <span className="sp" />
      {likely > 0 && <span className="pick-mind">{t('pick.likely', { count: likely })}</span>}
      <button type="button" onClick={onClear}>
        {t('pick.cancel')}
      </button>
    </section>
  );
}
