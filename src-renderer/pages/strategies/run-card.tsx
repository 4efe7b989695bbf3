/** One time a strategy was carried out: whom to contact, and, when its days are over, what it brought. */

import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { ContactChannel } from '../../../src-shared/contract/follow-ups.ts';
import type { Run } from '../../../src-shared/contract/strategies.ts';
import { listBasisOf, type Surroundings } from '../../link/use-basis.ts';
import { useAct, useCall } from '../../link/use-call.ts';
import { ReachCounts } from '../../parts/reach-counts.tsx';
import { useUndoableToast } from '../../parts/undoable.ts';
import { firstView, queryOfView } from '../../state/customer-filter.ts';
import { ArmOrders } from './arm-orders.tsx';
import { ResultCard } from './result-card.tsx';

export interface RunCardProps {
  readonly run: Run;
  readonly channel: ContactChannel | null;
  readonly basis: Surroundings['basis'];
}

export function RunCard({ run, channel, basis }: RunCardProps) {
  const { t } = useTranslation('strategies');
  const { data } = useCall('strategies.result', { run: run.run, basis });
  const [arm, openArm] = useState<'contacted' | 'held' | null>(null);
  return (
    <section className="run" aria-label={t('run.title', { on: run.on, until: run.until })}>
      <h3>
        {t('run.title', { on: run.on, until: run.until })}
        <small>{t('run.people', { contacted: run.contacted, held: run.held })}</small>
      </h3>
      <RunList run={run} channel={channel} basis={basis} />
      {data !== undefined && data.result === null && (
        <p className="dim">
          {run.until >= basis.on
            ? t('run.waits', { until: run.until })
            : data.knownUntil === null
              ? t('run.noBook')
              : t('run.behind', { known: data.knownUntil, until: run.until })}
        </p>
      )}
      {data !== undefined && data.result !== null && (
        <ResultCard result={data.result} isPooled={false} onOrders={openArm} />
      )}
      {arm !== null && data?.result != null && (
        <ArmOrders
          of={{ run: run.run }}
          arm={arm}
          basis={basis}
          currency={data.result.currency}
          onClose={() => openArm(null)}
        />
      )}
    </section>
  );
}

/** The ways to the people who are contacted: the lists there are, each through the guard. */
function RunList({ run, channel, basis }: RunCardProps) {
  const { t } = useTranslation('strategies');
  const [, navigate] = useLocation();
  const say = useUndoableToast();
  const sent = useAct('contacts.sent');
  const { data } = useCall('strategies.people', { run: run.run, basis: listBasisOf(basis), limit: 0 });
  const query = queryOfView({ ...firstView, filter: { where: { field: 'run', in: [run.run] } } });
  const note = async (customers: readonly number[]): Promise<void> => {
    const done = await sent.act({
      customers: [...customers],
      day: basis.on,
      channel: channel ?? 'phone',
      about: run.name,
    });
    if (done !== null) say(t('run.sentDone', { name: run.name, count: done.contacts }), done.edit);
  };
  return (
    <div className="run-list">
      {data !== undefined && (
        <span>
          {t('run.now', { count: data.total })}
          {data.total > 0 && (
            <>
              {' · '}
              <ReachCounts counts={data.reach} />
            </>
          )}
          {data.guarded.length > 0 && (
            <span className="dim"> · {t('run.guarded', { count: data.guarded.length })}</span>
          )}
        </span>
      )}
      <Button size="small" onClick={() => navigate(`/customers?${query}`)}>
        {t('run.list')}
      </Button>
      <Button size="small" onClick={() => navigate(`/print?${query}`)}>
        {t('run.print')}
      </Button>
      <Button size="small" onClick={() => navigate(`/labels?${query}`)}>
        {t('run.labels')}
      </Button>
      <Button size="small" onClick={() => navigate(`/templates?${query}`)}>
        {t('run.send')}
      </Button>
      <Button
        size="small"
        loading={sent.busy}
        disabled={data === undefined || data.total === 0}
        onClick={() => void note(data?.customers ?? [])}
      >
        {t('run.sent')}
      </Button>
    </div>
  );
}
