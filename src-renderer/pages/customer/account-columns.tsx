/** The running account as columns of the virtual table, for customers with hundreds of orders. */

import type { TFunction } from 'i18next';
import type { AccountRow } from '../../../src-shared/contract/customers.ts';
import { DayText } from '../../parts/day-text.tsx';
import { MoneyText } from '../../parts/money-text.tsx';
import type { Column } from '../../parts/table-columns.ts';
import { KindMark, RefundText, StatusText, WhatText } from './account-line.tsx';

export function accountColumns(
  t: TFunction<'customer'>,
  currency: string,
  onSource: (row: AccountRow) => void,
): readonly Column<AccountRow>[] {
  return [
    { key: 'day', head: t('account.date'), width: 80, cell: (row) => <DayText day={row.day} /> },
    { key: 'kind', head: '', width: 36, cell: (row) => <KindMark kind={row.kind} /> },
    { key: 'what', head: t('account.what'), width: 220, cell: (row) => <WhatText row={row} onSource={onSource} /> },
    { key: 'status', head: t('account.status'), width: 90, cell: (row) => <StatusText row={row} /> },
    {
      key: 'paid',
      head: t('account.paid'),
      width: 92,
      figures: true,
      rule: true,
      cell: (row) => (row.kind === 'order' ? <MoneyText amount={row.paidMinor} currency={currency} /> : null),
    },
    {
      key: 'refund',
      head: t('account.refund'),
      width: 84,
      figures: true,
      cell: (row) => <RefundText row={row} currency={currency} />,
    },
    {
      key: 'balance',
      head: t('account.balance'),
      width: 100,
      figures: true,
      cell: (row) => <MoneyText amount={row.balanceMinor} currency={currency} />,
    },
  ];
}
