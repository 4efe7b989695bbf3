/** Changes settings and says so, with the way back: the journal's own undo, so that Ctrl+Z and the toast mean the same. */

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingChanges } from '../../src-shared/contract/settings.ts';
import { useEntryName } from '../parts/journal-words.ts';
import { useToast } from '../parts/toast.tsx';
import { useAct } from './use-call.ts';

/** Changes what is given. With `say` a toast offers to undo it. False when it could not be done; the person has been told. */
export function useChangeSettings(): (changes: SettingChanges, say?: string) => Promise<boolean> {
  const { t } = useTranslation('common');
  const toast = useToast();
  const nameOf = useEntryName();
  const listComma = useTranslation('importing').t('listComma');
  const { act: change } = useAct('settings.change');
  const { act: list } = useAct('journal.list');
  const { act: undo } = useAct('journal.undo');
  return useCallback(
    async (changes, say) => {
      if ((await change(changes)) === null) return false;
      if (say === undefined) return true;
      const names = Object.keys(changes);
      const journal = await list({ window: { from: 0, count: names.length } });
      // One call writes one entry per setting, all at the same instant.
      const [newest] = journal?.entries ?? [];
      const written = (journal?.entries ?? []).filter(
        (entry) => entry.at === newest?.at && entry.reason === 'settings.change' && names.includes(entry.subject),
      );
      const takeBack = async (): Promise<void> => {
        for (const { edit } of written) if ((await undo({ edit })) === null) return;
        toast.done(t('undone', { what: written.map(nameOf).join(listComma) }));
      };
      toast.done(say, written.length === 0 ? undefined : { label: t('action.undo'), run: () => void takeBack() });
      return true;
    },
    [change, list, undo, toast, nameOf, listComma, t],
  );
}
