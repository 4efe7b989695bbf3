/** The calendar of what was imported: a year at a glance, the days without a file in words, and what to do about them. */

import { Button, Segmented, Select } from 'antd';
import { useMemo, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useLocation, useSearch } from 'wouter';
import type { QuietReason, ShopCoverage } from '../../../src-shared/contract/coverage.ts';
import { type Day, dayOf, daysBetween } from '../../../src-shared/day.ts';
import { useAct, useCall } from '../../link/use-call.ts';
import { useChooseFiles } from '../../link/use-files.ts';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { useSpanWords } from '../../parts/span-words.ts';
import { useToast } from '../../parts/toast.tsx';
import { useFoot } from '../../state/foot.ts';
import { ImportTabs } from '../import/import-tabs.tsx';
import { CoverageSql } from './coverage-sql.tsx';
import { DayLine } from './day-line.tsx';
import { GapList } from './gap-list.tsx';
import { useYearWalk } from './use-year-walk.ts';
import { YearGrid } from './year-grid.tsx';
import { yearOf, yearsOf } from './year-model.ts';
import './coverage.css';

export function CoveragePage() {
  const { t } = useTranslation('coverage');
  const importing = useTranslation('importing').t;
  const chooseFiles = useChooseFiles();
  const { data } = useCall('coverage.list', {});
  const { data: status } = useCall('ledger.status', {});
  const query = new URLSearchParams(useSearch());
  const [, navigate] = useLocation();
  const covered = (data?.shops ?? []).filter(({ from }) => from !== null);
  const shop =
    covered.find((one) => String(one.shop) === query.get('shop')) ??
    covered.find(({ gaps }) => gaps.length > 0) ??
    covered[0];
  const days = covered.reduce((sum, { gaps }) => sum + gaps.reduce((own, gap) => own + gap.days, 0), 0);
  useFoot({
    left: shop && <CoverageFoot coverage={shop} />,
    right: [t('keys.day'), t('keys.month'), t('keys.year'), importing('keyChoose')],
  });
  const goTo = (to: { readonly shop: number; readonly year?: number }): void => {
    const next = new URLSearchParams({ shop: String(to.shop) });
    if (to.year !== undefined) next.set('year', String(to.year));
    navigate(`/coverage?${next}`, { replace: true });
  };
  return (
    <>
      <PageTitle
        title={t('title')}
        say={data === undefined ? undefined : days === 0 ? t('sayWhole') : t('sayMissing', { count: days })}
        actions={
          covered.length > 1 && shop !== undefined ? (
            <Select
              aria-label={t('shop')}
              value={shop.shop}
              popupMatchSelectWidth={false}
              options={covered.map((one) => ({ value: one.shop, label: one.name }))}
              onChange={(value: number) => goTo({ shop: value })}
            />
          ) : undefined
        }
      />
      <ImportTabs at="coverage" />
      {data !== undefined && shop === undefined ? (
        <div className="scroll coverage-empty">
          <EmptyNote action={<Button onClick={chooseFiles}>{importing('choose')}</Button>}>{t('empty')}</EmptyNote>
        </div>
      ) : null}
      {shop === undefined || status === undefined ? null : (
        <ShopCalendar
          key={shop.shop}
          coverage={shop}
          sql={data?.sql ?? ''}
          today={status.today}
          asked={Number(query.get('year'))}
          onYear={(year) => goTo({ shop: shop.shop, year })}
          onImport={chooseFiles}
        />
      )}
    </>
  );
}

/** Of the shop in view: how many days its files cover, and how many are missing between them. */
function CoverageFoot({ coverage: { name, from, to, gaps, quiet } }: { readonly coverage: ShopCoverage }) {
  const { t } = useTranslation('coverage');
  const [first, last] = [dayOf(from ?? ''), dayOf(to ?? '')];
  if (first === null || last === null) return null;
  const missing = gaps.reduce((sum, gap) => sum + gap.days, 0);
  const said = quiet.reduce((sum, span) => sum + daysOf(span), 0);
  const count = daysBetween(first, last) + 1 - missing - said;
  return (
    <>
      <span>
        <Trans t={t} i18nKey="foot" values={{ shop: name, count }} components={{ b: <b /> }} />
      </span>
      {missing > 0 && (
        <span>
          <Trans t={t} i18nKey="footMissing" values={{ count: missing }} components={{ b: <b /> }} />
        </span>
      )}
    </>
  );
}

function daysOf({ from, to }: { readonly from: string; readonly to: string }): number {
  const [first, last] = [dayOf(from), dayOf(to)];
  return first === null || last === null ? 0 : daysBetween(first, last) + 1;
}

interface ShopCalendarProps {
  readonly coverage: ShopCoverage;
  readonly sql: string;
  readonly today: string;
  /** The year in the address; anything else: none. */
  readonly asked: number;
  readonly onYear: (year: number) => void;
  readonly onImport: () => void;
}

/** The year that is shown when none is asked for: the one with the newest gap, else the last. */
function usualYear({ gaps, to }: ShopCoverage, today: string): number {
  return Number((gaps.at(-1)?.from ?? to ?? today).slice(0, 4));
}

