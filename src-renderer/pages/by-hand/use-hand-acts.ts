/** Writes what was typed by hand, and says so with the way back: the import, and what was decided about whose it is. */

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultOf } from '../../../src-shared/contract/index.ts';
import type { Day } from '../../../src-shared/day.ts';
import { useAct } from '../../link/use-call.ts';
import { useToast } from '../../parts/toast.tsx';
import { type HandDraft, leadOf, orderOf } from './hand-draft.ts';

export type Written = ResultOf<'byHand.order'>;

export function useHandActs(): {
  readonly write: (draft: HandDraft, day: Day, currency: string) => Promise<Written | null>;
  readonly busy: boolean;
} {
  const { t } = useTranslation('byHand');
  const { t: common } = useTranslation('common');
  const toast = useToast();
  const lead = useAct('byHand.lead');
  const order = useAct('byHand.order');
  const { act: undoImport } = useAct('imports.undo');
  const { act: undoEdit } = useAct('journal.undo');
  const write = useCallback(
    async (draft: HandDraft, day: Day, currency: string) => {
      const isLead = draft.kind === 'lead';
      const done = isLead
        ? await lead.act(leadOf(draft, day, currency))
        : await order.act(orderOf(draft, day, currency));
      if (done === null) return null;
      const text = t(isLead ? 'leadKept' : 'orderKept', { shop: draft.shop });
      const undo = async (): Promise<void> => {
        if ((await undoImport({ job: `hand-${done.batch}`, batch: done.batch })) === null) return;
        if (done.edit === null || (await undoEdit({ edit: done.edit })) !== null) {
          toast.done(common('undone', { what: text }));
        }
      };
      toast.done(text, { label: common('action.undo'), run: () => void undo() });
      return done;
    },
    [lead.act, order.act, undoImport, undoEdit, toast, t, common],
  );
  return { write, busy: lead.busy || order.busy };
}
