/** The version, where the data lies, that nothing leaves this computer; the demo shop, opened and removed. */

import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { LedgerStatus } from '../../../src-shared/contract/ledger.ts';
import { useAct, useCall } from '../../link/use-call.ts';
import { homeOf, useFreshStatus } from '../../link/use-fresh-status.ts';
import { useToast } from '../../parts/toast.tsx';
import { FormRow } from './form-row.tsx';

export function AboutSection({ status }: { readonly status: LedgerStatus }) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation('common');
  const info = useCall('shell.info', {});
  const reveal = useAct('shell.reveal');
  const copy = useAct('shell.copy');
  const toast = useToast();
  const copyFolder = async (): Promise<void> => {
    if ((await copy.act({ text: status.folder })) !== null) toast.done(common('action.copied'));
  };
  return (
    <>
      <FormRow name={t('version')}>
        {`${common('product')} ${info.data?.version ?? ''}`}
        {info.data?.kind === 'browser' && <span className="faint">{`  ${t('inBrowser')}`}</span>}
      </FormRow>
      <FormRow name={t('folder')}>
        <span className="mono folder">{status.folder}</span>{' '}
        {info.data?.kind === 'electron' ? (
          <button type="button" className="plain link sm" onClick={() => void reveal.act({ what: 'data-folder' })}>
            {t('showFolder')}
          </button>
        ) : (
          <button type="button" className="plain link sm" onClick={() => void copyFolder()}>
            {common('action.copy')}
          </button>
        )}
      </FormRow>
      <FormRow name={t('privacy')}>{t('privacySay')}</FormRow>
      <FormRow name={t('demo')} remark={t('demoSay')}>
        <DemoActs status={status} />
      </FormRow>
    </>
  );
}

function DemoActs({ status }: { readonly status: LedgerStatus }) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation('common');
  const { modal } = App.useApp();
  const toast = useToast();
  const [, navigate] = useLocation();
  const freshStatus = useFreshStatus();
  const open = useAct('demo.open');
  const leave = useAct('demo.leave');
  const remove = useAct('demo.remove');
  const busy = open.busy || leave.busy || remove.busy;
  const askRemove = async (): Promise<void> => {
    const yes = await modal.confirm({
      title: common('demoRemoveAsk'),
      content: common('demoRemoveSay'),
      icon: null,
      okText: common('demoRemove'),
      okType: 'default',
      cancelText: common('action.cancel'),
    });
    if (!yes || (await remove.act({})) === null) return;
    toast.done(common('demoRemoved'));
  };
  const go = async (way: typeof open | typeof leave): Promise<void> => {
    if ((await way.act({})) !== null) navigate(homeOf(await freshStatus()));
  };
  return (
    <span className="form-acts">
      {status.demo ? (
        <Button disabled={busy} onClick={() => void go(leave)}>
          {common('demoLeave')}
        </Button>
      ) : (
        <Button loading={open.busy} disabled={busy} onClick={() => void go(open)}>
          {t('demoOpen')}
        </Button>
      )}
      {status.hasDemo && (
        <Button disabled={busy} onClick={() => void askRemove()}>
          {common('demoRemove')}…
        </Button>
      )}
    </span>
  );
}
