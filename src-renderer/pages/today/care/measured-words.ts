/** What a rule was measured to bring, in a few words. */

import { useTranslation } from 'react-i18next';
import type { Measured } from '../../../../src-shared/contract/follow-ups.ts';

export function useMeasuredWords(): (measured: Measured) => string {
  const { t } = useTranslation('care');
  return ({ verdict, buyersOf100 }) => {
    const size = Math.abs(buyersOf100);
    return t(`found.${verdict}`, { value: size < 10 ? size.toFixed(1) : Math.round(size) });
  };
}
