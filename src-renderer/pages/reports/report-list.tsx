/** The reports by name, and the forecast after them. */

import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Comparison } from '../../../src-shared/compared-span.ts';
import { type ReportName, reportNames } from '../../../src-shared/contract/reports.ts';
import { reportTitles } from '../../../src-shared/report-words.ts';
import type { Period } from './period.ts';
import { addressOf } from './use-report.ts';

export interface ReportListProps {
  readonly current: ReportName | 'forecast';
  /** Kept while one goes from report to report. */
  readonly period: Period;
  readonly shop: number | undefined;
  readonly against?: Comparison;
}

export function ReportList({ current, period, shop, against = 'year' }: ReportListProps) {
  const { t, i18n } = useTranslation('reports');
  const { t: forecast } = useTranslation('forecast');
  const marked = (isCurrent: boolean) => (isCurrent ? { 'aria-current': 'page' as const } : {});
  return (
    <nav className="report-list" aria-label={t('room')}>
      {reportNames.map((one) => (
        <Link key={one} href={addressOf({ name: one, period, shop, against })} {...marked(one === current)}>
          {reportTitles[one][i18n.language === 'en' ? 'en' : 'zh']}
        </Link>
      ))}
      <Link href={shop === undefined ? '/forecast' : `/forecast?shop=${shop}`} {...marked(current === 'forecast')}>
        {forecast('title')}
      </Link>
    </nav>
  );
}
