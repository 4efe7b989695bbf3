/** The line of accounts: files and how they are read, orders by what would happen to them, money and whether it adds up. */

import { useTranslation } from 'react-i18next';
import type { BatchReport, Finding } from '../../../src-shared/contract/imports.ts';
import { marketplaceNames } from '../../../src-shared/marketplace.ts';
import { subtractMinor, zeroMinor } from '../../../src-shared/money.ts';
import { CountText } from '../../parts/count-text.tsx';
import { Icon } from '../../parts/icon.tsx';
import { MoneyText } from '../../parts/money-text.tsx';

export interface ReckoningProps {
  readonly batch: BatchReport;
  readonly findings: readonly Finding[];
  readonly onMap: (ticket: string) => void;
  readonly onTakeOut: (ticket: string) => void;
}

export function Reckoning({ batch, findings, onMap, onTakeOut }: ReckoningProps) {
  return (
    <div className="imp-reckon">
      <FilesRead batch={batch} findings={findings} onMap={onMap} onTakeOut={onTakeOut} />
      <OrderCounts orders={batch.orders} />
      <MoneyCounts batch={batch} />
    </div>
  );
}

/** More are counted; the whole list shows on hover. */
const shownFiles = 3;

function FilesRead({ batch, findings, onMap, onTakeOut }: ReckoningProps) {
  const { t, i18n } = useTranslation('importing');
  const marketplace = marketplaceNames[batch.marketplace][i18n.language === 'en' ? 'en' : 'zh'];
  const encodings = [...new Set(batch.files.flatMap(({ encoding }) => (encoding === null ? [] : [encoding])))];
  const what = [batch.profile === 'own' ? t('ownMapping') : marketplace, ...encodings.map(encodingName)].join('，');
  const first = findings.find(({ name }) => name === batch.files[0]?.name);
  return (
    <div className="files">
      {batch.files.slice(0, shownFiles).map(({ name, rows }) => (
        <p key={name} title={name}>
          <Icon name="file" /> {name} <span className="faint">{t('rowsCount', { count: rows })}</span>{' '}
          <TakeOut name={name} findings={findings} onTakeOut={onTakeOut} />
        </p>
      ))}
      <p className="sm dim" title={batch.files.map(({ name }) => name).join('\n')}>
        {batch.files.length > shownFiles ? t('filesMore', { count: batch.files.length - shownFiles }) : null}
        {t('recognised', { what })}
        {batch.files.length > 1 ? `，${t('joined', { count: batch.files.length })}` : ''}
        {`，${t('shopNamed', { name: batch.shop })}　`}
        {first === undefined ? null : (
          <button type="button" className="plain link" onClick={() => onMap(first.ticket)}>
            {t('adjust')}
          </button>
        )}
      </p>
    </div>
  );
}

/** With one file in hand, 放弃 is the way. */
function TakeOut(props: { readonly name: string } & Pick<ReckoningProps, 'findings' | 'onTakeOut'>) {
  const { t } = useTranslation('importing');
  const finding = props.findings.find(({ name }) => name === props.name);
  if (finding === undefined || props.findings.length < 2) return null;
  return (
    <button
      type="button"
      className="plain faint"
      aria-label={`${t('remove')} ${props.name}`}
      title={t('remove')}
      onClick={() => props.onTakeOut(finding.ticket)}
    >
      <Icon name="close" />
    </button>
  );
}

function encodingName(encoding: string): string {
  return encoding.toUpperCase();
}

function OrderCounts({ orders }: Pick<BatchReport, 'orders'>) {
  const { t } = useTranslation('importing');
  const all = orders.new + orders.changed + orders.same + orders.skipped;
  return (
    <dl>
      {(['new', 'changed', 'same', 'skipped'] as const).map((kind) => (
        <div key={kind}>
          <dt>{t(kind)}</dt>
          <dd className={kind === 'skipped' && orders.skipped > 0 ? 'stop' : ''}>
            <CountText count={orders[kind]} />
          </dd>
        </div>
      ))}
      <div className="total">
        <dt>{t('all')}</dt>
        <dd>
          <CountText count={all} />
        </dd>
      </div>
    </dl>
  );
}

type Verdict = 'exact' | 'partly' | 'unequal' | 'nothing';

/** A refund nobody states is none: then net is what was paid. */
function verdictOf({ orders, paidMinor, refundMinor, netMinor, ordersWithoutMoney = 0 }: BatchReport): Verdict {
  if (orders.new + orders.changed + orders.same === 0) return 'nothing';
  if (ordersWithoutMoney > 0 || paidMinor === null || netMinor === null) return 'partly';
  return subtractMinor(paidMinor, refundMinor ?? zeroMinor) === netMinor ? 'exact' : 'unequal';
}

function MoneyCounts({ batch }: { readonly batch: BatchReport }) {
  const { t } = useTranslation('importing');
  const { paidMinor, refundMinor, netMinor, currency } = batch;
  const verdict = verdictOf(batch);
  const exact = verdict === 'exact';
  return (
    <dl>
      <div>
        <dt>{t('paid')}</dt>
        <dd>
          <MoneyText amount={paidMinor} currency={currency} />
        </dd>
      </div>
      <div>
        <dt>{t('refund')}</dt>
        <dd>
          <MoneyText amount={refundMinor} currency={currency} />
        </dd>
      </div>
      <div className="total">
        <dt>{`${t('net')} ${currency}`}</dt>
        <dd className={exact ? 'even' : ''}>
          <MoneyText amount={netMinor} currency={currency} />
        </dd>
      </div>
      <div>
        <dt>{t('reconciles')}</dt>
        <dd>
          <span className={exact ? 'st good' : 'st dim'}>
            <Icon name={exact ? 'good' : 'info'} />
            {t(verdict, { count: batch.ordersWithoutMoney ?? 0 })}
          </span>
        </dd>
      </div>
    </dl>
  );
}
