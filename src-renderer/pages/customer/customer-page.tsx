/** One customer: who it is, what they are worth, how they stand now, every order and refund, and why. */

import { Button } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { AccountRow, CustomerProfile } from '../../../src-shared/contract/customers.ts';
import type { AccountFigure, CustomerPlace } from '../../../src-shared/contract/explanations.ts';
import type { InsightKey } from '../../../src-shared/contract/insights.ts';
import type { NextItem } from '../../../src-shared/contract/next-items.ts';
import { formatMinor, type Minor } from '../../../src-shared/money.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { listBasisOf, type Surroundings, useBasis } from '../../link/use-basis.ts';
import { useCall } from '../../link/use-call.ts';
import { type FigureNotes, useFigureNotes } from '../../link/use-figure-notes.ts';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { Explanation } from '../../parts/explanation/explanation.tsx';
import type { ExplanationSubject } from '../../parts/explanation/subject.ts';
import { Figure } from '../../parts/figure.tsx';
import { useFailureText } from '../../parts/toast.tsx';
import { useBackKey } from '../../parts/use-back-key.ts';
import { useKeys } from '../../parts/use-keys.ts';
import { useFoot } from '../../state/foot.ts';
import { AccountZone } from './account-zone.tsx';
import { ContactColumn } from './contact-column.tsx';
import { CustomerAnswers } from './customer-answers.tsx';
import { BackLink, CustomerHead } from './customer-head.tsx';
import { MembershipPanel } from './membership/membership-panel.tsx';
import { taken } from './running-account.tsx';
import { useNeighbours } from './use-neighbours.ts';
import './customer.css';
import './account-narrow.css';

export function CustomerPage({ customer }: { readonly customer: number }) {
  const surroundings = useBasis();
  if (surroundings === null) return null;
  return <KnownCustomer customer={Number.isSafeInteger(customer) && customer > 0 ? customer : 1} {...surroundings} />;
}

/** What is asked about the customer, in the panel beside the account: one thing at a time. */
function useAsked(customer: number) {
  const [subject, ask] = useState<ExplanationSubject | null>(null);
  const [segment, setSegment] = useState<number | null>(null);
  // One panel at a time stands beside the account.
  const setSubject = useCallback<typeof ask>((next) => {
    setSegment(null);
    ask(next);
  }, []);
  const onSegment = useCallback((next: number) => {
    ask(null);
    setSegment(next);
  }, []);
  // Another customer: the question stays open, about the new one.
  useEffect(() => {
    ask((asked) => (asked?.kind === 'customer' && asked.insight === undefined ? { ...asked, id: customer } : null));
  }, [customer]);
  const onWhy = useCallback(
    (fact: string) => setSubject({ kind: 'customer', id: customer, fact }),
    [customer, setSubject],
  );
  const onAccount = useCallback(
    (account: AccountFigure) => setSubject({ kind: 'customer', id: customer, account }),
    [customer, setSubject],
  );
  const onInsight = useCallback(
    (insight: InsightKey) => setSubject({ kind: 'customer', id: customer, insight }),
    [customer, setSubject],
  );
  const onLife = useCallback(
    () => setSubject({ kind: 'customer', id: customer, lifecycle: true }),
    [customer, setSubject],
  );
  const onSource = useCallback(
    (row: AccountRow) => setSubject({ kind: 'order', id: row.order, day: row.day }),
    [setSubject],
  );
  const onOrder = useCallback(
    (order: number, day: string | null) => setSubject({ kind: 'order', id: order, day }),
    [setSubject],
  );
  const onPlace = useCallback(
    (place: CustomerPlace) => setSubject({ kind: 'customer', id: customer, place }),
    [customer, setSubject],
  );
  const onNextItem = useCallback(
    ({ title, after }: NextItem) =>
      setSubject({ kind: 'metric', name: 'bought-next', row: { title: after, next_title: title }, title }),
    [setSubject],
  );
  return {
    subject,
    segment,
    setSubject,
    setSegment,
    onWhy,
    onAccount,
    onInsight,
    onLife,
    onSource,
    onOrder,
    onPlace,
    onNextItem,
    onSegment,
  };
}

