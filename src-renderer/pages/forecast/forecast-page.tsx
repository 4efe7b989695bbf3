/** What the customers are likely to do, and how right such an estimate would have been: each figure is called an estimate. */

import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearch } from 'wouter';
import type { Forecast } from '../../../src-shared/contract/forecasts.ts';
import { formatMinor, minorOf } from '../../../src-shared/money.ts';
import { type Surroundings, useBasis } from '../../link/use-basis.ts';
import { useCall } from '../../link/use-call.ts';
import { useFigureNotes } from '../../link/use-figure-notes.ts';
import { formatCount } from '../../parts/count-text.tsx';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { SqlView } from '../../parts/explanation/sql-view.tsx';
import { FigureNotesLine } from '../../parts/figure-notes.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { roughly, roughMoney } from '../../parts/roughly.ts';
import { SidePanel } from '../../parts/side-panel.tsx';
import { useFailureText } from '../../parts/toast.tsx';
import { useFoot } from '../../state/foot.ts';
import { ReportList } from '../reports/report-list.tsx';
import { BacktestTable } from './backtest-table.tsx';
import '../reports/key-tiles.css';
import '../reports/reports.css';
import './forecast.css';

/** Below it nothing is estimated: as in src-main/metrics/prediction/forecast.ts. */
const fewest = 30;

export function ForecastPage() {
  const surroundings = useBasis();
  return surroundings === null ? null : <ForecastOf {...surroundings} />;
}

function useForecast({ basis, status }: Surroundings) {
  const query = new URLSearchParams(useSearch());
  const shop = status.shops.find(({ id }) => String(id) === query.get('shop'))?.id;
  const question = {
    on: basis.on,
    ...(shop === undefined ? {} : { shop }),
    ...(basis.excluded === undefined ? {} : { excluded: basis.excluded }),
  };
  return { shop, ...useCall('forecasts.read', question, { keep: false }) };
}

function ForecastOf(surroundings: Surroundings) {
  const { t } = useTranslation('forecast');
  const { t: reports } = useTranslation('reports');
  const failureText = useFailureText();
  const [, navigate] = useLocation();
  const [showsSql, setShowsSql] = useState(false);
  const { shop, data, error } = useForecast(surroundings);
  const { shops } = surroundings.status;
  const notes = useFigureNotes({ shop, on: surroundings.basis.on });
  useFoot({ left: <span>{reports('spanAll', { on: surroundings.basis.on })}</span>, right: [] });
  const sums = data?.sums ?? null;
  const said =
    data === undefined || sums === null
      ? undefined
      : t('say', { orders: formatCount(roughly(sums.orders90)), money: roughMoney(sums.net90Minor, data.currency) });
  return (
    <>
      <PageTitle
        title={t('title')}
        say={said}
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
                onChange={(chosen: number) => navigate(chosen === 0 ? '/forecast?' : `/forecast?shop=${chosen}`)}
              />
            )}
            <Button onClick={() => setShowsSql(!showsSql)}>{t('sql')}</Button>
          </>
        }
      >
        <FigureNotesLine notes={notes} />
      </PageTitle>
      <div className="reports">
        <ReportList current="forecast" period="m12" shop={shop} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus */}
        <section className="reports-main" tabIndex={0} aria-label={t('title')}>
          {error !== null && <p className="stop">{failureText(error)}</p>}
          {data !== undefined && <ForecastContent forecast={data} />}
        </section>
        {showsSql && data !== undefined && (
          <SidePanel title={t('sql')} onClose={() => setShowsSql(false)} takesFocus>
            <SqlView title={t('title')} sql={data.sql} params={{ on: data.on, currency: data.currency }} />
          </SidePanel>
        )}
      </div>
    </>
  );
}

function ForecastContent({ forecast }: { readonly forecast: Forecast }) {
  const { t } = useTranslation('forecast');
  const { without, repeaters, medianDays, backtest } = forecast;
  if (forecast.customers === 0) return <EmptyNote>{t('nobody')}</EmptyNote>;
  return (
    <>
      <p className="dim sm">{t('definition')}</p>
      {without !== null && <p className="few">{t(`without.${without}`, { count: repeaters, fewest })}</p>}
      <ForecastTiles forecast={forecast} />
      {medianDays !== null && <p className="forecast-line">{t('median', { days: medianDays })}</p>}
      {without === null &&
        (backtest === null ? (
          <p className="forecast-line">{t('noBacktest')}</p>
        ) : (
          <BacktestTable backtest={backtest} />
        ))}
      <ModelFacts forecast={forecast} />
    </>
  );
}

function ForecastTiles({ forecast }: { readonly forecast: Forecast }) {
  const { t } = useTranslation('forecast');
  const { sums, currency, customers } = forecast;
  if (sums === null) return null;
  const tiles = [
    { name: 'active', text: formatCount(roughly(sums.active)), note: t('tileSay.active', { count: customers }) },
    { name: 'orders90', text: formatCount(roughly(sums.orders90)), note: t('tileSay.estimate') },
    { name: 'net90', text: roughMoney(sums.net90Minor, currency), note: t('tileSay.estimate') },
    { name: 'net365', text: roughMoney(sums.net365Minor, currency), note: t('tileSay.estimate') },
  ] as const;
  return (
    <div className="tiles">
      {tiles.map(({ name, text, note }) => (
        <dl key={name}>
          <dt>{t(`tile.${name}`)}</dt>
          <dd className="big">{t('about', { value: text })}</dd>
          <dd className="faint sm">{note}</dd>
        </dl>
      ))}
    </div>
  );
}

function ModelFacts({ forecast }: { readonly forecast: Forecast }) {
  const { t } = useTranslation('forecast');
  const { model, spend } = forecast;
  if (model === null) return null;
  const three = (value: number): string => value.toPrecision(3);
  return (
    <section className="forecast-model dim sm">
      <h2>{t('model')}</h2>
      <p>
        {t('modelSay', {
          r: three(model.r),
          alpha: three(model.alpha),
          a: three(model.a),
          b: three(model.b),
          evaluations: model.evaluations,
          likelihood: model.logLikelihood.toFixed(2).replace('-', '−'),
        })}
      </p>
      <p>
        {spend === null
          ? t('noSpend')
          : t('spendSay', {
              p: three(spend.p),
              q: three(spend.q),
              v: formatMinor(minorOf(Math.round(spend.v)), forecast.currency),
              count: spend.customers,
              correlation: (Math.round(100 * spend.correlation) / 100 + 0).toFixed(2),
            })}
      </p>
    </section>
  );
}
