/** Ctrl+Z and Ctrl+Y: takes back the owner's last edit anywhere, or makes it again, and says which it was. */

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../link/use-call.ts';
import { useEntryName } from '../parts/journal-words.ts';
import { useToast } from '../parts/toast.tsx';

export interface JournalKeys {
  readonly undo: () => void;
  readonly redo: () => void;
}

export function useJournalKeys(): JournalKeys {
  const { t } = useTranslation('common');
  const toast = useToast();
  const nameOf = useEntryName();
  const { act: list } = useAct('journal.list');
  const { act: undoEdit } = useAct('journal.undo');
  const { act: redoEdit } = useAct('journal.redo');

  const undo = useCallback(async () => {
    const journal = await list({ window: { from: 0, count: 200 } });
    if (journal === null) return;
    const last = journal.entries.find((entry) => !entry.undone);
    if (last === undefined) toast.done(t('nothingToUndo'));
    else if ((await undoEdit({ edit: last.edit })) !== null) toast.done(t('undone', { what: nameOf(last) }));
  }, [list, undoEdit, toast, nameOf, t]);

  const redo = useCallback(async () => {
    const journal = await list({ window: { from: 0, count: 200 } });
    if (journal === null) return;
    // Newest first: the edits undone since the newest one that still holds; the oldest of them comes back first.
    const held = journal.entries.findIndex((entry) => !entry.undone);
    const next = journal.entries.slice(0, held < 0 ? undefined : held).at(-1);
    if (next === undefined) toast.done(t('nothingToRedo'));
    else if ((await redoEdit({ edit: next.edit })) !== null) toast.done(t('redone', { what: nameOf(next) }));
  }, [list, redoEdit, toast, nameOf, t]);

  return { undo: useCallback(() => void undo(), [undo]), redo: useCallback(() => void redo(), [redo]) };
}
