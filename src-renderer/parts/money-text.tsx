/** Every amount on a page: grouped, decimals fainter, 红字 for negative, a dash with its reason for unknown. */

import { useTranslation } from 'react-i18next';
import { type Minor, partsOfMinor } from '../../src-shared/money.ts';

export interface MoneyTextProps {
  /** null: no file says. */
  readonly amount: Minor | null;
  readonly currency?: string;
  /** Why it is unknown; shown on hover. */
  readonly reason?: string;
}

export function MoneyText({ amount, currency = 'CNY', reason }: MoneyTextProps) {
  const { t } = useTranslation('common');
  if (amount === null) {
    return (
      <span className="faint" title={reason ?? t('unknownMoney')}>
        —
      </span>
    );
  }
  const { negative, whole, decimals } = partsOfMinor(amount, currency);
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return (
    <span className={negative ? 'neg nw' : 'nw'}>
      {negative ? '\u2212' : ''}
      {grouped}
      {decimals === '' ? null : <span className="fen">.{decimals}</span>}
    </span>
  );
}
