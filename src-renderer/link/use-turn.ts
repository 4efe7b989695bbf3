/** Takes an entry of the journal back or brings it again, and says whom it left as they were: those changed since. */

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from './use-call.ts';

/** Named in the line that says so. */
const MOST_NAMED = 3;

/** What is said behind "taken back"; '' where nobody was changed since; null: it failed, and the person has been told. */
export function useTurn(): (edit: number, verb: 'undo' | 'redo') => Promise<string | null> {
  const { t } = useTranslation('tags');
  const { t: common } = useTranslation('common');
  const { act: undo } = useAct('journal.undo');
  const { act: redo } = useAct('journal.redo');
  const { act: kept } = useAct('journal.kept');
  return useCallback(
    async (edit, verb) => {
      if ((await (verb === 'undo' ? undo : redo)({ edit })) === null) return null;
      const stay = await kept({ edit });
      if (stay === null || stay.count === 0) return '';
      const names = stay.people.slice(0, MOST_NAMED).map(({ name }) => name);
      const people = `${names.join(common('listComma'))}${stay.count > MOST_NAMED ? ' …' : ''}`;
      return t('kept', { count: stay.count, people });
    },
    [undo, redo, kept, t, common],
  );
}
