/** Ctrl+Z and Ctrl+Y: takes back the owner's last edit anywhere, or makes it again, and says which it was. */

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../link/use-call.ts';
import { useToast } from '../parts/toast.tsx';

export interface JournalKeys {
  readonly undo: () => void;
  readonly redo: () => void;
}

export function useJournalKeys(): JournalKeys {
  const { t } = useTranslation('common');
  const toast = useToast();
  const { act: list } = useAct('journal.list');
  const { act: undoEdit } = useAct('journal.undo');
  const { act: redoEdit } = useAct('journal.redo');

  const undo = useCallback(async () => {
    const journal = await list({ window: { from: 0, count: 200 } });
    if (journal === null) return;
    const last = journal.entries.find((entry) => !entry.undone);
    if (last === undefined) toast.done(t('nothingToUndo'));
    else if ((await undoEdit({ edit: last.edit })) !== null) toast.done(t('undone', { what: last.subject }));
  }, [list, undoEdit, toast, t]);

  const redo = useCallback(async () => {
    const journal = await list({ window: { from: 0, count: 200 } });
    if (journal === null) return;
    // Newest first: the edits undone since the newest one that still holds; the oldest of them comes back first.
    const held = journal.entries.findIndex((entry) => !entry.undone);
    const next = journal.entries.slice(0, held < 0 ? undefined : held).at(-1);
    if (next === undefined) toast.done(t('nothingToRedo'));
    else if ((await redoEdit({ edit: next.edit })) !== null) toast.done(t('redone', { what: next.subject }));
  }, [list, redoEdit, toast, t]);

  return { undo: useCallback(() => void undo(), [undo]), redo: useCallback(() => void redo(), [redo]) };
}
