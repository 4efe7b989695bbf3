/** What they may buy next: what others came back for after something they have. Each with its counts; a line opens the orders of those who did. */

import { useTranslation } from 'react-i18next';
import type { TierBasis } from '../../../src-shared/contract/customers.ts';
import type { NextItem } from '../../../src-shared/contract/next-items.ts';
import { useCall } from '../../link/use-call.ts';
import { Figure } from '../../parts/figure.tsx';
import './next-items.css';

export interface NextItemsProps {
  readonly customer: number;
  readonly basis: TierBasis;
  readonly onWhy: (item: NextItem) => void;
}

const times = (value: number): string => (value < 10 ? value.toFixed(1) : String(Math.round(value)));

export function NextItems({ customer, basis: { on, excluded }, onWhy }: NextItemsProps) {
  const { t } = useTranslation('profile');
  const { data } = useCall(
    'customers.nextItems',
    { customer, basis: { on, ...(excluded === undefined ? {} : { excluded }) } },
    { keep: false },
  );
  // Who has bought nothing has nothing to go by.
  if (data?.owned === 0) return null;
  return (
    <section className={data === undefined ? 'next-items pending' : 'next-items'}>
      <h2>{t('nextItems.title')}</h2>
      {data?.items.length === 0 && <p className="faint">{t('nextItems.none')}</p>}
      <ul>
        {data?.items.map((item) => (
          <li key={item.title}>
            <Figure what={t('nextItems.ask', { title: item.title })} onAsk={() => onWhy(item)}>
              {item.title}
            </Figure>
            <p className="faint sm">
              {t('nextItems.say', {
                after: item.after,
                customers: item.customers,
                followed: item.followed,
                share: `${Math.round(100 * item.confidence)}%`,
                times: times(item.lift),
              })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
