/**
 * How a figure was worked out, in the side panel and always in four steps: answer, rules, orders used, and the file,
 * row and cell in the owner's own sheet. For a customer's tier, a metric, or where one order came from.
 */

import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Explanation as Answer } from '../../../src-shared/contract/metrics.ts';
import { useCall } from '../../link/use-call.ts';
import { shortDay } from '../day-text.tsx';
import { SidePanel } from '../side-panel.tsx';
import { useFailureText } from '../toast.tsx';
import { AnswerStep } from './answer-step.tsx';
import { FactsStep } from './facts-step.tsx';
import { OrdersStep } from './orders-step.tsx';
import { SourceStep } from './source-step.tsx';
import { SqlView } from './sql-view.tsx';
import type { ExplanationBasis, ExplanationSubject } from './subject.ts';
import './explanation.css';

export interface ExplanationProps {
  readonly subject: ExplanationSubject;
  readonly basis: ExplanationBasis;
  readonly onClose: () => void;
  readonly currency?: string;
}

export function Explanation({ subject, basis, onClose, currency = 'CNY' }: ExplanationProps) {
  const { t } = useTranslation('explanation');
  const title = useTitle(subject);
  if (subject.kind === 'order') {
    const heading = subject.day === null ? t('steps.source') : t('sourceOf', { day: shortDay(subject.day) });
    return (
      <SidePanel title={t('steps.source')} onClose={onClose}>
        <SourceStep key={subject.id} order={subject.id} fact={null} heading={heading} />
      </SidePanel>
    );
  }
  return (
    <SidePanel title={title} onClose={onClose}>
      <FourSteps subject={subject} basis={basis} currency={currency} />
    </SidePanel>
  );
}

function useTitle(subject: ExplanationSubject): string {
  const { t } = useTranslation('explanation');
  const { t: common } = useTranslation('common');
  if (subject.kind === 'metric') return subject.title ?? t('title');
  if (subject.kind === 'batch') return subject.title;
  if (subject.kind === 'customer' && subject.tier !== undefined && subject.tier !== null) {
    return t('titleTier', { tier: common(`tier.${subject.tier}`) });
  }
  return t('titleCustomer');
}

interface FourStepsProps {
  readonly subject: Exclude<ExplanationSubject, { kind: 'order' }>;
  readonly basis: ExplanationBasis;
  readonly currency: string;
}

function useExplanation(subject: FourStepsProps['subject'], basis: ExplanationBasis) {
  const { kind } = subject;
  const id = kind === 'metric' ? 1 : subject.id;
  const ofCustomer = useCall('explain.customer', { customer: id, basis }, { enabled: kind === 'customer' });
  const ofBatch = useCall('explain.batch', { batch: id }, { enabled: kind === 'batch' });
  const ofMetric = useCall(
    'explain.metric',
    {
      ...basis,
      name: kind === 'metric' ? subject.name : '',
      ...(kind !== 'metric' || subject.tier === undefined ? {} : { tier: subject.tier }),
    },
    { enabled: kind === 'metric' },
  );
  return { customer: ofCustomer, batch: ofBatch, metric: ofMetric }[kind];
}

function FourSteps({ subject, basis, currency }: FourStepsProps) {
  const { t } = useTranslation('explanation');
  const failureText = useFailureText();
  const { data, error } = useExplanation(subject, basis);
  const asked = subject.kind === 'customer' ? (subject.fact ?? null) : null;
  const [fact, setFact] = useState(asked);
  const [order, setOrder] = useState<number | null>(null);
  const identity = subject.kind === 'metric' ? `${subject.name}/${subject.tier ?? ''}` : subject.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another subject starts without a chosen order
  useEffect(() => setOrder(null), [identity]);
  useEffect(() => setFact(asked), [asked]);
  if (error !== null) return <p className="stop">{failureText(error)}</p>;
  if (data === undefined) return <p className="faint">{t('loading')}</p>;
  const shown = data.orders.find((one) => one.order === order) ?? firstTelling(data);
  return (
    <>
      <ol className="steps">
        <li data-n="1" aria-label={t('steps.answer')}>
          <AnswerStep subject={subject} basis={basis} explanation={data} currency={currency} />
        </li>
        <li data-n="2" aria-label={t('steps.rules')}>
          <FactsStep explanation={data} currency={currency} day={basis.on} chosen={fact} onChoose={setFact} />
        </li>
        <li data-n="3" aria-label={t('steps.orders')}>
          <OrdersStep
            key={identity}
            explanation={data}
            currency={currency}
            chosen={shown?.order ?? null}
            onChoose={setOrder}
          />
        </li>
        {shown !== undefined && (
          <li data-n="4" aria-label={t('steps.source')}>
            <SourceStep key={shown.order} order={shown.order} fact={fact} heading={sourceHeading(t, shown)} />
          </li>
        )}
      </ol>
      <SqlToggle explanation={data} />
    </>
  );
}

function sourceHeading(
  t: ReturnType<typeof useTranslation<'explanation'>>['t'],
  order: Answer['orders'][number],
): string {
  return order.day === null
    ? t('sourceOfNumber', { order: order.orderNumber })
    : t('sourceOf', { day: shortDay(order.day) });
}

/** The order whose source is shown before one is chosen: the newest that counts. */
function firstTelling(explanation: Answer): Answer['orders'][number] | undefined {
  return explanation.orders.find((order) => order.counts) ?? explanation.orders[0];
}

function SqlToggle({ explanation }: { readonly explanation: Answer }) {
  const { t } = useTranslation('explanation');
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="plain link" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? t('hideSql') : t('sql')}
      </button>
      {open && <SqlView sql={explanation.sql} params={explanation.params} />}
    </>
  );
}
