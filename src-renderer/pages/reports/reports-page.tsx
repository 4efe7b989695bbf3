/** The ready reports: each with its answer as a title, its chart and table, and every figure down to its orders and cells. */

import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Comparison, comparisons } from '../../../src-shared/compared-span.ts';
import { formatMinor, minorOf } from '../../../src-shared/money.ts';
import { reportTitles } from '../../../src-shared/report-words.ts';
import { type Surroundings, useBasis } from '../../link/use-basis.ts';
import { type FigureNotes, useFigureNotes } from '../../link/use-figure-notes.ts';
import { formatCount } from '../../parts/count-text.tsx';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { Explanation } from '../../parts/explanation/explanation.tsx';
import { SqlView } from '../../parts/explanation/sql-view.tsx';
import { ExcludedToggle } from '../../parts/figure-notes.tsx';
import { GapNote } from '../../parts/gap-note.tsx';
import { Icon } from '../../parts/icon.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { SidePanel } from '../../parts/side-panel.tsx';
import { useFailureText } from '../../parts/toast.tsx';
import { useKeys } from '../../parts/use-keys.ts';
import { useFoot } from '../../state/foot.ts';
import { MovedPeople } from './moved-people.tsx';
import type { Moved } from './movement-table.tsx';
import { type Period, periods } from './period.ts';
import { ReportContent } from './report-content.tsx';
import { ReportList } from './report-list.tsx';
import type { Asked } from './report-view.ts';
import { useAgainstWords, useAnswer } from './report-words.ts';
import { numberOf, rowsOf } from './told.ts';
import { type ReportState, useReport } from './use-report.ts';
import { type ReportActs, useReportActs } from './use-report-acts.tsx';
import './reports.css';

export function ReportsPage() {
  const surroundings = useBasis();
  return surroundings === null ? null : <ReportsOf {...surroundings} />;
}

type Beside =
  | { readonly kind: 'sql' }
  | { readonly kind: 'figure'; readonly asked: Asked }
  | { readonly kind: 'move'; readonly moved: Moved };

function ReportsOf(surroundings: Surroundings) {
  const { t } = useTranslation('reports');
  const failureText = useFailureText();
  const state = useReport(surroundings);
  const acts = useReportActs(state);
  const [beside, setBeside] = useState<Beside | null>(null);
  useKeys({ '$mod+e': acts.save, '$mod+p': acts.print });
  useReportFoot(state);
  const { report, before, error } = state;
  const againstWords = useAgainstWords();
  const notes = useFigureNotes({ shop: state.shop, on: state.span.on });
  return (
    <>
      <ReportTitle
        {...{ state, surroundings, acts, notes }}
        onSql={() => setBeside(beside?.kind === 'sql' ? null : { kind: 'sql' })}
      />
      <div className="reports">
        <ReportList current={state.name} period={state.period} shop={state.shop} against={state.against} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus */}
        <section className="reports-main" tabIndex={0} aria-label={t('room')}>
          <GapNote gaps={notes.gaps} />
          {error !== null && <p className="stop">{failureText(error)}</p>}
          {report !== undefined &&
            (report.buyers === 0 ? (
              <EmptyNote>{t('nobody')}</EmptyNote>
            ) : (
              <ReportContent
                {...{ report, before }}
                against={againstWords(state)}
                onAsk={(asked) => setBeside({ kind: 'figure', asked })}
                onMoved={(moved) => setBeside({ kind: 'move', moved })}
              />
            ))}
        </section>
        <BesideReport {...{ state, beside }} onClose={() => setBeside(null)} />
      </div>
      {acts.paper}
    </>
  );
}

interface BesideReportProps {
  readonly state: ReportState;
  readonly beside: Beside | null;
  readonly onClose: () => void;
}

