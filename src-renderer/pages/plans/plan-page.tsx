/** One plan: what each of its strategies would be on a day, in order, and the button that carries out those whose turn it is. */

import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Plan } from '../../../src-shared/contract/plans.ts';
import type { Day } from '../../../src-shared/day.ts';
import { listBasisOf, type Surroundings, useBasis } from '../../link/use-basis.ts';
import { useAct, useCall } from '../../link/use-call.ts';
import { useFigureNotes } from '../../link/use-figure-notes.ts';
import { DayField } from '../../parts/day-field.tsx';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { FigureNotesLine } from '../../parts/figure-notes.tsx';
import { GuardedPeople } from '../../parts/guarded-people.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { roughMoney } from '../../parts/roughly.ts';
import { useUndoableToast } from '../../parts/undoable.ts';
import { useFoot } from '../../state/foot.ts';
import { PlanDialog } from './plan-dialog.tsx';
import { StepsTable } from './steps-table.tsx';
import '../strategies/strategies.css';
import './plans.css';

export function PlanPage({ plan }: { readonly plan: number }) {
  const surroundings = useBasis();
  const { data } = useCall('plans.list', {});
  const { t } = useTranslation('plans');
  const [, navigate] = useLocation();
  if (surroundings === null || data === undefined) return null;
  const found = data.plans.find((one) => one.plan === plan);
  if (found !== undefined) return <PlanOf key={plan} plan={found} basis={surroundings.basis} />;
  return (
    <>
      <PageTitle title={t('title')} back={{ to: t('back'), onBack: () => navigate('/plans') }} />
      <EmptyNote>{t('unknown')}</EmptyNote>
    </>
  );
}

interface PlanOfProps {
  readonly plan: Plan;
  readonly basis: Surroundings['basis'];
}

function PlanOf({ plan, basis }: PlanOfProps) {
  const { t } = useTranslation('plans');
  const { t: strategies } = useTranslation('strategies');
  const [, navigate] = useLocation();
  const [isEdited, edit] = useState(false);
  const notes = useFigureNotes({ shop: undefined, on: basis.on });
  useFoot({ left: <span>{strategies('run.undo')}</span>, right: [t('keys.move')] });
  return (
    <>
      <PageTitle
        title={plan.name}
        back={{ to: t('back'), onBack: () => navigate('/plans') }}
        say={plan.lastOn === null ? t('never') : t('look.last', { on: plan.lastOn })}
        actions={<Button onClick={() => edit(true)}>{t('edit')}</Button>}
      >
        <FigureNotesLine notes={notes} />
      </PageTitle>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus */}
      <section className="scroll plan" tabIndex={0} aria-label={plan.name}>
        {plan.strategies.length === 0 ? <EmptyNote>{t('gone')}</EmptyNote> : <Steps plan={plan} basis={basis} />}
      </section>
      {isEdited && <PlanDialog plan={plan} onClose={() => edit(false)} />}
    </>
  );
}

function Steps({ plan, basis }: PlanOfProps) {
  const { t } = useTranslation('plans');
  const say = useUndoableToast();
  const launch = useAct('plans.launch');
  const save = useAct('plans.save');
  const [on, setOn] = useState<Day>(basis.on);
  // null: those that are due.
  const [chosen, choose] = useState<readonly number[] | null>(null);
  const asked = { plan: plan.plan, basis: { ...listBasisOf(basis), on }, chosen: chosen === null ? null : [...chosen] };
  const { data: look } = useCall('plans.look', asked);
  if (look === undefined) return null;
  const going = look.steps.filter(({ goes }) => goes);
  // Only those ticked count: the others hold nobody back this time.
  const ticked = chosen ?? look.steps.filter(({ turn }) => turn === 'due').map(({ strategy }) => strategy);
  const guardedTimes = look.steps
    .filter(({ strategy, turn }) => turn !== 'running' && ticked.includes(strategy))
    .reduce((times, { guarded }) => times + guarded, 0);
  const begin = async (): Promise<void> => {
    // What stands on the screen, whatever became due since.
    const done = await launch.act({ ...asked, chosen: going.map(({ strategy }) => strategy) });
    if (done === null) return;
    const { contacted, held, runs } = done;
    say(t('look.launched', { name: plan.name, runs: runs.length, contacted, held }), done.edit);
    choose(null);
    setOn(basis.on);
  };
  const move = async (strategies: number[]): Promise<void> => {
    if (save.busy) return;
    const done = await save.act({ plan: plan.plan, content: { name: plan.name, strategies } });
    if (done !== null) say(t('did.moved', { name: plan.name }), done.edit);
  };
  return (
    <>
      <StepsTable look={look} chosen={ticked} onChoose={choose} onMove={(strategies) => void move(strategies)} />
      <ul className="look-facts">
        {look.contactCostMinor > 0 && (
          <li>{t('look.cost', { money: roughMoney(look.contactCostMinor, look.currency) })}</li>
        )}
        {guardedTimes > look.guarded.people && (
          <li className="dim">{t('look.guardedOnce', { times: guardedTimes })}</li>
        )}
        <GuardedPeople guarded={look.guarded} summary={t('look.guardedWho', { count: look.guarded.people })} />
      </ul>
      <p className="look-acts">
        <label htmlFor="plan-on">{t('look.on')}</label>
        <DayField id="plan-on" allowClear={false} value={on} to={basis.on} onDay={(day) => setOn(day ?? basis.on)} />
        <Button type="primary" loading={launch.busy} disabled={going.length === 0} onClick={() => void begin()}>
          {t('look.launch')}
        </Button>
        {on < basis.on && <span className="dim">{t('look.past')}</span>}
        {going.length === 0 && <span className="dim">{t('look.nothing')}</span>}
      </p>
    </>
  );
}
