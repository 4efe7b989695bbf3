/** On a customer's page: what is open with them, and the way to write a ticket. */

import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../../src-shared/day.ts';
import { useCall } from '../../link/use-call.ts';
import type { PickedPerson } from '../../parts/person-picker.tsx';
import { newTicket, TicketDialog, type TicketDraft } from './ticket-dialog.tsx';

export interface CustomerTicketsProps {
  readonly person: PickedPerson;
  readonly on: Day;
  readonly currency: string;
}

/** A button in the head. */
export function WriteTicket({ person, on, currency }: CustomerTicketsProps) {
  const { t } = useTranslation('afterSales');
  const [draft, setDraft] = useState<TicketDraft | null>(null);
  return (
    <>
      <Button data-ticket="" onClick={() => setDraft(newTicket(on, person))}>
        {t('write')}
      </Button>
      <TicketDialog isTheirs {...{ draft, on, currency }} onClose={() => setDraft(null)} />
    </>
  );
}

/** A line for each that is open; nothing when nothing is. */
export function OpenTickets({ person, on, currency }: CustomerTicketsProps) {
  const { t } = useTranslation('afterSales');
  const { data } = useCall('service.list', { customer: person.id, state: 'open', on }, { keep: false });
  const [draft, setDraft] = useState<TicketDraft | null>(null);
  const tickets = data?.tickets ?? [];
  const disputes = data?.fromFiles ?? [];
  if (tickets.length + disputes.length === 0) return null;
  return (
    <div className="open-tickets">
      <b className="stop">{t('openWith', { count: tickets.length + disputes.length })}</b>
      {tickets.map(({ ticket, customer: _customer, name: _name, ...content }) => (
        <button key={ticket} type="button" className="plain link" onClick={() => setDraft({ ticket, person, content })}>
          {[t(`kind.${content.about}`), content.text, content.due]
            .filter((part) => part !== null && part !== '')
            .join(' · ')}
        </button>
      ))}
      {disputes.map((one) => (
        <span key={one.order}>{[one.status, one.number].join(' ')}</span>
      ))}
      <TicketDialog isTheirs {...{ draft, on, currency }} onClose={() => setDraft(null)} />
    </div>
  );
}
