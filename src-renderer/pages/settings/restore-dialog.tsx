/** Before a backup comes back: the ledger now and then beside each other. Afterwards: the way to take it back. */

import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Totals } from '../../../src-shared/contract/ledger.ts';
import { useAct, useCall } from '../../link/use-call.ts';
import { formatCount } from '../../parts/count-text.tsx';
import { DayText } from '../../parts/day-text.tsx';
import { localMoment } from '../../parts/moment-text.tsx';
import { MoneyText } from '../../parts/money-text.tsx';
import { useFailureText, useToast } from '../../parts/toast.tsx';

export interface RestoreDialogProps {
  /** A backup's name, or the ticket of a file. */
  readonly name: string;
  readonly onClose: () => void;
}

export function RestoreDialog({ name, onClose }: RestoreDialogProps) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation('common');
  const failureText = useFailureText();
  const { data, error } = useCall('backups.preview', { name }, { keep: false });
  const { restore, busy } = useRestore();
  return (
    <Modal
      open
      width={560}
      title={data === undefined ? t('restoreAsk') : t('restoreAskAt', { at: localMoment(data.madeAt) })}
      okText={t('restoreDo')}
      okType="default"
      cancelText={common('action.cancel')}
      confirmLoading={busy}
      okButtonProps={{ disabled: data === undefined }}
      onCancel={onClose}
      onOk={() => void restore(name).then((done) => done && onClose())}
    >
      {error !== null && <p className="stop">{failureText(error)}</p>}
      {error === null && data === undefined && <p className="faint">{t('checking')}</p>}
      {data !== undefined && (
        <>
          <Comparison present={data.present} restored={data.restored} />
          <p className="dim sm restore-say">{t('restoreSay')}</p>
        </>
      )}
    </Modal>
  );
}

function useRestore(): { restore: (name: string) => Promise<boolean>; busy: boolean } {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation('common');
  const toast = useToast();
  const { act, busy } = useAct('backups.restore');
  const restore = async (name: string): Promise<boolean> => {
    const done = await act({ name });
    if (done === null) return false;
    const takeBack = async (): Promise<void> => {
      if ((await act({ name: done.undoName })) !== null) toast.done(t('restoreUndone'));
    };
    toast.done(t('restored'), { label: common('action.undo'), run: () => void takeBack() });
    return true;
  };
  return { restore, busy };
}

interface ComparisonProps {
  readonly present: Totals;
  readonly restored: Totals;
}

function Comparison({ present, restored }: ComparisonProps) {
  const { t } = useTranslation('settings');
  const counts = ['customers', 'orders', 'lines'] as const;
  const currencies = [...new Set([...Object.keys(present.byCurrency), ...Object.keys(restored.byCurrency)])];
  return (
    <table className="ledger restore">
      <thead>
        <tr>
          <td />
          <th className="n fig">{t('nowIs')}</th>
          <th className="n">{t('thenIs')}</th>
          <th className="n">{t('change')}</th>
        </tr>
      </thead>
      <tbody>
        {counts.map((name) => (
          <tr key={name}>
            <td>{t(name === 'lines' ? 'goods' : name)}</td>
            <td className="n fig">{formatCount(present[name])}</td>
            <td className="n">{formatCount(restored[name])}</td>
            <td className="n">{changeText(restored[name] - present[name])}</td>
          </tr>
        ))}
        {currencies.map((currency) => (
          <tr key={currency}>
            <td>{currencies.length > 1 ? `${t('net')} ${currency}` : t('net')}</td>
            <td className="n fig">
              <MoneyText amount={present.byCurrency[currency]?.netMinor ?? null} currency={currency} />
            </td>
            <td className="n">
              <MoneyText amount={restored.byCurrency[currency]?.netMinor ?? null} currency={currency} />
            </td>
            <td />
          </tr>
        ))}
        <tr>
          <td>{t('lastDay')}</td>
          <td className="n fig">
            <DayText day={present.lastDay} />
          </td>
          <td className="n">
            <DayText day={restored.lastDay} />
          </td>
          <td />
        </tr>
      </tbody>
    </table>
  );
}

function changeText(change: number): string {
  if (change === 0) return '0';
  return `${change > 0 ? '▲' : '▼'} ${formatCount(Math.abs(change))}`;
}
