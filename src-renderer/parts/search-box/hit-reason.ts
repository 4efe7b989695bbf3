/** Why a customer was found, in words. */

import { useTranslation } from 'react-i18next';

/** The reason of a hit is a code, or the very words that fit (an order number, a phone's tail). */
export function useHitReason(): (why: string) => string {
  const { t, i18n } = useTranslation('search');
  return (why) => {
    const key = `search:why.${why}`;
    return i18n.exists(key) ? t(key as 'why.name') : why;
  };
}
