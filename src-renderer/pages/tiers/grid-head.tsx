/** What stands over the grid: what it counts, what “much” means, and which line is which. */

import { useTranslation } from 'react-i18next';
import type { RfmSummary } from '../../../src-shared/contract/metrics.ts';
import { formatMinor, minorOf } from '../../../src-shared/money.ts';
import { Figure } from '../../parts/figure.tsx';

export interface GridHeadProps {
  readonly summary: RfmSummary;
  readonly isTrial: boolean;
  /** Asked where the line of much comes from. */
  readonly onWhy: () => void;
}

export function GridHead({ summary, isTrial, onWhy }: GridHeadProps) {
  const { t } = useTranslation('tiers');
  const { netMinor } = summary.lines;
  return (
    <div className="cap">
      <h2>{t('grid.title')}</h2>
      <span className="dim sm">
        {netMinor === null ? (
          t('grid.sayNoMuch')
        ) : (
          <Figure onAsk={onWhy}>
            {t('grid.say', { money: formatMinor(minorOf(Math.round(netMinor)), summary.currency) })}
          </Figure>
        )}
      </span>
      <span className="sm legend">
        <i className="ln" />
        {isTrial ? t('grid.nowLine') : t('grid.line')}
        {isTrial && (
          <>
            <i className="ln tried" />
            {t('grid.triedLine')}
          </>
        )}
      </span>
    </div>
  );
}
