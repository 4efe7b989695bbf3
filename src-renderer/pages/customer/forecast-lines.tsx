/** What the customer will do, in a few lines, each an estimate and called so. */

import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { TierBasis } from '../../../src-shared/contract/customers.ts';
import type { PersonForecast } from '../../../src-shared/contract/forecasts.ts';
import { formatMinor, minorOf } from '../../../src-shared/money.ts';
import { useCall } from '../../link/use-call.ts';
import { DayText } from '../../parts/day-text.tsx';
import { roughly, roughShare } from '../../parts/roughly.ts';
import './forecast-lines.css';

export interface ForecastLinesProps {
  readonly customer: number;
  readonly basis: TierBasis;
}

/** Purchases to be expected: a whole number where there are several, else one place behind the point. */
function visits(value: number): string {
  return value >= 3 ? String(Math.round(value)) : String(Math.round(10 * value) / 10);
}

export function ForecastLines({ customer, basis }: ForecastLinesProps) {
  const { t } = useTranslation('forecast');
  const { data } = useCall(
    'forecasts.customer',
    { customer, on: basis.on, ...(basis.excluded === undefined ? {} : { excluded: basis.excluded }) },
    { keep: false },
  );
  return (
    <section className={data === undefined ? 'forecast-lines pending' : 'forecast-lines'}>
      <h2>
        <Link href="/forecast">{t('person.title')}</Link>
      </h2>
      {data?.by === null && <p className="faint">{t('person.nothing')}</p>}
      {data !== undefined && data.by !== null && <Lines told={data} on={basis.on} />}
    </section>
  );
}

function Lines({ told, on }: { readonly told: PersonForecast; readonly on: string }) {
  const { t } = useTranslation('forecast');
  const { foretold, next, by, currency } = told;
  const year = foretold === null ? null : roughly(foretold.net365Minor / 100);
  return (
    <dl className="facts">
      {foretold !== null && (
        <>
          <dt>{t('person.active')}</dt>
          <dd>{roughShare(foretold.active)}</dd>
        </>
      )}
      {next !== null && (
        <>
          <dt>{t('person.next')}</dt>
          <dd>
            <DayText day={next.day} /> <NextSay {...{ next, by, on }} />
          </dd>
        </>
      )}
      {foretold !== null && year !== null && (
        <>
          <dt>{t('person.visits')}</dt>
          <dd>{t('person.orders', { soon: visits(foretold.orders90), year: visits(foretold.orders365) })}</dd>
          <dt>{t('person.worth')}</dt>
          <dd>{t('about', { value: formatMinor(minorOf(Math.round(year * 100)), currency).replace(/\.00$/, '') })}</dd>
        </>
      )}
    </dl>
  );
}

/** Within a year a day needs none. */
function shortDay(day: string, on: string): string {
  return day.slice(0, 4) === on.slice(0, 4) ? day.slice(5) : day.slice(2);
}

const days = /(\d{2}(?:-\d{2}){1,2})/;

/** A line may end between two days, never within one. */
function WholeDays({ text }: { readonly text: string }) {
  return text.split(days).map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      <span key={part} className="nw">
        {part}
      </span>
    ),
  );
}

interface NextSayProps {
  readonly next: NonNullable<PersonForecast['next']>;
  readonly by: PersonForecast['by'];
  readonly on: string;
}

function NextSay({ next, by, on }: NextSayProps) {
  const { t } = useTranslation('forecast');
  const said =
    by === 'model' && next.from !== null
      ? next.to === null
        ? t('person.after', { from: shortDay(next.from, on) })
        : t('person.between', { from: shortDay(next.from, on), to: shortDay(next.to, on) })
      : t(by === 'rhythm' ? 'person.rhythm' : 'person.shop');
  return (
    <span className="faint sm">
      {next.day < on && `${t('person.past')} · `}
      <WholeDays text={said} />
    </span>
  );
}
