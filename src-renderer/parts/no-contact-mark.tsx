/** 不要联系: says that somebody asked not to be called nor written to. */

import { useTranslation } from 'react-i18next';

export function NoContactMark() {
  const { t } = useTranslation('profile');
  return (
    <span className="guess no-contact" title={t('wishes.optOutWhy')}>
      {t('wishes.optOutMark')}
    </span>
  );
}
