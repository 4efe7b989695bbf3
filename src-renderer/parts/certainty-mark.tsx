/** 推测: says that a person is taken for one, not known to be one. */

import { useTranslation } from 'react-i18next';

export function CertaintyMark({ certainty }: { readonly certainty: 'certain' | 'likely' }) {
  const { t } = useTranslation('common');
  if (certainty === 'certain') return null;
  return (
    <span className="guess" title={t('likelyWhy')}>
      {t('likely')}
    </span>
  );
}
