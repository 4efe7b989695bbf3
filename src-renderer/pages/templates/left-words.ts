/** Why somebody gets no message, in words. */

import { useTranslation } from 'react-i18next';
import type { LeftOut } from '../../../src-shared/contract/templates.ts';
import { mergeFieldNamed, mergeFieldNames } from '../../../src-shared/message/merge-fields.ts';

/** The names of fields in the page's language. */
export function useFieldNames() {
  const { i18n } = useTranslation();
  return mergeFieldNames[i18n.language === 'en' ? 'en' : 'zh-CN'];
}

/** `what` of a missing field is its key; of everything else it is said as it is. */
export function useLeftWords(): (left: LeftOut) => string {
  const { t } = useTranslation('templates');
  const { t: common } = useTranslation('common');
  const names = useFieldNames();
  return ({ why, what }) => {
    if (why !== 'missing') return t(`left.${why}`, { what });
    const fields = what.split(', ').map((key) => {
      const found = Object.entries(names).find(([field]) => field === key);
      return found?.[1] ?? mergeFieldNamed(key) ?? key;
    });
    return t('left.missing', { what: fields.join(common('listComma')) });
  };
}
