/** Whose book this is, in the bar of the window and on every paper. */

import { useTranslation } from 'react-i18next';
import type { LedgerStatus } from '../../src-shared/contract/ledger.ts';

type Shops = LedgerStatus['shops'];

/** Names of shops, the one with most orders first. */
export const shopNames = (shops: Shops): readonly string[] =>
  shops.toSorted((a, b) => b.orders - a.orders).map(({ name }) => name);

/** One or two shops by their names, more by the largest and how many others there are; nothing for none. */
export function useShopWords(): (shops: Shops) => string {
  const { t } = useTranslation('common');
  return (shops) => {
    const names = shopNames(shops);
    const [largest = ''] = names;
    return names.length > 2 ? t('shops', { name: largest, count: names.length - 1 }) : names.join(t('listComma'));
  };
}
