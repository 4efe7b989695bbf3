/** The head of a customer's page: the way back, the name, the tier with its why, how sure we are, since when. */

import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { CustomerProfile } from '../../../src-shared/contract/customers.ts';
import type { Day } from '../../../src-shared/day.ts';
import { useCall } from '../../link/use-call.ts';
import type { FigureNotes } from '../../link/use-figure-notes.ts';
import { CertaintyMark } from '../../parts/certainty-mark.tsx';
import { FigureNotesLine } from '../../parts/figure-notes.tsx';
import { Icon } from '../../parts/icon.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { TierBadge } from '../../parts/tier-badge.tsx';
import { OpenTickets, WriteTicket } from '../after-sales/customer-tickets.tsx';
import { HandDialog } from '../by-hand/hand-dialog.tsx';
import { JoinDialog } from '../review/join-dialog.tsx';
import { PartDialog } from '../review/part-dialog.tsx';
import { PlanFollowUp } from '../today/plan-follow-up.tsx';
import { regionOf } from './customer-facts.ts';
import { NameEditor } from './name-editor.tsx';
import { SplitDialog } from './split-dialog.tsx';
import { TagRow } from './tag-row.tsx';
import type { Neighbours } from './use-neighbours.ts';
import { WishMarks } from './wishes.tsx';

export interface CustomerHeadProps {
  readonly profile: CustomerProfile;
  /** The day of the page. */
  readonly on: Day;
  readonly neighbours: Neighbours;
  readonly notes: FigureNotes;
  readonly onWhy: () => void;
}

export function CustomerHead({ profile, on, neighbours, notes, onWhy }: CustomerHeadProps) {
  const { t } = useTranslation('customer');
  const [splits, setSplits] = useState(false);
  const { customer } = profile;
  const canSplit = customer.certainty === 'likely' && profile.totals.orders > 1;
  const region = regionOf(customer);
  return (
    <>
      <div className="head customer-head">
        <BackLink neighbours={neighbours} />
        <Steps neighbours={neighbours} />
        <div className="acts">
          <PlanFollowUp customer={customer} on={on} />
          <WriteTicket person={customer} on={on} currency={customer.currency} />
          <OrderByHand profile={profile} on={on} />
          <WhoIsWho customer={customer.id} />
          {canSplit && (
            <Button title={t('splitHint')} onClick={() => setSplits(true)}>
              {t('split')}
            </Button>
          )}
        </div>
      </div>
      <div className="who">
        <NameEditor key={`${customer.id}/${customer.name}`} customer={customer.id} name={customer.name} />
        <CertaintyMark certainty={customer.certainty} />
        <WishMarks customer={customer.id} on={on} />
        {customer.tier === null ? (
          <span className="faint">{t('noTier')}</span>
        ) : (
          <button type="button" className="plain why-tier" onClick={onWhy}>
            <TierBadge tier={customer.tier} />
            <span className="link sm">{t('whyShort')}</span>
          </button>
        )}
        {region !== '' && <span className="dim">{region}</span>}
        {customer.firstDay !== null && <span className="dim">{t('firstOrder', { day: customer.firstDay })}</span>}
        <TagRow customer={customer.id} tags={customer.tags} />
        <FigureNotesLine notes={notes} />
      </div>
      <OpenTickets person={customer} on={on} currency={customer.currency} />
      {customer.certainty === 'likely' && (
        <div className="likely-note">
          <ProblemNote level="info" what={t('likelyNote')} />
        </div>
      )}
      <SplitDialog profile={profile} isOpen={splits} onClose={() => setSplits(false)} />
    </>
  );
}

/** An order of theirs that no file has. */
function OrderByHand({ profile: { customer }, on }: Pick<CustomerHeadProps, 'profile' | 'on'>) {
  const { t } = useTranslation('byHand');
  const [, navigate] = useLocation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button data-by-hand="" onClick={() => setOpen(true)}>
        {t('openOrder')}
      </Button>
      <HandDialog
        kind="order"
        customer={customer}
        on={on}
        currency={customer.currency}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onDone={(written) => {
          if (written.customer !== null && written.customer !== customer.id) navigate(`/customers/${written.customer}`);
        }}
      />
    </>
  );
}

/** Putting together with somebody else, and taking apart again. */
function WhoIsWho({ customer }: { readonly customer: number }) {
  const { t } = useTranslation('review');
  const [, navigate] = useLocation();
  const [open, setOpen] = useState<'join' | 'part' | null>(null);
  const { data } = useCall('identities.parts', { customer }, { keep: false });
  const parts = data?.parts ?? [];
  return (
    <>
      {parts.length > 1 && (
        <Button title={t('parting.openHint')} onClick={() => setOpen('part')}>
          {t('parting.open')}
        </Button>
      )}
      <Button title={t('merging.openHint')} onClick={() => setOpen('join')}>
        {t('merging.open')}
      </Button>
      <PartDialog customer={customer} parts={parts} isOpen={open === 'part'} onClose={() => setOpen(null)} />
      <JoinDialog
        customer={customer}
        isOpen={open === 'join'}
        onClose={() => setOpen(null)}
        onDone={(now) => {
          if (now !== null && now !== customer) navigate(`/customers/${now}`);
        }}
      />
    </>
  );
}

export function BackLink({ neighbours }: Pick<CustomerHeadProps, 'neighbours'>) {
  const { t } = useTranslation('customer');
  const [, navigate] = useLocation();
  const { at, total } = neighbours;
  return (
    <button type="button" className="plain st dim" onClick={() => navigate('/customers')}>
      <Icon name="back" />
      {at === null ? t('back') : t('backAt', { at, total })}
    </button>
  );
}

function Steps({ neighbours: { at, previous, next } }: Pick<CustomerHeadProps, 'neighbours'>) {
  const { t } = useTranslation('customer');
  if (at === null) return null;
  return (
    <span className="turns">
      <button
        type="button"
        className="plain turn"
        disabled={previous === null}
        title={t('previous')}
        aria-label={t('previous')}
        onClick={() => previous?.()}
      >
        ↑
      </button>
      <button
        type="button"
        className="plain turn"
        disabled={next === null}
        title={t('next')}
        aria-label={t('next')}
        onClick={() => next?.()}
      >
        ↓
      </button>
    </span>
  );
}
