/** The answer of a report in words, which is its title, and what it counts. */

import { useTranslation } from 'react-i18next';
import type { Report } from '../../../src-shared/contract/reports.ts';
import { formatMinor, minorOf } from '../../../src-shared/money.ts';
import { backWithin, numberOf, percent, rowsOf, textOf } from './told.ts';
import type { ReportState } from './use-report.ts';

/** Shares of fewer say little. */
export const fewBuyers = 30;

/** Which days a report is held against; where no order is that old, that instead. */
export function useAgainstWords(): (
  state: Pick<ReportState, 'report' | 'earlier' | 'firstDay' | 'before'>,
) => string | null {
  const { t } = useTranslation('reports');
  return ({ report, earlier, firstDay, before }) => {
    if (report === undefined || report.from === null || earlier === null) return null;
    const days = { ...earlier, thisFrom: report.from, thisOn: report.on };
    if (firstDay !== null && firstDay > earlier.on) return t('against.tooEarly', { ...days, firstDay });
    if (before === undefined) return null;
    return firstDay !== null && firstDay > earlier.from
      ? t('against.partly', { ...days, firstDay })
      : t('against.days', days);
  };
}

export function useAnswer(): (report: Report) => string {
  const { t } = useTranslation('reports');
  const answers: Record<Report['report'], (report: Report) => string | null> = {
    overview: (report) => {
      const [key] = rowsOf(report, 'key-figures');
      const money = formatMinor(minorOf(numberOf(key, 'net_minor')), report.currency);
      return t('answer.overview', { money, orders: numberOf(key, 'orders'), customers: numberOf(key, 'customers') });
    },
    sales: (report) => {
      const rows = rowsOf(report, 'sales-by-month').filter((row) => numberOf(row, 'orders') > 0);
      const most = Math.max(...rows.map((row) => numberOf(row, 'net_minor')));
      const [best, ...tied] = rows.filter((row) => numberOf(row, 'net_minor') === most);
      if (best === undefined) return null;
      const money = formatMinor(minorOf(most), report.currency);
      if (tied.length > 0) return t('answer.salesTied', { count: tied.length + 1, money });
      return t('answer.sales', { month: textOf(best, 'month'), money });
    },
    newcomers: (report) => {
      const rows = rowsOf(report, 'new-and-returning');
      const sum = (column: string): number => rows.reduce((total, row) => total + numberOf(row, column), 0);
      const known = sum('new_orders') + sum('returning_orders');
      if (known < 3) return null;
      return t('answer.newcomers', { share: percent(sum('returning_orders') / known), count: sum('returning_orders') });
    },
    cohorts: (report) => {
      const rows = rowsOf(report, 'cohort-retention');
      const within = [3, 2, 1].map((later) => ({ later, found: backWithin(rows, later) }));
      const best = within.find(({ found }) => found !== null);
      if (best === undefined || best.found === null || best.found.customers < 3) return null;
      const { share, customers } = best.found;
      return t('answer.cohorts', { later: best.later, share: percent(share), customers });
    },
    repurchase: (report) => {
      const half = rowsOf(report, 'first-to-second').find((row) => numberOf(row, 'share_away') <= 0.5);
      return half === undefined ? t('answer.notHalf') : t('answer.half', { days: numberOf(half, 'days') });
    },
    tiers: (report) => {
      const moved = rowsOf(report, 'tier-movement').filter(
        (row) => row['from_tier'] !== null && row['from_tier'] !== row['to_tier'],
      );
      if (report.from === null) return t('answer.tiersNow', { count: report.buyers });
      const count = moved.reduce((sum, row) => sum + numberOf(row, 'customers'), 0);
      return t('answer.tiers', { from: report.from, count });
    },
    contribution: (report) => {
      const [large] = rowsOf(report, 'contribution-grades');
      if (large === undefined || large['grade'] !== 'large' || large['share_net'] === null) return null;
      return t('answer.contribution', {
        count: numberOf(large, 'customers'),
        share: percent(numberOf(large, 'share_customers')),
        net: percent(numberOf(large, 'share_net')),
      });
    },
    products: (report) => {
      const [best] = rowsOf(report, 'best-items');
      return best === undefined
        ? null
        : t('answer.products', { title: textOf(best, 'title'), orders: numberOf(best, 'orders') });
    },
  };
  return (report) => answers[report.report](report) ?? t('answer.tooFew');
}
