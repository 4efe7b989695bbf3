/** Who went from which tier to which between two days: earlier tiers down, later ones across. A cell opens its people. */

import { useTranslation } from 'react-i18next';
import { type Tier, tiers } from '../../../src-shared/rfm.ts';
import { formatCount } from '../../parts/count-text.tsx';
import { Figure } from '../../parts/figure.tsx';
import { numberOf, type Told } from './told.ts';

/** `from` null: they had not bought yet. */
export interface Moved {
  readonly from: Tier | null;
  readonly to: Tier;
  readonly customers: number;
}

export interface MovementTableProps {
  readonly rows: readonly Told[];
  readonly earlier: string;
  readonly onMoved: (moved: Moved) => void;
}

const froms: readonly (Tier | null)[] = [...tiers, null];

export function MovementTable({ rows, earlier, onMoved }: MovementTableProps) {
  const { t } = useTranslation('reports');
  const { t: common } = useTranslation('common');
  const countOf = (from: Tier | null, to: Tier): number =>
    numberOf(
      rows.find((row) => row['from_tier'] === from && row['to_tier'] === to),
      'customers',
    );
  const sumTo = (to: Tier): number => froms.reduce((sum, from) => sum + countOf(from, to), 0);
  const sumFrom = (from: Tier | null): number => tiers.reduce((sum, to) => sum + countOf(from, to), 0);
  return (
    <section className="report-table movement">
      <h2>{t('movement', { earlier })}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('fromTier')}</th>
            {tiers.map((to) => (
              <th key={to} scope="col" className="n">
                {common(`tier.${to}`)}
              </th>
            ))}
            <th scope="col" className="n">
              {t('total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {froms.map((from) => (
            <tr key={from ?? 'new'}>
              <th scope="row">{from === null ? t('notYet') : common(`tier.${from}`)}</th>
              {tiers.map((to) => {
                const customers = countOf(from, to);
                return (
                  <td key={to} className={from === to ? 'n stayed' : 'n'}>
                    {customers === 0 ? (
                      <span className="faint">0</span>
                    ) : (
                      <Figure onAsk={() => onMoved({ from, to, customers })}>{formatCount(customers)}</Figure>
                    )}
                  </td>
                );
              })}
              <td className="n">{formatCount(sumFrom(from))}</td>
            </tr>
          ))}
          <tr className="total">
            <th scope="row">{t('total')}</th>
            {tiers.map((to) => (
              <td key={to} className="n">
                {formatCount(sumTo(to))}
              </td>
            ))}
            <td className="n">{formatCount(tiers.reduce((sum, to) => sum + sumTo(to), 0))}</td>
          </tr>
        </tbody>
      </table>
      <p className="faint sm">{t('movementSay')}</p>
    </section>
  );
}
