/** For whom the sheet is, where it goes, and what is to be known before: who is left off, and why. */

import { Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Icon } from '../../parts/icon.tsx';
import type { DaySheetState, HeldPerson } from './use-day-sheet.ts';

export interface SheetOptionsProps {
  readonly state: DaySheetState;
  readonly masked: boolean;
  readonly onMasked: (masked: boolean) => void;
}

/** So many who are held back are named. */
const NAMED = 8;

export function SheetOptions({ state, masked, onMasked }: SheetOptionsProps) {
  const { t } = useTranslation('daySheet');
  const { items = [], held, busy, write } = state;
  const isEmpty = items.length === 0;
  return (
    <aside className="print-options sheet-options" aria-label={t('options')}>
      <h2>{t('forWhom')}</h2>
      <Segmented
        block
        aria-label={t('forWhom')}
        value={masked ? 'helper' : 'self'}
        options={(['self', 'helper'] as const).map((value) => ({ value, label: t(`whom.${value}`) }))}
        onChange={(chosen) => onMasked(chosen === 'helper')}
      />
      <p className="dim sm">{t(masked ? 'helperSay' : 'selfSay')}</p>
      <h2>{t('take')}</h2>
      <Button block icon={<Icon name="export" />} disabled={isEmpty} loading={busy} onClick={() => void write('html')}>
        {t('phone')}
      </Button>
      <p className="dim sm">{t('phoneSay')}</p>
      <Button block icon={<Icon name="export" />} disabled={isEmpty} loading={busy} onClick={() => void write('ics')}>
        {t('calendar')}
      </Button>
      <p className="dim sm">{t('calendarSay')}</p>
      <Notes items={items} held={held} />
    </aside>
  );
}

function Notes({
  items,
  held,
}: {
  readonly items: NonNullable<DaySheetState['items']>;
  readonly held: readonly HeldPerson[];
}) {
  const { t } = useTranslation('daySheet');
  const silent = items.filter(({ say }) => say === null).length;
  const lost = items.filter(({ phone, nick, order }) => phone === null && nick === null && order === null).length;
  if (held.length === 0 && silent === 0 && lost === 0) return null;
  return (
    <>
      <h2>{t('toKnow')}</h2>
      <ul className="print-notes dim sm">
        {held.length > 0 && <HeldNote held={held} />}
        {silent > 0 && <li>{t('noSay', { count: silent })}</li>}
        {lost > 0 && <li>{t('noReach', { count: lost })}</li>}
      </ul>
    </>
  );
}

function HeldNote({ held }: { readonly held: readonly HeldPerson[] }) {
  const { t } = useTranslation('daySheet');
  const { t: today } = useTranslation('today');
  const { t: common } = useTranslation('common');
  return (
    <li>
      {t('held', { count: held.length })}
      <ul className="sheet-held">
        {held.slice(0, NAMED).map(({ customer, name, held: holds }) => (
          <li key={customer}>
            {t('heldOne', {
              name,
              why: holds
                .map(({ why, until, what }) => today(`held.${why}`, { until: until ?? '', what }))
                .join(common('comma')),
            })}
          </li>
        ))}
      </ul>
      {held.length > NAMED && <Link href="/today?tab=held">{t('more', { count: held.length - NAMED })}</Link>}
    </li>
  );
}
