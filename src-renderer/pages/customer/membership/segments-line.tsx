/** The segments a person is in, in a line; each opens why. */

import { useTranslation } from 'react-i18next';
import type { TierBasis } from '../../../../src-shared/contract/customers.ts';
import { useCall } from '../../../link/use-call.ts';
import { Figure } from '../../../parts/figure.tsx';
import '../habits.css';

export interface SegmentsLineProps {
  readonly customer: number;
  readonly basis: TierBasis;
  readonly onWhy: (segment: number) => void;
}

/** Nothing where there are no segments at all. */
export function SegmentsLine({ customer, basis, onWhy }: SegmentsLineProps) {
  const { t } = useTranslation('membership');
  const { data } = useCall('segments.ofCustomer', { customer, basis }, { keep: false });
  const [first] = data?.segments ?? [];
  if (data === undefined || first === undefined) return null;
  const held = data.segments.filter(({ holds }) => holds);
  return (
    <dl className="facts life">
      <div className="habit">
        <dt>{t('title')}</dt>
        <dd className="breaks">
          {held.length === 0 && (
            <>
              <span className="faint">{t('inNone')}</span>{' '}
              <button type="button" className="plain link sm nw" onClick={() => onWhy(first.segment)}>
                {t('why')}
              </button>
            </>
          )}
          {held.map(({ segment, name }, at) => (
            <span key={segment}>
              {at > 0 && t('comma')}
              <Figure onAsk={() => onWhy(segment)}>{name}</Figure>
            </span>
          ))}
        </dd>
      </div>
    </dl>
  );
}
