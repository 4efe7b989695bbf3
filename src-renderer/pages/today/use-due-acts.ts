/** What is done with somebody who is due: what came of it is recorded, or they are put off; each with its way back. */

import { useTranslation } from 'react-i18next';
import type { TierBasis } from '../../../src-shared/contract/customers.ts';
import type { ContactChannel, Due } from '../../../src-shared/contract/follow-ups.ts';
import type { Day } from '../../../src-shared/day.ts';
import { useAct } from '../../link/use-call.ts';
import { useUndoableToast } from '../../parts/undoable.ts';
import type { Recorded } from './due-result.tsx';

export interface DueActs {
  readonly busy: boolean;
  /** `by`: how they were contacted, where it is not the way they stand in the list with. */
  readonly record: (due: Due, recorded: Recorded, by?: ContactChannel) => Promise<void>;
  readonly later: (due: Due, day: Day) => Promise<void>;
  /** It is not worth a contact: it leaves the list for good. */
  readonly drop: (due: Due) => Promise<void>;
}

/** Acts upon a person of the list; the next one comes up by itself, for the list is one shorter. */
export function useDueActs(basis: TierBasis): DueActs {
  const { t } = useTranslation('today');
  const say = useUndoableToast();
  const record = useAct('followUps.record');
  const move = useAct('followUps.move');
  const drop = useAct('followUps.drop');
  const which = ({ origin, customer }: Due) => ({ origin, customer, basis });
  return {
    busy: record.busy || move.busy || drop.busy,
    record: async (due, { outcome, note, next }, by) => {
      const done = await record.act({ ...which(due), outcome, note, next, channel: by ?? due.channel });
      const words = { name: due.name, outcome: t(`outcomes.${outcome}`) };
      if (done !== null) say(t('did.recorded', words), done.edit);
    },
    later: async (due, day) => {
      const done = await move.act({ ...which(due), day });
      if (done !== null) say(t('did.moved', { name: due.name, day }), done.edit);
    },
    drop: async (due) => {
      const done = await drop.act(which(due));
      if (done !== null) say(t('did.dropped', { name: due.name }), done.edit);
    },
  };
}
