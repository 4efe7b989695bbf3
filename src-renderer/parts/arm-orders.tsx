/** The way from a group of a comparison to the orders behind its figures. */

import { useTranslation } from 'react-i18next';

export interface ArmOrdersProps {
  readonly arm: 'contacted' | 'held';
  readonly onOrders: (arm: 'contacted' | 'held') => void;
}

export function ArmOrders({ arm, onOrders }: ArmOrdersProps) {
  const { t } = useTranslation('strategies');
  return (
    <button
      type="button"
      className="plain link"
      aria-label={t('result.seeOrders', { arm: t(`result.${arm}`) })}
      onClick={() => onOrders(arm)}
    >
      {t('result.orders')}
    </button>
  );
}
