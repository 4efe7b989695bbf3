/** Years of a span whose public holidays nobody has announced, or nobody has told this program: said, not guessed. */

import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Settings } from '../../../src-shared/contract/settings.ts';
import type { Day } from '../../../src-shared/day.ts';
import { unknownYears } from '../../../src-shared/shop-year/shop-day.ts';

export interface UnknownYearsProps {
  readonly from: Day;
  readonly to: Day;
  readonly settings: Settings;
}

export function UnknownYears({ from, to, settings }: UnknownYearsProps) {
  const { t } = useTranslation('calendar');
  return unknownYears(from, to, settings).map((year) => (
    <span key={year} className="unknown-year">
      {t('holidaysUnknown', { year })} <Link href="/settings?part=followUps">{t('typeHolidays')}</Link>
    </span>
  ));
}
