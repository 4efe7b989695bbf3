/** What the owner does with saved views. What changes the ledger is one step that can be taken back, and says so. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { SavedView, ViewContent } from '../../../../src-shared/contract/views.ts';
import { useAct } from '../../../link/use-call.ts';
import { useSettings } from '../../../link/use-settings.ts';
import { useUndoableToast } from '../../../parts/undoable.ts';
import type { ColumnName } from '../../../state/columns.ts';
import { type CustomerView, firstView, queryOfView } from '../../../state/customer-filter.ts';
import { addressOfSaved, dropDraft, queryThrough } from '../../../state/saved-view.ts';

/** A name is asked for: of a new view, or of one that is renamed. */
export type ViewNaming = 'new' | SavedView;

export interface ViewActs {
  readonly naming: ViewNaming | null;
  readonly askName: (of: ViewNaming | null) => void;
  readonly name: (name: string) => Promise<void>;
  readonly choose: (view: SavedView) => void;
  /** The list as it is without any. */
  readonly leave: () => void;
  /** Puts the view to what is shown. */
  readonly save: (view: SavedView) => Promise<void>;
  readonly remove: (view: SavedView) => Promise<void>;
  readonly busy: boolean;
}

/** What stands on the screen, as a view keeps it. */
export interface Shown extends CustomerView {
  readonly columns: readonly ColumnName[];
  readonly density: ViewContent['density'];
}

/** Is it still what the view says? */
export function isChanged(saved: SavedView, shown: Shown): boolean {
  return (
    queryOfView(saved) !== queryOfView(shown) ||
    saved.density !== shown.density ||
    saved.columns.join(' ') !== shown.columns.join(' ')
  );
}

export function useViewActs(shown: Shown): ViewActs {
  const { t } = useTranslation('views');
  const [, navigate] = useLocation();
  const { settings } = useSettings();
  const say = useUndoableToast();
  const [naming, setNaming] = useState<ViewNaming | null>(null);
  const save = useAct('views.save');
  const drop = useAct('views.remove');
  const look = useAct('settings.change').act;
  const { filter, sort, density } = shown;
  const now = { filter, sort, columns: [...shown.columns], density };
  return {
    naming,
    askName: setNaming,
    name: async (name) => {
      if (naming === null) return;
      const isNew = naming === 'new';
      const done = await save.act(isNew ? { ...now, view: null, name } : { ...naming, name });
      if (done === null) return;
      setNaming(null);
      say(isNew ? t('saved', { name }) : t('renamed', { before: naming.name, name }), done.edit);
      if (!isNew) return;
      dropDraft();
      navigate(`/customers?${queryThrough(done.view, shown)}`);
    },
    choose: (view) => {
      dropDraft();
      if (settings?.density !== view.density) void look({ density: view.density });
      navigate(addressOfSaved(view));
    },
    leave: () => {
      dropDraft();
      navigate(`/customers?${queryOfView(firstView)}`);
    },
    save: async ({ view, name }) => {
      const done = await save.act({ ...now, view, name });
      if (done === null) return;
      dropDraft();
      say(t('changed', { name }), done.edit);
    },
    remove: async ({ view, name }) => {
      const done = await drop.act({ view });
      if (done === null) return;
      say(t('removed', { name }), done.edit);
      // The list stays as it is; only its name is gone.
      navigate(`/customers?${queryOfView(shown)}`, { replace: true });
    },
    busy: save.busy || drop.busy,
  };
}
