/** All plans: which strategies, in which order, and when they were carried out last. */

import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { Plan } from '../../../src-shared/contract/plans.ts';
import { useAct, useCall } from '../../link/use-call.ts';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { useUndoableToast } from '../../parts/undoable.ts';
import { useKeys } from '../../parts/use-keys.ts';
import { useFoot } from '../../state/foot.ts';
import { StrategyTabs } from '../strategies/strategy-tabs.tsx';
import { PlanDialog } from './plan-dialog.tsx';
import '../strategies/strategies.css';
import './plans.css';

export function PlansPage() {
  const { t } = useTranslation('plans');
  const { t: common } = useTranslation('common');
  const [, navigate] = useLocation();
  const [isNew, makeNew] = useState(false);
  const { data } = useCall('plans.list', {});
  const { data: known } = useCall('strategies.list', {});
  const plans = data?.plans ?? [];
  const isBare = known !== undefined && known.strategies.length === 0;
  const begin = (): void => makeNew(!isBare);
  useKeys({ n: begin });
  useFoot({ left: <span>{t('foot', { count: plans.length })}</span>, right: [t('keys.fresh')] });
  return (
    <>
      <PageTitle
        title={t('title')}
        back={{ to: common('room.today'), onBack: () => navigate('/today?') }}
        say={t('say')}
        actions={
          <Button type="primary" disabled={isBare} onClick={begin}>
            {t('fresh')}
          </Button>
        }
      />
      <StrategyTabs here="plans" />
      <div className="scroll strategies">
        {data !== undefined && plans.length === 0 && <EmptyNote>{t(isBare ? 'noStrategies' : 'none')}</EmptyNote>}
        {plans.length > 0 && (
          <table className="ledger plans-table">
            <thead>
              <tr>
                <th scope="col">{t('name')}</th>
                <th scope="col">{t('strategies')}</th>
                <th scope="col">{t('lastRun')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {plans.map((one) => (
                <PlanRow key={one.plan} plan={one} />
              ))}
            </tbody>
          </table>
        )}
      </div>
      {isNew && <PlanDialog plan={null} onClose={() => makeNew(false)} />}
    </>
  );
}

function PlanRow({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation('plans');
  const say = useUndoableToast();
  const remove = useAct('plans.remove');
  const drop = async (): Promise<void> => {
    const done = await remove.act({ plan: plan.plan });
    if (done !== null) say(t('did.removed', { name: plan.name }), done.edit);
  };
  return (
    <tr>
      <td>
        <Link href={`/plans/${plan.plan}`}>{plan.name}</Link>
      </td>
      <td>{plan.strategies.map(({ name }) => name).join(' → ')}</td>
      <td>{plan.lastOn ?? t('never')}</td>
      <td className="n">
        <button type="button" className="plain link" disabled={remove.busy} onClick={() => void drop()}>
          {t('remove')}
        </button>
      </td>
    </tr>
  );
}
