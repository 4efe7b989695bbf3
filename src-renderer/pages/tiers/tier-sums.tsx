/** What the counts of a view come to, at the foot of the window: the same two sums behind each way of dividing customers. */

import { useTranslation } from 'react-i18next';
import { formatMinor, minorOf } from '../../../src-shared/money.ts';
import { formatCount } from '../../parts/count-text.tsx';

export interface TierSumsProps {
  readonly counts: readonly { readonly customers: number; readonly netMinor: number }[];
  readonly currency: string;
  /** The stages of a life are of buyers alone. */
  readonly buyersOnly?: boolean;
}

export function TierSums({ counts, currency, buyersOnly = false }: TierSumsProps) {
  const { t } = useTranslation('tiers');
  const net = counts.reduce((sum, { netMinor }) => sum + netMinor, 0);
  return (
    <>
      <span>
        {t(buyersOnly ? 'foot.customers' : 'foot.everybody')}{' '}
        <b>{formatCount(counts.reduce((sum, { customers }) => sum + customers, 0))}</b>
      </span>
      <span>
        {t('foot.net')} <b>{formatMinor(minorOf(net), currency)}</b>
      </span>
      <span>{t('foot.counted')}</span>
    </>
  );
}
