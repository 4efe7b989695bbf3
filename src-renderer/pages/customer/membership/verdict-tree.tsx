/** Conditions of a segment as they hold for one person: nested as they were written, each with what the person has. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrdersHad, Verdict } from '../../../../src-shared/contract/memberships.ts';
import { useSentence } from '../../../link/use-segments.ts';
import { DayText } from '../../../parts/day-text.tsx';
import { MoneyText } from '../../../parts/money-text.tsx';
import { useHasWords } from './use-has-words.ts';

export interface VerdictTreeProps {
  readonly verdict: Verdict;
  readonly currency: string;
  readonly onOrder: (order: number, day: string | null) => void;
}

export function VerdictTree(props: VerdictTreeProps) {
  return (
    <ul className="verdict">
      <Line {...props} />
    </ul>
  );
}

function Mark({ holds }: { readonly holds: boolean }) {
  const { t } = useTranslation('membership');
  return (
    <span className={holds ? 'verdict-mark' : 'verdict-mark no'} role="img" aria-label={t(holds ? 'holds' : 'fails')}>
      {holds ? '✓' : '✗'}
    </span>
  );
}

function Line({ verdict, currency, onOrder }: VerdictTreeProps) {
  const { t } = useTranslation('segments');
  if ('parts' in verdict) {
    return (
      <li>
        <Mark holds={verdict.holds} /> <span className="dim">{t(`kind.${verdict.group}`)}</span>
        <ul>
          {verdict.parts.map((part, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no number of their own, and stay where they are
            <Line key={at} verdict={part} currency={currency} onOrder={onOrder} />
          ))}
        </ul>
      </li>
    );
  }
  return <ConditionLine verdict={verdict} currency={currency} onOrder={onOrder} />;
}

type Told = Extract<Verdict, { readonly condition: unknown }>;

function ConditionLine({ verdict, currency, onOrder }: VerdictTreeProps & { readonly verdict: Told }) {
  const sentence = useSentence(currency);
  const hasWords = useHasWords(currency);
  const { condition, has, holds } = verdict;
  if (has.kind === 'segments') {
    return (
      <li>
        <Mark holds={holds} /> {sentence(condition)}
        <ul>
          {has.segments.map((one) => (
            <Line key={one.segment} verdict={one.verdict} currency={currency} onOrder={onOrder} />
          ))}
        </ul>
      </li>
    );
  }
  const words = hasWords(condition, has);
  return (
    <li>
      <Mark holds={holds} /> {sentence(condition)}
      {words !== null && <p className="dim sm verdict-has">{words}</p>}
      {'orders' in has && has.count > 0 && (
        <Orders orders={has.orders} count={has.count} currency={currency} onOrder={onOrder} />
      )}
    </li>
  );
}

/** Further ones are folded away. */
const ordersAtFirst = 3;

interface OrdersProps extends Pick<VerdictTreeProps, 'currency' | 'onOrder'> {
  readonly orders: OrdersHad['orders'];
  readonly count: number;
}

/** A click shows the file, row and cells of one. */
function Orders({ orders, count, currency, onOrder }: OrdersProps) {
  const { t } = useTranslation('membership');
  const { t: explanation } = useTranslation('explanation');
  const [all, setAll] = useState(false);
  const shown = all ? orders : orders.slice(0, ordersAtFirst);
  return (
    <div className="used-orders">
      {shown.map((order) => (
        <button
          key={order.order}
          type="button"
          className={order.counts ? 'plain used-order' : 'plain used-order faint'}
          title={`${order.orderNumber} ${order.items}`.trim()}
          onClick={() => onOrder(order.order, order.day)}
        >
          <DayText day={order.day} />
          <span className="cut">{order.items === '' ? order.orderNumber : order.items}</span>
          <span className="n">
            {order.netMinor !== null && <MoneyText amount={order.netMinor} currency={currency} />}
          </span>
          <span className="unseen">{explanation('chooseOrder', { order: order.orderNumber })}</span>
        </button>
      ))}
      {!all && orders.length > ordersAtFirst && (
        <button type="button" className="plain link sm" onClick={() => setAll(true)}>
          {t('more', { count: orders.length - ordersAtFirst })}
        </button>
      )}
      {all && count > orders.length && <p className="faint sm">{t('beyond', { count: count - orders.length })}</p>}
    </div>
  );
}
