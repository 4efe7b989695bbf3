/** Who was in a cell of the grid as of another day than today, beside the grid: the customer list itself is always as of today. */

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { RfmBasis, Score } from '../../../src-shared/contract/metrics.ts';
import type { Connection } from '../../link/connection.ts';
import { useConnection } from '../../link/connection-context.tsx';
import { SidePanel } from '../../parts/side-panel.tsx';
import type { GridCell } from './grid-model.ts';
import { PeopleTable } from './people-table.tsx';
import { useBandTexts } from './rfm-grid.tsx';
import { allScores } from './scores.ts';

function isInCell(score: Score, cell: GridCell): boolean {
  const { recencyDays, frequency } = score;
  return (
    recencyDays >= cell.recencyFrom &&
    recencyDays <= (cell.recencyTo ?? Number.POSITIVE_INFINITY) &&
    frequency >= cell.ordersFrom &&
    frequency <= (cell.ordersTo ?? Number.POSITIVE_INFINITY)
  );
}

async function peopleOf(connection: Connection, basis: RfmBasis, cell: GridCell): Promise<readonly Score[]> {
  const everybody = await allScores(connection, basis);
  return everybody.filter((score) => isInCell(score, cell)).toSorted((a, b) => b.netMinor - a.netMinor);
}

export interface CellPeopleProps {
  readonly cell: GridCell;
  readonly basis: RfmBasis;
  readonly onClose: () => void;
}

export function CellPeople({ cell, basis, onClose }: CellPeopleProps) {
  const { t } = useTranslation('tiers');
  const connection = useConnection();
  const texts = useBandTexts();
  const { data } = useQuery({
    queryKey: ['rfm.scores', basis, cell],
    queryFn: () => peopleOf(connection, basis, cell),
  });
  const recency = texts.recency({ from: cell.recencyFrom, to: cell.recencyTo });
  const orders = texts.orders({ from: cell.ordersFrom, to: cell.ordersTo });
  return (
    <SidePanel title={t('people.title', { recency, orders })} onClose={onClose}>
      <p className="sm dim">{t('people.say', { day: basis.on, count: cell.customers })}</p>
      {data !== undefined && <PeopleTable people={data} />}
    </SidePanel>
  );
}
