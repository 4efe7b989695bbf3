/** What a customer was put together from, and the way back: the owner ticks the parts that are people of their own. Undoable. */

import { Button, Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerPart } from '../../../src-shared/contract/identities.ts';
import { useAct } from '../../link/use-call.ts';
import { MoneyText } from '../../parts/money-text.tsx';
import { useUndoableToast } from '../../parts/undoable.ts';
import './review.css';

export interface PartDialogProps {
  readonly customer: number;
  readonly parts: readonly CustomerPart[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function PartDialog(props: PartDialogProps) {
  const { t } = useTranslation('review');
  return (
    <Modal
      open={props.isOpen}
      onCancel={props.onClose}
      title={t('parting.title')}
      footer={null}
      width="72rem"
      destroyOnHidden
      focusable={{ trap: true }}
    >
      <PartChoice {...props} />
    </Modal>
  );
}

function PartChoice({ customer, parts, onClose }: PartDialogProps) {
  const { t } = useTranslation('review');
  const { act, busy } = useAct('identities.unmerge');
  const undoable = useUndoableToast();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const isAll = chosen.size === parts.length;
  const toggle = (order: number): void => {
    const next = new Set(chosen);
    if (!next.delete(order)) next.add(order);
    setChosen(next);
  };
  const part = async (): Promise<void> => {
    const done = await act({ customer, parts: [...chosen].map((order) => [order]) });
    if (done === null) return;
    onClose();
    undoable(t('parting.done', { count: chosen.size }), done.edit);
  };
  return (
    <>
      <p className="dim">{t('parting.say')}</p>
      <ul className="split-orders">
        {parts.map((own) => (
          <PartLine key={own.order} part={own} isChosen={chosen.has(own.order)} onToggle={() => toggle(own.order)} />
        ))}
      </ul>
      <div className="dialog-acts">
        {isAll && <span className="warn">{t('parting.all')}</span>}
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button type="primary" disabled={chosen.size === 0 || isAll} loading={busy} onClick={() => void part()}>
          {t('parting.do', { count: chosen.size })}
        </Button>
      </div>
    </>
  );
}

/** A buyer id without its marketplace; what a likely person agrees in. */
function identityText({ key: { kind, value } }: CustomerPart): string {
  return kind === 'buyer' ? value.slice(value.indexOf(':') + 1) : value;
}

interface PartLineProps {
  readonly part: CustomerPart;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

function PartLine({ part, isChosen, onToggle }: PartLineProps) {
  const { t } = useTranslation('review');
  const { t: common } = useTranslation('common');
  const name = identityText(part);
  const shops = part.shops.join(common('listComma'));
  const { orders, firstDay, lastDay } = part;
  return (
    <li>
      <Checkbox checked={isChosen} onChange={onToggle} aria-label={t('parting.choose', { name })}>
        <span className="split-line part-line">
          <b>{name}</b>
          <span className="cut" title={shops}>
            {part.name} <span className="dim">{shops}</span>{' '}
            {part.link !== null && <span className="faint sm">{t(`parting.link.${part.link}`)}</span>}
          </span>
          <span className="dim">{t('parting.part', { orders, first: firstDay ?? '—', last: lastDay ?? '—' })}</span>
          <span className="n">
            <MoneyText amount={part.netMinor} currency={part.currency} />
          </span>
        </span>
      </Checkbox>
    </li>
  );
}
