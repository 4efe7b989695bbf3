/** How sure a column is, and why, beneath its head: by its name, another word for it, or its cells alone. */

import { useTranslation } from 'react-i18next';
import type { ColumnTrust } from '../../../src-shared/contract/imports.ts';

export interface ColumnReasonProps {
  readonly trust: ColumnTrust | undefined;
  /** Only its cells told, here on the page. */
  readonly isGuessed: boolean;
  /** The owner has changed what the column is read as: then it is his word. */
  readonly isOwn: boolean;
  readonly isUsed: boolean;
}

/** As sure as what is guessed by cells. */
const guessed: ColumnTrust = { by: 'looks', cells: true, confidence: 0.65 };

export function ColumnReason({ trust: known, isGuessed, isOwn, isUsed }: ColumnReasonProps) {
  const { t } = useTranslation('importing');
  const trust = known?.by == null && isGuessed ? guessed : known;
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
