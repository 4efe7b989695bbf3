/** A service ticket being written: what is open with whom, until when, and how it ended. While it is open they are not sold to. */

import { Button, Checkbox, Input, InputNumber, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ServiceContent, serviceKinds } from '../../../src-shared/contract/after-sales.ts';
import type { Day } from '../../../src-shared/day.ts';
import { decimalsOf, minorOf } from '../../../src-shared/money.ts';
import { useAct } from '../../link/use-call.ts';
import { DayField } from '../../parts/day-field.tsx';
import { PersonPicker, type PickedPerson } from '../../parts/person-picker.tsx';
import { useUndoableToast } from '../../parts/undoable.ts';
import './tickets.css';

export interface TicketDraft {
  /** null: a new one. */
  readonly ticket: number | null;
  readonly person: PickedPerson | null;
  readonly content: ServiceContent;
}

export function newTicket(on: Day, person: PickedPerson | null = null): TicketDraft {
  return {
    ticket: null,
    person,
    content: {
      about: 'question',
      order: null,
      text: '',
      opened: on,
      due: null,
      closed: null,
      outcome: '',
      costMinor: null,
    },
  };
}

export interface TicketDialogProps {
  /** null: closed. */
  readonly draft: TicketDraft | null;
  /** It is about the person whose page this is. */
  readonly isTheirs?: boolean;
  readonly on: Day;
  readonly currency: string;
  readonly onClose: () => void;
}

export function TicketDialog({ draft, ...rest }: TicketDialogProps) {
  const { t } = useTranslation('afterSales');
  return (
    <Modal
      open={draft !== null}
      onCancel={rest.onClose}
      title={t(draft?.ticket === null ? 'newTicket' : 'changeTicket')}
      footer={null}
      width="52rem"
      destroyOnHidden
      focusable={{ trap: true }}
    >
      {draft !== null && <TicketForm key={draft.ticket ?? 'new'} first={draft} {...rest} />}
    </Modal>
  );
}

type TicketFormProps = Omit<TicketDialogProps, 'draft'> & { readonly first: TicketDraft };

function TicketForm({ first, isTheirs = false, on, currency, onClose }: TicketFormProps) {
  const { t } = useTranslation('afterSales');
  const { t: common } = useTranslation('common');
  const say = useUndoableToast();
  const { act, busy } = useAct('service.save');
  const [person, setPerson] = useState(first.person);
  const [content, setContent] = useState(first.content);
  const change = (part: Partial<ServiceContent>): void => setContent({ ...content, ...part });
  const keep = async (): Promise<void> => {
    if (person === null) return;
    const done = await act({ ticket: first.ticket, customer: person.id, content });
    if (done === null) return;
    say(t(content.closed === null ? 'saved' : 'closedSaid', { name: person.name }), done.edit);
    onClose();
  };
  return (
    <form
      className="ticket-form"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      {!isTheirs && (
        <>
          <label htmlFor="ticket-person">{t('who')}</label>
          <PersonPicker id="ticket-person" label={t('who')} value={person} onChange={setPerson} />
        </>
      )}
      <span>{t('about')}</span>
      <Segmented
        aria-label={t('about')}
        value={content.about}
        options={serviceKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={(about) => change({ about })}
      />
      <label htmlFor="ticket-text">{t('text')}</label>
      <Input.TextArea
        id="ticket-text"
        rows={3}
        maxLength={1000}
        value={content.text}
        onChange={(event) => change({ text: event.target.value })}
      />
      <label htmlFor="ticket-order">{t('order')}</label>
      <Input
        id="ticket-order"
        maxLength={100}
        placeholder={t('orderPlaceholder')}
        value={content.order ?? ''}
        onChange={(event) => change({ order: event.target.value === '' ? null : event.target.value })}
      />
      <label htmlFor="ticket-due">{t('due')}</label>
      <DayField id="ticket-due" value={content.due} placeholder={t('noDue')} onDay={(due) => change({ due })} />
      <span />
      <Checkbox
        checked={content.closed !== null}
        onChange={(event) => change({ closed: event.target.checked ? on : null })}
      >
        {t('isClosed')}
      </Checkbox>
      {content.closed !== null && <Ending content={content} currency={currency} onChange={change} />}
      <div className="ticket-acts">
        <Button onClick={onClose}>{common('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={busy} disabled={person === null}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}

interface EndingProps {
  readonly content: ServiceContent;
  readonly currency: string;
  readonly onChange: (part: Partial<ServiceContent>) => void;
}

function Ending({ content, currency, onChange }: EndingProps) {
  const { t } = useTranslation('afterSales');
  const decimals = decimalsOf(currency);
  const unit = 10 ** decimals;
  return (
    <>
      <label htmlFor="ticket-outcome">{t('outcome')}</label>
      <Input
        id="ticket-outcome"
        maxLength={500}
        placeholder={t('outcomePlaceholder')}
        value={content.outcome}
        onChange={(event) => onChange({ outcome: event.target.value })}
      />
      <label htmlFor="ticket-cost">{t('cost')}</label>
      <InputNumber
        id="ticket-cost"
        min={0}
        precision={decimals}
        value={content.costMinor === null ? null : content.costMinor / unit}
        onChange={(value) => onChange({ costMinor: value === null ? null : minorOf(Math.round(value * unit)) })}
      />
    </>
  );
}
