/** Step 3: the orders behind a figure, with their sum under a double line, and those that do not count with their reason. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Explanation } from '../../../src-shared/contract/metrics.ts';
import { DayText } from '../day-text.tsx';
import { MoneyText } from '../money-text.tsx';
import { useReasonText } from './wording.ts';

type UsedOrder = Explanation['orders'][number];

export interface OrdersStepProps {
  readonly explanation: Explanation;
  readonly currency: string;
  readonly chosen: number | null;
  readonly onChoose: (order: number) => void;
}

/** How many orders are listed before “the others” take one line. */
const shownAtFirst = 5;

export function OrdersStep({ explanation, currency, chosen, onChoose }: OrdersStepProps) {
  const { t } = useTranslation('explanation');
  const [all, setAll] = useState(false);
  const counted = explanation.orders.filter((order) => order.counts);
  const others = explanation.orders.filter((order) => !order.counts);
  if (explanation.orders.length === 0) return <p className="dim">{t('noOrders')}</p>;
  const listed = all ? counted : counted.slice(0, shownAtFirst);
  const hidden = counted.length - listed.length;
  return (
    <>
      <h3 className="step-head">{headOf(t, explanation)}</h3>
      <div className="used-orders">
        {listed.map((order) => (
          <OrderLine key={order.order} {...{ order, currency, onChoose }} chosen={order.order === chosen} />
        ))}
        {hidden > 0 && (
          <button type="button" className="plain link used-more" onClick={() => setAll(true)}>
            {t('otherOrders', { count: hidden })}
          </button>
        )}
        {all && counted.length > shownAtFirst && (
          <button type="button" className="plain link used-more" onClick={() => setAll(false)}>
            {t('fewerOrders')}
          </button>
        )}
        {explanation.sumMinor !== null && (
          <div className="used-order sum2">
            <span />
            <b>{t('net')}</b>
            <b className="n">
              <MoneyText amount={explanation.sumMinor} currency={currency} />
            </b>
          </div>
        )}
        {(all ? others : others.slice(0, shownAtFirst)).map((order) => (
          <OrderLine key={order.order} {...{ order, currency, onChoose }} chosen={order.order === chosen} />
        ))}
      </div>
    </>
  );
}

type Words = ReturnType<typeof useTranslation<'explanation'>>['t'];

function headOf(t: Words, { orders, orderCount }: Explanation): string {
  if (orderCount > orders.length) return t('ordersMany', { count: orderCount, listed: orders.length });
  const counted = orders.filter((order) => order.counts).length;
  const not = orders.length - counted;
  return not === 0 ? t('ordersUsed', { counted }) : t('ordersUsedNot', { counted, not });
}

interface OrderLineProps {
  readonly order: UsedOrder;
  readonly currency: string;
  readonly chosen: boolean;
  readonly onChoose: (order: number) => void;
}

function OrderLine({ order, currency, chosen, onChoose }: OrderLineProps) {
  const { t } = useTranslation('explanation');
  const reasonText = useReasonText();
  const what = order.counts ? order.items : t('notCounted', { why: reasonText(order.why) });
  return (
    <button
      type="button"
      className={`plain used-order${chosen ? ' on' : ''}${order.counts ? '' : ' faint'}`}
      aria-pressed={chosen}
      title={`${order.orderNumber} ${order.items}`}
      onClick={() => onChoose(order.order)}
    >
      <span>
        <DayText day={order.day} />
      </span>
      <span className="cut">{what}</span>
      <span className="n">
        <MoneyText amount={order.netMinor} currency={currency} />
      </span>
      <span className="unseen">{t('chooseOrder', { order: order.orderNumber })}</span>
    </button>
  );
}
