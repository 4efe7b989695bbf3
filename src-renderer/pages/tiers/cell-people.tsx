/** Who was in a cell of the grid as of another day than today, beside the grid: the customer list itself is always as of today. */

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RfmBasis } from '../../../src-shared/contract/metrics.ts';
import { SidePanel } from '../../parts/side-panel.tsx';
import type { GridCell } from './grid-model.ts';
import { PeopleTable } from './people-table.tsx';
import { useBandTexts } from './rfm-grid.tsx';

export interface CellPeopleProps {
  readonly cell: GridCell;
  readonly basis: RfmBasis;
  readonly onClose: () => void;
  /** Asked how they were counted. */
  readonly onWhy: () => void;
}

export function CellPeople({ cell, basis, onClose, onWhy }: CellPeopleProps) {
  const { t } = useTranslation('tiers');
  const texts = useBandTexts();
  const { recencyFrom, recencyTo, ordersFrom, ordersTo } = cell;
  const who = useMemo(
    () => ({ basis, cell: { recencyFrom, recencyTo, ordersFrom, ordersTo } }),
    [basis, recencyFrom, recencyTo, ordersFrom, ordersTo],
  );
  const recency = texts.recency({ from: recencyFrom, to: recencyTo });
  const orders = texts.orders({ from: ordersFrom, to: ordersTo });
  const title = t('people.title', { recency, orders });
  return (
    <SidePanel title={title} onClose={onClose} holdsList>
      <p className="sm dim">
        {t('people.say', { day: basis.on, count: cell.customers })}{' '}
        <button type="button" className="plain link" onClick={onWhy}>
          {t('whyThis')}
        </button>
      </p>
      <PeopleTable who={who} label={title} />
    </SidePanel>
  );
}
