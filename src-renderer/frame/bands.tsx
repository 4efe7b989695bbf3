/** One quiet line under the title bar, when there is something to know: the demo shop, a restarted host, writes that wait, a damaged or read-only ledger. */

import { App, Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { LedgerStatus } from '../../src-shared/contract/ledger.ts';
import { useConnection } from '../link/connection-context.tsx';
import { useAct } from '../link/use-call.ts';
import { homeOf, useFreshStatus } from '../link/use-fresh-status.ts';
import { useToast } from '../parts/toast.tsx';

/** True for a while after the host was started again. */
function useRestarted(): boolean {
  const connection = useConnection();
  const [at, setAt] = useState(0);
  useEffect(() => connection.subscribe('ledger.restarted', () => setAt((count) => count + 1)), [connection]);
  useEffect(() => {
    if (at === 0) return undefined;
    const timer = setTimeout(() => setAt(0), 12_000);
    return () => clearTimeout(timer);
  }, [at]);
  return at > 0;
}

function useWaitingWrites(): number {
  const connection = useConnection();
  const [writes, setWrites] = useState(0);
  useEffect(() => connection.subscribe('ledger.waiting', (detail) => setWrites(detail.writes)), [connection]);
  return writes;
}

export interface BandsProps {
  readonly status: LedgerStatus | undefined;
  /** Back to the backups, from a damaged ledger that is looked at. */
  readonly onRecover: () => void;
}

export function Bands({ status, onRecover }: BandsProps) {
  const { t } = useTranslation('common');
  const isRestarted = useRestarted();
  const waiting = useWaitingWrites();
  if (isRestarted) return <Band>{t('restarted')}</Band>;
  if (waiting > 0) return <Band>{t('waitingWrites', { count: waiting })}</Band>;
  if (status?.warning) return <DamageBand onRecover={onRecover} />;
  if (status?.readOnly) return <Band>{t('readOnly')}</Band>;
  return status?.demo ? <DemoBand /> : null;
}

function Band(props: { readonly children: string }) {
  return (
    <div className="band" role="status">
      {props.children}
    </div>
  );
}

function DamageBand(props: { readonly onRecover: () => void }) {
  const { t } = useTranslation('recovery');
  return (
    <div className="band" role="status">
      <span>{t('band')}</span>
      <Button size="small" onClick={props.onRecover}>
        {t('bandRestore')}
      </Button>
    </div>
  );
}

function DemoBand() {
  const { t } = useTranslation('common');
  const { modal } = App.useApp();
  const toast = useToast();
  const [, navigate] = useLocation();
  const freshStatus = useFreshStatus();
  const leave = useAct('demo.leave');
  const remove = useAct('demo.remove');
  const goBack = async (): Promise<void> => {
    if ((await leave.act({})) === null) return;
    navigate(homeOf(await freshStatus()));
  };
  const ask = async (): Promise<void> => {
    const yes = await modal.confirm({
      title: t('demoRemoveAsk'),
      content: t('demoRemoveSay'),
      icon: null,
      okText: t('demoRemove'),
      okType: 'default',
      cancelText: t('action.cancel'),
    });
    if (!yes || (await remove.act({})) === null) return;
    navigate(homeOf(await freshStatus()));
    toast.done(t('demoRemoved'));
  };
  return (
    <div className="band" role="status">
      <span>{t('demoBand')}</span>
      <Button size="small" type="link" disabled={leave.busy} onClick={() => void goBack()}>
        {t('demoLeave')}
      </Button>
      <Button size="small" disabled={remove.busy} onClick={() => void ask()}>
        {t('demoRemove')}…
      </Button>
    </div>
  );
}
