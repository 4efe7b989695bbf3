/** What stands over the grid: what it counts, what “much” means, and which line is which. */

import { useTranslation } from 'react-i18next';
import type { RfmSummary } from '../../../src-shared/contract/metrics.ts';
import { formatMinor, minorOf } from '../../../src-shared/money.ts';

export function GridHead({ summary, isTrial }: { readonly summary: RfmSummary; readonly isTrial: boolean }) {
  const { t } = useTranslation('tiers');
  const { netMinor } = summary.lines;
  return (
    <div className="cap">
      <h2>{t('grid.title')}</h2>
      <span className="dim sm">
        {netMinor === null
          ? t('grid.sayNoMuch')
          : t('grid.say', { money: formatMinor(minorOf(Math.round(netMinor)), summary.currency) })}
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
