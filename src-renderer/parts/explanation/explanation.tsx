/**
 * How a figure was worked out, in the side panel and always in four steps: answer, rules, orders used, and the file,
 * row and cell in the owner's own sheet. For a customer, a tier, a list, an import, or where one order came from.
 */

import { useTranslation } from 'react-i18next';
import { shortDay } from '../day-text.tsx';
import { SidePanel } from '../side-panel.tsx';
import { FourSteps } from './four-steps.tsx';
import { SourceStep } from './source-step.tsx';
import type { ExplanationBasis, ExplanationSubject } from './subject.ts';
import './explanation.css';

export interface ExplanationProps {
  readonly subject: ExplanationSubject;
  readonly basis: ExplanationBasis;
  readonly onClose: () => void;
  readonly currency?: string;
  /** Take the keyboard when opened: true where it was opened by a figure, false where the arrow keys go on in a list. */
  readonly takesFocus?: boolean;
}

export function Explanation({ subject, basis, onClose, currency = 'CNY', takesFocus = false }: ExplanationProps) {
  const { t } = useTranslation('explanation');
  const title = useTitle(subject);
  if (subject.kind === 'order') {
    const heading = subject.day === null ? t('steps.source') : t('sourceOf', { day: shortDay(subject.day) });
    return (
      <SidePanel title={t('steps.source')} onClose={onClose}>
        <SourceStep key={subject.id} source={{ kind: 'order', order: subject.id }} fact={null} heading={heading} />
      </SidePanel>
    );
  }
  return (
    <SidePanel title={title} onClose={onClose} takesFocus={takesFocus}>
      <FourSteps subject={subject} basis={basis} currency={currency} />
    </SidePanel>
  );
}

function useTitle(subject: ExplanationSubject): string {
  const { t } = useTranslation('explanation');
  const { t: common } = useTranslation('common');
  if (subject.kind === 'metric') return subject.title ?? t('title');
  if (subject.kind === 'list' || subject.kind === 'import') return subject.title;
  if (subject.kind !== 'customer') return t('title');
  if (subject.place !== undefined) return t('title');
  if (subject.account !== undefined || subject.insight !== undefined || subject.lifecycle === true) return t('title');
  if (subject.tier !== undefined && subject.tier !== null) {
    return t('titleTier', { tier: common(`tier.${subject.tier}`) });
  }
  return t('titleCustomer');
}
