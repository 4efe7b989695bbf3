/** Takes orders out of a likely person: the owner ticks the ones that are somebody else's. Undoable. */

import { Button, Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountRow, CustomerProfile } from '../../../src-shared/contract/customers.ts';
import { useAct } from '../../link/use-call.ts';
import { DayText } from '../../parts/day-text.tsx';
import { MoneyText } from '../../parts/money-text.tsx';
import { useUndoableToast } from '../../parts/undoable.ts';
import { accountRows } from './customer-facts.ts';

export interface SplitDialogProps {
  readonly profile: CustomerProfile;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function SplitDialog({ profile, isOpen, onClose }: SplitDialogProps) {
  const { t } = useTranslation('customer');
  return (
    <Modal
      open={isOpen}
      onCancel={onClose}
      title={t('splitting.title')}
      footer={null}
      width="64rem"
      destroyOnHidden
      focusable={{ trap: true }}
    >
      <SplitChoice profile={profile} onClose={onClose} />
    </Modal>
  );
}

function SplitChoice({ profile, onClose }: Omit<SplitDialogProps, 'isOpen'>) {
  const { t } = useTranslation('customer');
  const { act, busy } = useAct('customers.split');
  const undoable = useUndoableToast();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const orders = accountRows(profile.account, 'order');
  const isAll = chosen.size === orders.length;
  const toggle = (order: number): void => {
    const next = new Set(chosen);
    if (!next.delete(order)) next.add(order);
    setChosen(next);
  };
  const split = async (): Promise<void> => {
    const done = await act({ customer: profile.customer.id, orders: [...chosen] });
    if (done === null) return;
    onClose();
    undoable(t('splitting.done', { count: chosen.size }), done.edit);
  };
  return (
    <>
      <p className="dim">{t('splitting.say')}</p>
      <ul className="split-orders">
        {orders.map((row) => (
          <SplitLine
            key={row.order}
            row={row}
            currency={profile.customer.currency}
            isChosen={chosen.has(row.order)}
            onToggle={() => toggle(row.order)}
          />
        ))}
      </ul>
      <footer className="dialog-acts">
        {isAll && <span className="warn">{t('splitting.all')}</span>}
        <Button onClick={onClose}>{t('splitting.cancel')}</Button>
        <Button type="primary" disabled={chosen.size === 0 || isAll} loading={busy} onClick={() => void split()}>
          {t('splitting.do', { count: chosen.size })}
        </Button>
      </footer>
    </>
  );
}

interface SplitLineProps {
  readonly row: AccountRow;
  readonly currency: string;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

function SplitLine({ row, currency, isChosen, onToggle }: SplitLineProps) {
  const { t } = useTranslation('customer');
  return (
    <li>
      <Checkbox checked={isChosen} onChange={onToggle} aria-label={t('splitting.choose', { order: row.orderNumber })}>
        <span className="split-line">
          <DayText day={row.day} />
          <span className="cut" title={row.items}>
            {row.items === '' ? t('account.noItems') : row.items}
          </span>
          <span className="mono faint">{row.orderNumber}</span>
          <span className="n">
            <MoneyText amount={row.paidMinor} currency={currency} />
          </span>
        </span>
      </Checkbox>
    </li>
  );
}
