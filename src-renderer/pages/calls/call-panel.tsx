/** The person who is called: the number to dial or to scan, what to say, why now, what they bought and what was said before. */

import { useTranslation } from 'react-i18next';
import type { TierBasis } from '../../../src-shared/contract/customers.ts';
import type { Due } from '../../../src-shared/contract/follow-ups.ts';
import type { Day } from '../../../src-shared/day.ts';
import { telUri } from '../../../src-shared/phone-uri.ts';
import { useCall } from '../../link/use-call.ts';
import { DayText } from '../../parts/day-text.tsx';
import { MoneyText } from '../../parts/money-text.tsx';
import { QrCode } from '../../parts/qr-code.tsx';
import { useToast } from '../../parts/toast.tsx';
import { useKeys } from '../../parts/use-keys.ts';
import { spacedPhone } from '../labels/use-labels.ts';
import { Before, type DuePanelProps, PanelHead, WhyNow } from '../today/due-panel.tsx';
import { DueResult } from '../today/due-result.tsx';
import { WhatToSay } from '../today/what-to-say.tsx';

export function CallPanel(props: DuePanelProps) {
  const { due, basis } = props;
  return (
    <section className="due-panel call-panel" aria-label={due.name}>
      <div className="due-scroll">
        <PanelHead {...props} />
        <NumberOf due={due} on={basis.on} />
        <WhatToSay customer={due.customer} basis={basis} channel="phone" rule={due.rule} isSpoken />
        <WhyNow {...props} />
        <Bought customer={due.customer} basis={basis} />
        <Before due={due} />
      </div>
      <DueResult key={due.origin} {...props} />
    </section>
  );
}

function NumberOf({ due, on }: { readonly due: Due; readonly on: Day }) {
  const { t } = useTranslation('calls');
  const toast = useToast();
  const { customer } = due;
  const { data } = useCall('customers.phone', { customer }, { keep: false });
  const { data: about } = useCall('customers.about', { customer, on }, { keep: false });
  const phone = data?.phone ?? null;
  const quiet = about?.wishes.quiet ?? null;
  const copy = (): unknown => {
    if (phone === null) return false;
    void navigator.clipboard.writeText(phone).then(() => toast.done(t('copied', { text: phone })));
    return true;
  };
  useKeys({ c: copy });
  return (
    <div className="call-number">
      <div>
        {phone !== null && (
          <p className="call-digits" data-phone={phone}>
            {spacedPhone(phone)}
          </p>
        )}
        {data !== undefined && phone === null && <p className="few">{t('numberNone')}</p>}
        {phone !== null && (
          <button type="button" className="plain link" onClick={copy}>
            {t('copyNumber')} <kbd>C</kbd>
          </button>
        )}
        {quiet !== null && <p className="few">{t('quiet', quiet)}</p>}
      </div>
      {phone !== null && <QrCode text={telUri(phone)} label={t('scan', { phone })} about={132} />}
    </div>
  );
}

/** So many of their orders are shown. */
const SHOWN = 5;

function Bought({ customer, basis }: { readonly customer: number; readonly basis: TierBasis }) {
  const { t } = useTranslation('calls');
  const { data } = useCall('customers.profile', { customer, basis }, { keep: false });
  if (data === undefined) return null;
  const orders = data.account.filter(({ kind, counts }) => kind === 'order' && counts);
  const shown = orders.slice(0, SHOWN);
  return (
    <>
      <h3>
        {t('bought')}{' '}
        <span className="dim call-count">
          {shown.length > 0 && t('boughtSay', { orders: data.totals.counted, count: shown.length })}
        </span>
      </h3>
      {shown.length === 0 ? (
        <p className="dim">{t('boughtNone')}</p>
      ) : (
        <table className="ledger call-orders">
          <thead>
            <tr>
              <th scope="col">{t('order')}</th>
              <th scope="col">{t('items')}</th>
              <th scope="col" className="n">
                {t('paid')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ order, day, items, paidMinor }) => (
              <tr key={order}>
                <td>
                  <DayText day={day} />
                </td>
                <td className="cut" title={items}>
                  {items}
                </td>
                <td className="n">
                  <MoneyText amount={paidMinor} currency={data.customer.currency} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