function ShopCalendar({ coverage, sql, today, asked, onYear, onImport }: ShopCalendarProps) {
  const years = useMemo(() => yearsOf(coverage, today), [coverage, today]);
  const shown = years.includes(asked) ? asked : usualYear(coverage, today);
  const span = { shop: coverage.shop, from: dayIn(shown, '01-01'), to: dayIn(shown, '12-31') };
  const { data } = useCall('coverage.days', span);
  const orders = useMemo(() => new Map((data?.days ?? []).map(({ day, orders: count }) => [day, count])), [data]);
  const year = useMemo(() => yearOf(coverage, shown, orders), [coverage, shown, orders]);
  const first = coverage.gaps.find(({ from }) => from.startsWith(String(shown)))?.from ?? `${shown}-01-01`;
  const walk = useYearWalk(dayOf(first) ?? dayIn(shown, '01-01'), years, onYear);
  const [looked, setLooked] = useState<Day | null>(null);
  const acts = useQuietActs(coverage.shop);
  const show = (text: string): void => {
    const day = dayOf(text);
    if (day === null) return;
    onYear(Number(day.slice(0, 4)));
    walk.setHere(day);
    setLooked(day);
  };
  // What was looked at may be of another year.
  const here = [looked, walk.here].find((day) => day?.startsWith(String(shown))) ?? null;
  return (
    <div className="coverage-page">
      <div className="coverage">
        <div className="coverage-year">
          <div className="coverage-head">
            <h2>{coverage.name}</h2>
            <Years years={years} shown={shown} onYear={onYear} />
            <Legend />
          </div>
          <YearGrid year={year} shop={coverage.name} walk={walk} onDay={setLooked} />
          <DayLine coverage={coverage} day={year.flat().find(({ day }) => day === here) ?? null} />
          <CoverageSql sql={sql} shop={coverage.shop} />
        </div>
        <GapList
          coverage={coverage}
          isBusy={acts.busy}
          onMark={acts.mark}
          onClear={acts.clear}
          onImport={onImport}
          onShow={show}
        />
      </div>
    </div>
  );
}

function dayIn(year: number, date: string): Day {
  return dayOf(`${year}-${date}`) ?? ('2000-01-01' as Day);
}

/** Few years stand side by side, many in a list. */
function Years({
  years,
  shown,
  onYear,
}: {
  readonly years: readonly number[];
  readonly shown: number;
  readonly onYear: (year: number) => void;
}) {
  const { t } = useTranslation('coverage');
  const options = years.map((year) => ({ value: year, label: String(year) }));
  if (years.length === 1) return <b>{shown}</b>;
  if (years.length > 6)
    return <Select aria-label={t('year')} size="small" value={shown} options={options} onChange={onYear} />;
  return <Segmented aria-label={t('year')} size="small" value={shown} options={options} onChange={onYear} />;
}

function Legend() {
  const { t } = useTranslation('coverage');
  return (
    <ul className="coverage-legend sm">
      <li>
        <i className="day imported q2">12</i> {t('legend.imported')}
      </li>
      <li>
        <i className="day imported q0">0</i> {t('legend.zero')}
      </li>
      <li>
        <i className="day quiet">{t('markNoSales')}</i> {t('legend.quiet')}
      </li>
      <li>
        <i className="day missing">{t('markMissing')}</i> {t('legend.missing')}
      </li>
    </ul>
  );
}

/** Writes the owner's word down and offers to take it back. */
function useQuietActs(shop: number) {
  const { t } = useTranslation('coverage');
  const common = useTranslation('common').t;
  const toast = useToast();
  const spanWords = useSpanWords();
  const mark = useAct('coverage.mark');
  const clear = useAct('coverage.clear');
  const undo = useAct('journal.undo');
  type Span = { readonly from: string; readonly to: string };
  const asDays = ({ from, to }: Span) => ({ shop, from: dayOf(from) ?? from, to: dayOf(to) ?? to });
  const takeBack = async (edits: readonly number[]): Promise<void> => {
    for (const edit of edits) if ((await undo.act({ edit })) === null) return;
    toast.done(t('takenBack'));
  };
  return {
    busy: mark.busy || clear.busy || undo.busy,
    mark: (spans: readonly Span[], reason: QuietReason): void => {
      void mark.act({ spans: spans.map((span) => ({ ...asDays(span), reason })) }).then((answer) => {
        if (answer === null) return;
        const [only] = spans;
        const text =
          spans.length === 1 && only !== undefined
            ? t('marked', { span: spanWords(only.from, only.to), reason: t(`reason.${reason}`) })
            : t('markedMany', { count: spans.length });
        toast.done(text, { label: common('action.undo'), run: () => void takeBack(answer.edits) });
      });
    },
    clear: (span: Span): void => {
      void clear.act(asDays(span)).then((answer) => {
        if (answer !== null) toast.done(t('cleared', { span: spanWords(span.from, span.to) }));
      });
    },
  };
}
