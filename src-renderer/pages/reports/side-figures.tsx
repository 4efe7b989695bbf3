/** Beside a chart: the two or three figures one would read off it, with those of the period compared. */

import { useTranslation } from 'react-i18next';
import type { Report } from '../../../src-shared/contract/reports.ts';
import { formatCount } from '../../parts/count-text.tsx';
import { kindOf } from './period-beside.ts';
import { backWithin, numberOf, percent, rowsOf, textOf } from './told.ts';

interface SideFigure {
  readonly name: string;
  readonly value: string;
  readonly note: string;
}

export interface SideFiguresProps {
  readonly report: Report;
  readonly before: Report | undefined;
}

export function SideFigures({ report, before }: SideFiguresProps) {
  const cohorts = useCohortFigures();
  const repurchase = useRepurchaseFigures();
  const figures =
    report.report === 'cohorts'
      ? cohorts(report, before)
      : report.report === 'repurchase'
        ? repurchase(report, before)
        : [];
  if (figures.length === 0) return null;
  return (
    <div className="side-figures">
      {figures.map(({ name, value, note }) => (
        <dl key={name}>
          <dt>{name}</dt>
          <dd>
            <b>{value}</b> <span className="dim sm">{note}</span>
          </dd>
        </dl>
      ))}
    </div>
  );
}

type FiguresOf = (report: Report, before: Report | undefined) => readonly SideFigure[];

function useCohortFigures(): FiguresOf {
  const { t } = useTranslation('reports');
  const within = (of: Report | undefined, later: number) => {
    const found = backWithin(rowsOf(of, 'cohort-retention'), later);
    return found === null || found.customers < 3 ? null : found;
  };
  return (report, before) => {
    const told = [1, 3].flatMap((later) => {
      const found = within(report, later);
      if (found === null) return [];
      const past = within(before, later);
      const note = t('ofNew', { count: found.customers });
      return [
        {
          name: t('backWithin', { later }),
          value: percent(found.share),
          note:
            past === null
              ? note
              : `${note} · ${t(`compared.${kindOf(report, before)}`, { text: percent(past.share) })}`,
        },
      ];
    });
    const rows = rowsOf(report, 'cohort-retention');
    const newest = rows.filter((row) => numberOf(row, 'later') === 0).at(-1);
    if (newest === undefined) return told;
    const count = numberOf(newest, 'customers');
    return [
      ...told,
      { name: t('notAMonth'), value: formatCount(count), note: t('newOf', { month: textOf(newest, 'month') }) },
    ];
  };
}

function useRepurchaseFigures(): FiguresOf {
  const { t } = useTranslation('reports');
  const days = (value: number): string => t('days', { value: Number.isInteger(value) ? value : value.toFixed(1) });
  const gapOf = (of: Report | undefined): number | null => {
    const [gap] = rowsOf(of, 'gap-figures');
    return gap === undefined ? null : numberOf(gap, 'median_days');
  };
  const halfOf = (of: Report | undefined): number | null => {
    const half = rowsOf(of, 'first-to-second').find((row) => numberOf(row, 'share_away') <= 0.5);
    return half === undefined ? null : numberOf(half, 'days');
  };
  return (report, before) => {
    const told = (name: string, of: (report: Report | undefined) => number | null, none: string): SideFigure => {
      const [now, past] = [of(report), of(before)];
      return {
        name,
        value: now === null ? none : days(now),
        note: past === null ? '' : t(`compared.${kindOf(report, before)}`, { text: days(past) }),
      };
    };
    return [told(t('medianGap'), gapOf, '—'), told(t('halfBack'), halfOf, t('notYetHalf'))];
  };
}
