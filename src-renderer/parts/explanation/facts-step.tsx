/** Step 2: the facts, each against its line, and the rules they were counted by. */

import { useTranslation } from 'react-i18next';
import type { Explanation } from '../../../src-shared/contract/explanations.ts';
import { useRuleText, useValueText, useWords } from './wording.ts';

type Fact = Explanation['facts'][number];

export interface FactsStepProps {
  readonly explanation: Explanation;
  /** Of a list: its conditions in words. */
  readonly conditions: readonly string[];
  readonly currency: string;
  readonly day: string;
  /** The fact whose cells are framed in step 4. */
  readonly chosen: string | null;
  readonly onChoose: (fact: string) => void;
}

export function FactsStep({ explanation, conditions, currency, day, chosen, onChoose }: FactsStepProps) {
  const { t, i18n } = useTranslation('explanation');
  const ruleText = useRuleText(day);
  const hasLines = explanation.facts.some(({ line, verdict }) => line !== null || verdict !== null);
  return (
    <>
      {explanation.subject === 'list' && (
        <p>
          {conditions.length === 0 ? (
            t('everybody')
          ) : (
            <>
              {t('conditions')}
              {conditions.map((words) => (
                <span key={words} className="condition">
                  {words}
                </span>
              ))}
            </>
          )}
        </p>
      )}
      <table className="mini">
        <tbody>
          {explanation.facts.map((fact) => (
            <FactLine
              key={fact.name}
              fact={fact}
              currency={currency}
              chosen={fact.name === chosen}
              hasLines={hasLines}
              onChoose={onChoose}
            />
          ))}
        </tbody>
      </table>
      <p className="sm dim">{explanation.rules.map(ruleText).join(i18n.language === 'en' ? ' ' : '')}</p>
    </>
  );
}

interface FactLineProps {
  readonly fact: Fact;
  readonly currency: string;
  readonly chosen: boolean;
  /** Some fact is held against a line. */
  readonly hasLines: boolean;
  readonly onChoose: (fact: string) => void;
}

function FactLine({ fact, currency, chosen, hasLines, onChoose }: FactLineProps) {
  const factWords = useWords('facts');
  const verdictWords = useWords('verdict');
  const valueText = useValueText(currency);
  const lineText = useLineText(currency);
  return (
    <tr className={chosen ? 'on' : undefined}>
      <th scope="row">
        <button type="button" className="plain" aria-pressed={chosen} onClick={() => onChoose(fact.name)}>
          {factWords(fact.name)}
        </button>
      </th>
      <td className="n">
        <b>{valueText(fact.name, fact.value)}</b>
      </td>
      {hasLines && (
        <>
          <td className="dim fact-line">{lineText(fact)}</td>
          <td className="n">
            <b>{fact.verdict === null ? '' : verdictWords(fact.verdict)}</b>
          </td>
        </>
      )}
    </tr>
  );
}

/** "over 60 days", "at least 3": how the value stands to its line. */
function useLineText(currency: string): (fact: Fact) => string {
  const { t } = useTranslation('explanation');
  const valueText = useValueText(currency);
  return ({ name, line, verdict }) => {
    if (line === null) return '';
    const words = valueText(name, line);
    if (verdict === 'near') return t('line.within', { line: words });
    if (verdict === 'far') return t('line.beyond', { line: words });
    if (verdict === 'often' || verdict === 'much' || verdict === 'reached' || verdict === 'short')
      return t('line.atLeast', { line: words });
    if (verdict === 'seldom' || verdict === 'little') return t('line.below', { line: words });
    return words;
  };
}
