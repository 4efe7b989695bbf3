/** Step 3: the orders behind a figure, with their sum under a double line, and those that do not count with their reason. Page by page. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExplainedOrder, Explanation } from '../../../src-shared/contract/explanations.ts';
import { minorOf } from '../../../src-shared/money.ts';
import { useCall } from '../../link/use-call.ts';
import { MoneyText } from '../money-text.tsx';
import { OrderLine } from './order-line.tsx';
import { orderKey } from './source.ts';
import type { Explained } from './subject.ts';
import { useValueText } from './wording.ts';

export interface OrdersStepProps {
  readonly explanation: Explanation;
  readonly of: Explained;
  /** Key of the order whose source is shown. */
  readonly chosen: string | null;
  readonly onChoose: (order: ExplainedOrder) => void;
}

/** How many orders are listed before “the others” take one line. */
const shownAtFirst = 5;
const perPage = 50;

export function OrdersStep(props: OrdersStepProps) {
  const { explanation } = props;
  const { t } = useTranslation('explanation');
  const [from, setFrom] = useState<number | null>(null);
  if (explanation.orderCount === 0) return <p className="dim">{t('noOrders')}</p>;
  return (
    <>
      <h3 className="step-head">{headOf(t, explanation)}</h3>
      <div className="used-orders">
        {from === null ? (
          <FewOrders {...props} onAll={() => setFrom(0)} />
        ) : (
          <OrdersPage {...props} from={from} onFrom={setFrom} />
        )}
      </div>
    </>
  );
}

interface FewOrdersProps extends OrdersStepProps {
  readonly onAll: () => void;
}

/** The first few that count, their sum, and the first few that do not. */
function FewOrders({ explanation, of, chosen, onChoose, onAll }: FewOrdersProps) {
  const { t } = useTranslation('explanation');
  const counted = explanation.orders.filter((order) => order.counts).slice(0, shownAtFirst);
  const others = explanation.orders.filter((order) => !order.counts).slice(0, shownAtFirst);
  const hidden = explanation.orderCount - counted.length - others.length;
  const line = (order: ExplainedOrder) => (
    <OrderLine key={orderKey(order)} {...{ order, of, explanation, onChoose }} chosen={orderKey(order) === chosen} />
  );
  return (
    <>
      {counted.map(line)}
      {hidden > 0 && (
        <button type="button" className="plain link used-more" onClick={onAll}>
          {t('otherOrders', { count: hidden })}
        </button>
      )}
      <SumLine explanation={explanation} of={of} />
      {others.map(line)}
    </>
  );
}

interface OrdersPageProps extends OrdersStepProps {
  readonly from: number;
  /** null: only a few again. */
  readonly onFrom: (from: number | null) => void;
}

function OrdersPage({ explanation, of, chosen, onChoose, from, onFrom }: OrdersPageProps) {
  const { t } = useTranslation('explanation');
  const { orderCount } = explanation;
  const isKnown = from + perPage <= explanation.orders.length || orderCount <= explanation.orders.length;
  const asked = useCall('explain.orders', { of, window: { from, count: perPage } }, { enabled: !isKnown });
  const orders = isKnown ? explanation.orders.slice(from, from + perPage) : (asked.data?.orders ?? []);
  return (
    <>
      <p className="sm between used-pages">
        <span className="dim">
          {orderCount > perPage && t('page', { from: from + 1, to: Math.min(from + perPage, orderCount) })}
        </span>
        <span className="turns">
          {orderCount > perPage && (
            <>
              <button
                type="button"
                className="plain link"
                disabled={from === 0}
                onClick={() => onFrom(Math.max(0, from - perPage))}
              >
                {t('previousPage')}
              </button>
              <button
                type="button"
                className="plain link"
                disabled={from + perPage >= orderCount}
                onClick={() => onFrom(from + perPage)}
              >
                {t('nextPage')}
              </button>
            </>
          )}
          <button type="button" className="plain link" onClick={() => onFrom(null)}>
            {t('fewerOrders')}
          </button>
        </span>
      </p>
      <div aria-busy={asked.isPlaceholderData} className={asked.isPlaceholderData ? 'busy' : undefined}>
        {orders.map((order) => (
          <OrderLine
            key={orderKey(order)}
            {...{ order, of, explanation, onChoose }}
            chosen={orderKey(order) === chosen}
          />
        ))}
      </div>
      <SumLine explanation={explanation} of={of} />
    </>
  );
}

function SumLine({ explanation, of }: Pick<OrdersStepProps, 'explanation' | 'of'>) {
  const { t } = useTranslation('explanation');
  const valueText = useValueText('CNY');
  const { sumMinor, amount, orders, facts } = explanation;
  const lines = isLines(of) ? facts[0] : undefined;
  if (sumMinor === null && lines === undefined) return null;
  return (
    <div className="used-order sum2">
      <span />
      <b>{lines === undefined ? t(`amounts.${amount}`) : t('amounts.lines')}</b>
      <b className="n">
        {lines === undefined ? (
          <MoneyText amount={minorOf(sumMinor ?? 0)} currency={orders[0]?.currency || 'CNY'} />
        ) : (
          valueText(lines.name, lines.value)
        )}
      </b>
    </div>
  );
}

function isLines(of: Explained): boolean {
  return (of.kind === 'check' || of.kind === 'batch') && of.figure === 'lines';
}

type Words = ReturnType<typeof useTranslation<'explanation'>>['t'];

function headOf(t: Words, { subject, orders, orderCount }: Explanation): string {
  if (subject === 'import' || orderCount > orders.length) return t('ordersMeant', { count: orderCount });
  const counted = orders.filter((order) => order.counts).length;
  const not = orders.length - counted;
  return not === 0 ? t('ordersUsed', { count: counted }) : t('ordersUsedNot', { count: counted, not });
}
