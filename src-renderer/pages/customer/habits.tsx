/** 习惯: what the orders say about how somebody buys. Each line with its count; a line opens the orders behind it. */

import { useTranslation } from 'react-i18next';
import type { TierBasis } from '../../../src-shared/contract/customers.ts';
import type { Insight, InsightKey } from '../../../src-shared/contract/insights.ts';
import { formatMinor, minorOf } from '../../../src-shared/money.ts';
import { useCall } from '../../link/use-call.ts';
import { Figure } from '../../parts/figure.tsx';
import './habits.css';

export interface HabitsProps {
  readonly customer: number;
  readonly basis: TierBasis;
  readonly onWhy: (insight: InsightKey) => void;
}

export function Habits({ customer, basis, onWhy }: HabitsProps) {
  const { t } = useTranslation('profile');
  const { data } = useCall('customers.insights', { customer, basis }, { keep: false });
  const wordsOf = useHabitWords(data?.currency);
  if (data === undefined) return <h2>{t('habits.title')}</h2>;
  const { insights } = data;
  const next = insights.find(({ kind }) => kind === 'rhythm')?.label ?? null;
  return (
    <>
      <h2>{t('habits.title')}</h2>
      {insights.length === 0 && <p className="faint">{t('habits.few')}</p>}
      <dl className="facts habits">
        {insights.map((insight, index) => {
          const { kind, label, low, high } = insight;
          const isFurther = kind === 'favourite' && index > 0;
          return (
            <div key={`${kind}/${label}/${low}`} className="habit">
              <dt>{isFurther ? '' : t(`habits.${kind}`)}</dt>
              <dd className="breaks">
                <Figure onAsk={() => onWhy({ kind, label, low, high })}>{wordsOf(insight)}</Figure>{' '}
                <span className="faint sm nw">{countOf(t, insight)}</span>
              </dd>
            </div>
          );
        })}
        {next !== null && (
          <div className="habit">
            <dt>{t('habits.next')}</dt>
            <dd>{t(next < basis.on ? 'habits.wasDue' : 'habits.nextSays', { day: next.slice(2) })}</dd>
          </div>
        )}
      </dl>
    </>
  );
}

function countOf(t: ReturnType<typeof useTranslation<'profile'>>['t'], { kind, count, of }: Insight): string {
  if (kind === 'price') return t('habits.priceOf', { count });
  if (kind === 'rhythm') return t('habits.ofGaps', { total: of, count });
  // The other habits are of orders that count; an order that was wholly paid back does not.
  return kind === 'returns' ? t('habits.ofPaid', { total: of, count }) : t('habits.of', { total: of, count });
}

/** What a line says, without its count. */
function useHabitWords(currency: string | undefined): (insight: Insight) => string {
  const { t } = useTranslation('profile');
  const money = (amount: number | null): string => formatMinor(minorOf(amount ?? 0), currency);
  const twoDigits = (hour: number | null): string => String(hour ?? 0).padStart(2, '0');
  return ({ kind, label, low, high }) => {
    switch (kind) {
      case 'favourite':
      case 'channel':
        return label ?? '';
      case 'price':
        return low === high ? money(low) : t('habits.priceSays', { low: money(low), high: money(high) });
      case 'hour':
        return t('habits.hourSays', { low: twoDigits(low), high: twoDigits(high === 0 ? 24 : high) });
      case 'weekday':
        return t(`habits.weekdays.${weekdayOf(low)}`);
      case 'discount':
        return t('habits.discountSays');
      case 'returns':
        return t('habits.returnsSays');
      case 'rhythm':
        return low === high
          ? t('habits.rhythmOne', { low: low ?? 0 })
          : t('habits.rhythmSays', { low: low ?? 0, high: high ?? 0 });
    }
  };
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

function weekdayOf(place: number | null): (typeof weekdays)[number] {
  return weekdays[(place ?? 1) - 1] ?? 'mon';
}
