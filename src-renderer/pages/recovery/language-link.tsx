/** The other language, one click away: the ledger that keeps the setting cannot be read now. */

import { useTranslation } from 'react-i18next';

export function LanguageLink() {
  const { t, i18n } = useTranslation('recovery');
  const other = i18n.language === 'en' ? 'zh-CN' : 'en';
  const change = (): void => {
    document.documentElement.lang = other;
    void i18n.changeLanguage(other);
  };
  return (
    <button type="button" className="plain link" lang={other} onClick={change}>
      {t('otherLanguage')}
    </button>
  );
}
