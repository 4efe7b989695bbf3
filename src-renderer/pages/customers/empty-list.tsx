/** Why the list is empty, and the way on: import, or widen the conditions. */

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { CustomerFilter } from '../../../src-shared/contract/customers.ts';
import type { LedgerStatus } from '../../../src-shared/contract/ledger.ts';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { hasConditions } from '../../state/customer-filter.ts';

export interface EmptyListProps {
  readonly filter: CustomerFilter;
  readonly status: LedgerStatus;
  readonly onClear: () => void;
}

export function EmptyList({ filter, status, onClear }: EmptyListProps) {
  const { t } = useTranslation('customers');
  const [, navigate] = useLocation();
  if (hasConditions(filter)) {
    const text = filter.search;
    return (
      <EmptyNote action={<Button onClick={onClear}>{t('clear')}</Button>}>
        {text === undefined ? t('none') : t('noneSearch', { text })}
      </EmptyNote>
    );
  }
  const hasOrders = status.orders > 0;
  return (
    <EmptyNote
      action={
        <Button onClick={() => navigate(hasOrders ? '/history' : '/import')}>
          {hasOrders ? t('emptyNoBuyersAction') : t('emptyAction')}
        </Button>
      }
    >
      {hasOrders ? t('emptyNoBuyers') : t('empty')}
    </EmptyNote>
  );
}
