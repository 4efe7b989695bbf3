/** The left column: how to reach the person, who received the parcels, habits, and the owner's note. */

import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressText } from '../../../src-shared/address-text.ts';
import type { CustomerProfile, TierBasis } from '../../../src-shared/contract/customers.ts';
import type { CustomerPlace } from '../../../src-shared/contract/explanations.ts';
import type { InsightKey } from '../../../src-shared/contract/insights.ts';
import type { NextItem } from '../../../src-shared/contract/next-items.ts';
import { useAct, useCall } from '../../link/use-call.ts';
import { DayText } from '../../parts/day-text.tsx';
import { PhoneText } from '../../parts/phone-text.tsx';
import { useToast } from '../../parts/toast.tsx';
import { LeadLine } from '../leads/lead-line.tsx';
import { ContactPoints } from './contact-points.tsx';
import { matchesOf, regionOf } from './customer-facts.ts';
import { ForecastLines } from './forecast-lines.tsx';
import { Habits } from './habits.tsx';
import { LevelLine } from './level-line.tsx';
import { LifeLine } from './life-line.tsx';
import { SegmentsLine } from './membership/segments-line.tsx';
import { NextItems } from './next-items.tsx';
import { NoteEditor } from './note-editor.tsx';
import { OwnFields } from './own-fields.tsx';
import { PointMarkButton } from './point-mark.tsx';
import { Relations } from './relations.tsx';
import { type AboutProps, WishesLine } from './wishes.tsx';

export interface ContactColumnProps {
  readonly profile: CustomerProfile;
  readonly basis: TierBasis;
  /** Asked which orders bear a habit out. */
  readonly onInsight: (insight: InsightKey) => void;
  /** Asked where in their life as a customer they stand. */
  readonly onLife: () => void;
  /** Asked why they stand where else they stand. */
  readonly onPlace: (place: CustomerPlace) => void;
  /** Asked where the thing they may buy next comes from. */
  readonly onNextItem: (item: NextItem) => void;
  /** Asked why they are in a segment. */
  readonly onSegment: (segment: number) => void;
}

export function ContactColumn(props: ContactColumnProps) {
  const { profile, basis, onInsight, onLife, onPlace, onNextItem, onSegment } = props;
  const { t } = useTranslation('customer');
  return (
    <aside className="about">
      <Contact profile={profile} />
      <ContactPoints key={`contacts ${profile.customer.id}`} customer={profile.customer.id} on={basis.on} />
      <WishesLine customer={profile.customer.id} on={basis.on} />
      <Habits customer={profile.customer.id} basis={basis} onWhy={onInsight} />
      <LifeLine customer={profile.customer.id} basis={basis} onWhy={onLife} />
      <LevelLine profile={profile} basis={basis} onWhy={() => onPlace('level')} />
      <LeadLine customer={profile.customer} on={basis.on} hasBought={profile.totals.counted > 0} />
      <SegmentsLine customer={profile.customer.id} basis={basis} onWhy={onSegment} />
      <ForecastLines customer={profile.customer.id} basis={basis} />
      <NextItems customer={profile.customer.id} basis={basis} onWhy={onNextItem} />
      <Relations customer={profile.customer.id} on={basis.on} />
      <OwnFields
        key={`fields ${profile.customer.id}`}
        customer={profile.customer.id}
        values={profile.customer.fields}
      />
      <h2>{t('note.title')}</h2>
      <NoteEditor key={`note ${profile.customer.id}`} customer={profile.customer.id} note={profile.customer.note} />
      <Receivers customer={profile.customer.id} on={basis.on} receivers={profile.receivers} />
    </aside>
  );
}

/** A buyer id carries its marketplace: 'taobao:豆豆mama'. */
function idOf(value: string): string {
  return value.slice(value.indexOf(':') + 1);
}

function Contact({ profile }: { readonly profile: CustomerProfile }) {
  const { t } = useTranslation('customer');
  const { customer, identities, shops } = profile;
  const region = regionOf(customer);
  // A phone is shown above, masked. Where the buyer's id is the e-mail address, it is said once.
  const emails = new Set(identities.filter(({ kind }) => kind === 'email').map(({ value }) => value));
  const others = identities.filter(
    ({ kind, value }) => kind !== 'phone' && !(kind === 'buyer' && emails.has(idOf(value).toLowerCase())),
  );
  return (
    <>
      <h2>{t('contact.title')}</h2>
      <dl className="facts">
        <dt>{t('contact.phone')}</dt>
        <dd className="phone-line">
          <Phone key={customer.id} profile={profile} />
        </dd>
        {others.map(({ kind, value }) => (
          <Pair key={`${kind}/${value}`} name={t(`identity.${kind}`)}>
            <Identity kind={kind} value={value} />
          </Pair>
        ))}
        <Pair name={t('contact.region')}>{region === '' ? <Unknown /> : region}</Pair>
        <Pair name={t('contact.shops')}>{shops.length === 0 ? <Unknown /> : shops.join(', ')}</Pair>
      </dl>
    </>
  );
}

