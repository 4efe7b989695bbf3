/** All of a report but its title: chart, tiles, tables, and what is missing. The same on screen and on paper. */

import { useTranslation } from 'react-i18next';
import type { Report } from '../../../src-shared/contract/reports.ts';
import { CohortTable } from './cohort-table.tsx';
import { KeyTiles } from './key-tiles.tsx';
import { type Moved, MovementTable } from './movement-table.tsx';
import { besideColumn, kindOf, withPeriodBeside } from './period-beside.ts';
import { ReportChart } from './report-chart.tsx';
import { ReportTable, useCellText } from './report-table.tsx';
import { type Asked, behindOf, tableViews } from './report-view.ts';
import { fewBuyers } from './report-words.ts';
import { SideFigures } from './side-figures.tsx';
import { numberOf, rowsOf, type Told } from './told.ts';

export interface ReportContentProps {
  readonly report: Report;
  readonly before: Report | undefined;
  /** In words, which days it is held against, or why it is not. */
  readonly against: string | null;
  readonly onAsk: (asked: Asked) => void;
  readonly onMoved: (moved: Moved) => void;
}

/** The whole period, and beside it the other one. */
function totalOf(now: Told | undefined, past: Told | undefined, column: string): Told | undefined {
  return now === undefined ? undefined : { ...now, [column]: past?.['net_minor'] ?? null };
}

/** Where months of the period are left out, for no file speaks of them yet; null where none are. */
function useFilesEnd(): (report: Report) => string | null {
  const { t } = useTranslation('reports');
  return ({ on, coveredTo, tables }) => {
    const hasMonths = tables.some(({ name }) => name === 'sales-by-month' || name === 'new-and-returning');
    if (!hasMonths || coveredTo === null || coveredTo.slice(0, 7) >= on.slice(0, 7)) return null;
    return t('filesEnd', { day: coveredTo });
  };
}

/** Graded are customers: orders whose buyer nobody can tell are in the key figures, and not here. */
function WithoutUnknown({ report }: { readonly report: Report }) {
  const { t } = useTranslation('reports');
  const cellText = useCellText(report.currency);
  const [all] = rowsOf(report, 'key-figures');
  const missing = (column: string): number =>
    rowsOf(report, 'contribution-grades').reduce((left, row) => left - numberOf(row, column), numberOf(all, column));
  const count = missing('orders');
  if (count <= 0) return null;
  return <p className="sm dim">{t('withoutUnknown', { count, net: cellText('net_minor', missing('net_minor')) })}</p>;
}

export function ReportContent({ report, before, against, onAsk, onMoved }: ReportContentProps) {
  const { t, i18n } = useTranslation('reports');
  const filesEnd = useFilesEnd()(report);
  const sumColumn = besideColumn(kindOf(report, before), 'minor');
  return (
    <>
      <p className="dim sm">{t(`definition.${report.report}`)}</p>
      {against !== null && <p className="sm">{against}</p>}
      {filesEnd !== null && <p className="sm">{filesEnd}</p>}
      {report.buyers < fewBuyers && report.report !== 'sales' && (
        <p className="few">{t('few', { count: report.buyers, fewBuyers })}</p>
      )}
      {report.currencies.length > 1 && <p className="faint sm">{t('oneCurrency', { currency: report.currency })}</p>}
      {report.report === 'overview' && <KeyTiles {...{ report, before, onAsk }} />}
      <div className="chart-row">
        <ReportChart {...{ report, before }} />
        <SideFigures {...{ report, before }} />
      </div>
      {report.report === 'cohorts' && <CohortTable rows={rowsOf(report, 'cohort-retention')} onAsk={onAsk} />}
      {report.report === 'tiers' && report.from !== null && (
        <MovementTable rows={rowsOf(report, 'tier-movement')} earlier={report.from} onMoved={onMoved} />
      )}
      {report.report === 'contribution' && <WithoutUnknown report={report} />}
      {tableViews[report.report].map(({ name, columns, most, total }) => {
        const table = report.tables.find((one) => one.name === name);
        const { rows, added } = withPeriodBeside(name, rowsOf(report, name), report, before);
        if (table === undefined) return null;
        const title = i18n.language === 'en' ? table.title.en : table.title.zh;
        return (
          <ReportTable
            key={name}
            title={
              most !== undefined && rows.length > most ? t('firstRows', { title, most, count: rows.length }) : title
            }
            columns={added === null ? columns : [...columns, added]}
            rows={most === undefined ? rows : rows.slice(0, most)}
            currency={report.currency}
            behind={(row, column) => behindOf(name, row, column)}
            onAsk={onAsk}
            {...(total === undefined
              ? {}
              : { total: totalOf(rowsOf(report, total)[0], rowsOf(before, total)[0], sumColumn) })}
          />
        );
      })}
    </>
  );
}
