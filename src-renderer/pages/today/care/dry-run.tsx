/** What a rule would ask for within the next 30 days, before it is saved: day by day, and the first people. Nothing is kept. */

import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CareRuleContent } from '../../../../src-shared/contract/care-rules.ts';
import type { TierBasis } from '../../../../src-shared/contract/customers.ts';
import { addDays } from '../../../../src-shared/day.ts';
import { useCall } from '../../../link/use-call.ts';
import { useFailureText } from '../../../parts/toast.tsx';
import { useReasonLine } from '../reason-words.ts';
import { type Draft, isWhole, newDraft } from './draft.ts';

const REST_MS = 400;
const DAYS = 30;
/** So many people are named. */
const NAMED = 6;

export interface DryRunProps {
  readonly draft: Draft;
  readonly basis: TierBasis;
  /** How many a day may be contacted. */
  readonly capacity: number;
}

/** The rule once the typing rests. */
function useRested(content: CareRuleContent): { readonly content: CareRuleContent; readonly isLate: boolean } {
  // Neither its name nor whether it is on changes what it asks for.
  const text = JSON.stringify({ ...content, name: '—', on: true });
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), REST_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return { content: JSON.parse(rested) as CareRuleContent, isLate: rested !== text };
}

export function DryRun({ draft, basis, capacity }: DryRunProps) {
  const { t } = useTranslation('care');
  const failureText = useFailureText();
  const lineOf = useReasonLine();
  const { content, isLate } = useRested(draft.content);
  const enabled = isWhole(content);
  const asked = enabled ? content : { ...newDraft().content, name: '—' };
  const { data, error, isPlaceholderData } = useCall(
    'careRules.dryRun',
    { content: asked, rule: draft.rule, basis },
    { enabled },
  );
  if (!enabled) return <p className="faint dry-run">{t('dry.notYet')}</p>;
  if (error !== null) return <p className="stop dry-run">{failureText(error)}</p>;
  if (data === undefined) return <p className="faint dry-run">{t('dry.working')}</p>;
  const counts = new Map(data.days.map(({ day, count }) => [day, count]));
  const days = Array.from({ length: DAYS + 1 }, (_, at) => addDays(basis.on, at));
  const most = Math.max(capacity, ...counts.values());
  const today = counts.get(basis.on) ?? 0;
  return (
    <section className={isLate || isPlaceholderData ? 'dry-run late' : 'dry-run'} aria-label={t('dry.title')}>
      <p role="status">
        <b>{t('dry.total', { count: data.total })}</b>
        {t('dry.today', { count: today })}
        {data.letBe > 0 && t('dry.letBe', { count: data.letBe })}
      </p>
      <div className="dry-days" aria-hidden="true">
        {days.map((day) => {
          const count = counts.get(day) ?? 0;
          const height = most === 0 ? 0 : (count / most) * 100;
          return (
            <span key={day} title={t('dry.day', { day, count })}>
              <i className={count > capacity ? 'over' : ''} style={{ height: `${height}%` }} />
            </span>
          );
        })}
      </div>
      <p className="between faint sm">
        <span>{basis.on}</span>
        <span>{addDays(basis.on, DAYS)}</span>
      </p>
      {today > capacity && <p className="faint sm">{t('dry.over', { capacity })}</p>}
      <ul className="dry-people">
        {data.examples.slice(0, NAMED).map((one) => {
          const { why, about } = lineOf(one.reason, '');
          return (
            <li key={one.origin}>
              <Link href={`/customers/${one.customer}`}>{one.name}</Link>
              <span className="dim">{[one.due, why, about].filter((part) => part !== '').join(' · ')}</span>
            </li>
          );
        })}
      </ul>
      <p className="faint sm">{t('dry.guard')}</p>
    </section>
  );
}
