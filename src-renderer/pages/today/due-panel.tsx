/** One person of the list: why now, what it may bring, how to reach them, and what came of it. */

import { Button, DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Due, Outcome } from '../../../src-shared/contract/follow-ups.ts';
import { outcomes } from '../../../src-shared/contract/follow-ups.ts';
import { addDays, type Day, dayOf, daysBetween } from '../../../src-shared/day.ts';
import { useAct } from '../../link/use-call.ts';
import { roughMoney, roughShare } from '../../parts/roughly.ts';
import { TierBadge } from '../../parts/tier-badge.tsx';
import { useToast } from '../../parts/toast.tsx';
import { useKeys } from '../../parts/use-keys.ts';
import { useReasonLine } from './reason-words.ts';

/** What is asked when a result is recorded. */
export interface Recorded {
  readonly outcome: Outcome;
  readonly note: string;
  readonly next: Day | null;
}

export interface DuePanelProps {
  readonly due: Due;
  readonly at: number;
  readonly count: number;
  readonly on: Day;
  readonly currency: string;
  readonly busy: boolean;
  readonly onRecord: (recorded: Recorded) => void;
  readonly onLater: (day: Day) => void;
}

/** When somebody is asked again, unless the owner says otherwise: who did not answer the day after next, who will buy in two weeks. */
const nextAfter: Readonly<Record<Outcome, number | null>> = {
  talked: null,
  noAnswer: 2,
  willBuy: 14,
  ordered: null,
  never: null,
};

export function DuePanel(props: DuePanelProps) {
  const { t } = useTranslation('today');
  const { due, at, count } = props;
  return (
    <section className="due-panel" aria-label={due.name}>
      <div className="due-scroll">
        <header>
          <h2>{due.name}</h2>
          <TierBadge tier={due.tier} />
          <span className="dim">{due.place}</span>
          <span className="due-at dim">{t('panel.place', { at: at + 1, count })}</span>
          <Link href={`/customers/${due.customer}`}>{t('panel.open')}</Link>
        </header>
        <WhyNow {...props} />
        <Reach due={due} />
        <Before due={due} />
      </div>
      <Result key={due.origin} {...props} />
    </section>
  );
}

function WhyNow({ due, on, currency }: DuePanelProps) {
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
          {due.chance === null || due.worthMinor === null
            ? t('panel.noWorth')
            : t('panel.worthSay', {
                chance: roughShare(due.chance),
                money: roughMoney(due.worthMinor, currency),
              })}
        </Fact>
        {note !== '' && <Fact name={t('panel.minding')}>{note}</Fact>}
      </dl>
      {also > 0 && <p className="few">{t('panel.also', { count: also })}</p>}
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
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

function Before({ due }: { readonly due: Due }) {
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

/** On a link, or a button that does something of its own, Enter does that; on a name of the list it records. */
function pressesSomething(target: EventTarget | null): boolean {
  if (!(target instanceof Element) || target.closest('.due-table') !== null) return false;
  return target.closest('a, button') !== null;
}

function Result({ on, busy, onRecord, onLater }: DuePanelProps) {
  const { t } = useTranslation('today');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [next, setNext] = useState<Day | null>(null);
  const [note, setNote] = useState('');
  const keep = useRef<HTMLButtonElement>(null);
  // Whatever had the keyboard, Enter now records.
  useEffect(() => {
    if (outcome !== null) keep.current?.focus();
  }, [outcome]);
  const choose = (chosen: Outcome): void => {
    setOutcome(chosen);
    const after = nextAfter[chosen];
    setNext(after === null ? null : addDays(on, after));
  };
  const record = (): unknown => {
    if (outcome === null || busy) return false;
    onRecord({ outcome, note, next });
    return true;
  };
  const later = (): void => onLater(next ?? addDays(on, 1));
  useKeys({
    ...Object.fromEntries(outcomes.map((one, at) => [String(at + 1), () => choose(one)])),
    s: later,
    Enter: (event) => (pressesSomething(event.target) ? false : record()),
  });
  return (
    <form
      className="due-result"
      onSubmit={(event) => {
        event.preventDefault();
        record();
      }}
    >
      <fieldset className="due-outcomes">
        <legend>{t('panel.result')}</legend>
        {outcomes.map((one, at) => (
          <Button
            key={one}
            aria-pressed={outcome === one}
            className={outcome === one ? 'chosen' : ''}
            onClick={() => choose(one)}
          >
            <kbd>{at + 1}</kbd> {t(`outcomes.${one}`)}
          </Button>
        ))}
      </fieldset>
      <div className="due-next">
        <span className="dim">{t('panel.next')}</span>
        <DatePicker
          aria-label={t('panel.next')}
          value={next === null ? null : dayjs(next)}
          placeholder={t('panel.noNext')}
          minDate={dayjs(addDays(on, 1))}
          onChange={(value) => setNext(value === null ? null : dayOf(value.format('YYYY-MM-DD')))}
        />
        <Input
          aria-label={t('panel.note')}
          placeholder={t('panel.note')}
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <Button onClick={later}>{t('panel.later')}</Button>
        <Button ref={keep} type="primary" htmlType="submit" disabled={outcome === null} loading={busy}>
          {t('panel.record')}
        </Button>
      </div>
    </form>
  );
}
