/** What came of the two groups: counted side by side, and the difference in words. Each group opens the orders behind it. */

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StrategyResult } from '../../../src-shared/contract/strategies.ts';
import { formatMinor } from '../../../src-shared/money.ts';
import { ArmOrders } from '../../parts/arm-orders.tsx';
import { formatCount } from '../../parts/count-text.tsx';
import { type LiftOf, useLiftWords } from './lift-words.ts';

export interface ResultCardProps {
  readonly result: StrategyResult;
  readonly isPooled: boolean;
  /** Opens the orders of a group. */
  readonly onOrders?: (arm: 'contacted' | 'held') => void;
  /** In place of the table of both groups. */
  readonly table?: ReactNode;
}

export function ResultCard({ result, isPooled, onOrders, table }: ResultCardProps) {
  const { t } = useTranslation('strategies');
  const words = useLiftWords(result.currency);
  const shown: readonly LiftOf[] = result.spentMinor > 0 ? ['buyers', 'minor', 'net'] : ['buyers', 'minor'];
  const { currency, ratio, mixed, spentMinor } = result;
  return (
    <>
      {ratio !== null && ratio < 0.001 && <p className="stop">{t('result.ratio')}</p>}
      {table ?? <ArmsTable result={result} isPooled={isPooled} onOrders={onOrders} />}
      <dl className="lifts">
        {shown.map((of) => (
          <div key={of} data-lift={of}>
            <dt>{t(`result.what.${of}`)}</dt>
            <dd className={result[of].verdict}>{words(of, result)}</dd>
          </div>
        ))}
      </dl>
      <p className="dim sm">
        {spentMinor > 0 && `${t('result.spent', { money: formatMinor(spentMinor, currency) })} · `}
        {mixed > 0 && `${t('result.mixed', { count: mixed })} `}
        {t('result.method')}
      </p>
    </>
  );
}

function ArmsTable({
  result,
  isPooled,
  onOrders,
}: Omit<ResultCardProps, 'onOrders' | 'table'> & { readonly onOrders: ResultCardProps['onOrders'] | undefined }) {
  const { t } = useTranslation('strategies');
  return (
    <table className="ledger arms">
      <thead>
        <tr>
          <th scope="col">{t('result.arm')}</th>
          <th scope="col" className="n">
            {t('result.people')}
          </th>
          <th scope="col" className="n">
            {t(isPooled ? 'result.pooledBuyers' : 'result.buyers')}
          </th>
          <th scope="col" className="n">
            {t('result.rate')}
          </th>
          <th scope="col" className="n">
            {t('result.money')}
          </th>
          {onOrders !== undefined && <td />}
        </tr>
      </thead>
      <tbody>
        {(['contacted', 'held'] as const).map((arm) => {
          const { people, buyers, minor } = result[arm];
          return (
            <tr key={arm}>
              <td>{t(`result.${arm}`)}</td>
              <td className="n">{formatCount(people)}</td>
              <td className="n">{formatCount(buyers)}</td>
              <td className="n">{people === 0 ? '—' : ((100 * buyers) / people).toFixed(1)}</td>
              <td className="n">{formatMinor(minor, result.currency)}</td>
              {onOrders !== undefined && (
                <td className="n">
                  <ArmOrders arm={arm} onOrders={onOrders} />
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