function Identity({ kind, value }: CustomerProfile['identities'][number]) {
  const { t } = useTranslation('customer');
  if (kind === 'buyer') return idOf(value);
  if (kind !== 'likely') return value;
  return matchesOf(value)
    .map(({ by, text }) => t(`matched.${by}`, { text }))
    .join(t('matched.and'));
}

/** A small button beside something worth having on the clipboard. */
function CopyButton({ what, onCopy }: { readonly what: string; readonly onCopy: () => Promise<string | null> }) {
  const { t: common } = useTranslation('common');
  const { act } = useAct('shell.copy');
  const toast = useToast();
  const copy = async (): Promise<void> => {
    const text = await onCopy();
    if (text !== null && (await act({ text })) !== null) toast.done(common('action.copied'));
  };
  return (
    <button type="button" className="plain link sm nw" title={what} aria-label={what} onClick={() => void copy()}>
      {common('action.copy')}
    </button>
  );
}

function Pair({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className="breaks">{children}</dd>
    </>
  );
}

function Unknown() {
  const { t } = useTranslation('customer');
  return (
    <span className="faint" title={t('contact.unknown')}>
      —
    </span>
  );
}

/** Masked; the whole number only when asked for, and never for a likely person. */
function Phone({ profile }: { readonly profile: CustomerProfile }) {
  const { t } = useTranslation('customer');
  const { t: common } = useTranslation('common');
  const { act } = useAct('customers.phone');
  const [whole, setWhole] = useState<string | null>(null);
  const [none, setNone] = useState(false);
  const { customer } = profile;
  if (customer.phone === null) return <Unknown />;
  const wholeNumber = async (): Promise<string | null> => {
    const answer = await act({ customer: customer.id });
    setNone(answer !== null && answer.phone === null);
    return answer?.phone ?? null;
  };
  const show = async (): Promise<void> => setWhole(await wholeNumber());
  if (whole !== null) {
    return (
      <>
        <b className="pickable">{whole}</b>{' '}
        <CopyButton what={t('contact.copyPhone')} onCopy={() => Promise.resolve(whole)} />{' '}
        <button type="button" className="plain link sm" onClick={() => setWhole(null)}>
          {common('action.hide')}
        </button>
      </>
    );
  }
  if (customer.certainty === 'likely') {
    return (
      <span title={t('contact.guessed')}>
        <PhoneText phone={customer.phone} />
      </span>
    );
  }
  return (
    <>
      <PhoneText phone={customer.phone} {...(none ? {} : { onShow: () => void show() })} />
      {!none && (
        <>
          {' '}
          <CopyButton what={t('contact.copyPhone')} onCopy={wholeNumber} />
        </>
      )}
      {none && <span className="faint sm"> {t('contact.shownNone')}</span>}
    </>
  );
}

/** Further receivers are folded away. */
const receiversAtFirst = 3;

function Receivers({ customer, on, receivers }: Pick<CustomerProfile, 'receivers'> & AboutProps) {
  const { t } = useTranslation('customer');
  const [all, setAll] = useState(false);
  const { data } = useCall('identities.contacts', { customer, on }, { keep: false });
  const pointOf = (address: string | null) =>
    data?.contacts.find(({ kind, value }) => kind === 'address' && value === address?.trim());
  const shown = all ? receivers : receivers.slice(0, receiversAtFirst);
  return (
    <>
      <h2>{t('receivers.title')}</h2>
      {receivers.length === 0 && <p className="faint">{t('receivers.nobody')}</p>}
      <ul className="receivers">
        {shown.map((receiver) => (
          <li key={`${receiver.name}/${receiver.phone}/${receiver.address}`}>
            <p className="between">
              <span>
                {receiver.name ?? '—'} <span className="dim nw">{receiver.phone}</span>
              </span>
              <span className="faint sm nw">
                {t('receivers.orders', { count: receiver.orders })} <DayText day={receiver.lastDay} />
              </span>
            </p>
            {receiver.address !== null && (
              <p className="dim sm breaks">
                <span className={pointOf(receiver.address)?.mark == null ? undefined : 'marked-point'}>
                  {addressText(receiver.address)}
                </span>{' '}
                {!receiver.address.includes('*') && (
                  <CopyButton
                    what={t('contact.copyAddress')}
                    onCopy={() =>
                      Promise.resolve([receiver.name, addressText(receiver.address ?? '')].filter(Boolean).join(' '))
                    }
                  />
                )}{' '}
                <PointMarkButton customer={customer} contact={pointOf(receiver.address)} />
              </p>
            )}
          </li>
        ))}
      </ul>
      {receivers.length > receiversAtFirst && (
        <button type="button" className="plain link sm" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('receivers.fewer') : t('receivers.more', { count: receivers.length - receiversAtFirst })}
        </button>
      )}
    </>
  );
}
