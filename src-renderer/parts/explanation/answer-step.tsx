/** Step 1: the answer in one sentence. */

import { useTranslation } from 'react-i18next';
import type { Explanation } from '../../../src-shared/contract/metrics.ts';
import { tiers } from '../../../src-shared/rfm.ts';
import { MoneyText } from '../money-text.tsx';
import type { ExplanationBasis, ExplanationSubject } from './subject.ts';
import { useValueText, useWords } from './wording.ts';

export interface AnswerStepProps {
  readonly subject: ExplanationSubject;
  readonly basis: ExplanationBasis;
  readonly explanation: Explanation;
  readonly currency: string;
}

export function AnswerStep({ subject, basis, explanation, currency }: AnswerStepProps) {
  const { t } = useTranslation('explanation');
  const { t: common } = useTranslation('common');
  const factWords = useWords('facts');
  const valueText = useValueText(currency);
  const asOf = <span className="faint sm nw">{t('asOf', { day: basis.on })}</span>;
  const tier = tiers.find((one) => explanation.subject === one || explanation.subject.endsWith(`:${one}`));
  if (subject.kind === 'customer' && tier !== undefined) {
    return (
      <p>
        <b>{common(`tierSays.${tier}`)}</b>
        {t('colon')}
        {t(`says.${tier}`)} {asOf}
      </p>
    );
  }
  if (subject.kind === 'customer') {
    return (
      <p>
        {t('noTier')} {asOf}
      </p>
    );
  }
  const [first] = explanation.facts;
  return (
    <p>
      {first === undefined ? (
        <b>
          <MoneyText amount={explanation.sumMinor} currency={currency} />
        </b>
      ) : (
        <b>
          {factWords(first.name)}
          {t('colon')}
          {valueText(first.name, first.value)}
        </b>
      )}{' '}
      {subject.kind === 'batch' ? null : asOf}
    </p>
  );
}
