/** One person of the list: why now, what it may bring, how to reach them, and what came of it. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { TierBasis } from '../../../src-shared/contract/customers.ts';
import type { Due } from '../../../src-shared/contract/follow-ups.ts';
import { dayOf, daysBetween } from '../../../src-shared/day.ts';
import { telUri } from '../../../src-shared/phone-uri.ts';
import { useAct } from '../../link/use-call.ts';
import { QrCode } from '../../parts/qr-code.tsx';
import { roughMoney, roughShare } from '../../parts/roughly.ts';
import { TierBadge } from '../../parts/tier-badge.tsx';
import { useToast } from '../../parts/toast.tsx';
import { useKeys } from '../../parts/use-keys.ts';
import { DueResult, type DueResultProps } from './due-result.tsx';
import { useReasonLine } from './reason-words.ts';
import { RepeatFact } from './repeat-fact.tsx';
import { WhatToSay } from './what-to-say.tsx';

export interface DuePanelProps extends DueResultProps {
  readonly at: number;
  readonly count: number;
  readonly basis: TierBasis;
  readonly currency: string;
}

export function DuePanel(props: DuePanelProps) {
  const { due, basis } = props;
  return (
    <section className="due-panel" aria-label={due.name}>
      <div className="due-scroll">
        <PanelHead {...props} />
        <WhyNow {...props} />
        <WhatToSay customer={due.customer} basis={basis} channel={due.channel} rule={due.rule} />
        <Reach due={due} />
        <Before due={due} />
      </div>
      <DueResult key={due.origin} {...props} />
    </section>
  );
}

/** Who it is, the how manyth of the list, and the way to their page. */
export function PanelHead({ due, at, count }: Pick<DuePanelProps, 'due' | 'at' | 'count'>) {
  const { t } = useTranslation('today');
  return (
    <header>
      <h2>{due.name}</h2>
      <TierBadge tier={due.tier} />
      <span className="dim">{due.place}</span>
      <span className="due-at dim">{t('panel.place', { at: at + 1, count })}</span>
      <Link href={`/customers/${due.customer}`}>{t('panel.open')}</Link>
    </header>
  );
}

export function WhyNow({ due, on, basis, currency }: Pick<DuePanelProps, 'due' | 'on' | 'basis' | 'currency'>) {
  const { t } = useTranslation('today');
  const line = useReasonLine()(due.reason, due.note);
  const { reason, note, also } = due;
  const since = dayOf(due.due);
  const waits = since === null ? 0 : daysBetween(since, on);
  return (
    <>
      <h3>{t('panel.why')}</h3>
      <dl className="due-facts">
        {reason.kind === 'renew' ? (
          <Fact name={t('panel.cycle')}>{t('panel.cycleSay', { ...reason })}</Fact>
        ) : (
          <Fact name={t('panel.cycle')}>{line.why}</Fact>
        )}
        {'of' in reason && reason.of !== null && (
          <Fact name={t('panel.last')}>
            {[reason.of.day, reason.of.item, reason.of.number].filter((part) => part !== null).join(' · ')}
          </Fact>
        )}
        <Fact name={t('panel.since')}>
          {waits <= 0 ? t('panel.sinceToday') : t('panel.sinceSay', { day: due.due, days: waits })}
        </Fact>
        <Fact name={t('panel.worth')}>
          <Worth due={due} currency={currency} />
        </Fact>
        {note !== '' && note !== line.why && <Fact name={t('panel.minding')}>{note}</Fact>}
        <RepeatFact due={due} basis={basis} />
      </dl>
      {also > 0 && <p className="few">{t('panel.also', { count: also })}</p>}
    </>
  );
}

/** What was measured of its rule, where that tells something; else an estimate, called one. */
function Worth({ due, currency }: Pick<DuePanelProps, 'due' | 'currency'>) {
  const { t } = useTranslation('today');
  const { measured, chance, worthMinor, stakeMinor } = due;
  if (measured !== null) {
    const value = Math.abs(measured.buyersOf100).toFixed(1);
    const said = t(`panel.measured.${measured.verdict}`, { value, count: measured.people });
    const isMore = measured.verdict === 'more' && stakeMinor !== null;
    return (
      <span data-measured="">
        {said}
        {isMore && t('panel.measured.here', { money: roughMoney(stakeMinor, currency) })}
      </span>
    );
  }
  if (chance === null || worthMinor === null) return t('panel.noWorth');
  return t('panel.worthSay', { chance: roughShare(chance), money: roughMoney(worthMinor, currency) });
}

export function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A whole phone is shown when it is asked for; else what is copied into the marketplace's own back office. */
function Reach({ due }: { readonly due: Due }) {
  const { t } = useTranslation('today');
  const toast = useToast();
  const phoneOf = useAct('customers.phone').act;
  const [phone, setPhone] = useState<{ readonly of: number; readonly text: string } | null>(null);
  const copy = (text: string): void => {
    void navigator.clipboard.writeText(text).then(() => toast.done(t('panel.copied', { text })));
  };
  const number = 'of' in due.reason ? (due.reason.of?.number ?? null) : null;
  const handle = due.nick ?? number;
  useKeys({ c: () => (handle === null ? false : copy(handle)) });
  return (
    <>
      <h3>{t('panel.reach')}</h3>
      <dl className="due-facts">
        {due.reach === 'phone' && (
          <Fact name={t('panel.phone')}>
            {phone?.of === due.customer ? (
              <>
                <span className="due-phone">{phone.text}</span>
                <button type="button" className="plain link" onClick={() => copy(phone.text)}>
                  {t('panel.copy')}
                </button>
              </>
            ) : (
              <button
                type="button"
                className="plain link"
                onClick={() =>
                  void phoneOf({ customer: due.customer }).then((found) => {
                    if (found?.phone != null) setPhone({ of: due.customer, text: found.phone });
                  })
                }
              >
                {t('panel.show')}
              </button>
            )}
          </Fact>
        )}
        {phone?.of === due.customer && (
          <Fact name={t('panel.scan')}>
            <QrCode text={telUri(phone.text)} label={t('panel.scanSay', { phone: phone.text })} about={116} />
          </Fact>
        )}
        {due.nick !== null && <Copied name={t('panel.nick')} text={due.nick} onCopy={copy} />}
        {number !== null && <Copied name={t('panel.order')} text={number} onCopy={copy} />}
      </dl>
      {due.reach === 'marketplace' && <p className="dim sm">{t('panel.reachMarketplace')}</p>}
      {due.reach === 'none' && <p className="dim sm">{t('panel.reachNone')}</p>}
    </>
  );
}

function Copied({
  name,
  text,
  onCopy,
}: {
  readonly name: string;
  readonly text: string;
  readonly onCopy: (text: string) => void;
}) {
  const { t } = useTranslation('today');
  return (
    <Fact name={name}>
      <span>{text}</span>
      <button type="button" className="plain link" onClick={() => onCopy(text)}>
        {t('panel.copy')}
      </button>
    </Fact>
  );
}

export function Before({ due }: { readonly due: Due }) {
  const { t } = useTranslation('today');
  return (
    <>
      <h3>{t('panel.log')}</h3>
      {due.log.length === 0 ? (
        <p className="dim">{t('panel.noLog')}</p>
      ) : (
        <ul className="due-log">
          {due.log.toReversed().map((entry) => (
            <li key={entry.at}>
              {[entry.day, t(`outcomes.${entry.outcome}`), entry.note].filter((part) => part !== '').join(' · ')}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
