/** The level and the contribution grade somebody has, against their lines, in words. */

import { useTranslation } from 'react-i18next';
import type { SimpleHas } from '../../../../src-shared/contract/memberships.ts';
import { gradeWord } from '../../../../src-shared/report-words.ts';
import { formatCount } from '../../../parts/count-text.tsx';

type LevelHas = Extract<SimpleHas, { readonly kind: 'level' }>;
type GradeHas = Extract<SimpleHas, { readonly kind: 'grade' }>;

export function usePlaceWords(money: (minor: number) => string) {
  const { t, i18n } = useTranslation('membership');
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const ruleWords = ({ name, measure, months, day, has, atLeast }: LevelHas['rules'][number]): string => {
    const said = (value: number): string => (measure === 'orders' ? t('level.orders', { count: value }) : money(value));
    const within = months === null ? t('level.ever') : t('level.months', { count: months });
    return t(has >= atLeast ? 'level.met' : 'level.short', { name, day, within, has: said(has), line: said(atLeast) });
  };
  const levelWords = ({ level, byHand, until, rules }: LevelHas): string => {
    const named = level === null ? t('level.none') : t('level.is', { name: level });
    const how = byHand ? t('level.byHand') : '';
    const ends = until === null ? '' : t('level.until', { day: until });
    return [`${named}${how}${ends}`, ...rules.map(ruleWords)].join(t('stop'));
  };
  const gradeWords = ({ grade, from, largeMinor, mediumMinor, netMinor, count }: GradeHas): string => {
    if (grade === 'none') return t('grade.none', { from });
    const line = (minor: number | null): string => (minor === null ? '—' : money(minor));
    return t('grade.is', {
      name: gradeWord(grade, language),
      from,
      orders: formatCount(count),
      net: money(netMinor),
      large: line(largeMinor),
      medium: line(mediumMinor),
    });
  };
  return { levelWords, gradeWords };
}
