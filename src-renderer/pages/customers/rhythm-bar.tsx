/** 节奏: days since the last order drawn against the average gap (the tick), and how many times that gap it is. */

import { useTranslation } from 'react-i18next';
import type { CustomerRow } from '../../../src-shared/contract/customers.ts';
import { rhythmOf } from './rhythm.ts';

/** The bar's full width stands for three usual gaps. */
const fullTimes = 3;

export function RhythmBar({ row }: { readonly row: CustomerRow }) {
  const { t } = useTranslation('customers');
  const rhythm = rhythmOf(row);
  if (rhythm === null) {
    return (
      <span className="faint" title={row.lastDay === null ? t('unknown.never') : t('rhythmFew')}>
        —
      </span>
    );
  }
  const share = Math.min(1, rhythm.times / fullTimes);
  const isLate = rhythm.times > 1.5;
  return (
    <span
      className={`rhythm${isLate ? ' late' : ''}`}
      title={t('rhythmSay', { days: rhythm.sinceDays, usual: Math.round(rhythm.usualDays) })}
    >
      <span className="rhythm-bar" aria-hidden="true">
        <i style={{ width: `${share * 100}%` }} />
        <s style={{ left: `${100 / fullTimes}%` }} />
      </span>
      <span className="rhythm-times">×{rhythm.times.toFixed(1)}</span>
    </span>
  );
}
