/** 节奏: days since the last order drawn against their usual gap (the tick), and what that means in words. */

import { useTranslation } from 'react-i18next';
import type { ListedCustomer } from '../../../src-shared/contract/customers.ts';
import { rhythmOf } from './rhythm.ts';

/** The bar's full width stands for three usual gaps. */
const fullTimes = 3;

export function RhythmBar({ row }: { readonly row: ListedCustomer }) {
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
  return (
    <span
      className={`rhythm ${rhythm.kind}`}
      title={t('rhythmSay', {
        days: rhythm.sinceDays,
        usual: Math.round(rhythm.usualDays),
        times: rhythm.times.toFixed(1),
      })}
    >
      <span className="rhythm-bar" aria-hidden="true">
        <i style={{ width: `${share * 100}%` }} />
        <s style={{ left: `${100 / fullTimes}%` }} />
      </span>
      <span className="rhythm-says">{t(`rhythmState.${rhythm.kind}`, { count: rhythm.days })}</span>
    </span>
  );
}
