/** Import, its history, and the days it covers: tabs of one room. */

import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

const tabs = [
  { key: 'import', path: '/import' },
  { key: 'history', path: '/history' },
  { key: 'coverage', path: '/coverage' },
] as const;

export function ImportTabs({ at }: { readonly at: (typeof tabs)[number]['key'] }) {
  const { t } = useTranslation('importing');
  return (
    <nav className="tabs">
      {tabs.map(({ key, path }) => (
        <Link key={key} href={path} {...(key === at ? { 'aria-current': 'page' as const } : {})}>
          {t(`tabs.${key}`)}
        </Link>
      ))}
    </nav>
  );
}
