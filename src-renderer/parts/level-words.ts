/** A level with its rule in words. */

import { useTranslation } from 'react-i18next';
import { levelRuleText, levelSpanText } from '../../src-shared/level-text.ts';
import type { Level } from '../../src-shared/levels.ts';

/** 'V2：近 12 个月净额满 ¥500.00，有效 12 个月'. */
export function useLevelText(currency: string): (level: Level) => string {
  const { t, i18n } = useTranslation('levels');
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  return (level) =>
    t('whole', {
      name: level.name,
      rule: levelRuleText(level, language, currency),
      span: levelSpanText(level, language),
    });
}
