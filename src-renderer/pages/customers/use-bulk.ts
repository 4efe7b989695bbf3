/** A change of many people while it is chosen: what it would do, and doing it. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TierBasis } from '../../../src-shared/contract/customers.ts';
import type { ResultOf } from '../../../src-shared/contract/index.ts';
import { type BulkChange, bulkChangeSchema } from '../../../src-shared/contract/tags.ts';
import { useAct, useCall } from '../../link/use-call.ts';
import { useUndoableToast } from '../../parts/undoable.ts';
import type { CustomerView } from '../../state/customer-filter.ts';

export const bulkWays = [
  'tagAdd',
  'tagRemove',
  'noteAppend',
  'noteReplace',
  'noteClear',
  'fieldSet',
  'fieldClear',
] as const;
export type BulkWay = (typeof bulkWays)[number];

/** null: not said enough yet. `custom`: which field of the owner's, where one is changed. */
export function changeOf(way: BulkWay, text: string, custom: number | null): BulkChange | null {
  const said = {
    tagAdd: { field: 'tag', add: text },
    tagRemove: { field: 'tag', remove: text },
    noteAppend: { field: 'note', how: 'append', text },
    noteReplace: { field: 'note', how: 'replace', text },
    noteClear: { field: 'note', how: 'replace', text: null },
    fieldSet: { field: 'custom', custom, value: text },
    fieldClear: { field: 'custom', custom, value: null },
  }[way];
  const read = bulkChangeSchema.safeParse(said);
  return read.success ? read.data : null;
}

export interface Bulk {
  /** Of whom; null: the dialog is closed. */
  readonly view: CustomerView | null;
  readonly open: (view: CustomerView) => void;
  readonly close: () => void;
  readonly busy: boolean;
  readonly carryOut: (change: BulkChange) => Promise<void>;
}

export function useBulk(basis: TierBasis): Bulk {
  const { t } = useTranslation('tags');
  const [view, setView] = useState<CustomerView | null>(null);
  const { act, busy } = useAct('customers.bulkEdit');
  const undoable = useUndoableToast();
  const carryOut = async (change: BulkChange): Promise<void> => {
    if (view === null) return;
    const done = await act({ filter: view.filter, basis, change });
    if (done === null) return;
    setView(null);
    if (done.edit !== null) undoable(t('bulk.done', { count: done.changed }), done.edit);
  };
  return { view, open: setView, close: () => setView(null), busy, carryOut };
}

/** What it would do; undefined until known. */
export function useBulkPreview(
  view: CustomerView | null,
  basis: TierBasis,
  change: BulkChange | null,
): ResultOf<'customers.bulkPreview'> | undefined {
  const asked = change ?? { field: 'note', how: 'replace', text: null };
  const isAsked = view !== null && change !== null;
  const { data } = useCall(
    'customers.bulkPreview',
    { filter: view?.filter ?? { ids: [] }, basis, change: asked },
    { enabled: isAsked, keep: false },
  );
  return isAsked ? data : undefined;
}
