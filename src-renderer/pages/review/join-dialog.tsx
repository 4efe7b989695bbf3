/** From one customer's page: find the other one who is the same person, then side by side. */

import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../link/use-call.ts';
import { DayText } from '../../parts/day-text.tsx';
import { useHitReason } from '../../parts/search-box/hit-reason.ts';
import { MergeDialog } from './merge-dialog.tsx';
import './review.css';

export interface JoinDialogProps {
  readonly customer: number;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Who they are now. */
  readonly onDone: (customer: number | null) => void;
}

const SHOWN = 8;

export function JoinDialog({ customer, isOpen, onClose, onDone }: JoinDialogProps) {
  const { t } = useTranslation('review');
  const [other, setOther] = useState<number | null>(null);
  const close = (): void => {
    setOther(null);
    onClose();
  };
  return (
    <>
      <Modal
        open={isOpen && other === null}
        onCancel={close}
        title={t('merging.who')}
        footer={null}
        width="56rem"
        destroyOnHidden
        focusable={{ trap: true }}
      >
        <Find customer={customer} onFound={setOther} />
      </Modal>
      <MergeDialog
        customers={isOpen && other !== null ? [customer, other] : null}
        onClose={close}
        onDone={(now) => {
          close();
          onDone(now);
        }}
      />
    </>
  );
}

function Find({ customer, onFound }: { readonly customer: number; readonly onFound: (other: number) => void }) {
  const { t } = useTranslation('review');
  const [text, setText] = useState('');
  const asked = text.trim();
  const { data } = useCall(
    'customers.find',
    { text: asked === '' ? '-' : asked, limit: SHOWN + 1 },
    { enabled: asked !== '' },
  );
  const hits = asked === '' ? [] : (data?.hits ?? []).filter(({ id }) => id !== customer).slice(0, SHOWN);
  const reasonOf = useHitReason();
  const search = useTranslation('search').t;
  return (
    <>
      <Input
        autoFocus
        aria-label={t('merging.find')}
        placeholder={t('merging.find')}
        value={text}
        maxLength={200}
        onChange={(event) => setText(event.target.value)}
      />
      <ul className="merge-hits">
        {hits.map(({ id, name, why, orders, lastDay }) => (
          <li key={id}>
            <button type="button" className="plain" onClick={() => onFound(id)}>
              <span>
                {name} <span className="dim sm">{reasonOf(why)}</span>
              </span>
              <span className="faint sm nw">
                {orders === 0 ? search('never') : search('orders', { count: orders })} <DayText day={lastDay} />
              </span>
            </button>
          </li>
        ))}
        {asked !== '' && data !== undefined && hits.length === 0 && <li className="faint">{t('merging.findNone')}</li>}
      </ul>
    </>
  );
}
