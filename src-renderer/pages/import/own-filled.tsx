/** What columns of the files fill of the owner's own: 皮肤类型 12 行，标签 3 行; once posted, of how many customers. */

import { useTranslation } from 'react-i18next';
import type { BatchReport } from '../../../src-shared/contract/imports.ts';

type Own = NonNullable<BatchReport['own']>[number];

/** A line for paper and screen; '' where no column fills anything. */
export function useOwnWords(): (batch: BatchReport) => string {
  const { t } = useTranslation('importing');
  const said = ({ name, values, filled, kept = 0 }: Own): string => {
    const what = name ?? t('own.tags');
    if (filled === undefined) return t('own.values', { what, count: values });
    const done = t('own.filled', { what, count: filled });
    return kept === 0 ? done : `${done}${t('own.kept', { count: kept })}`;
  };
  return ({ own = [] }) => own.map(said).join(t('own.comma'));
}

export function OwnFilled({ batch }: { readonly batch: BatchReport }) {
  const { t } = useTranslation('importing');
  const words = useOwnWords()(batch);
  if (words === '') return null;
  return (
    <p className="sm dim own-filled">
      {words}
      {batch.id === null && <span className="faint"> {t('own.handStays')}</span>}
    </p>
  );
}
