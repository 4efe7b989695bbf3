/** People with what places them in a tier: days away, orders, money. The first 500; the rest are counted. */

import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Score } from '../../../src-shared/contract/metrics.ts';
import { MoneyText } from '../../parts/money-text.tsx';
import { TierBars } from '../../parts/tier-badge.tsx';

const shownAtMost = 500;

export function PeopleTable({ people }: { readonly people: readonly Score[] }) {
  const { t } = useTranslation('tiers');
  return (
    <>
      <table className="ledger cell-people">
        <tbody>
          {people.slice(0, shownAtMost).map((score) => (
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
      {people.length > shownAtMost && (
        <p className="sm dim">{t('people.more', { count: people.length - shownAtMost })}</p>
      )}
    </>
  );
}
