/** The people of one day: who, why, and to which other day they are moved, by a date or by dragging. */

import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { TierBasis } from '../../../src-shared/contract/customers.ts';
import type { DayLoad, Due } from '../../../src-shared/contract/follow-ups.ts';
import type { Day } from '../../../src-shared/day.ts';
import { useCall } from '../../link/use-call.ts';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { Icon } from '../../parts/icon.tsx';
import { TierBars } from '../../parts/tier-badge.tsx';
import { useReasonLine } from '../today/reason-words.ts';
import { isOver } from './load-words.ts';
import { MoveField } from './move-field.tsx';
import { useRuleNames } from './use-rule-names.ts';

export interface DayPanelProps {
  readonly basis: TierBasis;
  readonly day: Day;
  readonly load: DayLoad | undefined;
  readonly onMove: (due: Due, day: Day) => void;
}

/** In their order, with all that is for one person beneath their name. */
function together(due: readonly Due[]): readonly Due[] {
  const of = new Map<number, Due[]>();
  for (const one of due) of.set(one.customer, [...(of.get(one.customer) ?? []), one]);
  return [...of.values()].flat();
}

export function DayPanel({ basis, day, load, onMove }: DayPanelProps) {
  const { t } = useTranslation('calendar');
  const { t: common } = useTranslation('common');
  const { data } = useCall('followUps.day', { basis, day }, { keep: false });
  const lineOf = useReasonLine();
  const ruleOf = useRuleNames(basis, data?.due ?? []);
  if (data === undefined)
    return (
      <p className="dim cal-working" aria-busy="true">
        {common('table.loading')}
      </p>
    );
  const repeated = new Set(data.due.filter(({ also }) => also > 0).map(({ customer }) => customer)).size;
  const isPast = day < basis.on;
  return (
    <>
      {load !== undefined && isOver(load) && (
        <p className="cal-note">
          <Icon name="noted" /> {t('over', { count: load.people, capacity: load.capacity })}
        </p>
      )}
      {repeated > 0 && (
        <p className="cal-note">
          <Icon name="noted" /> {t('twice', { count: repeated })}
        </p>
      )}
      {data.due.length === 0 && data.done.length === 0 && <EmptyNote>{t(isPast ? 'nobodyPast' : 'nobody')}</EmptyNote>}
      <ul className="cal-people">
        {together(data.due).map((due, at, all) => (
          <li
            key={due.origin}
            data-origin={due.origin}
            draggable={!isPast}
            onDragStart={(event) => event.dataTransfer.setData('text/plain', due.origin)}
          >
            {all[at - 1]?.customer === due.customer ? null : (
              <span className="cal-who">
                <Link href={`/customers/${due.customer}`}>{due.name}</Link>{' '}
                {due.tier !== null && <TierBars tier={due.tier} />}
              </span>
            )}
            <span className="cal-what">
              <span className={`cal-kind kind-${due.reason.kind}`} aria-hidden="true">
                {t(`short.${due.reason.kind}`)}
              </span>
              <span className="dim">
                {[lineOf(due.reason, due.note).why, ruleOf(due), lineOf(due.reason, due.note).about]
                  .filter((part) => part !== '')
                  .join('\u00a0· ')}
              </span>
              <MoveField name={due.name} day={day} today={basis.on} onMove={(to) => onMove(due, to)} />
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
