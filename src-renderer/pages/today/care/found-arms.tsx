/** Both groups of a rule side by side, as narrow as the panel is. Each opens the orders behind it. */

import { useTranslation } from 'react-i18next';
import type { CareResult } from '../../../../src-shared/contract/care-rules.ts';
import { formatMinor } from '../../../../src-shared/money.ts';
import { ArmOrders } from '../../../parts/arm-orders.tsx';
import { formatCount } from '../../../parts/count-text.tsx';

const arms = ['contacted', 'held'] as const;
export type ArmName = (typeof arms)[number];

export interface FoundArmsProps {
  readonly result: NonNullable<CareResult['result']>;
  readonly times: CareResult['times'];
  readonly onOrders: (arm: ArmName) => void;
}

export function FoundArms({ result, times, onOrders }: FoundArmsProps) {
  const { t } = useTranslation('strategies');
  const { t: care } = useTranslation('care');
  const rows: readonly (readonly [name: string, of: (arm: ArmName) => string])[] = [
    [t('result.people'), (arm) => formatCount(result[arm].people)],
    [care('found.row.times'), (arm) => formatCount(times[arm])],
    [care('found.row.bought'), (arm) => formatCount(result[arm].buyers)],
    [care('found.row.rate'), (arm) => (times[arm] === 0 ? '—' : ((100 * result[arm].buyers) / times[arm]).toFixed(1))],
    [t('result.money'), (arm) => formatMinor(result[arm].minor, result.currency)],
  ];
  return (
    <table className="ledger found-arms">
      <thead>
        <tr>
          <td />
          {arms.map((arm) => (
            <th key={arm} scope="col" className="n">
              {t(`result.${arm}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, of]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {arms.map((arm) => (
              <td key={arm} className="n">
                {of(arm)}
              </td>
            ))}
          </tr>
        ))}
        <tr>
          <td />
          {arms.map((arm) => (
            <td key={arm} className="n">
              <ArmOrders arm={arm} onOrders={onOrders} />
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
