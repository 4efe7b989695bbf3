/** One line of the orders behind a figure: its day, what it is about, what of it is added up. A click shows where it came from. */

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExplainedOrder, Explanation } from '../../../src-shared/contract/explanations.ts';
import { DayText } from '../day-text.tsx';
import { MoneyText } from '../money-text.tsx';
import type { Explained } from './subject.ts';
import { useReasonText } from './wording.ts';

export interface OrderLineProps {
  readonly order: ExplainedOrder;
  readonly of: Explained;
  readonly explanation: Explanation;
  readonly chosen: boolean;
  readonly onChoose: (order: ExplainedOrder) => void;
}

export function OrderLine({ order, of, explanation, chosen, onChoose }: OrderLineProps) {
  const { t } = useTranslation('explanation');
  const { stopped } = order;
  const isStopped = stopped !== undefined && stopped !== null;
  return (
    <button
      type="button"
      className={`plain used-order${chosen ? ' on' : ''}${order.counts ? '' : ' faint'}`}
      aria-pressed={chosen}
      title={`${order.orderNumber} ${order.items}`.trim()}
      onClick={() => onChoose(order)}
    >
      <span>{isStopped ? t('row', { row: stopped.row }) : <DayText day={order.day} />}</span>
      <span className="cut">
        <What order={order} of={of} />
      </span>
      <span className="n">
        <Amount order={order} of={of} amount={explanation.amount} />
      </span>
      <span className="unseen">
        {order.orderNumber === ''
          ? t('chooseRow', { row: stopped?.row ?? 0 })
          : t('chooseOrder', { order: order.orderNumber })}
      </span>
    </button>
  );
}

/** Figures that count people name them first. */
const peopleFigures: ReadonlySet<string> = new Set(['newCustomers', 'likelyCustomers', 'knownCustomers']);

function What({ order, of }: Pick<OrderLineProps, 'order' | 'of'>): ReactNode {
  const { t } = useTranslation('explanation');
  const reasonText = useReasonText();
  const items = order.items === '' ? order.orderNumber : order.items;
  if (order.action === 'skipped') {
    return (
      <>
        <span className="stop">{reasonText(order.why)}</span> {order.orderNumber === '' ? items : order.orderNumber}
      </>
    );
  }
  if (!order.counts) return t('notCounted', { why: reasonText(order.why) });
  const isOfPeople = (of.kind === 'check' || of.kind === 'batch') && peopleFigures.has(of.figure ?? '');
  return (
    <>
      {isOfPeople && order.buyer !== undefined && order.buyer !== null && order.buyer !== '' ? `${order.buyer} ` : null}
      <span className={isOfPeople ? 'faint' : undefined}>{items}</span>
      {order.why === null ? null : <span className="faint"> {reasonText(order.why)}</span>}
    </>
  );
}

interface AmountProps {
  readonly order: ExplainedOrder;
  readonly of: Explained;
  readonly amount: Explanation['amount'];
}

function Amount({ order, of, amount }: AmountProps): ReactNode {
  const { t } = useTranslation('explanation');
  if (order.action === 'skipped') return null;
  if ((of.kind === 'check' || of.kind === 'batch') && of.figure === 'lines') {
    return t('lineCount', { count: order.lines ?? 0 });
  }
  return <MoneyText amount={order[amount] ?? null} currency={order.currency} />;
}
