/** Before a follow-up is planned: what stands on that day already, with this person and with everybody. It warns and never forbids. */

import { useTranslation } from 'react-i18next';
import type { TierBasis } from '../../../src-shared/contract/customers.ts';
import type { Settings } from '../../../src-shared/contract/settings.ts';
import type { Day } from '../../../src-shared/day.ts';
import { overlapOf } from '../../../src-shared/overlap.ts';
import { useBasis } from '../../link/use-basis.ts';
import { useCall } from '../../link/use-call.ts';
import { useSettings } from '../../link/use-settings.ts';
import { useHeldWords } from '../../parts/held-words.ts';
import { Icon } from '../../parts/icon.tsx';
import { useReasonLine } from './reason-words.ts';

export interface OverlapNoteProps {
  readonly customer: number;
  readonly day: Day;
  /** The one that is planned anew: it does not meet itself. */
  readonly itself?: string;
}

export function OverlapNote(props: OverlapNoteProps) {
  const surroundings = useBasis();
  const { settings } = useSettings();
  if (surroundings === null || settings === undefined || props.day < surroundings.basis.on) return null;
  return <OverlapLines {...props} basis={surroundings.basis} guard={settings.guard} />;
}

interface LinesProps extends OverlapNoteProps {
  readonly basis: TierBasis;
  readonly guard: Settings['guard'];
}

function OverlapLines({ customer, day, itself, basis, guard }: LinesProps) {
  const { t } = useTranslation('today');
  const { t: common } = useTranslation('common');
  const lineOf = useReasonLine();
  const heldWords = useHeldWords();
  const { data: theirs } = useCall('followUps.customer', { customer, basis });
  const { data: load } = useCall('followUps.days', { basis, from: day, to: day }, { keep: false });
  if (theirs === undefined) return null;
  const others = theirs.due.filter(({ origin }) => origin !== itself);
  const { same, near } = overlapOf(day, others, guard);
  const [here] = load?.days ?? [];
  const lines = [
    ...same.map(({ reason, note }) => t('overlap.same', { why: lineOf(reason, note).why })),
    ...(near.length === 0
      ? []
      : [
          t('overlap.near', {
            within: guard.mostContactsDays,
            most: guard.mostContacts,
            count: near.length,
            days: near.map((one) => one.day).join(common('listComma')),
          }),
        ]),
    ...(here === undefined || here.capacity > 0 ? [] : [t('overlap.rests')]),
    ...(here !== undefined && here.capacity > 0 && here.people >= here.capacity
      ? [t('overlap.full', { planned: here.people, capacity: here.capacity })]
      : []),
    ...(theirs.held.length === 0 ? [] : [t('overlap.held', { why: heldWords(theirs.held) })]),
  ];
  if (lines.length === 0) return null;
  return (
    <div className="overlap warn" role="status">
      {lines.map((line) => (
        <p key={line}>
          <Icon name="noted" /> {line}
        </p>
      ))}
    </div>
  );
}
