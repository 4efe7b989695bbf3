/** A currency in words: 元 or 美元 behind a figure, 人民币 in a sentence; in English its code. */

import { useTranslation } from 'react-i18next';

export interface CoinWords {
  /** As it stands behind a figure or in a head. */
  readonly unit: (currency: string) => string;
  /** As it stands in a sentence. */
  readonly name: (currency: string) => string;
}

export function useCoinWords(): CoinWords {
  const { t, i18n } = useTranslation('common');
  const name = (currency: string): string => {
    if (i18n.language === 'en') return currency;
    // A file may name a currency that is none.
    if (!/^[A-Z]{3}$/.test(currency)) return currency;
    return new Intl.DisplayNames([i18n.language], { type: 'currency' }).of(currency) ?? currency;
  };
  return { name, unit: (currency) => (currency === 'CNY' ? t('yuan') : name(currency)) };
}
