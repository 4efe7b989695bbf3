/** One customer beside the list: enough to decide, without leaving it. Follows the row the keyboard is on. */

import { useTranslation } from 'react-i18next';
import type { AccountRow, CustomerProfile, TierBasis } from '../../../src-shared/contract/customers.ts';
import { formatMinor } from '../../../src-shared/money.ts';
import { useCall } from '../../link/use-call.ts';
import { CertaintyMark } from '../../parts/certainty-mark.tsx';
import { formatCount } from '../../parts/count-text.tsx';
import { DayText } from '../../parts/day-text.tsx';
import { Figure } from '../../parts/figure.tsx';
import { MoneyText } from '../../parts/money-text.tsx';
import { PhoneText } from '../../parts/phone-text.tsx';
import { SidePanel } from '../../parts/side-panel.tsx';
import { TierBadge } from '../../parts/tier-badge.tsx';

export interface PeekPanelProps {
  readonly customer: number;
  /** As the list has it, until the panel's own figures are there. */
  readonly name: string;
  readonly basis: TierBasis;
  readonly onClose: () => void;
  readonly onOpen: () => void;
  readonly onWhy: (fact: string) => void;
}

const recentRows = 6;

export function PeekPanel({ customer, name, basis, onClose, onOpen, onWhy }: PeekPanelProps) {
  const { t } = useTranslation('customers');
  const { data } = useCall('customers.profile', { customer, basis });
  const actions = (
    <button type="button" className="plain link" onClick={onOpen}>
      {t('peek.open')} <span className="kbd">Enter</span>
    </button>
  );
  return (
    <SidePanel title={data?.customer.name ?? name} actions={actions} onClose={onClose}>
      {data !== undefined && <Peek profile={data} onOpen={onOpen} onWhy={onWhy} />}
    </SidePanel>
  );
}

interface PeekProps extends Pick<PeekPanelProps, 'onOpen' | 'onWhy'> {
  readonly profile: CustomerProfile;
}

function Peek({ profile, onOpen, onWhy }: PeekProps) {
  const { t } = useTranslation('customers');
  const { customer } = profile;
  return (
    <div className="peek">
      <p className="peek-tier">
        <TierBadge tier={customer.tier} />
        <CertaintyMark certainty={customer.certainty} />
        {customer.tier !== null && (
          <button type="button" className="plain link" onClick={() => onWhy('recencyDays')}>
            {t('peek.why')} <span className="kbd">W</span>
          </button>
        )}
      </p>
      <PeekFigures profile={profile} onWhy={onWhy} />
      <h3 className="peek-head">
        {t('peek.recent')}
        <button type="button" className="plain link" onClick={onOpen}>
          {t('peek.all', { count: profile.account.length })}
        </button>
      </h3>
      <ul className="peek-rows">
        {profile.account.slice(0, recentRows).map((row) => (
          <RecentRow key={`${row.order}/${row.kind}`} row={row} currency={customer.currency} />
        ))}
      </ul>
      <h3 className="peek-head">{t('peek.contact')}</h3>
      <dl className="facts">
        <dt>{t('heads.phone')}</dt>
        <dd>
          <PhoneText phone={customer.phone} />
        </dd>
        <dt>{t('heads.city')}</dt>
        <dd>{[customer.province, customer.city].filter(Boolean).join(' ') || '—'}</dd>
        {profile.favourites[0] !== undefined && profile.favourites[0].orders >= 3 && (
          <>
            <dt>{t('peek.favourite')}</dt>
            <dd className="cut" title={profile.favourites[0].title}>
              {profile.favourites[0].title}
            </dd>
          </>
        )}
        {customer.note !== null && (
          <>
            <dt>{t('heads.note')}</dt>
            <dd>{customer.note}</dd>
          </>
        )}
      </dl>
    </div>
  );
}

function PeekFigures({ profile, onWhy }: Pick<PeekProps, 'profile' | 'onWhy'>) {
  const { t } = useTranslation('customers');
  const { customer, totals, rhythmDays } = profile;
  return (
    <dl className="peek-figures">
      <div>
        <dt>{t('peek.net')}</dt>
        <dd>
          <Figure onAsk={() => onWhy('netMinor')}>
            <MoneyText amount={customer.netMinor} currency={customer.currency} />
          </Figure>
        </dd>
        <dd className="sm dim">
          {customer.averageMinor === null
            ? ' '
            : t('peek.average', { money: formatMinor(customer.averageMinor, customer.currency) })}
        </dd>
      </div>
      <div>
        <dt>{t('peek.since')}</dt>
        <dd>
          <Figure onAsk={() => onWhy('recencyDays')}>
            {customer.recencyDays === null ? '—' : t('peek.days', { count: customer.recencyDays })}
          </Figure>
        </dd>
        <dd className="sm dim">
          {rhythmDays === null ? t('peek.usualUnknown') : t('peek.usual', { count: Math.round(rhythmDays) })}
        </dd>
      </div>
      <div>
        <dt>{t('peek.count')}</dt>
        <dd>
          <Figure onAsk={() => onWhy('frequency')}>{t('peek.orders', { count: totals.counted })}</Figure>
        </dd>
        <dd className="sm dim">{t('peek.countOf', { count: totals.orders })}</dd>
      </div>
    </dl>
  );
}

function RecentRow({ row, currency }: { readonly row: AccountRow; readonly currency: string }) {
  const isRefund = row.kind === 'refund';
  return (
    <li className={row.counts || isRefund ? undefined : 'faint'} title={`${row.orderNumber} ${row.items}`}>
      <span className="dim">
        <DayText day={row.day} />
      </span>
      <span className="cut">{row.items}</span>
      {isRefund ? (
        <span className="neg nw">
          {row.refundMinor === null ? '—' : `\u2212${formatMinor(row.refundMinor, currency).replace('\u2212', '')}`}
        </span>
      ) : (
        <MoneyText amount={row.paidMinor} currency={currency} />
      )}
    </li>
  );
}

/** For a screen reader: how many are in the list. */
export function CountForReaders({ count }: { readonly count: number }) {
  return (
    <span className="unseen" role="status">
      {formatCount(count)}
    </span>
  );
}
