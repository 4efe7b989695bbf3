/** The foot of the list: where one is, then count, sums and mean of what the filter holds, of the selection, or of a block of cells. */

import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { ResultOf } from '../../../src-shared/contract/index.ts';
import { formatMinor, type Minor, minorOf } from '../../../src-shared/money.ts';
import { formatCount } from '../../parts/count-text.tsx';
import { shortDay } from '../../parts/day-text.tsx';
import { Figure } from '../../parts/figure.tsx';
import type { ListSums } from './list-sums.ts';

export interface ListFootProps {
  readonly count: number;
  /** null: not known yet. */
  readonly sums: ListSums | null;
  readonly isSelection: boolean;
  /** Asked what a sum is made of. */
  readonly onAsk: (fact: string) => void;
}

export function ListFoot({ count, sums, isSelection, onAsk }: ListFootProps) {
  const { t } = useTranslation('customers');
  const counted = (
    fact: string,
    i18nKey: 'foot.selected' | 'foot.matching' | 'foot.orders',
    count: number,
  ): ReactNode => (
    <Figure onAsk={() => onAsk(fact)}>
      <Trans t={t} i18nKey={i18nKey} values={{ count }} components={{ b: <b /> }} />
    </Figure>
  );
  const customers = counted('customers', isSelection ? 'foot.selected' : 'foot.matching', count);
  if (sums === null) return customers;
  const amount = (
    fact: string,
    i18nKey: 'foot.paid' | 'foot.refund' | 'foot.net' | 'foot.average',
    minor: Minor,
  ): ReactNode => (
    <Figure onAsk={() => onAsk(fact)}>
      <Trans t={t} i18nKey={i18nKey} values={{ money: formatMinor(minor, sums.currency) }} components={{ b: <b /> }} />
    </Figure>
  );
  return (
    <>
      {customers}
      {amount('netMinor', 'foot.net', sums.netMinor)}
      {counted('orders', 'foot.orders', sums.orders)}
      {sums.average !== null && amount('averageMinor', 'foot.average', sums.average)}
      {amount('paidMinor', 'foot.paid', sums.paidMinor)}
      {amount('refundMinor', 'foot.refund', sums.refundMinor)}
    </>
  );
}

export type CellSums = ResultOf<'customers.cells'>;

/** What a block of cells comes to, as in the foot of a spreadsheet: each column by itself, for orders and money do not add up. */
export function CellsFoot({ sums, width }: { readonly sums: CellSums; readonly width: number }) {
  const { t } = useTranslation('customers');
  const textOf = (column: string, value: number): string => {
    if (column.endsWith('Minor')) return formatMinor(minorOf(Math.round(value)), sums.currency);
    return Number.isInteger(value) ? formatCount(value) : value.toFixed(1);
  };
  return (
    <>
      <span>
        <Trans t={t} i18nKey="cells.size" values={{ rows: sums.rows, columns: width }} components={{ b: <b /> }} />
      </span>
      {sums.columns.map(({ column, sum, mean, least, most }) => {
        const head = t(`heads.${column}`);
        if (typeof least === 'string' && typeof most === 'string') {
          const values = { head, from: shortDay(least), to: shortDay(most) };
          return (
            <span key={column}>
              <Trans
                t={t}
                i18nKey={least === most ? 'cells.day' : 'cells.days'}
                values={values}
                components={{ b: <b /> }}
              />
            </span>
          );
        }
        if (sum === null || mean === null) return null;
        const values = { head, sum: textOf(column, sum), mean: textOf(column, mean) };
        // Averages and days away are not added up by anybody.
        const isMean = column === 'averageMinor' || column === 'recencyDays';
        return (
          <span key={column}>
            <Trans t={t} i18nKey={isMean ? 'cells.mean' : 'cells.sum'} values={values} components={{ b: <b /> }} />
          </span>
        );
      })}
    </>
  );
}
