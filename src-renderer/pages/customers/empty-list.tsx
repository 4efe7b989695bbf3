/** Why the list is empty, and the way on: import, or widen the conditions. */

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { CustomerFilter } from '../../../src-shared/contract/customers.ts';
import type { LedgerStatus } from '../../../src-shared/contract/ledger.ts';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { hasConditions, withCondition } from '../../state/customer-filter.ts';

export interface EmptyListProps {
  readonly filter: CustomerFilter;
  readonly status: LedgerStatus;
  readonly onFilter: (filter: CustomerFilter) => void;
}

export function EmptyList({ filter, status, onFilter }: EmptyListProps) {
  const { t } = useTranslation('customers');
  const [, navigate] = useLocation();
  if (hasConditions(filter)) {
    const text = filter.search;
    // A search goes by itself; the other conditions have their own way to be cleared, above the list.
    const clear = (): void => onFilter(text === undefined ? {} : withCondition(filter, 'search', undefined));
    return (
      <EmptyNote action={<Button onClick={clear}>{text === undefined ? t('clear') : t('clearSearch')}</Button>}>
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
