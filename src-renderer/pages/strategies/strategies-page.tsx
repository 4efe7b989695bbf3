/** All strategies: whom, when last, and whether it helped. */

import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useSearch } from 'wouter';
import type { Strategy } from '../../../src-shared/contract/strategies.ts';
import { nodesOf } from '../../../src-shared/flat-filter.ts';
import { type Surroundings, useBasis } from '../../link/use-basis.ts';
import { useAct, useCall } from '../../link/use-call.ts';
import { useSentence } from '../../link/use-segments.ts';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { useUndoableToast } from '../../parts/undoable.ts';
import { useKeys } from '../../parts/use-keys.ts';
import { viewOfQuery } from '../../state/customer-filter.ts';
import { useFoot } from '../../state/foot.ts';
import { useLiftWords } from './lift-words.ts';
import { StrategyDialog } from './strategy-dialog.tsx';
import { StrategyTabs } from './strategy-tabs.tsx';
import './strategies.css';

export function StrategiesPage() {
  const surroundings = useBasis();
  return surroundings === null ? null : <StrategiesOf surroundings={surroundings} />;
}

function StrategiesOf({ surroundings }: { readonly surroundings: Surroundings }) {
  const { t } = useTranslation('strategies');
  const { t: common } = useTranslation('common');
  const [, navigate] = useLocation();
  // From the customers page: a list with conditions, to make a strategy of.
  const query = useSearch();
  const where = query === '' ? null : nodesOf(viewOfQuery(query).filter);
  const [isNew, makeNew] = useState(where !== null);
  const { data } = useCall('strategies.list', {});
  const { strategies = [], currency = 'CNY' } = data ?? {};
  useKeys({ n: () => makeNew(true) });
  useFoot({ left: <span>{t('foot', { count: strategies.length })}</span>, right: [t('keys.fresh')] });
  return (
    <>
      <PageTitle
        title={t('title')}
        back={{ to: common('room.today'), onBack: () => navigate('/today?') }}
        say={t('say')}
        actions={
          <Button type="primary" onClick={() => makeNew(true)}>
            {t('fresh')}
          </Button>
        }
      />
      <StrategyTabs here="strategies" />
      <div className="scroll strategies">
        {data !== undefined && strategies.length === 0 && <EmptyNote>{t('none')}</EmptyNote>}
        {strategies.length > 0 && (
          <table className="ledger strategies-table">
            <thead>
              <tr>
                <th scope="col">{t('name')}</th>
                <th scope="col">{t('audience')}</th>
                <th scope="col">{t('lastRun')}</th>
                <th scope="col">{t('found')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {strategies.map((one) => (
                <StrategyRow key={one.strategy} strategy={one} currency={currency} basis={surroundings.basis} />
              ))}
            </tbody>
          </table>
        )}
      </div>
      {isNew && (
        <StrategyDialog strategy={null} where={where} surroundings={surroundings} onClose={() => makeNew(false)} />
      )}
    </>
  );
}

interface StrategyRowProps {
  readonly strategy: Strategy;
  readonly currency: string;
  readonly basis: Surroundings['basis'];
}

function StrategyRow({ strategy, currency, basis }: StrategyRowProps) {
  const { t } = useTranslation('strategies');
  const sentence = useSentence(currency);
  const say = useUndoableToast();
  const remove = useAct('strategies.remove');
  const [last] = strategy.runs;
  const drop = async (): Promise<void> => {
    const done = await remove.act({ strategy: strategy.strategy });
    if (done !== null) say(t('did.removed', { name: strategy.name }), done.edit);
  };
  return (
    <tr>
      <td>
        <Link href={`/strategies/${strategy.strategy}`}>{strategy.name}</Link>
      </td>
      <td>{sentence(strategy.where)}</td>
      <td>
        {last === undefined ? t('never') : last.on} <Again strategy={strategy} on={basis.on} />
      </td>
      <td>{last === undefined ? '' : <Found strategy={strategy} basis={basis} currency={currency} />}</td>
      <td className="n">
        <button type="button" className="plain link" disabled={remove.busy} onClick={() => void drop()}>
          {t('remove')}
        </button>
      </td>
    </tr>
  );
}

/** When it is its turn again. */
function Again({ strategy: { againOn }, on }: { readonly strategy: Strategy; readonly on: string }) {
  const { t } = useTranslation('strategies');
  if (againOn === null) return null;
  return againOn <= on ? (
    <b className="warn sm">{t('again', { on: againOn })}</b>
  ) : (
    <span className="dim sm">{t('next', { on: againOn })}</span>
  );
}

/** Of all runs together; of none that is over, when it will be known. */
function Found({ strategy, basis, currency }: StrategyRowProps) {
  const { t } = useTranslation('strategies');
  const words = useLiftWords(currency);
  const { data } = useCall('strategies.pooled', { strategy: strategy.strategy, basis });
  if (data === undefined) return null;
  const [last] = strategy.runs;
  if (data.result === null) return <span className="dim">{t('waits', { until: last?.until ?? '' })}</span>;
  return <span>{words('minor', data.result)}</span>;
}
