/** That a follow-up comes again, how often and by which calendar; and the way to let it be. */

import { useTranslation } from 'react-i18next';
import type { TierBasis } from '../../../src-shared/contract/customers.ts';
import type { Due, Repeat } from '../../../src-shared/contract/follow-ups.ts';
import { useAct } from '../../link/use-call.ts';
import { useUndoableToast } from '../../parts/undoable.ts';

function useRepeatWords(): (repeat: Repeat) => string {
  const { t } = useTranslation('today');
  const { t: common } = useTranslation('common');
  return ({ every, unit, calendar }) => {
    const said = every === 1 && unit !== 'day' ? t(`plan.repeats.${unit}`) : t(`again.${unit}`, { count: every });
    // Days and weeks are the same in both.
    const isLunar = calendar === 'lunar' && (unit === 'month' || unit === 'year');
    return isLunar ? [said, t('reason.lunar')].join(common('comma')) : said;
  };
}

export function RepeatFact({ due, basis }: { readonly due: Due; readonly basis: TierBasis }) {
  const { t } = useTranslation('today');
  const say = useUndoableToast();
  const words = useRepeatWords();
  const { act, busy } = useAct('followUps.drop');
  if (due.repeat === null) return null;
  const stop = async (): Promise<void> => {
    const done = await act({ origin: due.origin, customer: due.customer, basis });
    if (done !== null) say(t('again.stopped', { name: due.name }), done.edit);
  };
  return (
    <div>
      <dt>{t('plan.repeat')}</dt>
      <dd>
        <span>{words(due.repeat)}</span>
        <button type="button" className="plain link" disabled={busy} onClick={() => void stop()}>
          {t('again.stop')}
        </button>
      </dd>
    </div>
  );
}
