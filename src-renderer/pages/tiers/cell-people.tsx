/** Who was in a cell of the grid as of another day than today, beside the grid: the customer list itself is always as of today. */

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { RfmBasis, Score } from '../../../src-shared/contract/metrics.ts';
import type { Connection } from '../../link/connection.ts';
import { useConnection } from '../../link/connection-context.tsx';
import { MoneyText } from '../../parts/money-text.tsx';
import { SidePanel } from '../../parts/side-panel.tsx';
import { TierBars } from '../../parts/tier-badge.tsx';
import type { GridCell } from './grid-model.ts';
import { useBandTexts } from './rfm-grid.tsx';

const atOnce = 10_000;
const shownAtMost = 500;

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
  const found: Score[] = [];
  for (let from = 0, total = 1; from < total; from += atOnce) {
    const answer = await connection.call('rfm.scores', { ...basis, from, count: atOnce });
    total = answer.total;
    found.push(...answer.scores.filter((score) => isInCell(score, cell)));
  }
  return found.toSorted((a, b) => b.netMinor - a.netMinor);
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
      {data !== undefined && (
        <table className="ledger cell-people">
          <tbody>
            {data.slice(0, shownAtMost).map((score) => (
              <tr key={score.customer}>
                <td>
                  <TierBars tier={score.tier} /> <Link href={`/customers/${score.customer}`}>{score.name}</Link>
                </td>
                <td className="n">{t('people.days', { count: score.recencyDays })}</td>
                <td className="n">{t('people.orders', { count: score.frequency })}</td>
                <td className="n">
                  <MoneyText amount={score.netMinor} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {data !== undefined && data.length > shownAtMost && (
        <p className="sm dim">{t('people.more', { count: data.length - shownAtMost })}</p>
      )}
    </SidePanel>
  );
}
