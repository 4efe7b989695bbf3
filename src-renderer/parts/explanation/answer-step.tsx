/** Step 1: the answer in one sentence. */

import { useTranslation } from 'react-i18next';
import type { Explanation } from '../../../src-shared/contract/explanations.ts';
import type { InsightKey } from '../../../src-shared/contract/insights.ts';
import { gradeChoices } from '../../../src-shared/grades.ts';
import { figureOf } from '../../../src-shared/import-figure.ts';
import { ladderSteps } from '../../../src-shared/ladder.ts';
import { lifeChoices } from '../../../src-shared/lifecycle.ts';
import { tiers } from '../../../src-shared/rfm.ts';
import { useSettings } from '../../link/use-settings.ts';
import { useStepWords } from '../step-words.ts';
import { askedFact, type WorkedSubject } from './subject.ts';
import { useValueText, useWords } from './wording.ts';

export interface AnswerStepProps {
  readonly subject: WorkedSubject;
  readonly day: string;
  readonly explanation: Explanation;
  readonly currency: string;
}

export function AnswerStep({ subject, day, explanation, currency }: AnswerStepProps) {
  const { t } = useTranslation('explanation');
  const asOf = <span className="faint sm nw">{t('asOf', { day })}</span>;
  if (subject.kind === 'customer' && subject.lifecycle === true) {
    return <LifeAnswer explanation={explanation}>{asOf}</LifeAnswer>;
  }
  if (subject.kind === 'customer' && subject.place !== undefined) {
    return <PlaceAnswer explanation={explanation}>{asOf}</PlaceAnswer>;
  }
  if (subject.kind === 'customer' && subject.account === undefined && subject.insight === undefined) {
    return <TierAnswer explanation={explanation}>{asOf}</TierAnswer>;
  }
  if (subject.kind === 'customer' && subject.insight !== undefined) {
    return <InsightAnswer kind={subject.insight.kind} explanation={explanation} />;
  }
  const [fact, value] = answerOf(subject, explanation);
  const isDated = subject.kind === 'metric' || subject.kind === 'list';
  return (
    <p>
      <FactText name={fact} value={value} currency={currency} /> {isDated ? asOf : null}
    </p>
  );
}

/** The fact that was asked about, else the first. An import's figure is known from its report, where none was noted order by order. */
function answerOf(subject: WorkedSubject, { facts }: Explanation): readonly [name: string, value: string | null] {
  const asked = askedFact(subject);
  const fact =
    facts.find(({ name }) => name === asked) ?? (asked === null || subject.kind !== 'import' ? facts[0] : undefined);
  if (fact !== undefined) return [fact.name, fact.value];
  if (subject.kind !== 'import') return [asked ?? '', null];
  const reported = figureOf(subject.report, subject.figure);
  return [`import.${subject.figure}`, reported === null ? null : String(reported)];
}

interface FactTextProps {
  readonly name: string;
  readonly value: string | null;
  readonly currency: string;
}

function FactText({ name, value, currency }: FactTextProps) {
  const { t } = useTranslation('explanation');
  const { t: common } = useTranslation('common');
  const factWords = useWords('facts');
  const valueText = useValueText(currency);
  return (
    <b>
      {factWords(name)}
      {t('colon')}
      {value === null ? <span title={common('unknownMoney')}>—</span> : valueText(name, value)}
    </b>
  );
}

interface TierAnswerProps {
  readonly explanation: Explanation;
  readonly children: React.ReactNode;
}

function TierAnswer({ explanation, children }: TierAnswerProps) {
  const { t } = useTranslation('explanation');
  const { t: common } = useTranslation('common');
  const tier = tiers.find((one) => explanation.subject === one);
  if (tier === undefined) {
    return (
      <p>
        {t('noTier')} {children}
      </p>
    );
  }
  return (
    <p>
      <b>{common(`tierSays.${tier}`)}</b>
      {t('colon')}
      {t(`says.${tier}`)} {children}
    </p>
  );
}

interface InsightAnswerProps {
  readonly kind: InsightKey['kind'];
  readonly explanation: Explanation;
}

/** A habit: in how many of how many. Without an order that tells it there is none. */
function InsightAnswer({ kind, explanation: { facts } }: InsightAnswerProps) {
  const { t } = useTranslation('explanation');
  const of = (name: string): number => Number(facts.find((fact) => fact.name === name)?.value ?? 0);
  const what = kind === 'rhythm' ? 'gaps' : kind === 'returns' ? 'paid' : 'orders';
  return (
    <p>
      <b>{t(`insightSays.${what}`, { fits: of('insightFits'), of: of('insightOf') })}</b>
    </p>
  );
}

/** 'level:V2', 'ladder:E': the name of the level or the step; nothing behind the colon: none. */
function PlaceAnswer({ explanation: { subject }, children }: TierAnswerProps) {
  const { t: levels } = useTranslation('levels');
  const { t: ladder } = useTranslation('ladder');
  const { t: segments } = useTranslation('segments');
  const { settings } = useSettings();
  const words = useStepWords(settings?.ladder.names);
  const [, place, name = ''] = /^(level|ladder|grade):(.*)$/.exec(subject) ?? [];
  if (place === undefined) return null;
  const step = ladderSteps.find((known) => known === name);
  const grade = place === 'grade' ? gradeChoices.find((known) => known === name) : undefined;
  const none = place === 'ladder' ? ladder('person.none') : levels('none');
  return (
    <p>
      <b>
        {grade !== undefined
          ? segments(`grade.${grade}`)
          : name === ''
            ? none
            : place === 'ladder' && step !== undefined
              ? words.whole(step)
              : name}
      </b>{' '}
      {children}
    </p>
  );
}

/** Of an explanation of something else, which stands until the new one has come, nothing is said. */
function LifeAnswer({ explanation, children }: TierAnswerProps) {
  const { t } = useTranslation('explanation');
  const { t: common } = useTranslation('common');
  const stage = lifeChoices.find((one) => explanation.subject === `lifecycle:${one}`);
  if (stage === undefined) return null;
  return (
    <p>
      <b>{common(`life.${stage}`)}</b>
      {t('colon')}
      {t(`lifeSays.${stage}`)} {children}
    </p>
  );
}