function KnownCustomer({ customer, basis }: Surroundings & { readonly customer: number }) {
  const tierBasis = listBasisOf(basis);
  const { data, error } = useCall('customers.profile', { customer, basis: tierBasis });
  const neighbours = useNeighbours(customer, tierBasis);
  const [, navigate] = useLocation();
  const { subject, segment, setSubject, setSegment, ...asks } = useAsked(customer);
  const { onWhy, onAccount, onInsight, onLife, onSource, onOrder, onPlace, onNextItem, onSegment } = asks;
  const back = (): void => (neighbours.at === null ? navigate('/customers') : window.history.back());
  useKeys({
    j: () => neighbours.next?.(),
    k: () => neighbours.previous?.(),
    w: () => (subject === null ? onWhy('recencyDays') : setSubject(null)),
    'Alt+ArrowLeft': back,
  });
  useBackKey(back);
  useCustomerFoot(data, onAccount, neighbours.at !== null);
  const notes = useNotesOf(data, basis.on);
  if (error !== null) return <Gone error={error} />;
  if (data === undefined) return null;
  const tier = data.customer.tier;
  return (
    <>
      <CustomerHead
        profile={data}
        on={basis.on}
        neighbours={neighbours}
        notes={notes}
        onWhy={() => onWhy('recencyDays')}
      />
      <div className="answers-zone">
        <CustomerAnswers profile={data} onWhy={onWhy} onAccount={onAccount} />
      </div>
      <div className="customer-body">
        <ContactColumn
          profile={data}
          basis={tierBasis}
          onInsight={onInsight}
          onLife={onLife}
          onPlace={onPlace}
          onNextItem={onNextItem}
          onSegment={onSegment}
        />
        <AccountZone
          key={customer}
          profile={data}
          chosen={subject?.kind === 'order' ? subject.id : null}
          onSource={onSource}
          onOrder={onOrder}
          onAccount={onAccount}
        />
        {segment !== null && (
          <MembershipPanel
            customer={customer}
            segment={segment}
            basis={tierBasis}
            onSegment={setSegment}
            onOrder={onOrder}
            onClose={() => setSegment(null)}
          />
        )}
        {subject !== null && (
          <Explanation
            subject={subject.kind === 'customer' ? { ...subject, tier } : subject}
            basis={basis}
            currency={data.customer.currency}
            onClose={() => setSubject(null)}
          />
        )}
      </div>
    </>
  );
}

/** Days missing in the shops they bought in; the toggle only where some of their own orders are excluded. */
function useNotesOf(profile: CustomerProfile | undefined, on: string): FigureNotes {
  const notes = useFigureNotes({ on });
  const gaps = notes.gaps.filter(({ name }) => profile?.shops.includes(name));
  const excluded = (profile?.account ?? []).filter((row) => row.kind === 'order' && row.excluded !== null).length;
  return { ...notes, gaps, excluded };
}

function Gone({ error }: { readonly error: Error }) {
  const { t } = useTranslation('customer');
  const [, navigate] = useLocation();
  const failureText = useFailureText();
  const isGone = error instanceof Problem && error.code === 'customer-unknown';
  return (
    <>
      <div className="head customer-head">
        <BackLink neighbours={{ at: null, total: 0, previous: null, next: null }} />
      </div>
      <div className="answers-zone">
        <EmptyNote action={<Button onClick={() => navigate('/customers')}>{t('back')}</Button>}>
          {isGone ? t('gone') : failureText(error)}
        </EmptyNote>
      </div>
    </>
  );
}

function useCustomerFoot(
  profile: CustomerProfile | undefined,
  onAccount: (account: AccountFigure) => void,
  isOfList: boolean,
): void {
  const { t } = useTranslation('customer');
  const amount = (account: AccountFigure, i18nKey: 'foot.paid' | 'foot.refund' | 'foot.net', minor: Minor) => (
    <Figure onAsk={() => onAccount(account)}>
      <Trans
        t={t}
        i18nKey={i18nKey}
        values={{ money: formatMinor(minor, profile?.customer.currency) }}
        components={{ b: <b /> }}
      />
    </Figure>
  );
  useFoot({
    left: profile && (
      <>
        <span>
          <Trans t={t} i18nKey="foot.rows" values={{ count: profile.account.length }} components={{ b: <b /> }} />
        </span>
        {amount('paidMinor', 'foot.paid', profile.totals.paidMinor)}
        {profile.totals.refundMinor !== 0 && amount('refundMinor', 'foot.refund', taken(profile.totals.refundMinor))}
        {amount('netMinor', 'foot.net', profile.totals.netMinor)}
      </>
    ),
    right: [...(isOfList ? [t('keys.step')] : []), t('keys.why'), t('keys.back')],
  });
}
