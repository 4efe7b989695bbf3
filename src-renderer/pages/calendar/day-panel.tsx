/** The people of one day: who, why, and to which other day they are moved, by a date or by dragging. */

import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { TierBasis } from '../../../src-shared/contract/customers.ts';
import type { Due } from '../../../src-shared/contract/follow-ups.ts';
import type { Day } from '../../../src-shared/day.ts';
import { useCall } from '../../link/use-call.ts';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { TierBars } from '../../parts/tier-badge.tsx';
import { useReasonLine } from '../today/reason-words.ts';
import { MoveField } from './move-field.tsx';

export interface DayPanelProps {
  readonly basis: TierBasis;
  readonly day: Day;
  readonly capacity: number;
  readonly onMove: (due: Due, day: Day) => void;
}

export function DayPanel({ basis, day, capacity, onMove }: DayPanelProps) {
  const { t } = useTranslation('calendar');
  const { data } = useCall('followUps.day', { basis, day }, { keep: false });
  const lineOf = useReasonLine();
  if (data === undefined) return null;
  const people = new Set(data.due.map(({ customer }) => customer)).size;
  const over = people - capacity;
  const repeated = new Set(data.due.filter(({ also }) => also > 0).map(({ name }) => name));
  return (
    <>
      {capacity > 0 && over > 0 && <p className="few">{t('over', { count: people, capacity })}</p>}
      {[...repeated].map((name) => (
        <p key={name} className="few">
          {t('twice', { name })}
        </p>
      ))}
      {data.due.length === 0 && data.done.length === 0 && <EmptyNote>{t('nobody')}</EmptyNote>}
      <ul className="cal-people">
        {data.due.map((due) => (
          <li
            key={due.origin}
            draggable={day >= basis.on}
            onDragStart={(event) => event.dataTransfer.setData('text/plain', due.origin)}
          >
            <span>
              <Link href={`/customers/${due.customer}`}>{due.name}</Link>{' '}
              {due.tier !== null && <TierBars tier={due.tier} />}
              <MoveField name={due.name} day={day} today={basis.on} onMove={(to) => onMove(due, to)} />
            </span>
            <span className="dim">
              {[lineOf(due.reason, due.note).why, lineOf(due.reason, due.note).about]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
          </li>
        ))}
        {data.done.map((due) => (
          <li key={`${due.origin} ${due.done.at}`} className="cal-done">
            <span>
              <Link href={`/customers/${due.customer}`}>{due.name}</Link>
            </span>
            <span className="dim">{t('done', { why: lineOf(due.reason, due.note).why })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
