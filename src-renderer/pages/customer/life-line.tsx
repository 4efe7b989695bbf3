/** Where in their life as a customer the person stands, in a line with its reason; it opens how that was worked out. */

import { useTranslation } from 'react-i18next';
import type { TierBasis } from '../../../src-shared/contract/customers.ts';
import type { CustomerLife } from '../../../src-shared/contract/lifecycle.ts';
import { useCall } from '../../link/use-call.ts';
import { Figure } from '../../parts/figure.tsx';
import './habits.css';

export interface LifeLineProps {
  readonly customer: number;
  readonly basis: TierBasis;
  readonly onWhy: () => void;
}

export function LifeLine({ customer, basis, onWhy }: LifeLineProps) {
  const { t } = useTranslation('lifecycle');
  const { t: common } = useTranslation('common');
  const { data } = useCall('customers.lifecycle', { customer, basis }, { keep: false });
  return (
    <dl className="facts life">
      <div className="habit">
        <dt>{t('title')}</dt>
        <dd className="breaks">
          {data !== undefined && (
            <>
              <Figure onAsk={onWhy}>{common(`life.${data.stage}`)}</Figure> <Reason life={data} />
            </>
          )}
        </dd>
      </div>
    </dl>
  );
}

function Reason({ life: { stage, sinceDays, ownDays, lines } }: { readonly life: CustomerLife }) {
  const { t } = useTranslation('lifecycle');
  if (stage === 'none' || sinceDays === null) return null;
  const due = lines === null ? null : Math.round(lines.due);
  const usual =
    due === null ? t('usualNobody') : ownDays === null ? t('usualShop', { days: due }) : t('usualOwn', { days: due });
  return (
    <span className="faint sm">
      {sinceDays === 0 ? t('sinceToday') : t('since', { days: sinceDays })}
      {usual}
    </span>
  );
}
