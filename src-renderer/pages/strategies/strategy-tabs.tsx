/** Strategies one by one, or as plans. */

import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

export function StrategyTabs({ here }: { readonly here: 'strategies' | 'plans' }) {
  const { t } = useTranslation('strategies');
  const { t: plans } = useTranslation('plans');
  return (
    <nav className="tabs" aria-label={t('title')}>
      <Link href="/strategies" aria-current={here === 'strategies' ? 'page' : undefined}>
        {t('title')}
      </Link>
      <Link href="/plans" aria-current={here === 'plans' ? 'page' : undefined}>
        {plans('tab')}
      </Link>
    </nav>
  );
}
