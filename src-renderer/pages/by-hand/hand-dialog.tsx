/** 记一位、记一单: somebody who asked, or an order that no file has. A pasted chat fills the fields; who is known already is offered. */

import { AutoComplete, Button, Input, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Day, dayOf } from '../../../src-shared/day.ts';
import { readPasted } from '../../../src-shared/pasted-contact.ts';
import { DayField } from '../../parts/day-field.tsx';
import { blankDraft, type HandDraft, withPasted } from './hand-draft.ts';
import { HandItems } from './hand-items.tsx';
import { KnownBuyers } from './known-buyers.tsx';
import { useHandActs, type Written } from './use-hand-acts.ts';
import './by-hand.css';

export interface HandDialogProps {
  readonly kind: HandDraft['kind'];
  /** Whom it is of; null: to be told. */
  readonly customer: { readonly id: number; readonly name: string } | null;
  readonly on: Day;
  readonly currency: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onDone: (written: Written) => void;
}

export function HandDialog(props: HandDialogProps) {
  const { t } = useTranslation('byHand');
  return (
    <Modal
      open={props.isOpen}
      onCancel={props.onClose}
      title={props.customer === null ? t('title') : t('titleOf', { name: props.customer.name })}
      footer={null}
      width="64rem"
      destroyOnHidden
      focusable={{ trap: true }}
    >
      <HandForm {...props} />
    </Modal>
  );
}

const lines = ['name', 'phone', 'handle', 'address'] as const;

function HandForm({ kind, customer, on, currency, onClose, onDone }: HandDialogProps) {
  const { t } = useTranslation('byHand');
  const { t: common } = useTranslation('common');
  const { write, busy } = useHandActs();
  const [draft, setDraft] = useState(() => blankDraft(kind, on, customer?.id ?? null, t('places.wechat')));
  const change = (fields: Partial<HandDraft>): void => setDraft((before) => ({ ...before, ...fields }));
  const day = dayOf(draft.day);
  const missing = missingOf(draft, day);
  const keep = async (): Promise<void> => {
    if (day === null) return;
    const written = await write(draft, day, currency);
    if (written === null) return;
    onClose();
    onDone(written);
  };
  return (
    <form
      className="by-hand"
      onSubmit={(event) => {
        event.preventDefault();
        if (missing === null) void keep();
      }}
    >
      {customer === null && <WhoFields draft={draft} onChange={change} onDraft={setDraft} />}
      <div className="hand-row">
        <label htmlFor="hand-shop">{t('shop')}</label>
        <AutoComplete
          id="hand-shop"
          aria-label={t('shop')}
          value={draft.shop}
          options={[t('places.wechat'), t('places.store'), t('places.phone')].map((value) => ({ value }))}
          onChange={(shop) => change({ shop })}
        />
        <label htmlFor="hand-day">{t('day')}</label>
        <DayField id="hand-day" value={day} onDay={(chosen) => change({ day: chosen ?? '' })} />
      </div>
      {draft.kind === 'lead' ? (
        <div className="hand-row">
          <label htmlFor="hand-wish">{t('wish')}</label>
          <Input
            id="hand-wish"
            className="whole-row"
            maxLength={500}
            value={draft.wish}
            onChange={(event) => change({ wish: event.target.value })}
          />
        </div>
      ) : (
        <HandItems draft={draft} currency={currency} onChange={change} />
      )}
      <div className="hand-row">
        <label htmlFor="hand-note">{t('note')}</label>
        <Input
          id="hand-note"
          className="whole-row"
          maxLength={1000}
          value={draft.note}
          onChange={(event) => change({ note: event.target.value })}
        />
      </div>
      <div className="dialog-acts">
        {missing !== null && <span className="dim">{t(`missing.${missing}`)}</span>}
        <Button onClick={onClose}>{common('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" disabled={missing !== null} loading={busy}>
          {t(draft.kind === 'lead' ? 'keepLead' : 'keepOrder')}
        </Button>
      </div>
    </form>
  );
}

/** What is still to be said. */
function missingOf(draft: HandDraft, day: Day | null): 'day' | 'shop' | 'person' | 'items' | null {
  if (day === null) return 'day';
  if (draft.shop.trim() === '') return 'shop';
  const isNobody = draft.customer === null && draft.phone.trim() === '' && draft.handle.trim() === '';
  if (draft.kind === 'lead') return isNobody ? 'person' : null;
  return draft.items.some(({ title }) => title.trim() !== '') ? null : 'items';
}

interface WhoFieldsProps {
  readonly draft: HandDraft;
  readonly onChange: (fields: Partial<HandDraft>) => void;
  readonly onDraft: (draft: HandDraft) => void;
}

function WhoFields({ draft, onChange, onDraft }: WhoFieldsProps) {
  const { t } = useTranslation('byHand');
  return (
    <>
      <Segmented<HandDraft['kind']>
        aria-label={t('kind')}
        value={draft.kind}
        options={[
          { value: 'lead', label: t('lead') },
          { value: 'order', label: t('order') },
        ]}
        onChange={(kind) => onChange({ kind })}
      />
      <Input.TextArea
        autoFocus
        className="hand-paste"
        aria-label={t('paste')}
        placeholder={t('pasteHint')}
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={4000}
        onChange={(event) => {
          const text = event.target.value;
          if (text.trim() !== '') onDraft(withPasted(draft, readPasted(text)));
        }}
      />
      {lines.map((field) => (
        <div key={field} className="hand-row">
          <label htmlFor={`hand-${field}`}>{t(field)}</label>
          <Input
            id={`hand-${field}`}
            className="whole-row"
            maxLength={field === 'address' ? 500 : 200}
            value={draft[field]}
            onChange={(event) => onChange({ [field]: event.target.value })}
          />
        </div>
      ))}
      <KnownBuyers draft={draft} onCustomer={(customer) => onChange({ customer })} />
    </>
  );
}
