/** One row of the running account: an order, or the refund under it. A click shows where it came from. */

import { useTranslation } from 'react-i18next';
import type { AccountRow } from '../../../src-shared/contract/customers.ts';
import { minorOf } from '../../../src-shared/money.ts';
import { DayText } from '../../parts/day-text.tsx';
import { MoneyText } from '../../parts/money-text.tsx';

export interface AccountLineProps {
  readonly row: AccountRow;
  readonly currency: string;
  readonly isFifth: boolean;
  readonly isChosen: boolean;
  readonly onSource: (row: AccountRow) => void;
}

export function AccountLine({ row, currency, isFifth, isChosen, onSource }: AccountLineProps) {
  return (
    <tr className={isFifth ? 'r5' : undefined} aria-selected={isChosen} onClick={() => onSource(row)}>
      <td className="dim">
        <DayText day={row.day} />
      </td>
      <td>
        <KindMark kind={row.kind} />
      </td>
      <td className={row.counts ? undefined : 'dim'}>
        <WhatText row={row} onSource={onSource} />
      </td>
      <td className="dim sm roomy">
        <StatusText row={row} />
      </td>
      <td className="n fig">{row.kind === 'order' && <MoneyText amount={row.paidMinor} currency={currency} />}</td>
      <td className="n">
        <RefundText row={row} currency={currency} />
      </td>
      <td className="n">
        <MoneyText amount={row.balanceMinor} currency={currency} />
      </td>
      <td className="fig wide mono pickable">{row.orderNumber}</td>
    </tr>
  );
}

export function KindMark({ kind }: Pick<AccountRow, 'kind'>) {
  const { t } = useTranslation('customer');
  const isRefund = kind === 'refund';
  return (
    <span
      className={isRefund ? 'k k-r' : 'k k-o'}
      role="img"
      aria-label={isRefund ? t('account.isRefund') : t('account.isOrder')}
    >
      {isRefund ? t('account.markRefund') : t('account.markOrder')}
    </span>
  );
}

export function WhatText({ row, onSource }: Pick<AccountLineProps, 'row' | 'onSource'>) {
  const { t } = useTranslation('customer');
  const { t: common } = useTranslation('common');
  const items = row.items === '' ? t('account.noItems') : row.items;
  const isWhole = row.kind === 'refund' && row.status === 'refunded';
  const text =
    row.kind === 'order' ? items : isWhole ? t('account.fullRefund', { items }) : t('account.partRefund', { items });
  return (
    <button
      type="button"
      className="plain cut whole"
      title={`${text}\n${row.orderNumber}`}
      onClick={(event) => {
        event.stopPropagation();
        onSource(row);
      }}
    >
      {text}
      {row.kind === 'order' && (!row.counts || row.status !== 'completed') && (
        <span className="faint sm tight">
          {' '}
          {row.excluded === null ? common(`orderStatus.${row.status}`) : common(`excluded.${row.excluded}`)}
        </span>
      )}
      <span className="unseen"> {t('account.openSource', { order: row.orderNumber })}</span>
    </button>
  );
}

export function StatusText({ row }: Pick<AccountLineProps, 'row'>) {
  const { t } = useTranslation('customer');
  const { t: common } = useTranslation('common');
  if (row.kind === 'refund') return null;
  return (
    <>
      {common(`orderStatus.${row.status}`)}
      {row.excluded !== null && <span className="faint"> {common(`excluded.${row.excluded}`)}</span>}
      {!row.counts && <span className="faint"> {t('account.notCounted')}</span>}
    </>
  );
}

export function RefundText({ row, currency }: Pick<AccountLineProps, 'row' | 'currency'>) {
  if (row.kind !== 'refund') return null;
  const amount = row.refundMinor === null ? null : minorOf(-Math.abs(row.refundMinor));
  return <MoneyText amount={amount} currency={currency} />;
}
