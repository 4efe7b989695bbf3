/** How the person can be reached: the best way that is left, and every phone and e-mail with its validity. Addresses stand with the receivers. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '../../../src-shared/contract/identities.ts';
import { useCall } from '../../link/use-call.ts';
import { DayText } from '../../parts/day-text.tsx';
import { PointMarkButton } from './point-mark.tsx';

export interface ContactPointsProps {
  readonly customer: number;
  /** The day it is asked for: whether virtual numbers still work. */
  readonly on: string;
}

const shownAtFirst = 3;

export function ContactPoints({ customer, on }: ContactPointsProps) {
  const { t } = useTranslation('customer');
  const { data } = useCall('identities.contacts', { customer, on }, { keep: false });
  const [all, setAll] = useState(false);
  if (data === undefined) return null;
  const points = data.contacts.filter(({ kind }) => kind !== 'address');
  const shown = all ? points : points.slice(0, shownAtFirst);
  return (
    <>
      <p className={data.reach === 'marketplace' ? 'dim' : 'good'} style={{ margin: '1rem 0 .2rem' }}>
        {t(`reach.${data.reach}`)}
      </p>
      <ul className="receivers contact-points">
        {shown.map((point) => (
          <li
            className={point.mark === null ? undefined : 'is-marked'}
            key={`${point.state}/${point.value}/${point.extension}`}
          >
            <p className="between">
              <span className={point.mark === null ? 'breaks' : 'breaks marked-point'}>
                {textOf(point, t('contactState.encrypted'))}
              </span>
              <Validity point={point} on={on} />
            </p>
            <p className="faint sm between">
              <span className="nw">
                {t('receivers.orders', { count: point.orders })} <DayText day={point.firstDay} />
                {point.firstDay !== point.lastDay && (
                  <>
                    {' '}
                    – <DayText day={point.lastDay} />
                  </>
                )}
              </span>
              <PointMarkButton customer={customer} contact={point} />
            </p>
          </li>
        ))}
      </ul>
      {points.length > shownAtFirst && (
        <button type="button" className="plain link sm" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('receivers.fewer') : t('contactState.more', { count: points.length - shownAtFirst })}
        </button>
      )}
    </>
  );
}

function textOf({ state, value, extension }: Contact, encrypted: string): string {
  if (state === 'encrypted') return encrypted;
  return extension === null ? value : `${value}-${extension}`;
}

/** Usable, masked, virtual until, over: a word, its colour last. */
function Validity({ point: { state, endsOn, isUsable, mark }, on }: { readonly point: Contact; readonly on: string }) {
  const { t } = useTranslation('customer');
  const { t: profile } = useTranslation('profile');
  if (mark !== null) return <span className="warn sm nw">{profile(`points.is.${mark}`)}</span>;
  if (state === 'virtual' && endsOn !== null && endsOn < on) {
    return (
      <span className="warn sm nw" title={t('contactState.expiredWhy', { day: endsOn })}>
        {t('contactState.expired')}
      </span>
    );
  }
  if (state === 'virtual') {
    return (
      <span className="dim sm nw" title={t('contactState.virtualWhy')}>
        {endsOn === null ? t('contactState.virtual') : t('contactState.virtualUntil', { day: endsOn.slice(2) })}
      </span>
    );
  }
  if (isUsable) return <span className="good sm nw">{t('contactState.usable')}</span>;
  return <span className="faint sm nw">{t(state === 'whole' ? 'contactState.unsure' : `contactState.${state}`)}</span>;
}
