/** A rule in words: 卖家备注以“V-”开头，并且 实付 0–1.00. */

import { useTranslation } from 'react-i18next';
import type { ExclusionCondition, ExclusionContent } from '../../src-shared/contract/exclusions.ts';
import { formatMinor, minorOf } from '../../src-shared/money.ts';

export function useRuleWords(currency: string): (content: ExclusionContent) => string {
  const { t } = useTranslation('exclusions');
  const money = (minor: number): string => formatMinor(minorOf(minor), currency);
  const words = (condition: ExclusionCondition): string => {
    if (condition.field !== 'amount')
      return t(`says.${condition.test}`, { field: t(`field.${condition.field}`), text: condition.text });
    const { from, to } = condition;
    if (from !== null && to !== null) return t('says.between', { from: money(from), to: money(to) });
    return from === null ? t('says.atMost', { to: money(to ?? 0) }) : t('says.atLeast', { from: money(from) });
  };
  return ({ match, conditions }) => conditions.map(words).join(t(match === 'all' ? 'and' : 'or'));
}