function BesideReport({ state, beside, onClose }: BesideReportProps) {
  const { t, i18n } = useTranslation('reports');
  const { report, question } = state;
  if (beside === null || report === undefined) return null;
  if (beside.kind === 'sql') {
    return (
      <SidePanel title={t('sql')} onClose={onClose} takesFocus>
        {report.tables.map(({ name, title, sql, params }) => (
          <SqlView key={name} title={i18n.language === 'en' ? title.en : title.zh} sql={sql} params={params} />
        ))}
      </SidePanel>
    );
  }
  const { report: _report, from, ...basis } = question;
  if (beside.kind === 'move') {
    const before = { ...basis, on: from ?? basis.on };
    return <MovedPeople moved={beside.moved} before={before} after={basis} onClose={onClose} />;
  }
  return (
    <Explanation
      subject={{ kind: 'metric', ...beside.asked, ...(from === undefined ? {} : { from }) }}
      basis={basis}
      currency={report.currency}
      onClose={onClose}
      takesFocus
    />
  );
}

interface ReportTitleProps {
  readonly state: ReportState;
  readonly surroundings: Surroundings;
  readonly acts: ReportActs;
  readonly notes: FigureNotes;
  readonly onSql: () => void;
}

function ReportTitle({ state, surroundings, acts, notes, onSql }: ReportTitleProps) {
  const { t, i18n } = useTranslation('reports');
  const answer = useAnswer();
  const { name, period, shop, against, span, report, setPlace } = state;
  const { shops } = surroundings.status;
  return (
    <PageTitle
      title={reportTitles[name][i18n.language === 'en' ? 'en' : 'zh']}
      say={report === undefined || report.buyers === 0 ? undefined : answer(report)}
      actions={
        <>
          {shops.length > 1 && (
            <Select
              aria-label={t('shop')}
              value={shop ?? 0}
              popupMatchSelectWidth={false}
              options={[
                { value: 0, label: t('everyShop') },
                ...shops.map((one) => ({ value: one.id, label: one.name })),
              ]}
              onChange={(chosen: number) => setPlace({ shop: chosen === 0 ? undefined : chosen })}
            />
          )}
          <Select
            aria-label={t('period')}
            value={period}
            popupMatchSelectWidth={false}
            options={periods.map((one) => ({ value: one, label: t(`periods.${one}`) }))}
            onChange={(chosen: Period) => setPlace({ period: chosen })}
          />
          {span.from !== undefined && (
            <Select
              aria-label={t('against.label')}
              value={against}
              popupMatchSelectWidth={false}
              options={comparisons.map((one) => ({ value: one, label: t(`against.${one}`) }))}
              onChange={(chosen: Comparison) => setPlace({ against: chosen })}
            />
          )}
          <Button icon={<Icon name="export" />} disabled={acts.busy} onClick={acts.save}>
            {t('export')}
          </Button>
          <Button icon={<Icon name="print" />} disabled={acts.busy} onClick={acts.print}>
            {t('print')}
          </Button>
          <Button onClick={onSql}>{t('sql')}</Button>
        </>
      }
    >
      <ExcludedToggle notes={notes} />
    </PageTitle>
  );
}

function useReportFoot({ report, span }: ReportState): void {
  const { t } = useTranslation('reports');
  const [key] = rowsOf(report, 'key-figures');
  const coveredTo = report?.coveredTo ?? span.on;
  // Everything there is ends where the files do.
  const last = coveredTo < span.on ? coveredTo : span.on;
  useFoot({
    left: (
      <>
        <span>
          {span.from === undefined ? t('spanAll', { on: last }) : t('span', { from: span.from, on: span.on })}
        </span>
        {key !== undefined && report !== undefined && (
          <>
            <span>
              {t('orders')} <b>{formatCount(numberOf(key, 'orders'))}</b>
            </span>
            <span>
              {t('net')} <b>{formatMinor(minorOf(numberOf(key, 'net_minor')), report.currency)}</b>
            </span>
          </>
        )}
        <span>{t('counted')}</span>
      </>
    ),
    right: [t('keys.export'), t('keys.print')],
  });
}
