/** Cohorts as a heat of shares: months down, months later across. The share stands in every cell; a cell opens the people behind it. */

import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../parts/count-text.tsx';
import { Figure } from '../../parts/figure.tsx';
import { type CohortCount, cohortCounts, useCohortCount } from './cohort-count.ts';
import type { Asked } from './report-view.ts';
import { backWithin, numberOf, percent, type Told, textOf } from './told.ts';

export interface CohortTableProps {
  readonly rows: readonly Told[];
  readonly onAsk: (asked: Asked) => void;
}

const mostMonths = 11;

function heatOf(share: number, most: number): number {
  return most === 0 ? 0 : Math.min(4, Math.floor((share / most) * 5));
}

interface BackProps {
  readonly month: string;
  readonly later: number;
  readonly counted: CohortCount;
  /** The largest share of the table: the darkest cell. */
  readonly most: number;
  /** undefined where that month has not come yet. */
  readonly own: Told | undefined;
  readonly onAsk: (asked: Asked) => void;
}

function Back({ month, later, counted, most, own, onAsk }: BackProps) {
  const { t } = useTranslation('reports');
  if (own === undefined) return <td />;
  const share = numberOf(own, `${counted}_rate`);
  const people = numberOf(own, counted);
  const row = { month, later, ...(counted === 'came_back' ? { back: 1 } : {}) };
  return (
    <td className={`n heat-${heatOf(share, most)}`} title={t(`cellSay.${counted}`, { count: people })}>
      <Figure onAsk={() => onAsk({ name: 'cohort-retention', row, fact: 'customers' })}>
        {numberOf(own, 'customers') < 3 ? formatCount(people) : (100 * share).toFixed(1)}
      </Figure>
    </td>
  );
}

export function CohortTable({ rows, onAsk }: CohortTableProps) {
  const { t } = useTranslation('reports');
  const [counted, setCounted] = useCohortCount();
  const months = [...new Set(rows.map((row) => textOf(row, 'month')))];
  const laters = [...new Set(rows.map((row) => numberOf(row, 'later')))]
    .filter((later) => later >= 1 && later <= mostMonths)
    .toSorted((a, b) => a - b);
  const cell = new Map(rows.map((row) => [`${textOf(row, 'month')} ${numberOf(row, 'later')}`, row]));
  const back = rows.filter((row) => numberOf(row, 'later') >= 1);
  const most = Math.max(0, ...back.map((row) => numberOf(row, `${counted}_rate`)));
  return (
    <section className="report-table cohorts">
      <div className="cohort-head">
        <h2>{t(`cohortTable.${counted}`)}</h2>
        <Segmented
          size="small"
          aria-label={t('cohortCounts')}
          value={counted}
          options={cohortCounts.map((value) => ({ value, label: t(`cohortCount.${value}`) }))}
          onChange={setCounted}
        />
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('firstCame')}</th>
            <th scope="col" className="n">
              {t('people')}
            </th>
            {laters.map((later) => (
              <th key={later} scope="col" className="n">
                {t('monthsLater', { later })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month}>
              <th scope="row">{month}</th>
              <td className="n">
                <Figure onAsk={() => onAsk({ name: 'cohort-retention', row: { month, later: 0 }, fact: 'customers' })}>
                  {formatCount(numberOf(cell.get(`${month} 0`), 'customers'))}
                </Figure>
              </td>
              {laters.map((later) => (
                <Back key={later} {...{ month, later, counted, most, onAsk }} own={cell.get(`${month} ${later}`)} />
              ))}
            </tr>
          ))}
          <tr className="total">
            <th scope="row">{t('average')}</th>
            <td className="n">{formatCount(backWithin(rows, 0)?.customers ?? 0)}</td>
            {laters.map((later) => (
              <td key={later} className="n">
                {percent(backWithin(rows, later, counted)?.share ?? 0).replace('%', '')}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      <p className="faint sm">{t('cohortSay')}</p>
    </section>
  );
}
