/** What a strategy brought, in words: so much more or less, or plainly that nobody can tell yet. */

import { useTranslation } from 'react-i18next';
import type { StrategyLift, StrategyResult } from '../../../src-shared/contract/strategies.ts';
import { formatCount } from '../../parts/count-text.tsx';
import { roughly, roughMoney } from '../../parts/roughly.ts';

export type LiftOf = 'buyers' | 'minor' | 'net';

export function useLiftWords(currency: string): (of: LiftOf, result: StrategyResult) => string {
  const { t } = useTranslation('strategies');
  const plain = (of: LiftOf, value: number): string =>
    of === 'buyers' ? formatCount(Math.round(roughly(value))) : roughMoney(value, currency);
  return (of, result) => {
    const lift: StrategyLift = result[of];
    if (result.held.people === 0) return t('result.noHoldout');
    const { interval, total, verdict } = lift;
    if (interval === null || total === null || verdict === 'tooFew') return t('result.tooFew');
    if (verdict === 'unclear')
      return t('result.unclear', { low: plain(of, interval.low), high: plain(of, interval.high) });
    const [low, high] = verdict === 'more' ? [interval.low, interval.high] : [-interval.high, -interval.low];
    const size = plain(of, Math.abs(total));
    return t(`result.${verdict}`, {
      value: of === 'buyers' ? t('result.buyersSaid', { value: size }) : size,
      low: plain(of, low),
      high: plain(of, high),
    });
  };
}
