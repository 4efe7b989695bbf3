/** 往来账: every order and refund with the running net, newest first, closed by a double line where it reconciles. */

import { Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountRow, CustomerProfile } from '../../../src-shared/contract/customers.ts';
import type { AccountFigure } from '../../../src-shared/contract/explanations.ts';
import { type Minor, minorOf } from '../../../src-shared/money.ts';
import { Figure } from '../../parts/figure.tsx';
import { MoneyText } from '../../parts/money-text.tsx';
import { VirtualTable } from '../../parts/virtual-table.tsx';
import { accountColumns } from './account-columns.tsx';
import { AccountLine } from './account-line.tsx';
import { type AccountPart, accountRows, rowKey } from './customer-facts.ts';

export interface RunningAccountProps {
  readonly profile: CustomerProfile;
  /** The order whose source is shown beside. */
  readonly chosen: number | null;
  readonly onSource: (row: AccountRow) => void;
  /** What stands at the head, before the choice of rows. */
  readonly title: React.ReactNode;
  /** Asked what a sum is made of. */
  readonly onAccount: (account: AccountFigure) => void;
}

/** From here on only the rows in view are drawn. */
const longAccount = 200;

export function RunningAccount({ profile, chosen, title, onSource, onAccount }: RunningAccountProps) {
  const { t } = useTranslation('customer');
  const [part, setPart] = useState<AccountPart>('all');
  const { account } = profile;
  const counts = {
    all: account.length,
    order: accountRows(account, 'order').length,
    refund: accountRows(account, 'refund').length,
  };
  const rows = accountRows(account, part);
  return (
    <section className="account" aria-label={t('account.title')}>
      <header className="between">
        {title}
        <Segmented<AccountPart>
          size="small"
          aria-label={t('account.show')}
          value={part}
          onChange={setPart}
          options={[
            { value: 'all', label: t('account.all', { count: counts.all }) },
            { value: 'order', label: t('account.orders', { count: counts.order }) },
            { value: 'refund', label: t('account.refunds', { count: counts.refund }) },
          ]}
        />
      </header>
      {rows.length > longAccount ? (
        <LongAccount {...{ profile, rows, chosen, onSource, onAccount }} />
      ) : (
        <ShortAccount {...{ profile, rows, chosen, onSource, onAccount }} />
      )}
    </section>
  );
}

interface AccountProps extends Omit<RunningAccountProps, 'title'> {
  readonly rows: readonly AccountRow[];
}

function ShortAccount({ profile, rows, chosen, onSource, onAccount }: AccountProps) {
  const { t } = useTranslation('customer');
  const { currency } = profile.customer;
  return (
    <div className="account-scroll goes-on">
      <table className="ledger">
        <colgroup>
          <col className="c-day" />
          <col className="c-mark" />
          <col />
          <col className="c-status roomy" />
          <col className="c-money" />
          <col className="c-money" />
          <col className="c-money" />
          <col className="c-number wide" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t('account.date')}</th>
            <th scope="col">
              <span className="unseen">{t('account.kind')}</span>
            </th>
            <th scope="col">{t('account.what')}</th>
            <th scope="col" className="roomy">
              {t('account.status')}
            </th>
            <th scope="col" className="n fig">
              {t('account.paid')}
            </th>
            <th scope="col" className="n">
              {t('account.refund')}
            </th>
            <th scope="col" className="n">
              {t('account.balance')}
            </th>
            <th scope="col" className="fig wide">
              {t('account.number')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <AccountLine
              key={rowKey(row)}
              row={row}
              currency={currency}
              isFifth={index % 5 === 4}
              isChosen={row.order === chosen}
              onSource={onSource}
            />
          ))}
          {rows.length === 0 && (
            <tr>
              <td colSpan={8} className="dim">
                {profile.account.length === 0 ? t('account.empty') : t('account.none')}
              </td>
            </tr>
          )}
        </tbody>
        <tfoot>
          <SumLine profile={profile} onAccount={onAccount} />
        </tfoot>
      </table>
    </div>
  );
}

/** The refunds of an account as a negative figure, red. */
export function taken(amount: Minor): Minor {
  return minorOf(-Math.abs(amount));
}

function SumLine({ profile, onAccount }: Pick<RunningAccountProps, 'profile' | 'onAccount'>) {
  const { t } = useTranslation('customer');
  const { totals, customer } = profile;
  const money = (account: AccountFigure, amount: Minor) => (
    <Figure onAsk={() => onAccount(account)}>
      <MoneyText amount={amount} currency={customer.currency} />
    </Figure>
  );
  return (
    <tr className="sum" title={t('account.reconciles')}>
      <td colSpan={3}>{t('account.total', { all: totals.orders, counted: totals.counted })}</td>
      <td className="roomy" />
      <td className="n fig">{money('paidMinor', totals.paidMinor)}</td>
      <td className="n">{totals.refundMinor === 0 ? '' : money('refundMinor', taken(totals.refundMinor))}</td>
      <td className="n">{money('netMinor', totals.netMinor)}</td>
      <td className="fig wide" />
    </tr>
  );
}

function LongAccount({ profile, rows, chosen, onSource, onAccount }: AccountProps) {
  const { t } = useTranslation('customer');
  const { currency } = profile.customer;
  const columns = useMemo(() => accountColumns(t, currency, onSource), [t, currency, onSource]);
  return (
    <>
      <VirtualTable<AccountRow>
        name="account"
        label={t('account.title')}
        columns={columns}
        total={rows.length}
        rowAt={(index) => rows[index]}
        here={rows.findIndex((row) => row.order === chosen)}
        onOpen={onSource}
      />
      <table className="ledger long-sum">
        <tbody>
          <SumLine profile={profile} onAccount={onAccount} />
        </tbody>
      </table>
    </>
  );
}
