/** Ctrl+Z and Ctrl+Y: takes back the owner's last edit anywhere, or makes it again, and says which it was. */

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../link/use-call.ts';
import { useTurn } from '../link/use-turn.ts';
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
  const turn = useTurn();

  const undo = useCallback(async () => {
    const journal = await list({ window: { from: 0, count: 200 } });
    if (journal === null) return;
    const last = journal.entries.find((entry) => !entry.undone);
    if (last === undefined) {
      toast.done(t('nothingToUndo'));
      return;
    }
    const kept = await turn(last.edit, 'undo');
    if (kept !== null) toast.done(`${t('undone', { what: nameOf(last) })}${kept}`);
  }, [list, turn, toast, nameOf, t]);

  const redo = useCallback(async () => {
    const journal = await list({ window: { from: 0, count: 200 } });
    if (journal === null) return;
    // Newest first: the edits undone since the newest one that still holds; the oldest of them comes back first.
    const held = journal.entries.findIndex((entry) => !entry.undone);
    const next = journal.entries.slice(0, held < 0 ? undefined : held).at(-1);
    if (next === undefined) {
      toast.done(t('nothingToRedo'));
      return;
    }
    const kept = await turn(next.edit, 'redo');
    if (kept !== null) toast.done(`${t('redone', { what: nameOf(next) })}${kept}`);
  }, [list, turn, toast, nameOf, t]);

  return { undo: useCallback(() => void undo(), [undo]), redo: useCallback(() => void redo(), [redo]) };
}
