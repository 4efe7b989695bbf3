/** Puts somebody on another day, with the way back. */

import { useTranslation } from 'react-i18next';
import type { TierBasis } from '../../../src-shared/contract/customers.ts';
import type { Due } from '../../../src-shared/contract/follow-ups.ts';
import type { Day } from '../../../src-shared/day.ts';
import { useConnection } from '../../link/connection-context.tsx';
import { useAct } from '../../link/use-call.ts';
import { useUndoableToast } from '../../parts/undoable.ts';

/** `from`: the day somebody is dragged from, in the sheet of a month. */
export function useMove(basis: TierBasis, from: Day) {
  const { t } = useTranslation('calendar');
  const say = useUndoableToast();
  const connection = useConnection();
  const { act } = useAct('followUps.move');
  const move = async (due: Pick<Due, 'origin' | 'customer' | 'name'>, day: Day): Promise<void> => {
    const done = await act({ origin: due.origin, customer: due.customer, basis, day });
    if (done !== null) say(t('moved', { name: due.name, day }), done.edit);
  };
  return {
    move,
    dropped: async (origin: string, day: Day): Promise<void> => {
      if (day < basis.on || day === from) return;
      const { due } = await connection.call('followUps.day', { basis, day: from });
      const found = due.find((one) => one.origin === origin);
      if (found !== undefined) await move(found, day);
    },
  };
}
