/** What came due while the program was closed: one calm line when it is opened again, the people behind it, and read once. */

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { reasonKinds } from '../../../src-shared/contract/follow-ups.ts';
import type { Missed } from '../../../src-shared/contract/reminders.ts';
import { type Day, daysBetween, weekdayOf } from '../../../src-shared/day.ts';
import { useAct, useCall } from '../../link/use-call.ts';
import { Lines } from './beside-lists.tsx';
import { useReasonLine } from './reason-words.ts';

export interface MissedWays {
  /** null: nothing came due, it was read, or it is not known yet. */
  readonly missed: Missed | null;
  readonly dismiss: () => void;
}

export function useMissed(): MissedWays {
  const { data, refetch } = useCall('reminders.missed', {}, { keep: false });
  const { act } = useAct('reminders.dismiss');
  return { missed: data?.missed ?? null, dismiss: () => void act({}).then(() => refetch()) };
}

export function MissedBand({ missed, dismiss, on }: MissedWays & { readonly on: Day }) {
  const { t } = useTranslation('reminders');
  const { t: today } = useTranslation('today');
  if (missed === null) return null;
  const { from, count, kinds } = missed;
  const weekday = today('weekdays').split(',')[weekdayOf(from) - 1] ?? from;
  // Within a week a weekday is clear; of earlier ones there are several.
  const since = daysBetween(from, on) < 7 ? weekday : from;
  const shown = reasonKinds.filter((kind) => (kinds[kind] ?? 0) > 0);
  // The sentence has just said how many there are: of a single kind the number is not said again.
  const said = shown.map((kind) => {
    const what = t(`missed.kinds.${kind}`);
    if (shown.length > 1) return t('missed.kind', { what, count: kinds[kind] ?? 0 });
    return count > 1 ? t('missed.allOf', { what }) : what;
  });
  return (
    <div className="missed-band" role="status">
      <span>{t('missed.line', { since, count, kinds: said.join(t('between')) })}</span>
      <Link href="/today?tab=missed">{t('missed.see')}</Link>
      <Button size="small" onClick={dismiss}>
        {t('missed.dismiss')}
      </Button>
    </div>
  );
}

export function MissedList({ missed }: Pick<MissedWays, 'missed'>) {
  const { t } = useTranslation('reminders');
  const { t: today } = useTranslation('today');
  const lineOf = useReasonLine();
  const items = missed?.items ?? [];
  const lines = items.map((one) => ({
    key: one.origin,
    customer: one.customer,
    name: one.name,
    why: [one.due, lineOf(one.reason, one.note).why].join(' · '),
    what: t(`missed.places.${one.stands}`, { day: one.day }),
  }));
  const more = (missed?.count ?? 0) - items.length;
  return (
    <>
      <Lines lines={lines} why={t('missed.since')} head={t('missed.stands')} none={today('none.empty')} />
      {more > 0 && <p className="dim sm">{t('missed.more', { count: more })}</p>}
    </>
  );
}
