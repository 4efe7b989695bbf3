/** What the customer will do, in a few lines, each an estimate and called so. */

import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { PersonForecast } from '../../../src-shared/contract/forecasts.ts';
import { formatMinor, minorOf } from '../../../src-shared/money.ts';
import type { Surroundings } from '../../link/use-basis.ts';
import { useCall } from '../../link/use-call.ts';
import { DayText } from '../../parts/day-text.tsx';
import { roughly, roughShare } from '../../parts/roughly.ts';

export interface ForecastLinesProps {
  readonly customer: number;
  readonly basis: Surroundings['basis'];
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
  if (data === undefined) return null;
  return (
    <section className="forecast-lines">
      <h2>
        <Link href="/forecast">{t('person.title')}</Link>
      </h2>
      {data.by === null ? <p className="faint">{t('person.nothing')}</p> : <Lines told={data} on={basis.on} />}
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
          <dt>{t('tile.orders90')}</dt>
          <dd>{t('person.orders', { soon: visits(foretold.orders90), year: visits(foretold.orders365) })}</dd>
          <dt>{t('tile.net365')}</dt>
          <dd>{t('about', { value: formatMinor(minorOf(Math.round(year * 100)), currency).replace(/\.00$/, '') })}</dd>
        </>
      )}
    </dl>
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
        ? t('person.after', { from: next.from })
        : t('person.between', { from: next.from, to: next.to })
      : t(by === 'rhythm' ? 'person.rhythm' : 'person.shop');
  return (
    <span className="faint sm">
      {next.day < on && `${t('person.past')} · `}
      {said}
    </span>
  );
}
