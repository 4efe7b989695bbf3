/** 工单: what is open with customers, by hand and as the files say it. Whoever has something open is not sold to. */

import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useSearch } from 'wouter';
import type { ServiceTicket } from '../../../src-shared/contract/after-sales.ts';
import type { ResultOf } from '../../../src-shared/contract/index.ts';
import { type Surroundings, useBasis } from '../../link/use-basis.ts';
import { useAct, useCall } from '../../link/use-call.ts';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { useUndoableToast } from '../../parts/undoable.ts';
import { useKeys } from '../../parts/use-keys.ts';
import { useFoot } from '../../state/foot.ts';
import { newTicket, TicketDialog, type TicketDraft } from './ticket-dialog.tsx';
import { TicketReport } from './ticket-report.tsx';
import { TicketTable } from './ticket-table.tsx';

const tabs = ['open', 'closed', 'report'] as const;

export function TicketsPage() {
  const surroundings = useBasis();
  return surroundings === null ? null : <Tickets {...surroundings} />;
}

function draftOf({ ticket, customer, name, ...content }: ServiceTicket): TicketDraft {
  return { ticket, person: customer === null ? null : { id: customer, name }, content };
}

function Tickets({ basis, status }: Surroundings) {
  const { t } = useTranslation('afterSales');
  const asked = new URLSearchParams(useSearch()).get('tab');
  const tab = tabs.find((one) => one === asked) ?? 'open';
  const { data } = useCall('service.list', { state: tab === 'closed' ? 'closed' : 'open', on: basis.on });
  const { t: common } = useTranslation('common');
  const [, navigate] = useLocation();
  const [draft, setDraft] = useState<TicketDraft | null>(null);
  const say = useUndoableToast();
  const remove = useAct('service.remove').act;
  const currency = status.shops[0]?.currency ?? 'CNY';
  const begin = (): void => setDraft(newTicket(basis.on));
  useKeys({ n: begin });
  const late = data?.tickets.filter(({ due, closed }) => closed === null && due !== null && due < basis.on).length ?? 0;
  useFoot({
    left: (
      <>
        <span>
          {t('foot.open')} <b>{data?.open ?? 0}</b>
        </span>
        {late > 0 && <span className="stop">{t('foot.late', { count: late })}</span>}
      </>
    ),
    right: [t('keys.new')],
  });
  return (
    <>
      <PageTitle
        title={t('title')}
        back={{ to: common('room.today'), onBack: () => navigate('/today?') }}
        say={t('say')}
        actions={
          <Button type="primary" onClick={begin}>
            {t('newTicket')}
          </Button>
        }
      />
      <nav className="tabs" aria-label={t('title')}>
        {tabs.map((one) => (
          <Link
            key={one}
            href={one === 'open' ? '/tickets?' : `/tickets?tab=${one}`}
            {...(one === tab ? { 'aria-current': 'page' as const } : {})}
          >
            {t(`tabs.${one}`)} {one === 'open' && <small>{data?.open ?? ''}</small>}
          </Link>
        ))}
      </nav>
      <div className="scroll tickets">
        {tab === 'report' && <TicketReport on={basis.on} currency={currency} />}
        {tab !== 'report' && data !== undefined && data.tickets.length === 0 && data.fromFiles.length === 0 && (
          <EmptyNote>{t(tab === 'open' ? 'noneOpen' : 'noneClosed')}</EmptyNote>
        )}
        {tab !== 'report' && data !== undefined && data.tickets.length > 0 && (
          <TicketTable
            tickets={data.tickets}
            on={basis.on}
            currency={currency}
            isClosed={tab === 'closed'}
            onOpen={(one) => setDraft(draftOf(one))}
            onClosed={(one) => setDraft(draftOf({ ...one, closed: basis.on }))}
            onRemove={(one) =>
              void remove({ ticket: one.ticket }).then((done) => {
                if (done !== null) say(t('removed', { name: one.name }), done.edit);
              })
            }
          />
        )}
        {tab !== 'report' && data !== undefined && data.fromFiles.length > 0 && <FromFiles disputes={data.fromFiles} />}
      </div>
      <TicketDialog draft={draft} on={basis.on} currency={currency} onClose={() => setDraft(null)} />
    </>
  );
}

/** They end when a newer file says that they did. */
function FromFiles({ disputes }: { readonly disputes: ResultOf<'service.list'>['fromFiles'] }) {
  const { t } = useTranslation('afterSales');
  return (
    <section className="tickets-of-files">
      <h2>{t('fromFiles', { count: disputes.length })}</h2>
      <p className="dim sm">{t('fromFilesSay')}</p>
      <table className="ledger ticket-table">
        <thead>
          <tr>
            <th scope="col">{t('who')}</th>
            <th scope="col">{t('status')}</th>
            <th scope="col">{t('item')}</th>
            <th scope="col">{t('order')}</th>
            <th scope="col">{t('ordered')}</th>
          </tr>
        </thead>
        <tbody>
          {disputes.map((one) => (
            <tr key={one.order}>
              <td>
                <Link href={`/customers/${one.customer}`}>{one.name}</Link>
              </td>
              <td>{one.status}</td>
              <td title={one.item ?? ''}>{one.item}</td>
              <td className="mono">{one.number}</td>
              <td>{one.day}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
