/** Import, its history, the days it covers, and the rows that were left out and wait: tabs of one room. */

import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useCall } from '../../link/use-call.ts';

const tabs = [
  { key: 'import', path: '/import' },
  { key: 'history', path: '/history' },
  { key: 'coverage', path: '/coverage' },
  { key: 'aside', path: '/aside' },
] as const;

export type ImportTab = (typeof tabs)[number]['key'];

export function ImportTabs({ at }: { readonly at: ImportTab }) {
  const { t } = useTranslation('importing');
  const repairs = useTranslation('repairs').t;
  const { data } = useCall('aside.list', { window: { from: 0, count: 0 } });
  const waiting = data?.total ?? 0;
  return (
    <nav className="tabs">
      {tabs.map(({ key, path }) => {
        // Where nothing waits, there is nothing to go to.
        if (key === 'aside' && waiting === 0 && at !== 'aside') return null;
        return (
          <Link key={key} href={path} {...(key === at ? { 'aria-current': 'page' as const } : {})}>
            {key === 'aside' ? repairs('asideTab', { count: waiting }) : t(`tabs.${key}`)}
          </Link>
        );
      })}
    </nav>
  );
}
