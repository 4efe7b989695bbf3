/** The bar at the top: the mark, whose ledger this is, the search, and the lock. The window is dragged by it. */

import { useTranslation } from 'react-i18next';
import type { LedgerStatus } from '../../src-shared/contract/ledger.ts';
import { Icon } from '../parts/icon.tsx';
import { GlobalSearch } from '../parts/search-box/search-box.tsx';
import { shopNames, useShopWords } from '../parts/shop-words.ts';

function AppMark() {
  return (
    <svg className="mark" viewBox="0 0 20 20" aria-hidden="true">
      <rect width="20" height="20" rx="2.5" fill="var(--seal-fill)" />
      <path d="M4.5 4.5h11v11h-11zM8 8h4v4H8z" fill="none" stroke="var(--on-seal)" strokeWidth="1.6" />
    </svg>
  );
}

export function TitleBar({ status }: { readonly status: LedgerStatus | undefined }) {
  const { t } = useTranslation('common');
  const shops = status?.shops ?? [];
  const shopWords = useShopWords();
  const hasCustomers = (status?.orders ?? 0) > 0;
  return (
    <header className="bar">
      <AppMark />
      <span className="shop" title={shopNames(shops).join(t('listComma'))}>
        {shopWords(shops) || t('product')}
      </span>
      {hasCustomers ? (
        <div className="find">
          <GlobalSearch />
        </div>
      ) : (
        <span className="grow" />
      )}
      <span className="st dim sm" title={t('localOnlyWhy')}>
        <Icon name="lock" />
        {t('localOnly')}
      </span>
    </header>
  );
}
