/** The four steps of every explanation, and the SQL beneath them. */

import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExplainedOrder, Explanation } from '../../../src-shared/contract/explanations.ts';
import { shortDay } from '../day-text.tsx';
import { useFailureText } from '../toast.tsx';
import { AnswerStep } from './answer-step.tsx';
import { FactsStep } from './facts-step.tsx';
import { ImportStep } from './import-step.tsx';
import { OrdersStep } from './orders-step.tsx';
import { orderKey, sourceKey, sourceOf } from './source.ts';
import { SourceStep } from './source-step.tsx';
import { SqlView } from './sql-view.tsx';
import { askedFact, type ExplanationBasis, explainedOf, type WorkedSubject } from './subject.ts';
import { useExplanation } from './use-explanation.ts';

export interface FourStepsProps {
  readonly subject: WorkedSubject;
  readonly basis: ExplanationBasis;
  readonly currency: string;
}

/** The figure of an import may be changed inside the panel; another question starts with its own. */
function useChosenFigure(asked: WorkedSubject): readonly [WorkedSubject, (subject: WorkedSubject) => void] {
  const [chosen, setChosen] = useState({ asked, subject: asked });
  const subject = chosen.asked === asked ? chosen.subject : asked;
  return [subject, (next) => setChosen({ asked, subject: next })];
}

export function FourSteps({ subject: asked, basis, currency }: FourStepsProps) {
  const { t } = useTranslation('explanation');
  const failureText = useFailureText();
  const [subject, setSubject] = useChosenFigure(asked);
  const of = explainedOf(subject, basis);
  const identity = JSON.stringify(of);
  const { data, error, isPlaceholderData } = useExplanation(of);
  const first = askedFact(subject);
  const [fact, setFact] = useState(first);
  const [order, setOrder] = useState<ExplainedOrder | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question starts without a chosen order
  useEffect(() => setOrder(null), [identity]);
  useEffect(() => setFact(first), [first]);
  if (error !== null) return <p className="stop">{failureText(error)}</p>;
  if (data === undefined) return <p className="faint">{t('loading')}</p>;
  const shown = order ?? firstTelling(data);
  const source = shown === undefined ? null : sourceOf(of, shown);
  const day = subject.kind === 'list' ? subject.basis.on : basis.on;
  return (
    <div className={isPlaceholderData ? 'busy' : undefined} aria-busy={isPlaceholderData}>
      <ol className="steps">
        <li data-n="1" aria-label={t('steps.answer')}>
          <AnswerStep subject={subject} day={day} explanation={data} currency={currency} />
        </li>
        <li data-n="2" aria-label={t('steps.rules')}>
          {subject.kind === 'import' ? (
            <ImportStep
              subject={subject}
              explanation={data}
              onFigure={(figure) => setSubject({ ...subject, figure })}
            />
          ) : (
            <FactsStep
              explanation={data}
              conditions={subject.kind === 'list' ? subject.conditions : []}
              currency={currency}
              day={day}
              chosen={fact}
              onChoose={setFact}
            />
          )}
        </li>
        <li data-n="3" aria-label={t('steps.orders')}>
          <OrdersStep
            key={identity}
            explanation={data}
            of={of}
            chosen={shown === undefined ? null : orderKey(shown)}
            onChoose={setOrder}
          />
        </li>
        {shown !== undefined && source !== null && (
          <li data-n="4" aria-label={t('steps.source')}>
            <SourceStep key={sourceKey(source)} source={source} fact={fact} heading={sourceHeading(t, shown)} />
          </li>
        )}
      </ol>
      <SqlToggle explanation={data} />
    </div>
  );
}

function sourceHeading(t: ReturnType<typeof useTranslation<'explanation'>>['t'], order: ExplainedOrder): string {
  if (order.stopped !== undefined && order.stopped !== null) return t('sourceOfStopped');
  return order.day === null
    ? t('sourceOfNumber', { order: order.orderNumber })
    : t('sourceOf', { day: shortDay(order.day) });
}

/** The order whose source is shown before one is chosen: the newest that counts. */
function firstTelling(explanation: Explanation): ExplainedOrder | undefined {
  return explanation.orders.find((order) => order.counts) ?? explanation.orders[0];
}

function SqlToggle({ explanation }: { readonly explanation: Explanation }) {
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
