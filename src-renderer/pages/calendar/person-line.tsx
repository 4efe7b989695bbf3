/** Somebody on their day: who and why; moved by dragging, by a date, or a day on or back by Alt and an arrow. */

import type { KeyboardEvent as ReactKeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { TierBasis } from '../../../src-shared/contract/customers.ts';
import type { Due } from '../../../src-shared/contract/follow-ups.ts';
import type { Day } from '../../../src-shared/day.ts';
import { TierBars } from '../../parts/tier-badge.tsx';
import { useReasonLine } from '../today/reason-words.ts';
import { MoveField } from './move-field.tsx';
import { useRuleNames } from './use-rule-names.ts';

export interface PersonLineProps {
  readonly basis: TierBasis;
  readonly due: Due;
  readonly day: Day;
  /** In a column there is room for the name and why alone, and for the way to another day while it is used. */
  readonly isNarrow: boolean;
  readonly onMove: (due: Due, day: Day) => void;
  readonly onStep: (due: Due, from: Day, by: 1 | -1) => void;
}

export function PersonLine({ basis, due, day, isNarrow, onMove, onStep }: PersonLineProps) {
  const { t } = useTranslation('calendar');
  const { t: todayText } = useTranslation('today');
  const { why, about } = useReasonLine()(due.reason, due.note);
  const rule = useRuleNames(basis, [due])(due);
  const onKeyDown = (event: ReactKeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
    event.preventDefault();
    event.stopPropagation();
    onStep(due, day, event.key === 'ArrowLeft' ? -1 : 1);
  };
  const said = [why, rule, about].filter((part) => part !== '').join('\u00a0· ');
  return (
    <li
      className="span-person"
      data-origin={due.origin}
      draggable
      onDragStart={(event) => event.dataTransfer.setData('text/plain', due.origin)}
      onKeyDown={onKeyDown}
    >
      <span className={`span-kind kind-${due.reason.kind}`} aria-hidden="true">
        {t(`short.${due.reason.kind}`)}
      </span>
      <span className="span-who">
        <Link href={`/customers/${due.customer}`} title={t('moveByKey')}>
          {due.name}
        </Link>{' '}
        {due.tier !== null && <TierBars tier={due.tier} />}
      </span>
      <span className="span-why dim" title={said}>
        {said}
      </span>
      {!isNarrow && <span className="dim span-by">{todayText(`channels.${due.channel}`)}</span>}
      <MoveField name={due.name} day={day} today={basis.on} onMove={(to) => onMove(due, to)} />
    </li>
  );
}

/** What was done with somebody. */
export function DoneLine({ due }: { readonly due: Due }) {
  const { t } = useTranslation('calendar');
  const { why } = useReasonLine()(due.reason, due.note);
  return (
    <li className="span-person cal-done">
      <span className="span-who">
        <Link href={`/customers/${due.customer}`}>{due.name}</Link>
      </span>
      <span className="span-why dim">{t('done', { why })}</span>
    </li>
  );
}
