/** How sure a column is, and why, beneath its head: by its name, another word for it, or its cells alone. */

import { useTranslation } from 'react-i18next';
import type { ColumnTrust } from '../../../src-shared/contract/imports.ts';

export interface ColumnReasonProps {
  readonly trust: ColumnTrust | undefined;
  /** The owner has changed what the column is read as: then it is his word. */
  readonly isOwn: boolean;
  readonly isUsed: boolean;
}

export function ColumnReason({ trust, isOwn, isUsed }: ColumnReasonProps) {
  const { t } = useTranslation('importing');
  if (isOwn) return <span className="sm dim">{t(isUsed ? 'trust.owner' : 'trust.unused')}</span>;
  if (trust?.by == null) return <span className="sm faint">{t('trust.unknown')}</span>;
  const percent = Math.round(100 * trust.confidence);
  const isDoubtful = trust.cells === false || trust.by === 'looks';
  const reason = trust.cells === false ? t('trust.differs') : t(`trust.${trust.by}`);
  return (
    <span className={isDoubtful ? 'sm warn' : 'sm faint'} title={t('trust.sure', { percent })}>
      {reason} {percent}%
    </span>
  );
}
