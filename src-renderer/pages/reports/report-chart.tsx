/** The chart of a report: what its table says, seen at once. Reports whose table is the picture have none. */

import { useTranslation } from 'react-i18next';
import type { Report } from '../../../src-shared/contract/reports.ts';
import { decimalsOf, formatMinor, minorOf } from '../../../src-shared/money.ts';
import { formatCount } from '../../parts/count-text.tsx';
import { useCohortCount } from './cohort-count.ts';
import { ColumnChart } from './column-chart.tsx';
import { LineChart } from './line-chart.tsx';
import { unfinishedMonth } from './period.ts';
import { kindOf } from './period-beside.ts';
import { useAnswer } from './report-words.ts';
import { backWithin, numberOf, rowsOf, textOf } from './told.ts';

export interface ReportChartProps {
  readonly report: Report;
  /** The period it is held against. */
  readonly before: Report | undefined;
}

/** The axis speaks in whole units. */
function wholeMoney(value: number, currency: string): string {
  if (value === 0) return '0';
  const units = value / 10 ** decimalsOf(currency);
  return units >= 1 ? formatCount(Math.round(units)) : formatMinor(minorOf(Math.round(value)), currency);
}

export function ReportChart({ report, before }: ReportChartProps) {
  const { t } = useTranslation('reports');
  const label = useAnswer()(report);
  const last = unfinishedMonth(report);
  const unfinished = last === null ? null : { name: last.month, note: t('unfinished', { day: last.until }) };
  switch (report.report) {
    case 'overview':
    case 'sales': {
      const rows = rowsOf(report, 'sales-by-month');
      return (
        <ColumnChart
          label={label}
          names={rows.map((row) => textOf(row, 'month'))}
          values={rows.map((row) => [numberOf(row, 'net_minor')])}
          parts={[t('netByMonth')]}
          format={(value) => wholeMoney(value, report.currency)}
          unfinished={unfinished}
        />
      );
    }
    case 'newcomers': {
      const rows = rowsOf(report, 'new-and-returning');
      return (
        <ColumnChart
          label={label}
          names={rows.map((row) => textOf(row, 'month'))}
          values={rows.map((row) => [numberOf(row, 'returning_orders'), numberOf(row, 'new_orders')])}
          parts={[t('returning'), t('new')]}
          format={(value) => formatCount(Math.round(value))}
          unfinished={unfinished}
        />
      );
    }
    case 'cohorts':
      return <CohortChart report={report} before={before} label={label} />;
    case 'repurchase':
      return <AwayChart report={report} before={before} label={label} />;
    case 'contribution':
      return <ParetoChart report={report} before={before} label={label} />;
    case 'tiers':
    case 'products':
      return null;
  }
}

type LabelledProps = ReportChartProps & { readonly label: string };

function CohortChart({ report, before, label }: LabelledProps) {
  const { t } = useTranslation('reports');
  const [counted] = useCohortCount();
  const points = (of: Report | undefined) => {
    const rows = rowsOf(of, 'cohort-retention');
    return Array.from({ length: 11 }, (_, at) => at + 1).flatMap((later) => {
      const found = backWithin(rows, later, counted);
      return found === null ? [] : [[later, found.share] as const];
    });
  };
  const lines = [
    { name: t('thisPeriod'), points: points(report) },
    { name: t(`other.${kindOf(report, before)}`), points: points(before) },
  ].filter((line) => line.points.length > 0);
  return <LineChart label={label} lines={lines} unit={t('monthUnit')} />;
}

function ParetoChart({ report, before, label }: LabelledProps) {
  const { t } = useTranslation('reports');
  const points = (of: Report | undefined) =>
    rowsOf(of, 'contribution-curve').map(
      (row) => [100 * numberOf(row, 'share_customers'), numberOf(row, 'share_net')] as const,
    );
  const lines = [
    { name: t('thisPeriod'), points: points(report) },
    { name: t(`other.${kindOf(report, before)}`), points: points(before) },
  ].filter((line) => line.points.length > 0);
  return <LineChart label={label} lines={lines} unit={t('shareUnit')} every={20} />;
}

function AwayChart({ report, before, label }: LabelledProps) {
  const { t } = useTranslation('reports');
  const points = (of: Report | undefined) =>
    rowsOf(of, 'first-to-second').map((row) => [numberOf(row, 'days'), 1 - numberOf(row, 'share_away')] as const);
  const lines = [
    // Beside another period it is told by its own; alone, by what it shows.
    { name: t(before === undefined ? 'backByNow' : 'thisPeriod'), points: points(report) },
    { name: t(`other.${kindOf(report, before)}`), points: points(before) },
  ].filter((line) => line.points.length > 0);
  return <LineChart label={label} lines={lines} unit={t('dayUnit')} marks={false} />;
}
