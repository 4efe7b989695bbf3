/** After the owner's edit: say what was done, with the way back. */

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../link/use-call.ts';
import { useToast } from './toast.tsx';

/** Shows `text` with an undo that takes the edit back. */
export function useUndoableToast(): (text: string, edit: number) => void {
  const { t } = useTranslation('common');
  const toast = useToast();
  const { act } = useAct('journal.undo');
  return useCallback(
    (text, edit) => {
      const undo = async (): Promise<void> => {
        if ((await act({ edit })) !== null) toast.done(t('undone', { what: text }));
      };
      toast.done(text, { label: t('action.undo'), run: () => void undo() });
    },
    [act, toast, t],
  );
}
