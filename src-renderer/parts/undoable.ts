/** After the owner's edit: say what was done, with the way back. */

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useTurn } from '../link/use-turn.ts';
import { useToast } from './toast.tsx';

/** Shows `text` with an undo that takes the edit back. */
export function useUndoableToast(): (text: string, edit: number) => void {
  const { t } = useTranslation('common');
  const toast = useToast();
  const turn = useTurn();
  return useCallback(
    (text, edit) => {
      const undo = async (): Promise<void> => {
        const kept = await turn(edit, 'undo');
        if (kept !== null) toast.done(`${t('undone', { what: text })}${kept}`);
      };
      toast.done(text, { label: t('action.undo'), run: () => void undo() });
    },
    [turn, toast, t],
  );
}
