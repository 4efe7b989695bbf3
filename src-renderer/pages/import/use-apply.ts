/** Posting a check, and the way back offered with it. */

import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useAct } from '../../link/use-call.ts';
import { type CheckResult, useDiscard } from '../../link/use-check.ts';
import { useFreshStatus } from '../../link/use-fresh-status.ts';
import { newJob } from '../../link/use-progress.ts';
import { useToast } from '../../parts/toast.tsx';
import { useImportState } from '../../state/import.ts';

export interface Apply {
  readonly apply: () => void;
  readonly isPosting: boolean;
  /** Orders that posting would bring in or change. */
  readonly count: number;
}

export function useApply(result: CheckResult): Apply {
  const { t } = useTranslation('importing');
  const toast = useToast();
  const [, navigate] = useLocation();
  const setJob = useImportState((state) => state.setJob);
  const aside = useImportState((state) => state.aside);
  const discard = useDiscard();
  const freshStatus = useFreshStatus();
  const { act: post } = useAct('imports.apply');
  const { act: undo } = useAct('imports.undo');
  const [isPosting, setPosting] = useState(false);
  const count = result.batches.reduce((sum, { orders }) => sum + orders.new + orders.changed, 0);

  const takeBack = useCallback(
    async (batches: readonly number[]) => {
      // The last one first, as they were posted.
      for (const batch of batches.toReversed()) {
        if ((await undo({ job: newJob('undo'), batch })) === null) return;
      }
      toast.done(t('undone'));
    },
    [undo, toast, t],
  );

  const apply = useCallback(async () => {
    if (count === 0 || isPosting) return;
    const job = newJob('apply');
    setJob(job);
    setPosting(true);
    const posted = await post({ job, check: result.check, aside: [...aside] });
    setPosting(false);
    setJob(null);
    if (posted === null) return;
    discard(undefined);
    await freshStatus();
    navigate('/customers?');
    const batches = posted.batches.flatMap(({ id }) => (id === null ? [] : [id]));
    toast.done(t('applied', { count }), { label: t('undo'), run: () => void takeBack(batches) });
  }, [count, isPosting, setJob, post, aside, result.check, discard, freshStatus, navigate, toast, t, takeBack]);

  return { apply: useCallback(() => void apply(), [apply]), isPosting, count };
}
